"""What a provider taken down means for what was asked of them and agreed with them.

Requests that wait are let go at once. Visits that were agreed stay: the market introduces and does not direct, so whether
they come is the person's own choice, and calling them off costs nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade.answers import ask_no_more
from market.bookings.freeing import let_go
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit
from market.core.actor import System
from market.core.events import record
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import ListingState
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import ProviderState

BY = System("standing-down")
WHY = "Their listing is off for now, so they are not taking new visits."


def is_suspended(session: Session, listing_id: str | None, provider_id: str | None) -> bool:
    """Whether this listing, or all of its provider, is suspended now."""
    if listing_id is not None and listing_by_id(session, listing_id).state is ListingState.SUSPENDED:
        return True
    return provider_id is not None and provider_by_id(session, provider_id).state is ProviderState.SUSPENDED


def let_requests_go(session: Session, waiting: Sequence[Booking], *, now: datetime) -> list[Booking]:
    """Decline, by the product's own rule, each of these requests that still waits: those who asked are told as ever."""
    gone = []
    for one in waiting:
        booking = queries.locked_booking(session, one.id)
        if queries.status_of(booking, now) is not BookingStatus.REQUESTED:
            continue
        booking.declined_at, booking.declined_why, booking.answered_by = now, WHY, BY.says
        session.add(booking)
        for visit in queries.visits_of(session, booking.id):
            let_go(session, visit, by=BY, now=now)
        parties = {"person_id": booking.person_id, "provider_id": booking.provider_id}
        record(session, "booking.declined", at=now, by=BY, subject=booking.id, **parties)
        gone.append(booking)
    return gone


def stand_listing_down(session: Session, listing_id: str, *, now: datetime) -> Sequence[Visit]:
    """What taking one listing down does at once: requests and questions of cover are let go. Gives the agreed visits that are
    still to come, soonest first: whether they happen is the person's choice."""
    let_requests_go(session, queries.requests_for_listing(session, listing_id, now), now=now)
    ask_no_more(session, listing_id=listing_id, now=now)
    return queries.visits_of_listing_after(session, listing_id, now)


def stand_provider_down(session: Session, provider_id: str, *, now: datetime) -> Sequence[Visit]:
    """The same for everything of a provider, by whatever listing it came, also by one that was taken down long ago."""
    let_requests_go(session, queries.requests_for(session, provider_id, now), now=now)
    ask_no_more(session, provider_id=provider_id, now=now)
    return queries.visits_of_provider_after(session, provider_id, now)
