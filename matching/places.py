"""What the matcher must be told about places. The real gazetteer stands outside."""

from collections.abc import Iterable
from typing import Protocol

from matching.offering import Point

METRES_A_MILE = 1609.344


class Spotted(Protocol):
    """Anything with a place on the national grid, in metres."""

    @property
    def easting(self) -> float:
        """Metres east."""

    @property
    def northing(self) -> float:
        """Metres north."""


class Gazetteer(Protocol):
    """Names of places, the postcode districts they cover, and where those are."""

    def districts_of(self, name: str) -> tuple[str, ...]:
        """Every postcode district of a named place; empty for a name that is not known."""

    def centre_of(self, district: str) -> Spotted | None:
        """The middle of a postcode district such as "EX9"; None where it is not known."""

    def names(self) -> Iterable[str]:
        """Every place name that `districts_of` knows, as people write them."""


def point_of(spot: Spotted) -> Point:
    """A spot as whole metres."""
    return Point(round(spot.easting), round(spot.northing))


class NoPlaces:
    """A gazetteer that knows no place: searching still works, by words alone."""

    def districts_of(self, name: str) -> tuple[str, ...]:
        """Always empty."""
        return ()

    def centre_of(self, district: str) -> Point | None:
        """Always None."""
        return None

    def names(self) -> Iterable[str]:
        """Always empty."""
        return ()


def miles(metres: float) -> float:
    """Metres as miles."""
    return metres / METRES_A_MILE


def said_distance(metres: int) -> str:
    """A distance as people say it: "close by", "about 2 miles"."""
    whole = round(miles(metres))
    if whole < 1:
        return "less than a mile" if metres > 400 else "close by"
    return f"about {whole} mile{'s' if whole != 1 else ''}"
