"""What somebody will do, where, when and for how much, as the matcher sees it.

These are plain values. Whoever owns the listing builds them (`providers/candidates.py` in the
application, `matching/evaluate.py` for the instrument); the matcher never looks anything up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from math import hypot
from typing import Literal

Arrangement = Literal[
    "employed_pa",
    "sole_self_employed",
    "micro_enterprise",
    "registered_agency",
    "isf_provider",
    "community",
    "support_service",
]
WorkerGender = Literal["female", "male", "non_binary", "mixed_team"]

FREE_UNITS = frozenset({"free", "funded"})


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the Ordnance Survey national grid, in metres."""

    easting: int
    northing: int

    def metres_to(self, other: "Point") -> int:
        """Straight-line distance in whole metres."""
        across, up = self.easting - other.easting, self.northing - other.northing
        return round(hypot(across, up))


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the week in which the offering can happen.

    `weekdays` count from Monday 0, as `date.weekday()` does. An `end` not after `start` runs
    past midnight into the next day, so 00:00 to 00:00 is the whole day.
    """

    weekdays: tuple[int, ...]
    start: time
    end: time

    def minutes(self) -> tuple[int, int]:
        """Start and end in minutes from midnight; the end may lie in the next day."""
        start = self.start.hour * 60 + self.start.minute
        end = self.end.hour * 60 + self.end.minute
        return start, end if end > start else end + 24 * 60


@dataclass(frozen=True, slots=True)
class Offering:
    """One thing a provider will do, priced and placed."""

    id: str
    title: str
    description: str = ""
    provider_name: str = ""
    arrangement: Arrangement = "community"
    kinds: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    worker_gender: WorkerGender | None = None
    points: tuple[Point, ...] = ()
    travel_metres: int | None = None
    """How far they come from a point; None means by phone, post or online, or anywhere."""
    price_pence: int | None = None
    price_unit: str = "hour"
    windows: tuple[Window, ...] = ()
    assurances: tuple[str, ...] = ()
    assurance_note: str = ""
    limits: tuple[str, ...] = ()
    next_free: date | None = None
    is_new: bool = False
    """Come to the market lately, so that nobody can know them yet."""

    @property
    def is_free(self) -> bool:
        """Nobody is charged: free to all, or funded by somebody else."""
        return self.price_unit in FREE_UNITS or self.price_pence == 0

    def metres_from(self, places: Sequence[Point]) -> int | None:
        """The shortest way from any of `places`; None where either side has no point."""
        ways = [mine.metres_to(theirs) for mine in self.points for theirs in places]
        return min(ways) if ways else None

    def reaches(self, places: Sequence[Point]) -> bool:
        """Whether the offering comes to (or is near enough for) at least one of `places`."""
        if self.travel_metres is None or not self.points or not places:
            return True
        metres = self.metres_from(places)
        return metres is None or metres <= self.travel_metres
