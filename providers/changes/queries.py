"""Every SELECT on changes of listings."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from providers.changes.rules import Part
from providers.changes.tables import ListingChange
from providers.listings.tables import Listing


def changes_that_wait(session: Session, listing_id: str) -> list[ListingChange]:
    """What waits for the desk of one listing, oldest first."""
    mine = select(ListingChange).where(ListingChange.listing_id == listing_id, col(ListingChange.waits))
    return list(session.exec(mine.order_by(col(ListingChange.at), col(ListingChange.id))))


def change_that_waits(session: Session, listing_id: str, part: Part) -> ListingChange | None:
    """The waiting change of one part of a listing, if there is one."""
    return next((one for one in changes_that_wait(session, listing_id) if one.part is part), None)


def listings_with_changes(session: Session, provider_ids: Collection[str]) -> list[Listing]:
    """The listings of these providers of which a change waits, the longest waiting first."""
    statement = (
        select(Listing, ListingChange.at)
        .join(ListingChange, col(ListingChange.listing_id) == col(Listing.id))
        .where(col(Listing.provider_id).in_(provider_ids), col(ListingChange.waits))
        .order_by(col(ListingChange.at))
    )
    return list({row.id: row for row, _ in session.exec(statement)}.values())


def changes_of(session: Session, listing_id: str, most: int = 20) -> list[ListingChange]:
    """The newest changes of a listing, newest first."""
    mine = select(ListingChange).where(ListingChange.listing_id == listing_id)
    return list(session.exec(mine.order_by(col(ListingChange.at).desc(), col(ListingChange.id).desc()).limit(most)))


def said_lately(session: Session, listing_id: str, part: Part, since: datetime) -> list[dict[str, Any]]:
    """What a part said before each change since then that people saw, the newest first."""
    mine = (
        select(ListingChange)
        .where(ListingChange.listing_id == listing_id, ListingChange.part == part)
        .where(col(ListingChange.accepted).is_(True), col(ListingChange.at) >= since)
    )
    newest_first = mine.order_by(col(ListingChange.at).desc(), col(ListingChange.id).desc())
    return [one.was for one in session.exec(newest_first)]


def photos_that_wait(session: Session) -> frozenset[str]:
    """Ids of the photographs that wait for a desk's yes."""
    waiting = select(ListingChange).where(col(ListingChange.waits), ListingChange.part == Part.PHOTO)
    return frozenset(str(one.becomes.get("photo", "")) for one in session.exec(waiting)) - {""}
