"""A provider's visits as their calendar has them: when, and in which district. See `providers.interchange.calendars.writing`."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings import queries
from market.bookings.rules import VisitStatus
from market.core.places import district_of
from market.core.times import wall_day
from market.people.queries import districts_of
from providers.interchange.calendars.writing import CalendarVisit

BACK, AHEAD = timedelta(days=31), timedelta(days=183)
_CALLED_OFF = frozenset({VisitStatus.CANCELLED, VisitStatus.COVERED, VisitStatus.UNCOVERED})


def calendar_visits(session: Session, provider_id: str, now: datetime) -> Iterator[CalendarVisit]:
    """A month back and half a year on, of bookings that were agreed to. Those given up or called off say so."""
    today = wall_day(now)
    rows = queries.work_between(session, provider_id, today - BACK, today + AHEAD)
    districts = districts_of(session, {row.person_id for row in rows})
    for row in rows:
        yield CalendarVisit(
            row.id,
            row.starts_at,
            row.ends_at,
            district_of(districts.get(row.person_id, "")),
            queries.state_of(row) in _CALLED_OFF,
        )
