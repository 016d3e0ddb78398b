"""The order: every kind of evidence for an offering, weighed together."""

from dataclasses import dataclass

from matching.asked import Asked
from matching.index import Index
from matching.postings import Floats


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores of every slot, each between 0 and 1."""

    total: Floats
    words: Floats


def weigh(index: Index, asked: Asked) -> Evidence:
    """Score every slot of the index for a need."""
    words = index.bm25(asked.terms)
    most = float(words.max()) if words.size else 0.0
    words = words / most if most > 0 else words
    return Evidence(words, words)
