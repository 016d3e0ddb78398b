"""Every SELECT about what is paid once."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.bookings import queries as bookings
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit


def next_of_booking(session: Session, visit: Visit, now: datetime) -> Visit | None:
    """The next visit of the same booking, after this one, that the same provider is still to make."""
    after = select(Visit).where(
        Visit.booking_id == visit.booking_id,
        Visit.provider_id == visit.provider_id,
        col(Visit.instead_of).is_(None),
        col(Visit.let_go_at).is_(None),
        col(Visit.starts_at) > max(visit.starts_at, now),
    )
    return session.exec(after.order_by(col(Visit.starts_at), col(Visit.id))).first()


def took_on_once(session: Session, visit_id: str) -> Visit | None:
    """The visit that took on what this one carried to be paid once; the last of several that passed it on."""
    found: Visit | None = None
    while after := session.exec(select(Visit).where(Visit.once_from == visit_id)).first():
        found, visit_id = after, after.id
    return found


def has_agreed(session: Session, person_id: str, listing_id: str, now: datetime) -> bool:
    """Whether this person had a yes to this listing of which a visit stands or took place, or waits for one: what is paid
    once is paid there. Where every visit was let go, nothing was set up yet."""
    asked = select(Booking).where(Booking.person_id == person_id, Booking.listing_id == listing_id)
    return any(
        bookings.status_of(row, now) is BookingStatus.REQUESTED or (row.accepted_at and _came_or_comes(session, row))
        for row in session.exec(asked)
    )


def _came_or_comes(session: Session, row: Booking) -> bool:
    """Whether a visit of its own provider took place, or may still."""
    mine = select(Visit.id).where(Visit.booking_id == row.id, Visit.provider_id == row.provider_id)
    stands = sa.or_(col(Visit.completed_at).is_not(None), col(Visit.let_go_at).is_(None))
    return session.exec(mine.where(stands).limit(1)).first() is not None
