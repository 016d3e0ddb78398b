"""Where a row is, held against the national postcode list.

The list carries no day on which a postcode ended, so "ended", "mistyped" and "very new" cannot be told apart where it is
not in it; a postcode that has ended and still stands in it is taken as it stands.
"""

from dataclasses import dataclass
from functools import lru_cache

from market.core.places import Place, PlaceUnknown, Spot, district_of, find_place, metres_between
from providers.interchange.entry import SaidPlace
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading.grid import in_britain, to_grid

TOO_FAR_APART_METRES = 2_000.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A place on the grid, as far as it is known, and what was wrong with what was written."""

    postcode: str = ""
    spot: Spot | None = None
    council: str = ""
    flags: tuple[Flagged, ...] = ()


def placed(said: SaidPlace) -> Placed:
    """The place of a row. A postcode decides; coordinates help where it is missing or unknown."""
    flags: list[Flagged] = []
    spot = _spot(said, flags)
    if not said.postcode:
        return Placed("", spot, "", tuple(flags))
    known = _postcode(said.postcode)
    if known is None or not district_of(said.postcode):
        is_one = bool(district_of(said.postcode))
        flags.append(Flagged(Flag.POSTCODE_UNKNOWN if is_one else Flag.POSTCODE_MALFORMED, said.postcode))
        return Placed("", spot, "", tuple(flags))
    if known.precision != "postcode":
        flags.append(Flagged(Flag.POSTCODE_UNKNOWN, said.postcode))
        return Placed(known.label, spot or known.spot, known.council, tuple(flags))
    if spot is not None and metres_between(spot, known.spot) > TOO_FAR_APART_METRES:
        apart = f"{said.postcode}, {metres_between(spot, known.spot) / 1000:.1f} km"
        flags.append(Flagged(Flag.COORDINATES_DISAGREE, apart))
    return Placed(known.label, known.spot, known.council, tuple(flags))


def _spot(said: SaidPlace, flags: list[Flagged]) -> Spot | None:
    if said.latitude is None or said.longitude is None:
        return None
    if not in_britain(said.latitude, said.longitude):
        flags.append(Flagged(Flag.COORDINATES_UNUSABLE, f"{said.latitude}, {said.longitude}"))
        return None
    return to_grid(said.latitude, said.longitude)


@lru_cache(maxsize=4096)
def _postcode(typed: str) -> Place | None:
    try:
        return find_place(typed)
    except PlaceUnknown:
        return None
