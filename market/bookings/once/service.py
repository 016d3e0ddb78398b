"""Letting what is paid once go on to the next visit, with the money that is held for it."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.once import queries
from market.bookings.tables import Visit
from market.budgets import service as budgets
from market.budgets.service import Charge
from market.core.actor import Actor, System
from market.core.money import Pence


def takes_it_on(session: Session, visit: Visit, now: datetime) -> Visit | None:
    """The visit that what is paid once would go on to if this one did not take place; None where it carries nothing, or
    no other is to come."""
    if not visit.once_pence or visit.pot_id is None:
        return None
    return queries.next_of_booking(session, visit, now)


def own_price(session: Session, visit: Visit, now: datetime) -> Pence:
    """What a visit costs for itself: without what would go on to another."""
    return visit.each_pence if takes_it_on(session, visit, now) else visit.price_pence


def pass_it_on(session: Session, visit: Visit, *, by: Actor | System, now: datetime) -> Visit | None:
    """This visit will not take place: what is paid once goes on, and the money held for it with it. Call it before the
    visit's own money is let go or spent, with the visit held. Gives the visit that takes it on."""
    found = takes_it_on(session, visit, now)
    if found is None or visit.pot_id is None:
        return None
    after, pence = bookings.locked_visit(session, found.id), visit.once_pence
    visit.hold_id = budgets.hold_again(
        session, visit.pot_id, _charge(visit, visit.price_pence - pence), visit.hold_id, now=now, by=by
    )
    after.hold_id = budgets.hold_again(
        session, visit.pot_id, _charge(after, after.price_pence + pence), after.hold_id, now=now, by=by
    )
    visit.price_pence, visit.once_pence = visit.price_pence - pence, 0
    after.price_pence, after.once_pence, after.once_from = after.price_pence + pence, pence, visit.id
    session.add_all([visit, after])
    session.flush()
    return after


def _charge(visit: Visit, pence: Pence) -> Charge:
    assert visit.provider_id is not None, "what is paid once is paid to a provider"
    return Charge(visit.id, visit.day, visit.provider_id, pence)
