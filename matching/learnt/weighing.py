"""Fitting what each kind of evidence counts, on needs that somebody judged.

The order of offerings is a step function of the weights, so slopes are no use: many weights are tried about the present ones,
and the best dozen are averaged, which wins less on the needs they were chosen on and more on others (measured). How well
that does on needs kept aside is shown by cross-validation over the needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import log2

import numpy as np

from matching.postings import Floats
from matching.weights import KINDS_OF_EVIDENCE, Weights

SHOWN = 5
"""Places that count: the first page on a telephone."""
TRIED, KEPT = 400, 12
SURE = 0.8
"""The share of strong matches that truly help, even if only a little (grade 1 or 2)."""
FEW = 0.1
"""The share under which what is shown helps too seldom to be shown."""
TURNS = (0.5, 0.25)
"""How far is tried about the present weights, and then about the best of those: the spread of the logarithm."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One need with the evidence for each offering (rows: kinds of evidence) and how good each offering truly is (0, 1, 2)."""

    evidence: Floats
    grades: Floats
    worth: float = 1.0


def ndcg(order: Sequence[int], grades: Floats, shown: int = SHOWN) -> float:
    """How near an order comes to the best there could be, 0 to 1; early places count most."""
    gains = 2.0**grades - 1
    found = sum(float(gains[place]) / log2(rank + 2) for rank, place in enumerate(order[:shown]))
    best = sum(float(gain) / log2(rank + 2) for rank, gain in enumerate(sorted(gains, reverse=True)[:shown]))
    return found / best if best else 0.0


def goodness(weights: Floats, needs: Iterable[Judged]) -> float:
    """The mean nDCG of needs under some weights."""
    scored = [(ndcg(_order(weights @ one.evidence), one.grades), one.worth) for one in needs]
    return sum(score * worth for score, worth in scored) / (sum(worth for _, worth in scored) or 1.0)


def _order(total: Floats, most: int = SHOWN) -> list[int]:
    few = np.argpartition(-total, min(most * 4, len(total) - 1))[: most * 4]
    return [int(place) for place in few[np.lexsort((few, -total[few]))][:most]]


def fitted(start: Floats, needs: Sequence[Judged], seed: int = 0) -> Floats:
    """The mean of the best of many weights tried about `start`, or `start` where that is no better.

    Kinds that count nothing at the start stay at nothing.
    """
    chance = np.random.default_rng(seed)
    mean = start
    for wide in TURNS:
        tried = np.exp(chance.normal(0, wide, (TRIED, len(start)))) * mean
        scores = np.array([goodness(weights, needs) for weights in tried])
        mean = tried[np.argsort(-scores, kind="stable")[:KEPT]].mean(axis=0).astype(np.float32)
    return mean if goodness(mean, needs) > goodness(start, needs) else start


def strong_from(weights: Floats, needs: Sequence[Judged], share: float = SURE) -> float:
    """The lowest score (to a tenth) from which at least `share` of the first five shown truly help; the highest where none."""
    shown = []
    for one in needs:
        total = weights @ one.evidence
        shown += [(float(total[place]), one.grades[place] > 0) for place in _order(total)]
    steps = np.arange(0, max(total for total, _ in shown), 0.1)
    for least in steps:
        helping = [helps for total, helps in shown if total >= least]
        if helping and sum(helping) >= share * len(helping):
            return round(float(least), 1)
    return round(float(steps[-1]), 1)


def faint_from(weights: Floats, needs: Sequence[Judged], share: float = FEW) -> float:
    """The highest score (to a tenth) under which fewer than `share` of the first ten shown help at all."""
    shown = []
    for one in needs:
        total = weights @ one.evidence
        shown += [(float(total[place]), one.grades[place] > 0) for place in _order(total, 2 * SHOWN)]
    faint = 0.0
    for most in np.arange(0.1, max(total for total, _ in shown), 0.1):
        helping = [helps for total, helps in shown if total < most]
        if sum(helping) < share * len(helping):
            faint = round(float(most), 1)
    return faint


def cross_validated(start: Floats, needs: Sequence[Judged], folds: int = 5) -> float:
    """The goodness on needs that the weights were not fitted on."""
    place = np.random.default_rng(2).permutation(len(needs)) % folds
    scores = []
    for fold in range(folds):
        learnt = [one for one, at in zip(needs, place, strict=True) if at != fold]
        kept = [one for one, at in zip(needs, place, strict=True) if at == fold]
        scores.append(goodness(fitted(start, learnt, seed=fold), kept))
    return float(np.mean(scores))


def as_row(weights: Weights) -> Floats:
    """Weights as numbers in the order of `KINDS_OF_EVIDENCE`."""
    return np.array([getattr(weights, field.name) for field in fields(weights)], dtype=np.float32)


def by_name(row: Floats) -> Mapping[str, float]:
    """Numbers as weights by name, to two places: more would claim more than was measured."""
    return {name: round(float(value), 2) for name, value in zip(KINDS_OF_EVIDENCE, row, strict=True)}
