"""What becomes of a request: accepted, declined, or lapsed because nobody answered in time."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.carrying import carry_out, drop
from market.bookings.errors import AlreadyAnswered, TakenDown, TooLate
from market.bookings.freeing import let_go
from market.bookings.lawful import check_cleared
from market.bookings.rules import BookingStatus, renewal_asked_at
from market.bookings.tables import Booking
from market.core.actor import Actor, System
from market.core.errors import NotFound
from market.core.events import record
from market.core.jobs import put_job
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import ListingState
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import ProviderState


def request_for(session: Session, provider: Actor, booking_id: str) -> Booking:
    """A booking asked of this very provider. Raises `NotFound` for anybody else's."""
    booking = queries.booking(session, booking_id)
    if provider.provider_id is None or booking.provider_id != provider.provider_id:
        raise NotFound
    return booking


def accept(session: Session, provider: Actor, booking_id: str, *, now: datetime) -> Booking:
    """Say yes. Said twice it is done once. Raises `NotFound`, `TooLate`, `AlreadyAnswered`, `NotClearedForTask`, `TakenDown`."""
    request_for(session, provider, booking_id)
    booking = queries.locked_booking(session, booking_id)
    status = queries.status_of(booking, now)
    if status is BookingStatus.ACCEPTED:
        return booking
    _check_open(booking, status)
    _check_still_cleared(session, booking)
    carry_out(session, booking, by=provider, now=now)
    booking.accepted_at, booking.answered_by = now, provider.account_id
    session.add(booking)
    parties = {"person_id": booking.person_id, "provider_id": booking.provider_id}
    record(session, "booking.accepted", at=now, by=provider, subject=booking.id, **parties)
    if booking.weekdays:
        run_at = renewal_asked_at(booking.last_end, now)
        put_job(session, "bookings.renewal", {"booking_id": booking.id}, run_at=run_at, key=f"renewal:{booking.id}")
    return booking


def ask_renewal(session: Session, booking_id: str, *, now: datetime) -> bool:
    """A standing booking nears its end: whoever books is asked whether it shall go on. Never by itself.

    False when there is nothing to ask: it was ended, the same is booked beyond it already, or its provider was taken down.
    """
    booking = queries.locked_booking(session, booking_id)
    if queries.status_of(booking, now) is not BookingStatus.ACCEPTED or queries.goes_on(session, booking, now):
        return False
    if _is_taken_down(session, booking):
        return False
    parties = {"person_id": booking.person_id, "provider_id": booking.provider_id}
    record(session, "booking.ending_soon", at=now, by=System("bookings"), subject=booking.id, **parties)
    return True


def decline(session: Session, provider: Actor, booking_id: str, why: str, *, now: datetime) -> Booking:
    """Say no; times and money are free again at once. Raises `NotFound`, `TooLate`, `AlreadyAnswered`."""
    request_for(session, provider, booking_id)
    booking = queries.locked_booking(session, booking_id)
    status = queries.status_of(booking, now)
    if status is BookingStatus.DECLINED:
        return booking
    _check_open(booking, status)
    booking.declined_at, booking.declined_why, booking.answered_by = now, why.strip(), provider.account_id
    session.add(booking)
    _let_go_of_all(session, booking, by=provider, now=now)
    parties = {"person_id": booking.person_id, "provider_id": booking.provider_id}
    record(session, "booking.declined", at=now, by=provider, subject=booking.id, **parties)
    return booking


def lapse(session: Session, booking_id: str, *, now: datetime) -> bool:
    """Let a request go that nobody answered in time. False when there is nothing to do."""
    booking = queries.locked_booking(session, booking_id)
    if queries.status_of(booking, now) is not BookingStatus.EXPIRED:
        return False
    if all(visit.let_go_at for visit in queries.visits_of(session, booking.id)):
        return False
    by = System("bookings")
    _let_go_of_all(session, booking, by=by, now=now)
    parties = {"person_id": booking.person_id, "provider_id": booking.provider_id}
    record(session, "booking.expired", at=now, by=by, subject=booking.id, **parties)
    return True


def _let_go_of_all(session: Session, booking: Booking, *, by: Actor | System, now: datetime) -> None:
    drop(session, booking, by=by, now=now)
    for visit in queries.visits_of(session, booking.id):
        let_go(session, visit, by=by, now=now)


def _check_open(booking: Booking, status: BookingStatus) -> None:
    if status is BookingStatus.EXPIRED:
        raise TooLate("request", booking.answer_by)
    if status is not BookingStatus.REQUESTED:
        raise AlreadyAnswered(status)


def _check_still_cleared(session: Session, booking: Booking) -> None:
    """Evidence may have lapsed, or the listing have been taken down, since the request was made. Raises `TakenDown`."""
    if _is_taken_down(session, booking):
        raise TakenDown(booking.title)
    listing, provider = listing_by_id(session, booking.listing_id), provider_by_id(session, booking.provider_id)
    check_cleared(session, listing, provider, booking.kind, [one.day for one in queries.visits_of(session, booking.id)])


def _is_taken_down(session: Session, booking: Booking) -> bool:
    listing, provider = listing_by_id(session, booking.listing_id), provider_by_id(session, booking.provider_id)
    return listing.state is ListingState.SUSPENDED or provider.state is ProviderState.SUSPENDED
