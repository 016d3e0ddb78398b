"""What each kind of evidence counts: one table, fitted by `alongside fit weights`, never by hand."""

from dataclasses import dataclass, fields
from typing import Final

from matching.knowledge import files

FILE: Final = "matching_weights.csv"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts; each is a number between 0 and about 1 before it is weighed."""

    words: float
    """BM25, as a share of what a perfect offering would have."""
    helps: float
    """Kinds of help that the need calls for and the offering says it gives."""
    kinds: float
    """Kinds of support those helps belong to."""
    likeness: float = 0.0
    """Of meaning, whole to whole; where there is no encoder this and the next two are nothing."""
    part: float = 0.0
    """Of meaning, to the likest sentence."""
    bearing: float = 0.0
    """What the need is about and the offering bears on, by the learnt model."""


KINDS_OF_EVIDENCE: Final = tuple(field.name for field in fields(Weights))


STRONG, FAINT = "strong", "faint"
"""The rows of the table that are no weights: the score from which a match is called strong, and under which it is not shown."""


def _column(name: str) -> dict[str, float]:
    return {row["evidence"]: float(row[name]) for row in files.rows(FILE) if row[name]}


def _weights(column: dict[str, float]) -> Weights:
    return Weights(**{name: value for name, value in column.items() if name in KINDS_OF_EVIDENCE})


WITH_MEANING: Final = _weights(_column("with_meaning"))
BY_WORDS: Final = _weights(_column("by_words"))
STRONG_WITH_MEANING: Final = _column("with_meaning")[STRONG]
STRONG_BY_WORDS: Final = _column("by_words")[STRONG]
FAINT_WITH_MEANING: Final = _column("with_meaning")[FAINT]
