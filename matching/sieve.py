"""What the commonest gates ask of offerings, as columns: thousands are asked at once, and none is taken from its shelf for it.

Each mask says of slots exactly what its gate in `matching.filters` says of their offerings; a property test holds the two
together.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

import numpy as np
import numpy.typing as npt

from matching.columns import Column, Mask
from matching.constraints.found import PARTS_OF_DAY, Ceiling
from matching.filters import GIVE_MINUTES, WHOLE_DAY, Limits, ceilings_of, days_asked, genders_asked, languages_asked
from matching.offering import Offering, Window, WorkerGender
from matching.packing import Vocabulary
from matching.postings import Postings
from matching.zone import Places

DAYS: Final = 7
MOST: Final = 2
"""Windows on one day that are kept. An offering with more, or with one on no day, is asked itself."""
NOBODY: Final = -1
"""Stands for no window, and for no price."""
_GENDERS: Final = (None, *get_args(WorkerGender))
SIEVED: Final = ("days", "hours", "price", "worker_gender", "language")
"""The gates that are asked here."""

Numbers = npt.NDArray[Any]


class Sieve:
    """Windows, prices and genders by slot; who speaks what is in the index's postings."""

    PARTS: Final = ("windows", "crowded", "pence", "units", "free", "genders")
    _KINDS: Final = (np.int16, np.bool_, np.int32, np.int32, np.bool_, np.int8)

    def __init__(self, vocabulary: Vocabulary, parts: Sequence[Numbers] | None = None) -> None:
        self._vocabulary = vocabulary
        shapes = ((DAYS, MOST, 2), *[()] * (len(self.PARTS) - 1))
        self._columns = tuple(
            Column(kind, parts[number] if parts else None, shape)
            for number, (kind, shape) in enumerate(zip(self._KINDS, shapes, strict=True))
        )

    def append(self, offering: Offering) -> None:
        """Note the facts of the next slot's offering."""
        for column, value in zip(self._columns, self._facts(offering), strict=True):
            column.append(value)

    def put(self, slot: int, offering: Offering) -> None:
        """Note the facts of an offering that took another's place in its slot."""
        for column, value in zip(self._columns, self._facts(offering), strict=True):
            column.put(slot, value)

    def parts(self) -> tuple[Numbers, ...]:
        """The columns, in the order of `PARTS`."""
        return tuple(column.values() for column in self._columns)

    def settled(self, order: Numbers) -> "Sieve":
        """The facts of these slots, in this order."""
        return Sieve(self._vocabulary, [part[order] for part in self.parts()])

    def _facts(self, offering: Offering) -> tuple[Any, ...]:
        windows, crowded = _by_day(offering.windows)
        pence = NOBODY if offering.price_pence is None else offering.price_pence
        unit = self._vocabulary.number(offering.price_unit)
        return windows, crowded, pence, unit, offering.is_free, _GENDERS.index(offering.worker_gender)

    def shut(self, limits: Limits, slots: Places, speaks: Postings) -> Mapping[str, Mask]:
        """Of each gate asked here that these limits can shut, which slots it shuts out."""
        masks: dict[str, Mask] = {}
        for gate, mask in self._masks(limits, slots, speaks):
            masks[gate] = masks[gate] | mask if gate in masks else mask
        return masks

    def crowded(self, slots: Places) -> Mask:
        """Whose windows do not fit in here: their days and hours are not known."""
        return np.asarray(self.parts()[1][slots], dtype=np.bool_)

    def _masks(self, limits: Limits, slots: Places, speaks: Postings) -> Iterator[tuple[str, Mask]]:
        windows, _, pence, units, free, genders = (part[slots] for part in self.parts())
        yield from self._time(limits, windows)
        for ceiling in ceilings_of(limits):
            yield "price", self._above(ceiling, pence, units, free)
        for wanted in genders_asked(limits):
            fit = [_GENDERS.index(one) for one in (None, "mixed_team", wanted)]
            yield "worker_gender", ~np.isin(genders, fit)
        for names, silent in languages_asked(limits):
            yield "language", self._silent(names, silent, slots, speaks)

    def _above(self, ceiling: Ceiling, pence: Numbers, units: Numbers, free: Mask) -> Mask:
        if ceiling.unit == "free":
            return np.asarray(~free, dtype=np.bool_)
        unit = self._vocabulary.find(ceiling.unit)
        return np.asarray((pence > ceiling.pence) & (units == (NOBODY if unit is None else unit)), dtype=np.bool_)

    @staticmethod
    def _silent(names: tuple[str, ...], silent: bool, slots: Places, speaks: Postings) -> Mask:
        """Who speaks none of some languages; with `silent` those of whom no language is known are let through."""
        said = np.zeros(len(slots), dtype=np.bool_)
        for name in names:
            said |= _among(slots, speaks, name.lower())
        if silent:
            said |= ~_among(slots, speaks, ANY)
        return ~said

    @staticmethod
    def _time(limits: Limits, windows: Numbers) -> Iterator[tuple[str, Mask]]:
        starts, ends = windows[..., 0], windows[..., 1]  # slots by days by windows of a day
        there = (starts != NOBODY).any(axis=2)
        somewhen = there.any(axis=1)
        for days in days_asked(limits):
            yield "days", somewhen & ~there[:, list(days)].any(axis=1)
        asked = limits.constraints
        wanted = np.zeros(DAYS, dtype=np.bool_)
        wanted[sorted(set(asked.days or range(DAYS)) & set(limits.filters.days or range(DAYS)))] = True
        judged = np.where((there & wanted).any(axis=1)[:, None], wanted, there)
        if asked.start is not None and asked.end is not None:
            start, end = Window((0,), asked.start, asked.end).minutes()
            fits = (starts != NOBODY) & (starts <= start + GIVE_MINUTES) & (ends >= end - GIVE_MINUTES)
            on = fits.any(axis=2)
            covered = (on | ~judged).all(axis=1) if asked.days else (on & judged).any(axis=1)
            yield "hours", somewhen & ~covered
        elif asked.time_of_day is not None:
            lies = (_lies_in(starts, ends, PARTS_OF_DAY[asked.time_of_day]) & (starts != NOBODY)).any(axis=2)
            yield "hours", somewhen & ~(lies & judged).any(axis=1)


