"""Everything the matcher knows about support and about words, in one value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log1p
from pathlib import Path

from matching.constraints.area import Words
from matching.document import Document
from matching.knowledge import files
from matching.knowledge.needs import Fired, Layer, read_helps
from matching.text.shorthand import Shorthand
from matching.text.spelling import Speller, plainer
from matching.text.words import words

FREQUENT, RARE = 300, 40_000
"""Ranks in plain English at which a word begins to tell, and tells in full."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of support of the shared vocabulary."""

    id: str
    label: str
    about: str


@dataclass(frozen=True)
class Knowledge:
    """Kinds of support, the needs layer over them, and the words of the field."""

    kinds: Mapping[str, Kind]
    layer: Layer
    shorthand: Shorthand
    languages: Mapping[str, str]
    """Every way of naming a language, in lower case, to its English name."""
    common: tuple[str, ...]
    place_words: frozenset[str]

    @cached_property
    def kind_words(self) -> dict[str, str]:
        """Each kind's label."""
        return {kind.id: kind.label for kind in self.kinds.values()}

    def helps_offered(self, document: Document, kinds: tuple[str, ...]) -> dict[str, float]:
        """Which helps an offering gives, and how surely (0 to 1)."""
        return self.layer.offered(document, kinds)

    def helps_needed(self, text: str) -> list[Fired]:
        """Which helps a need's words call for, the surest first."""
        return self.layer.needed(text)

    def field_words(self) -> Iterable[str]:
        """The words of services, for spelling."""
        for kind in self.kinds.values():
            yield from words(f"{kind.label} {kind.about}")
        for help_ in self.layer.helps.values():
            yield from words(" ".join((help_.label, *help_.offered)))

    def told_words(self) -> Iterable[str]:
        """The words of customers, for spelling."""
        return (word for help_ in self.layer.helps.values() for word in words(" ".join(help_.said)))

    def telling(self, word: str) -> float:
        """How much a word tells in plain English, 0 to 1: the rarer the more."""
        rank = min(self._ranks.get(form, RARE) for form in plainer(word))
        return min(1.0, log1p(rank / FREQUENT) / log1p(RARE / FREQUENT))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {word: rank for rank, word in enumerate(self.common)}

    @cached_property
    def speller(self) -> Speller:
        """Puts mistyped words right."""
        return Speller(self.field_words(), self.told_words(), self.common)

    @cached_property
    def ordinary_words(self) -> Words:
        """What telling a place from a word needs."""
        return Words(
            self.place_words, self.speller.has, self.speller.knows, self.speller.repair, self.speller.of_the_field
        )


def load(folder: Path | None = None) -> Knowledge:
    """Read the knowledge from a folder (by default `seeds/reference`)."""
    kinds = {row["id"]: Kind(row["id"], row["label"], row["about"]) for row in files.rows("support_kinds.csv", folder)}
    return Knowledge(
        kinds=kinds,
        layer=Layer(
            read_helps(files.rows("helps.csv", folder), files.rows("help_voices.csv", folder), _stories(folder))
        ),
        shorthand=Shorthand.of(files.rows("shorthand.csv", folder)),
        languages=_languages(files.rows("languages.csv", folder)),
        common=tuple(files.lines("common_words.txt", folder)),
        place_words=frozenset(word for line in files.lines("place_words.txt", folder) for word in line.split()),
    )


def _stories(folder: Path | None) -> list[dict[str, str]]:
    """Stories are for meaning; a folder without them still makes a layer."""
    try:
        return files.rows("help_stories.csv", folder)
    except FileNotFoundError:
        return []


def _languages(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows:
        for name in (row["name"], *row.get("also_written_as", "").split(";")):
            if name:
                names.setdefault(name.lower(), row["name"])
    return names


@lru_cache(maxsize=1)
def shipped() -> Knowledge:
    """The knowledge that ships with the product, read once."""
    return load()
