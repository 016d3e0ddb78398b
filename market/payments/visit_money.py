"""What a visit's own page asks of its money: to hold it because something was wrong, and what of it goes back."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.core.money import Pence
from market.payments import queries
from market.payments.errors import WindowPassed
from market.payments.rules import DISPUTE_WINDOW
from market.payments.settling.reading import goes_on_to, money_of, spent_at
from market.people.access import person_for
from market.people.rules import Scope


def say_wrong(session: Session, actor: Actor, visit_id: str, *, now: datetime) -> Visit:
    """The person says that a visit was not as agreed, within two days of it: its money waits for a human.

    Raises `NotFound`, `NotYourPerson`, `WindowPassed`.
    """
    visit = bookings.locked_visit(session, visit_id)
    person_for(session, actor, visit.person_id, Scope.CANCEL, now)
    if queries.plan_of(session, visit.booking_id) is None:
        raise NotFound
    if visit.disputed_at is not None:
        return visit
    done = spent_at(session, visit)
    if done is None or now >= done + DISPUTE_WINDOW:
        raise WindowPassed(DISPUTE_WINDOW.days)
    visit.disputed_at = now
    session.add(visit)
    about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
    record(session, "visit.said_wrong", at=now, by=actor, subject=visit.id, **about)
    return visit


def may_say_wrong(session: Session, visit: Visit, now: datetime) -> bool:
    """Whether the days in which to say so are still running."""
    if visit.disputed_at is not None or queries.plan_of(session, visit.booking_id) is None:
        return False
    done = spent_at(session, visit)
    return done is not None and visit.completed_at is not None and now < done + DISPUTE_WINDOW


def goes_back(session: Session, visit: Visit) -> Pence:
    """What of a visit's money is owed back to its payer or on its way to them, from the moment it was called off.

    What pays for whoever stands in, or goes on with what is paid once, is not among it.
    """
    if queries.plan_of(session, visit.booking_id) is None:
        return 0
    money = money_of(session, visit)
    return money.to_give_back - sum(pence for _, pence in goes_on_to(session, visit)) + money.refunded
