"""Columns of numbers over the slots of an index: how long each text is, how far each offering comes."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matching.offering import Offering, Point
from matching.postings import Floats

Mask = npt.NDArray[np.bool_]


class Column:
    """A growing column of numbers."""

    def __init__(self) -> None:
        self._values = np.zeros(64, dtype=np.float32)
        self._used = 0

    def append(self, value: float) -> None:
        """Add one number at the end."""
        if self._used == len(self._values):
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._values[self._used] = value
        self._used += 1

    def values(self) -> Floats:
        """All of them: a view, not a copy."""
        return self._values[: self._used]


class Reach:
    """Where offerings start from and how far they come, as columns."""

    def __init__(self) -> None:
        self._anywhere: list[int] = []
        self._slots, self._eastings, self._northings, self._metres = (Column() for _ in range(4))

    def add(self, slot: int, offering: Offering) -> None:
        """Note from where, and how far, the offering in a slot comes."""
        if offering.travel_metres is None or not offering.points:
            self._anywhere.append(slot)
            return
        for point in offering.points:
            self._slots.append(slot)
            self._eastings.append(point.easting)
            self._northings.append(point.northing)
            self._metres.append(offering.travel_metres)

    def mask(self, places: Sequence[Point], slots: int) -> Mask:
        """Which of `slots` slots come to one of `places`."""
        if not places:
            return np.ones(slots, dtype=np.bool_)
        reached = np.zeros(slots, dtype=np.bool_)
        reached[self._anywhere] = True
        owners = self._slots.values().astype(np.int64)
        for place in places:
            away = np.hypot(self._eastings.values() - place.easting, self._northings.values() - place.northing)
            reached[owners[away <= self._metres.values() + 0.5]] = True
        return reached
