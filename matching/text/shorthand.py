"""Phone writing and brokers' and clinicians' shorthand, opened into whole words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"/?(?<!\w)[A-Za-z0-9][A-Za-z0-9'&]*(?:[/:.-][A-Za-z0-9&]+)*(?!\w)/?")
_PARTS: Final = re.compile(r"[/-]")


def _needs_capitals(row: Mapping[str, str]) -> bool:
    """Two letters of clinic or office, and short forms that are words too: SALT is a therapy, salt is not."""
    two_letters = row["where"] not in ("phone", "anywhere") and len(row["short"]) <= 2 and row["short"].isalpha()
    return two_letters or row["where"] == "capitals"


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What short forms mean. Keys in lower case; one may mean something else in capitals: £60 pd is a day, PD a disease."""

    means: Mapping[str, str]
    in_capitals: Mapping[str, str]
    """Those that count only in capitals."""

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> "Shorthand":
        """From rows of `short, means, where`."""
        listed = list(rows)
        return cls(
            {row["short"]: row["means"] for row in listed if not _needs_capitals(row)},
            {row["short"]: row["means"] for row in listed if _needs_capitals(row)},
        )

    def open(self, text: str) -> str:
        """The text with every short form it knows written out."""
        return _TOKEN.sub(lambda found: self._word(found.group()), text)

    def _word(self, typed: str) -> str:
        whole = self._meaning(typed)
        if whole is not None:
            return whole
        parts = _PARTS.split(typed.strip("/"))
        if len(parts) < 2 or not any(self._meaning(part) for part in parts):
            return typed
        return " ".join(self._meaning(part) or part for part in parts)

    def _meaning(self, typed: str) -> str | None:
        key = typed.lower()
        keys = (key, key.strip("/")) if "/" in key[1:] and key.count("/") == 1 else (key,)
        places = (self.in_capitals, self.means) if typed.isupper() else (self.means,)
        return next((place[one] for one in keys for place in places if one in place), None)
