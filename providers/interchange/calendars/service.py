"""Taking a provider's own calendar: from a file at once, from an address again and again, until they take it away."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from market.core.actor import Actor, System
from market.core.events import record
from market.core.jobs import put_job
from providers.interchange.calendars import queries
from providers.interchange.calendars.fetching import tidy_address
from providers.interchange.calendars.rules import Busy, busy_times
from providers.interchange.calendars.tables import BusyTime, GivenCalendar
from providers.interchange.errors import CalendarAddressRefused

READ = "provider.calendar_read"
TAKEN_AWAY = "provider.calendar_taken_away"
FETCH = "interchange.fetch_calendar"
EVERY = timedelta(hours=1)
AFTER_TROUBLE = timedelta(hours=6)
MOST_CALENDARS = 5
BACK = timedelta(days=1)


def give_file(session: Session, provider_id: str, name: str, content: bytes, *, by: Actor, now: datetime) -> Busy:
    """Read a file's busy times once. Raises `CalendarUnreadable`."""
    busy = busy_times(content, now - BACK)
    row = _new(session, provider_id, name, "", by=by, now=now)
    keep(session, row, busy, by=by, now=now)
    return busy


def give_address(
    session: Session, provider_id: str, name: str, address: str, *, by: Actor, now: datetime, loopback: bool = False
) -> GivenCalendar:
    """Have the worker read an address now and each hour. Raises `CalendarAddressRefused`."""
    row = _new(session, provider_id, name, tidy_address(address, loopback=loopback), by=by, now=now)
    fetch_at(session, row, now)
    return row


def take_away(session: Session, calendar_id: str, *, by: Actor, now: datetime) -> None:
    """Forget a calendar and everything it said. Raises `NotFound`."""
    row = queries.calendar_of(session, calendar_id, by.provider_id)
    session.execute(sa.delete(BusyTime).where(col(BusyTime.calendar_id) == row.id))
    session.delete(row)
    session.flush()
    record(session, TAKEN_AWAY, at=now, by=by, subject=row.id, provider_id=row.provider_id)


def keep(session: Session, row: GivenCalendar, busy: Busy, *, by: Actor | System, now: datetime) -> None:
    """What a calendar says now, in place of what it said."""
    session.execute(sa.delete(BusyTime).where(col(BusyTime.calendar_id) == row.id))
    for start, end in busy.spans:
        session.add(BusyTime(calendar_id=row.id, provider_id=row.provider_id, starts_at=start, ends_at=end))
    row.read_at = row.tried_at = now
    row.trouble, row.unread_events = "", busy.unread
    session.add(row)
    session.flush()
    record(session, READ, at=now, by=by, subject=row.id, provider_id=row.provider_id, times=len(busy.spans))


def fetch_at(session: Session, row: GivenCalendar, at: datetime) -> None:
    """Have the worker read an address at an instant."""
    put_job(session, FETCH, {"calendar_id": row.id}, run_at=at, key=f"{FETCH}:{row.id}:{at.isoformat()}")


def _new(session: Session, provider_id: str, name: str, address: str, *, by: Actor, now: datetime) -> GivenCalendar:
    if len(queries.calendars_of(session, provider_id)) >= MOST_CALENDARS:
        raise CalendarAddressRefused(f"You have {MOST_CALENDARS} calendars here already. Take one away first.")
    row = GivenCalendar(
        provider_id=provider_id, name=name or "My calendar", address=address, given_at=now, given_by=by.says
    )
    session.add(row)
    session.flush()
    return row
