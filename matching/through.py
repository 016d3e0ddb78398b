"""Through the gates: who of those that serve a need may be shown, and what the limits cost."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from matching.answer import GateReport, Match
from matching.columns import Mask
from matching.filters import GATES, Limits, in_force
from matching.index import Index
from matching.offering import Offering
from matching.openings import DESCRIBED, opening
from matching.rank import Evidence, highest
from matching.sieve import SIEVED
from matching.zone import Places

LOOKED_AT = 300
"""How far down the order the gates are asked, and refusals counted, where enough are found among so many."""
LOOKED_AT_MOST = 3000
"""How far down they are asked where the gates shut out nearly everybody."""
GOOD_ENOUGH = 0.3
"""What share of the best score an offering that is shut out must have to count as a loss."""

Show = Callable[[int, int], Match | None]
"""What is shown of a place and its slot; None where nobody stands there any more."""


def through_the_gates(
    index: Index, evidence: Evidence, reached: Mask, limits: Limits, show: Show, *, limit: int, faint: float
) -> tuple[list[Match], GateReport]:
    """The best that no gate shuts out, at most `limit` and none scored under `faint`; and what the gates cost."""
    matches: list[Match] = []
    refused: Counter[str] = Counter()
    alone: defaultdict[str, list[int]] = defaultdict(list)
    good = GOOD_ENOUGH * float(evidence.total.max(initial=0.0))
    gates, looked = _Gates(index, limits), 0
    for places, slots in _best_first(index, evidence, reached):
        scores = evidence.total[places]
        loud = int(np.searchsorted(-scores, -faint, side="right"))
        shut = gates.shut(slots[:loud], reached[places[:loud]])
        by_how_many = np.sum([np.zeros(loud, dtype=np.intp), *shut.values()], axis=0)
        counted = loud
        for number in np.flatnonzero(by_how_many == 0).tolist():
            if len(matches) < limit and (match := show(int(places[number]), int(slots[number]))) is not None:
                matches.append(match)
                counted = number + 1
        enough = len(matches) >= limit
        losses = int(np.searchsorted(-scores[:loud], -good, side="right"))
        counted = min(losses, max(counted, LOOKED_AT - looked) if enough else loud)
        for gate, mask in shut.items():
            refused[gate] += int(mask[:counted].sum())
            alone[gate] += slots[:counted][mask[:counted] & (by_how_many[:counted] == 1)].tolist()
        looked += loud
        if enough or loud < len(scores):
            break
    return matches, _report(index, limits, refused, alone)


def _report(index: Index, limits: Limits, refused: Counter[str], alone: Mapping[str, list[int]]) -> GateReport:
    # Of gates that cost as much the one is named that a person can open: nobody lives nearer for being asked.
    by_cost = sorted(alone, key=lambda gate: (-len(alone[gate]), gate == "distance"))
    only = {gate: len(alone[gate]) for gate in by_cost if alone[gate]}
    if not only:
        return GateReport(dict(+refused))
    dearest = next(iter(only))
    shut = [offering for slot in alone[dearest][:DESCRIBED] if (offering := index.offering(slot)) is not None]
    return GateReport(dict(+refused), only, opening({dearest: shut}, limits) if shut else None)


class _Gates:
    """The gates of one search, of which most stand open: only those that its limits can shut are asked."""

    def __init__(self, index: Index, limits: Limits) -> None:
        self._index, self._limits = index, limits
        self._in_force = tuple(in_force(limits))
        self._narrower = limits.filters.within_metres is not None

    def shut(self, slots: Places, reached: Mask) -> Mapping[str, Mask]:
        """Of each gate, which slots it shuts out."""
        sieved = self._index.sieve.shut(self._limits, slots, self._index.speaks)
        crowded = self._index.sieve.crowded(slots)
        return {gate: self._mask(gate, slots, reached, sieved, crowded) for gate in self._in_force}

    def _mask(self, gate: str, slots: Places, reached: Mask, sieved: Mapping[str, Mask], crowded: Mask) -> Mask:
        if gate == "distance" and not self._narrower:
            return ~reached
        if gate not in SIEVED:
            return self._asked_one_by_one(gate, slots, np.ones(len(slots), dtype=np.bool_))
        if gate not in ("days", "hours") or not crowded.any():
            return sieved[gate]
        return np.where(crowded, self._asked_one_by_one(gate, slots, crowded), sieved[gate])

    def _asked_one_by_one(self, gate: str, slots: Places, whom: Mask) -> Mask:
        shut, why_not = np.zeros(len(slots), dtype=np.bool_), GATES[gate]
        for number in np.flatnonzero(whom).tolist():
            offering: Offering | None = self._index.offering(int(slots[number]))
            shut[number] = offering is not None and why_not(offering, self._limits) is not None
        return shut


def _best_first(index: Index, evidence: Evidence, reached: Mask) -> Iterator[tuple[Places, Places]]:
    """Places and slots of the best within reach, and of the best of all (for what distance cost); ties by id, stably.

    Stretch by stretch, each longer than the last: most searches end in the first.
    """
    within = np.where(reached, evidence.total, np.float32(0))
    far = highest(evidence.total, LOOKED_AT // 5)
    told, deep = np.zeros(0, dtype=np.intp), LOOKED_AT
    while True:
        chosen = np.setdiff1d(np.union1d(highest(within, deep), far), told)
        chosen = chosen[evidence.total[chosen] > 0]
        scores, slots = (-evidence.total[chosen]).tolist(), evidence.zone.slots(chosen).tolist()
        ids = [index.ids[slot] for slot in slots]
        order = sorted(range(len(ids)), key=lambda number: (scores[number], ids[number]))
        yield chosen[order], np.array(slots, dtype=np.intp)[order]
        if deep >= min(LOOKED_AT_MOST, len(within)):
            return
        told, deep = np.union1d(told, chosen), min(deep * 4, LOOKED_AT_MOST)
