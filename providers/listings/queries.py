"""Every SELECT on listings."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from market.core.rows import held, one
from market.core.times import wall_day
from providers.arrangement.rules import Arrangement
from providers.listings.rules import FRESH_FOR, ListingState
from providers.listings.tables import Listing, ListingDecision
from providers.organisations.rules import SHOWN_STATES
from providers.organisations.tables import Provider

_PORTION = 5_000
_SHOWN_OR_RESTING = (ListingState.LIVE, ListingState.PAUSED, ListingState.STALE)


def listing(session: Session, listing_id: str) -> Listing:
    """The listing with this id, whatever its state. Raises `NotFound`."""
    return one(session, Listing, listing_id)


def listings_by_id(session: Session, listing_ids: Collection[str]) -> list[Listing]:
    """These listings, whatever their state, by id."""
    return list(session.exec(select(Listing).where(col(Listing.id).in_(listing_ids)).order_by(col(Listing.id))))


def locked_listing(session: Session, listing_id: str) -> Listing:
    """The same, held until the transaction ends, for changing its state."""
    return held(session, Listing, listing_id)


def live_listings(session: Session, now: datetime, fresh_for: timedelta = FRESH_FOR) -> list[Listing]:
    """Every listing that may be found now: live, fresh, not expired, its provider not suspended. By id."""
    statement = (
        select(Listing)
        .join(Provider, col(Provider.id) == col(Listing.provider_id))
        .where(col(Provider.state).in_(SHOWN_STATES))
        .where(col(Listing.state) == ListingState.LIVE)
        .where(col(Listing.checked_at) >= now - fresh_for)
        .where((col(Listing.expires_on).is_(None)) | (col(Listing.expires_on) >= wall_day(now)))
        .order_by(col(Listing.id))
    )
    return list(session.exec(statement))


def listings_of(session: Session, provider_id: str) -> list[Listing]:
    """All listings of one provider, whatever their state, oldest first."""
    statement = (
        select(Listing).where(Listing.provider_id == provider_id).order_by(col(Listing.made_at), col(Listing.id))
    )
    return list(session.exec(statement))


def listings_unconfirmed_since(session: Session, moment: datetime) -> list[Listing]:
    """Live listings that nobody has confirmed since then."""
    statement = (
        select(Listing)
        .where(col(Listing.state) == ListingState.LIVE)
        .where((col(Listing.checked_at).is_(None)) | (col(Listing.checked_at) < moment))
        .order_by(col(Listing.id))
    )
    return list(session.exec(statement))


def employed_listings(session: Session) -> list[tuple[Listing, Provider]]:
    """What people employed by their customers offer, as far as it is on show or comes back by itself, with whose it is."""
    statement = (
        select(Listing, Provider)
        .join(Provider, col(Provider.id) == col(Listing.provider_id))
        .where(Provider.arrangement == Arrangement.EMPLOYED_PA, col(Provider.state).in_(SHOWN_STATES))
        .where(col(Listing.state).in_(_SHOWN_OR_RESTING))
        .order_by(col(Listing.id))
    )
    return [(row, owner) for row, owner in session.exec(statement)]


def listings_past_their_last_day(session: Session, today: date) -> list[Listing]:
    """What is on show or rests, and had its last day before today."""
    statement = (
        select(Listing)
        .where(col(Listing.state).in_(_SHOWN_OR_RESTING), col(Listing.expires_on) < today)
        .order_by(col(Listing.id))
    )
    return list(session.exec(statement))


def listings_waiting(session: Session, provider_ids: Collection[str]) -> list[Listing]:
    """What these providers have sent for checking and nobody has answered, by id."""
    statement = (
        select(Listing)
        .where(col(Listing.provider_id).in_(provider_ids), col(Listing.state) == ListingState.SUBMITTED)
        .order_by(col(Listing.id))
    )
    return list(session.exec(statement))


def decisions_on(session: Session, listing_id: str) -> list[ListingDecision]:
    """Every change of state, oldest first."""
    statement = (
        select(ListingDecision).where(ListingDecision.listing_id == listing_id).order_by(col(ListingDecision.id))
    )
    return list(session.exec(statement))


def owners_of(session: Session, listing_ids: Collection[str]) -> dict[str, str]:
    """The provider of each of these listings, by listing. Asked for in portions: a statement takes only so many values."""
    found: dict[str, str] = {}
    ids = list(listing_ids)
    for start in range(0, len(ids), _PORTION):
        statement = select(Listing.id, Listing.provider_id).where(col(Listing.id).in_(ids[start : start + _PORTION]))
        found.update(dict(session.exec(statement).all()))
    return found
