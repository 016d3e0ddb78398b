"""Columns of numbers over the slots of an index: how long each text is, how far each offering comes."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.offering import Offering, Point
from matching.zone import Slots, Zone

Mask = npt.NDArray[np.bool_]


class Column:
    """A growing column of numbers of one kind: one a slot, or several in a fixed shape."""

    def __init__(
        self, kind: npt.DTypeLike = np.float32, values: npt.NDArray[Any] | None = None, shape: tuple[int, ...] = ()
    ) -> None:
        """`shape` is that of one slot's numbers, where it has several."""
        self._values = np.zeros((64, *shape), dtype=kind) if values is None or not len(values) else values
        self._used = 0 if values is None else len(values)

    def append(self, value: npt.ArrayLike) -> None:
        """Add one at the end."""
        if self._used == len(self._values):
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._values[self._used] = value
        self._used += 1

    def put(self, row: int, value: npt.ArrayLike) -> None:
        """Change one."""
        self._values[row] = value

    def values(self) -> npt.NDArray[Any]:
        """All of them: a view, not a copy."""
        return self._values[: self._used]

    def __len__(self) -> int:
        return self._used


class Reach:
    """Where offerings start from and how far they come, as columns: one row a point, in whole metres."""

    PARTS = ("owners", "eastings", "northings", "metres")

    def __init__(self, parts: Sequence[npt.NDArray[Any]] | None = None) -> None:
        self._parts = tuple(Column(np.int32, parts[number] if parts else None) for number in range(len(self.PARTS)))

    def add(self, slot: int, offering: Offering) -> None:
        """Note from where, and how far, the offering in a slot comes; one that comes anywhere has no row."""
        if offering.travel_metres is None:
            return
        for point in offering.points:
            row = (slot, point.easting, point.northing, offering.travel_metres)
            for column, value in zip(self._parts, row, strict=True):
                column.append(value)

    def rows(self) -> tuple[npt.NDArray[np.int32], ...]:
        """Owners, eastings, northings, metres: owners in rising order."""
        many = min(len(part) for part in self._parts)
        return tuple(part.values()[:many] for part in self._parts)

    def mask(self, places: Sequence[Point], zone: Zone) -> Mask:
        """Who of a zone comes to one of `places`. Distances are rounded as `Point.metres_to` rounds them."""
        if not places:
            return np.ones(zone.size, dtype=np.bool_)
        owners, eastings, northings, metres = self.rows()
        mine, chosen = zone.cut(owners)
        reached = np.ones(zone.size, dtype=np.bool_)
        reached[mine] = False
        east, north, far = eastings[chosen].astype(float), northings[chosen].astype(float), metres[chosen]
        for place in places:
            away = np.rint(np.hypot(east - place.easting, north - place.northing))
            reached[mine[away <= far]] = True
        return reached


def moved(slots: Slots, to: Slots) -> tuple[Slots, npt.NDArray[np.intp]]:
    """Slots after a move (`to` gives each its new one, -1 for none), in rising order, and which of the old they are."""
    fresh = to[slots[slots < len(to)]]  # those put in meanwhile are not of the move
    order = np.argsort(fresh, kind="stable")
    order = order[fresh[order] >= 0]
    return fresh[order], order
