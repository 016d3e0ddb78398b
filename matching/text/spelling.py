"""Repair of mistyped words against the field's own words, and only where there is doubt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

FIELD_WORTH, TOLD_WORTH, ALIKE_START = 0.9, 0.5, 0.06
"""How many slips a word may be further off, and still win: for being a service's word, a customer's, and
for each letter at its start that was typed right."""


_ENDINGS: Final = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
    ("ers", ""), ("est", ""), ("ly", ""), ("ness", ""), ("less", ""),
)  # fmt: skip

_DAYS: Final = tuple(
    f"{name}day{many}" for name in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun") for many in ("", "s")
)


def plainer(word: str) -> Iterator[str]:
    """The word, then what it may be a form of: "lonelier" is no slip where "lonely" is a word."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word[: len(word) - len(ending)] + instead


def _likely(typed: str, meant: str) -> float:
    """How like a slip of the finger it is: the start and end right, and letters left out rather than changed."""
    letters = iter(meant)
    left_out = all(letter in letters for letter in typed)
    return ALIKE_START * Prefix.similarity(typed, meant) + 0.2 * (typed[-1] == meant[-1]) + 0.35 * left_out


def _day_like(word: str) -> str | None:
    """The day of the week that a word is a slip of: satdays are Saturdays, not stays."""
    days = [day for day in _DAYS if day[0] == word[0]]
    found = process.extractOne(word, days, scorer=OSA.distance, score_cutoff=2)
    return found[0] if found else None


class Speller:
    """Knows the field's words and common English; puts right what is neither.

    Words are ranked by slips (a swap of two letters is one), less what the word's own
    likelihood is worth. A word that is known, however rare, is never touched.
    """

    def __init__(self, field: Iterable[str], told: Iterable[str], common: Iterable[str]) -> None:
        """`field` are the words of services, `told` those of customers, `common` plain English, commonest first."""
        self._worth: dict[str, float] = {}
        for rank, word in enumerate(common):
            self._worth[word] = 0.6 * max(0.0, 1 - rank / 12_000)
        self._field = frozenset(field)
        for words, worth in ((self._field, FIELD_WORTH), (frozenset(told) - self._field, TOLD_WORTH)):
            for word in words:
                if word.isalpha() and len(word) > 2:
                    self._worth[word] = self._worth.get(word, 0.0) + worth
        self._shelves: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._worth:
            self._shelves[word[0], len(word)].append(word)
        self.repair = lru_cache(maxsize=20_000)(self._repair)

    def knows(self, word: str) -> bool:
        """Whether a word is one we have seen, as it stands or by its root."""
        bare = word.lower().removesuffix("'s").replace("'", "")
        return any(form in self._worth for form in plainer(bare))

    def has(self, word: str) -> bool:
        """Whether a word as it stands is one we have seen."""
        return word.lower() in self._worth

    def of_the_field(self, word: str) -> bool:
        """Whether a word is one this field uses."""
        return word in self._field

    def _repair(self, word: str) -> str | None:
        """The word most likely meant; None where none is near enough."""
        if word.endswith("in") and word + "g" in self._worth:  # lookin, walkin
            return word + "g"
        if word.endswith(("day", "days")) and (day := _day_like(word)):
            return day
        allowed = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
        if not allowed or not word.isalpha() or not word.isascii():
            return None
        near: list[tuple[float, str]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            shelf = self._shelves.get((word[0], length), ())
            for found, slips, _ in process.extract(word, shelf, scorer=OSA.distance, score_cutoff=allowed, limit=8):
                near.append((slips - self._worth[found] - _likely(word, found), found))
        return min(near)[1] if near else None
