"""A country in cells: which settled slots a search from somewhere has to look at.

Slots are settled by how far their offerings come, and within that by ten-kilometre squares, so that everybody who could
come to a place lies in a few stretches. Those who fall short by no more than `NEAR_MISS` lie there too: a person is told
what would open up if they came from further away.
"""

from collections.abc import Iterator, Sequence
from math import sqrt

import numpy as np
import numpy.typing as npt

from matching.offering import Offering, Point
from matching.zone import Zone

SIDE = 10_000
LAYERS = (10_000, 25_000, 60_000)
"""Reach up to which offerings are kept together, in metres; those who come further are looked at from everywhere."""
NEAR_MISS = 15_000
EVERYWHERE = len(LAYERS) * 1_000_000
_MOST = 999

Cells = npt.NDArray[np.int32]


def cell_of(offering: Offering) -> int:
    """The number of the layer and square an offering lies in."""
    if offering.travel_metres is None or not offering.points:
        return EVERYWHERE
    first = offering.points[0]
    reach = offering.travel_metres + max(first.metres_to(point) for point in offering.points)
    layer = next((number for number, most in enumerate(LAYERS) if reach <= most), None)
    if layer is None:
        return EVERYWHERE
    return layer * 1_000_000 + _square(first.northing) * 1000 + _square(first.easting)


def _square(metres: float) -> int:
    return min(_MOST, max(0, int(metres // SIDE)))


def zone_about(cells: Cells, places: Sequence[Point], slots: int) -> Zone:
    """The stretches of `slots` slots to look at from `places`; `cells` are those of settled slots, in rising order."""
    squares = {
        (layer * 1_000_000 + row * 1000 + west, layer * 1_000_000 + row * 1000 + east)
        for layer, most in enumerate(LAYERS)
        for place in places
        for row, west, east in _rows_about(place, most + NEAR_MISS)
    }
    wanted = sorted((*squares, (EVERYWHERE, EVERYWHERE)))
    lows = np.searchsorted(cells, [low for low, _ in wanted], side="left")
    highs = np.searchsorted(cells, [high for _, high in wanted], side="right")
    stretches: list[tuple[int, int]] = []
    for low, high in zip(lows.tolist(), highs.tolist(), strict=True):
        after = stretches[-1][1] if stretches else 0
        stretches.append((max(low, after), max(high, after)))
    return Zone.of((*stretches, (len(cells), slots)))


def _rows_about(place: Point, far: float) -> Iterator[tuple[int, int, int]]:
    """The squares that a circle of `far` metres touches: each row, from its westernmost to its easternmost."""
    for row in range(_square(place.northing - far), _square(place.northing + far) + 1):
        low, high = row * SIDE, (row + 1) * SIDE
        # The outermost squares hold all that lies beyond them, so they are always looked at in full width.
        away = max(0.0, low - place.northing, place.northing - high) if 0 < row < _MOST else 0.0
        wide = sqrt(max(0.0, far**2 - away**2))
        yield row, _square(place.easting - wide), _square(place.easting + wide)
