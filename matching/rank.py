"""The order: every kind of evidence for an offering, weighed together."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from matching.asked import Asked
from matching.index import Index
from matching.postings import Floats, Postings


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts."""

    words: float = 1.0
    helps: float = 1.2
    kinds: float = 0.5
    denied: float = 0.5
    """How much of its score an offering keeps that says it does not do what is asked."""


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores of every slot by kind of evidence, each between 0 and about 1."""

    total: Floats
    words: Floats
    helps: Floats
    kinds: Floats


def weigh(index: Index, asked: Asked, weights: Weights = WEIGHTS) -> Evidence:
    """Score every slot of the index for a need."""
    words = _words(index, asked)
    helps = _noisy_or(index.slots, index.helps, {fired.help.id: fired.strength for fired in asked.helps})
    kinds = _noisy_or(index.slots, index.kinds, kinds_needed(asked))
    total = weights.words * words + weights.helps * helps + weights.kinds * kinds
    return Evidence(total.astype(np.float32), words, helps, kinds)


def kinds_needed(asked: Asked) -> dict[str, float]:
    """Kinds of support the need calls for, by way of the helps it fires."""
    needed: defaultdict[str, float] = defaultdict(float)
    for fired in asked.helps:
        for kind, weight in fired.help.kinds.items():
            needed[kind] = max(needed[kind], fired.strength * weight)
    return dict(needed)


def _words(index: Index, asked: Asked) -> Floats:
    """BM25 as a share of what a perfect offering would have, so that weak evidence stays weak."""
    scores = index.bm25(asked.terms)
    most = sum(weight * index.rarity(stem) for stem, weight in asked.terms.items()) * 1.4
    return scores / np.float32(most) if most > 0 else scores


def _noisy_or(slots: int, postings: Postings, needed: dict[str, float]) -> Floats:
    """Each piece of evidence takes its share of what doubt is left."""
    doubt = np.ones(slots, dtype=np.float32)
    for term, strength in needed.items():
        found = postings.of(term)
        if found is not None:
            owners, weights = found
            doubt[owners] *= 1 - np.float32(min(strength, 0.97)) * np.minimum(weights, np.float32(0.97))
    return 1 - doubt
