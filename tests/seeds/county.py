"""The demo county as its files say it, for the tests of those files."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DEMO = Path(__file__).parents[2] / "seeds" / "demo"
REFERENCE = DEMO.parent / "reference"
SHARED = Path(__file__).parents[3] / "shared"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_MINUTES = 24 * 60
HOLDS_TIME = frozenset({"accepted", "requested", "ended"})

Row = dict[str, Any]


@dataclass(frozen=True)
class Visit:
    """One occurrence of a booking: minutes of wall time from the Monday of week 0."""

    person: str
    booking: Row
    week: int
    day: str
    start: int
    end: int

    def overlaps(self, other: "Visit") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class County:
    """Everything in the files, by key."""

    authorities: dict[str, Row]
    accounts: dict[str, Row]
    people: dict[str, Row]
    providers: dict[str, Row]
    listings: dict[str, Row]
    provider_of: dict[str, Row]

    def bookings(self) -> Iterator[tuple[Row, Row]]:
        for person in self.people.values():
            for booking in person.get("booking", []):
                yield person, booking

    def visits(self) -> list[Visit]:
        """Every visit that holds somebody's time: cancelled ones and cancelled, declined bookings hold none."""
        return [
            visit
            for person, booking in self.bookings()
            if booking["state"] in HOLDS_TIME
            for visit in visits_of(person["key"], booking)
            if exception_of(visit).get("state") != "cancelled"
        ]


def _by_key(rows: list[Row]) -> dict[str, Row]:
    keyed = {row["key"]: row for row in rows}
    assert len(keyed) == len(rows), "a key is used twice"
    return keyed


def read(path: Path) -> Row:
    """One file, as written."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def county() -> County:
    """The county, read once."""
    providers = [row for path in sorted((DEMO / "providers").glob("*.toml")) for row in read(path)["provider"]]
    return County(
        authorities=_by_key(read(DEMO / "authorities.toml")["authority"]),
        accounts=_by_key(read(DEMO / "accounts.toml")["account"]),
        people=_by_key([read(path) for path in sorted((DEMO / "people").glob("*.toml"))]),
        providers=_by_key(providers),
        listings=_by_key([listing for provider in providers for listing in provider["listing"]]),
        provider_of={listing["key"]: provider for provider in providers for listing in provider["listing"]},
    )


def minutes(clock: str) -> int:
    """Minutes from midnight of "HH:MM"."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def span(row: Row) -> tuple[int, int]:
    """Start and end of a window or booking, the end past midnight where it is not after the start."""
    start, end = minutes(row["from"]), minutes(row["to"])
    return start, end if end > start else end + DAY_MINUTES


def visits_of(person: str, booking: Row) -> Iterator[Visit]:
    """Every visit of a booking, past and to come, cancelled ones too."""
    start, end = span(booking)
    for week in range(booking["from_week"], booking["until_week"] + 1, booking["every"]):
        for day in booking["days"]:
            midnight = (week * 7 + DAYS.index(day)) * DAY_MINUTES
            yield Visit(person, booking, week, day, midnight + start, midnight + end)


def exception_of(visit: Visit) -> Row:
    """What the file says of this one visit, if it says anything."""
    said = [row for row in visit.booking["visits"] if (row["week"], row["day"]) == (visit.week, visit.day)]
    return said[0] if said else {}


def free_of_charge(listing: Row) -> bool:
    return all(rate["unit"] in ("free", "funded") for rate in listing["rates"])
