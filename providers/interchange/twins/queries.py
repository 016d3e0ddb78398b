"""Every SELECT on likely doubles, and every listing as it is compared."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, or_, select

from market.core.errors import NotFound
from market.core.rows import held, one
from providers.interchange.errors import PairDecided
from providers.interchange.looks import Looks, phone_digits
from providers.interchange.tables import ImportedListing
from providers.interchange.twins.tables import LikelyPair
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.tables import Provider

_GONE = (ListingState.REMOVED, ListingState.EXPIRED)
_COMPARED_LETTERS = 400


def every_look(session: Session, only: Sequence[str] | None = None) -> Iterator[Looks]:
    """Every listing that is not gone, as it is compared; or those named."""
    statement = (
        sa.select(
            col(Listing.id), col(Listing.title), col(Provider.name), col(Provider.phone), col(ImportedListing.web_key),
            col(Listing.postcode), col(Provider.postcode), col(Listing.easting), col(Listing.northing),
            sa.func.substr(col(Listing.description), 1, _COMPARED_LETTERS),
        )
        .join(Provider, col(Provider.id) == col(Listing.provider_id))
        .outerjoin(
            ImportedListing,
            sa.and_(col(ImportedListing.listing_id) == col(Listing.id), col(ImportedListing.merged).is_(False)),
        )
        .where(col(Listing.state).not_in(_GONE))
        .order_by(col(Listing.id))
    )  # fmt: skip
    if only is not None:
        statement = statement.where(col(Listing.id).in_(only))
    for key, title, owner, phone, web, postcode, own_postcode, east, north, words in session.execute(statement):
        spot = None if east is None or north is None else (east, north)
        yield Looks(key, title, owner, phone_digits(phone), web or "", postcode or own_postcode, spot, words)


def waiting_pair_of(session: Session, pair_id: str, authority_id: str | None) -> LikelyPair:
    """One likely pair of one council, to look at. Raises `PairDecided`, and `NotFound` for another's."""
    row = one(session, LikelyPair, pair_id)
    if authority_id is None or row.authority_id != authority_id:
        raise NotFound
    if row.decision is not None:
        raise PairDecided
    return row


def locked_pair_of(session: Session, pair_id: str, authority_id: str | None) -> LikelyPair:
    """One likely pair of one council, held. Raises `NotFound` for another's."""
    row = held(session, LikelyPair, pair_id)
    if authority_id is None or row.authority_id != authority_id:
        raise NotFound
    return row


def pairs_waiting(session: Session, authority_id: str | None, most: int = 200) -> Sequence[LikelyPair]:
    """Pairs of one council that nobody has decided, the likeliest first."""
    statement = select(LikelyPair).where(
        LikelyPair.authority_id == authority_id,
        col(LikelyPair.authority_id).is_not(None),
        col(LikelyPair.decision).is_(None),
    )
    return session.exec(statement.order_by(col(LikelyPair.score).desc(), col(LikelyPair.id)).limit(most)).all()


def known_pairs(session: Session, keys: Sequence[str]) -> dict[str, LikelyPair]:
    """Those of these pairs that were found before, by key."""
    return {row.key: row for row in session.exec(select(LikelyPair).where(col(LikelyPair.key).in_(keys)))}


def pairs_with(session: Session, listing_id: str) -> Sequence[LikelyPair]:
    """Every pair that a listing is in."""
    mine = or_(LikelyPair.listing_id == listing_id, LikelyPair.other_listing_id == listing_id)
    return session.exec(select(LikelyPair).where(mine).order_by(col(LikelyPair.id))).all()
