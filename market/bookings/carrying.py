"""What becomes of the asking to move a visit: carried out with the provider's yes, or dropped and all stays as it was."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.errors import TooLate
from market.bookings.freeing import call_off, is_coming
from market.bookings.rules import more_to_hold
from market.bookings.tables import Booking, Visit
from market.budgets import service as budgets
from market.budgets.service import Charge
from market.core.actor import Actor, System
from market.core.events import record


def hold_what_is_more(session: Session, booking: Booking, agreed: Visit, *, by: Actor, now: datetime) -> None:
    """Set aside, under the asking itself, what the new time costs above the old. Raises `BudgetExceeded`, `OutsidePotPeriod`."""
    more = more_to_hold(queries.held_for(session, agreed.id), booking.total_pence)
    if booking.pot_id is None or not more:
        return
    charge = Charge(booking.id, booking.first_day, booking.provider_id, more)
    booking.move_hold_id = budgets.hold_for_visits(session, booking.pot_id, [charge], now=now, by=by)[booking.id]
    session.add(booking)


def drop(session: Session, booking: Booking, *, by: Actor | System, now: datetime) -> None:
    """Free what was set aside for the asking. The visit as agreed was never touched."""
    if booking.move_hold_id is not None and booking.pot_id is not None:
        budgets.release(session, booking.pot_id, booking.id, booking.move_hold_id, now=now, by=by)


def carry_out(session: Session, booking: Booking, *, by: Actor, now: datetime) -> None:
    """The provider has said yes: the visit has its new time, and the old one is off at no charge, since they agreed to it.

    What was held for the old time goes to the new one in the same breath, and what is paid once with it. Raises `TooLate`
    where the visit as agreed no longer stands: it was called off, given up, or has begun.
    """
    if booking.moves_visit_id is None:
        return
    agreed = queries.locked_visit(session, booking.moves_visit_id)
    if not is_coming(agreed) or agreed.starts_at <= now:
        raise TooLate("visit", agreed.starts_at)
    drop(session, booking, by=by, now=now)
    call_off(session, agreed, 0, by=by, now=now)
    (visit,) = queries.visits_of(session, booking.id)
    if once := agreed.once_pence:
        visit.price_pence, visit.once_pence, visit.once_from = visit.price_pence + once, once, agreed.id
        agreed.price_pence, agreed.once_pence = agreed.price_pence - once, 0
        session.add(agreed)
    if booking.pot_id is not None:
        charge = Charge(visit.id, visit.day, booking.provider_id, visit.price_pence)
        visit.hold_id = budgets.hold_for_visits(session, booking.pot_id, [charge], now=now, by=by).get(visit.id)
    visit.changed_at = now
    session.add(visit)
    about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
    record(session, "visit.cancelled", at=now, by=by, subject=agreed.id, charge=0, moved_to=visit.id, **about)
    record(session, "visit.changed", at=now, by=by, subject=visit.id, moved_from=agreed.id, **about)
