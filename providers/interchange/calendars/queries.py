"""Every SELECT on given calendars."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from market.core.errors import NotFound
from market.core.rows import one
from providers.interchange.calendars.tables import BusyTime, GivenCalendar

Span = tuple[datetime, datetime]


def calendars_of(session: Session, provider_id: str | None) -> Sequence[GivenCalendar]:
    """The calendars a provider gave, oldest first."""
    statement = select(GivenCalendar).where(GivenCalendar.provider_id == provider_id)
    return session.exec(statement.order_by(col(GivenCalendar.given_at), col(GivenCalendar.id))).all()


def calendar_of(session: Session, calendar_id: str, provider_id: str | None) -> GivenCalendar:
    """One of a provider's own. Raises `NotFound` for another's."""
    row = one(session, GivenCalendar, calendar_id)
    if provider_id is None or row.provider_id != provider_id:
        raise NotFound
    return row


def busy_times_of(session: Session, provider_id: str, since: datetime, until: datetime) -> list[Span]:
    """When a provider's own calendars say they are busy between two instants."""
    statement = select(BusyTime).where(
        BusyTime.provider_id == provider_id, col(BusyTime.starts_at) < until, col(BusyTime.ends_at) > since
    )
    return [(row.starts_at, row.ends_at) for row in session.exec(statement)]


def all_busy_times(session: Session, now: datetime) -> Mapping[str, list[Span]]:
    """The same from now on, by provider."""
    found: dict[str, list[Span]] = {}
    for row in session.exec(select(BusyTime).where(col(BusyTime.ends_at) > now)):
        found.setdefault(row.provider_id, []).append((row.starts_at, row.ends_at))
    return found
