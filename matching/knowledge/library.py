"""Everything the matcher knows about support, in one value."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from matching.document import Document
from matching.knowledge import files


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of support of the shared vocabulary."""

    id: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Kinds of support, and the needs layer over them."""

    kinds: dict[str, Kind] = field(default_factory=dict)

    @property
    def kind_words(self) -> dict[str, str]:
        """Each kind's label."""
        return {kind.id: kind.label for kind in self.kinds.values()}

    def helps_offered(self, document: Document, kinds: tuple[str, ...]) -> dict[str, float]:
        """Which helps an offering gives, and how surely."""
        return {}


def load(folder: Path | None = None) -> Knowledge:
    """Read the knowledge from a folder of CSV files (by default `seeds/reference`)."""
    kinds = {row["id"]: Kind(row["id"], row["label"], row["about"]) for row in files.rows("support_kinds.csv", folder)}
    return Knowledge(kinds)


@lru_cache(maxsize=1)
def shipped() -> Knowledge:
    """The knowledge that ships with the product, read once."""
    return load()
