"""Whom taking a provider down touches, for the officer who is about to: counts, and no names."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from market.bookings.freeing import is_coming
from market.bookings.queries import requests_for, work_between
from market.core.times import wall_day

_AHEAD = timedelta(weeks=26)


@dataclass(frozen=True)
class Touched:
    """Visits still to come, of how many people, the first of them; and requests that wait."""

    visits: int
    people: int
    first_day: date | None
    requests: int


def visits_touched(session: Session, provider_id: str, now: datetime) -> Touched:
    """What a provider has promised from now on."""
    today = wall_day(now)
    rows = [
        row for row in work_between(session, provider_id, today, today + _AHEAD) if is_coming(row) and row.ends_at > now
    ]
    first = min((row.day for row in rows), default=None)
    waiting = len(requests_for(session, provider_id, now))
    return Touched(len(rows), len({row.person_id for row in rows}), first, waiting)
