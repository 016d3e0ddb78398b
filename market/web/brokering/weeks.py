"""A person's week as `components/week.html` draws it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from market.bookings.queries import state_of, status_of, week
from market.bookings.rules import Coming, shown_as
from market.bookings.tables import Booking, Visit
from market.core.times import wall_day

DAYS = 7


def this_week(session: Session, person_id: str, now: datetime) -> list[dict[str, Any]]:
    """The seven days around now, Monday first, each with its visits."""
    today = wall_day(now)
    monday = today - timedelta(days=today.weekday())
    visits = [shown_visit(session, row, now) for row in _seen(week(session, person_id, monday))]
    return [_day(monday + timedelta(days=ahead), visits) for ahead in range(DAYS)]


def shown_visit(session: Session, row: Visit, now: datetime) -> dict[str, Any]:
    """One visit: when, who comes, what for, how it stands."""
    booking = session.get_one(Booking, row.booking_id)
    coming = Coming(row.starts_at, row.ends_at, row.instead_of is not None, row.minutes_late)
    return {
        "id": row.id,
        "day": row.day,
        "start": row.starts_at,
        "end": row.ends_at,
        "who": row.who_comes or "Somebody you know",
        "what": row.title,
        "state": shown_as(state_of(row), status_of(booking, now), coming, now),
        "href": f"/visits/{row.id}",
    }


def _seen(rows: Sequence[Visit]) -> list[Visit]:
    """A visit that was covered is shown once, as the one who comes."""
    stood_for = {row.instead_of for row in rows if row.instead_of and row.cancelled_at is None}
    return [row for row in rows if row.id not in stood_for]


def _day(day: date, visits: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"date": day, "visits": [visit for visit in visits if visit["day"] == day]}
