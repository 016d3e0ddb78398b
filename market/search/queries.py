"""Every SELECT of needs asked, things kept and shortlists."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from market.bookings.tables import Booking
from market.core.rows import one
from market.search.tables import Kept, SearchedNeed, Shortlist, ShortlistItem


def need(session: Session, need_id: str) -> SearchedNeed:
    """One need as it was asked. Raises `NotFound`."""
    return one(session, SearchedNeed, need_id)


def kept_by(session: Session, account_id: str) -> Sequence[Kept]:
    """What an account kept, newest first."""
    return session.exec(select(Kept).where(Kept.account_id == account_id).order_by(col(Kept.at).desc())).all()


def is_kept(session: Session, account_id: str, listing_id: str) -> bool:
    """Whether an account has kept a listing."""
    found = select(Kept.id).where(Kept.account_id == account_id, Kept.listing_id == listing_id)
    return session.exec(found).first() is not None


def kept_row(session: Session, account_id: str, listing_id: str) -> Kept | None:
    """The row that keeps a listing for an account, if one does."""
    return session.exec(select(Kept).where(Kept.account_id == account_id, Kept.listing_id == listing_id)).first()


def shortlists_of(session: Session, person_id: str) -> Sequence[Shortlist]:
    """A person's shortlists, newest first."""
    mine = select(Shortlist).where(Shortlist.person_id == person_id)
    return session.exec(mine.order_by(col(Shortlist.made_at).desc())).all()


def unanswered_shortlists(session: Session, people: Collection[str]) -> Sequence[Shortlist]:
    """Shortlists sent to these people after which nobody has asked for anything for them, newest first."""
    asked = select(Booking.id).where(
        Booking.person_id == Shortlist.person_id, col(Booking.asked_at) >= Shortlist.sent_at
    )
    sent = select(Shortlist).where(col(Shortlist.person_id).in_(people), col(Shortlist.sent_at).is_not(None))
    return session.exec(sent.where(~asked.exists()).order_by(col(Shortlist.sent_at).desc())).all()


def shortlist(session: Session, shortlist_id: str) -> Shortlist:
    """One shortlist. Raises `NotFound`."""
    return one(session, Shortlist, shortlist_id)


def items_of(session: Session, shortlist_id: str) -> Sequence[ShortlistItem]:
    """What is on a shortlist, in its order."""
    on_it = select(ShortlistItem).where(ShortlistItem.shortlist_id == shortlist_id)
    return session.exec(on_it.order_by(col(ShortlistItem.place))).all()
