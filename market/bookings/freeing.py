"""A visit lets go of what was kept for it: its provider's time, and the money in the pot."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.rules import VisitStatus
from market.bookings.tables import Visit
from market.budgets import service as budgets
from market.core.actor import Actor, System
from market.core.money import Pence

COMING = (VisitStatus.PLANNED, VisitStatus.CHANGED)


def is_coming(visit: Visit) -> bool:
    """Whether a visit still stands as agreed or asked: neither begun, over, given up nor let go."""
    return queries.state_of(visit) in COMING and visit.let_go_at is None


def call_off(session: Session, visit: Visit, charge: Pence, *, by: Actor, now: datetime) -> None:
    """Write a visit off for the person: the charge is spent from what was held, the rest and the time are free again."""
    if charge and visit.hold_id and visit.pot_id:
        budgets.spend(session, visit.pot_id, visit.id, visit.hold_id, charge, now=now, by=by)
    visit.cancelled_at, visit.cancelled_by = now, by.says
    let_go(session, visit, by=by, now=now)


def let_go(session: Session, visit: Visit, *, by: Actor | System, now: datetime) -> None:
    """Free a visit's time and the money held for it."""
    if visit.let_go_at is None:
        visit.let_go_at = now
        session.add(visit)
    release_hold(session, visit, by=by, now=now)


def release_hold(session: Session, visit: Visit, *, by: Actor | System, now: datetime) -> None:
    """Free the money held for a visit, if any is."""
    if visit.hold_id is not None and visit.pot_id is not None:
        budgets.release(session, visit.pot_id, visit.id, visit.hold_id, now=now, by=by)