ANY: Final = "*"
"""Stands in the postings for whoever says any language at all."""


def spoken(offering: Offering) -> dict[str, float]:
    """The languages of an offering, as terms."""
    said = {language.lower(): 1.0 for language in offering.languages}
    return said | {ANY: 1.0} if said else said


def _among(slots: Places, speaks: Postings, name: str) -> Mask:
    found = speaks.of(name)
    if found is None or not len(found[0]):
        return np.zeros(len(slots), dtype=np.bool_)
    at = np.minimum(np.searchsorted(found[0], slots), len(found[0]) - 1)
    return np.asarray(found[0][at] == slots, dtype=np.bool_)


def _by_day(windows: Sequence[Window]) -> tuple[Numbers, bool]:
    kept = np.full((DAYS, MOST, 2), NOBODY, dtype=np.int16)
    crowded = not all(window.weekdays for window in windows)
    for day in range(DAYS):
        own = sorted({window.minutes() for window in windows if day in window.weekdays})
        crowded |= len(own) > MOST
        for number, minutes in enumerate(own[:MOST]):
            kept[day, number] = minutes
    return kept, crowded


def _lies_in(starts: Numbers, ends: Numbers, part: tuple[int, int]) -> Mask:
    """`matching.filters.lies_in`, of many windows."""
    enough = np.minimum(60, ends - starts)
    shared = [
        np.minimum(ends, part[1] + moved) - np.maximum(starts, part[0] + moved) for moved in (-WHOLE_DAY, 0, WHOLE_DAY)
    ]
    return np.asarray(np.maximum.reduce(shared) >= enough, dtype=np.bool_)
