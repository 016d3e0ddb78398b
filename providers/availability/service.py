"""Time off: of everything a provider does, at once. It stops new visits; those that were agreed still stand."""

from datetime import date, datetime

from sqlmodel import Session

from market.core.actor import Actor
from market.core.errors import NotAllowed, NotFound
from market.core.events import record
from providers.availability.errors import AwayBackwards
from providers.availability.tables import AwayRow

AWAY = "provider.away"


def take_time_off(
    session: Session, provider_id: str, first: date, last: date, why: str, *, by: Actor, now: datetime
) -> AwayRow:
    """Be away from the first day to the last, both included. Raises `AwayBackwards`, `NotAllowed`."""
    if by.provider_id != provider_id:
        raise NotAllowed
    if last < first:
        raise AwayBackwards
    row = AwayRow(provider_id=provider_id, first_day=first, last_day=last, why=why)
    session.add(row)
    session.flush()
    record(session, AWAY, at=now, by=by, subject=row.id, provider_id=provider_id)
    return row


def work_after_all(session: Session, away_id: str, *, by: Actor, now: datetime) -> None:
    """Take time off back. Raises `NotFound` for anybody else's."""
    row = session.get(AwayRow, away_id)
    if row is None or by.provider_id != row.provider_id:
        raise NotFound
    session.delete(row)
    record(session, AWAY, at=now, by=by, subject=row.id, provider_id=row.provider_id)
