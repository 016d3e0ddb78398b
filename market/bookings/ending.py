"""Ending an agreement before its time: the visits still to come are called off, what has been stays as it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.carrying import drop
from market.bookings.errors import PriceChanged, TooLate
from market.bookings.freeing import call_off, is_coming
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import charge_for_cancelling
from market.core.actor import Actor
from market.core.events import record
from market.core.money import Pence
from market.people.access import person_for
from market.people.rules import Scope

_OPEN = (BookingStatus.REQUESTED, BookingStatus.ACCEPTED)


@dataclass(frozen=True)
class Ending:
    """What ending a booking does: the visits that are called off, those that stay, and the money. Pence."""

    booking: Booking
    off: tuple[Visit, ...]
    stay: tuple[Visit, ...]
    charge: Pence
    freed: Pence


def look_at_ending(session: Session, actor: Actor, booking_id: str, *, now: datetime) -> Ending:
    """What ending this booking now would do. Changes nothing. Raises `NotFound`, `NotYourPerson`."""
    booking = queries.booking(session, booking_id)
    person_for(session, actor, booking.person_id, Scope.CANCEL, now)
    return _ending(session, booking, queries.visits_of(session, booking.id), now)


def cancel_booking(
    session: Session, actor: Actor, booking_id: str, seen_charge: Pence, *, now: datetime, why: str = ""
) -> Ending:
    """Call off every visit of a booking that is still to come; cancelled twice it is done once. The provider reads `why`.

    A visit that has begun, was done or failed stays as it is; who stands in for a failed one is called off, and told by
    an event of their own. Raises `NotFound`, `NotYourPerson`, `TooLate`
    (nothing is left to call off), `PriceChanged` (the charge is not the one that was seen).
    """
    booking = queries.locked_booking(session, booking_id)
    person_for(session, actor, booking.person_id, Scope.CANCEL, now)
    ids = [visit.id for visit in queries.visits_of(session, booking.id)]
    ending = _ending(session, booking, [queries.locked_visit(session, visit_id) for visit_id in ids], now)
    if booking.cancelled_at is not None:
        return ending
    if queries.status_of(booking, now) not in _OPEN or not ending.off:
        raise TooLate("booking", booking.last_end)
    if ending.charge != seen_charge:
        raise PriceChanged(seen_charge, ending.charge)
    drop(session, booking, by=actor, now=now)
    for visit in ending.off:
        _call_off(session, actor, visit, now)
    booking.cancelled_at, booking.cancelled_by, booking.cancelled_why = now, actor.says, why.strip()
    session.add(booking)
    record(
        session,
        "booking.cancelled",
        at=now,
        by=actor,
        subject=booking.id,
        person_id=booking.person_id,
        provider_id=booking.provider_id,
        visits=len(ending.off),
        charge=ending.charge,
        freed=ending.freed,
    )
    return ending


def _call_off(session: Session, actor: Actor, visit: Visit, now: datetime) -> None:
    charge = charge_for_cancelling(session, visit, now, alone=False)
    call_off(session, visit, charge, by=actor, now=now)
    if visit.instead_of is not None:
        about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
        record(session, "visit.cancelled", at=now, by=actor, subject=visit.id, charge=charge, **about)


def _ending(session: Session, booking: Booking, visits: Sequence[Visit], now: datetime) -> Ending:
    off = tuple(visit for visit in visits if is_coming(visit) and visit.starts_at > now)
    charge = sum(charge_for_cancelling(session, visit, now, alone=False) for visit in off)
    held = sum(visit.price_pence for visit in off if visit.hold_id)
    stay = tuple(visit for visit in visits if visit not in off and visit.cancelled_at is None)
    return Ending(booking, off, stay, charge, held - charge)
