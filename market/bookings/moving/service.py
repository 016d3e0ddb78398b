"""Asking a provider to make one visit at another time. It stays as agreed until they say yes, and if they say no."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.asking import ask_for
from market.bookings.errors import MoveWaits, NotAgreedYet, NothingMoved, TooLate
from market.bookings.moving.rules import NewTime, answer_move_by, may_move, moved
from market.bookings.pricing import PricedSlot
from market.bookings.quoting import Run, Wanted, quote_run
from market.bookings.rules import BookingStatus, Slot, Wish
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import visit_of_person
from market.core.actor import Actor
from market.core.errors import NotFound, Refusal
from market.core.money import Pence
from market.people.rules import Scope


@dataclass(frozen=True)
class Move:
    """What moving a visit would mean, before anybody is asked: the visit as agreed, and the run of one that it would become."""

    visit: Visit
    run: Run
    answer_by: datetime

    @property
    def to(self) -> PricedSlot:
        return self.run.slots[0]

    @property
    def dearer(self) -> Pence:
        """What it costs above what was agreed; below nought it is cheaper. What is paid once goes with it, and is in neither."""
        return self.run.total - self.visit.each_pence


def agreed_slot(visit: Visit) -> Slot:
    """The time a visit was agreed for."""
    return Slot(visit.day, visit.wall_start, visit.wall_end, visit.starts_at, visit.ends_at)


def look_at_move(session: Session, actor: Actor, visit_id: str, to: NewTime, *, now: datetime) -> Move:
    """What moving this visit would cost and by when its provider would answer. Asks nobody, holds nothing.

    Raises `NotFound`, `NotYourPerson`, `TooLate`, `NotAgreedYet`, `MoveWaits`, `NothingMoved`, and what `quote_run` raises.
    """
    visit = visit_of_person(session, actor, visit_id, Scope.CANCEL, now)
    booking = _movable(session, visit, now)
    slot = moved(agreed_slot(visit), to)
    if slot == agreed_slot(visit):
        raise NothingMoved
    run = quote_run(session, actor, visit.person_id, _wanted(visit, booking, slot), now=now)
    return Move(visit, run, answer_move_by(now, visit.starts_at, slot.starts_at))


def ask_to_move(
    session: Session, actor: Actor, visit_id: str, to: NewTime, *, seen_pence: Pence, key: str, now: datetime
) -> Booking:
    """Ask the provider. The same key again gives the same asking. Raises what `look_at_move` raises, and `PriceChanged`."""
    if known := queries.booking_by_key(session, key):
        return known
    looked = look_at_move(session, actor, visit_id, to, now=now)
    return ask_for(
        session,
        actor,
        looked.visit.person_id,
        looked.run.wanted,
        seen_pence=seen_pence,
        leave_out_taken=False,
        key=key,
        now=now,
        start_sooner=looked.run.starts_within_cooling_off(now) or None,  # said beside the yes, and agreed to by it
    )


def _wanted(visit: Visit, booking: Booking, slot: Slot) -> Wanted:
    """The same visit at another time: same listing, same money, as many workers."""
    wish = Wish(slot.day, slot.wall_start, slot.wall_end, dates=(slot.day,))
    return Wanted(
        listing_id=visit.listing_id or booking.listing_id,
        wish=wish,
        kind=booking.kind,
        pot_id=visit.pot_id or "",
        outcome_id=booking.outcome_id,
        workers=visit.workers,
        moves=visit.id,
    )


def can_be_moved(session: Session, visit: Visit, now: datetime) -> bool:
    """Whether its provider may be asked to make it at another time, and has not been already."""
    try:
        _movable(session, visit, now)
    except Refusal:
        return False
    return True


def _movable(session: Session, visit: Visit, now: datetime) -> Booking:
    """The booking of a visit that can be moved."""
    if visit.provider_id is None:
        raise NotFound  # somebody known comes, unpaid: it is between them
    booking = queries.booking(session, visit.booking_id)
    status = queries.status_of(booking, now)
    if status is BookingStatus.REQUESTED:
        raise NotAgreedYet
    is_cover = visit.instead_of is not None
    if visit.starts_at <= now or not may_move(
        queries.state_of(visit), status, is_cover=is_cover, let_go=visit.let_go_at is not None
    ):
        raise TooLate("visit", visit.starts_at)
    if queries.waiting_move_of(session, visit.id, now):
        raise MoveWaits
    return booking
