"""What the public may know of a listing, put together for the feed. What may not be published never gets this far.

Exact addresses: only of a place that an open directory published and did not ask to mask. Everything else has the middle of its
postcode district and its town, as on our own pages: a street may be somebody's home.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from market.core.places import PlaceNames, Spot, district_of
from market.core.times import wall_day
from matching.offering import Offering, Window
from providers.accreditation.badge import Badge
from providers.arrangement.rules import Arrangement
from providers.availability.queries import windows_of
from providers.clearance import badge_of
from providers.interchange.queries import origins
from providers.interchange.reading.grid import to_degrees
from providers.interchange.tables import ImportedListing
from providers.listings.rules import Where
from providers.listings.tables import Listing
from providers.organisations.queries import providers
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import Rate

PEOPLE = frozenset({Arrangement.EMPLOYED_PA, Arrangement.SOLE_SELF_EMPLOYED})
ALONE = PEOPLE | {Arrangement.MICRO_ENTERPRISE}
"""Those whose telephone and e-mail are, or may be, somebody's own."""


@dataclass(frozen=True)
class FeedPlace:
    """Where a listing is, as exactly as may be said. `lines` are empty where the address is masked."""

    name: str
    lines: tuple[str, ...]
    town: str
    postcode: str
    latitude: float
    longitude: float
    access: tuple[str, ...]


@dataclass(frozen=True)
class FeedListing:
    """One listing for the feed."""

    id: str
    provider_id: str
    title: str
    description: str
    where: Where
    area: str
    organisation: str
    about: str
    email: str
    phone: str
    url: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    windows: tuple[Window, ...]
    times_text: str
    rates: tuple[Rate, ...]
    price_text: str
    ages: tuple[int | None, int | None]
    badge: Badge
    checked_on: date | None
    place: FeedPlace | None
    online: bool


def feed_listings(session: Session, offerings: Sequence[Offering], now: datetime) -> list[FeedListing]:
    """The facts of these listings, in their order. `offerings` are those that may be found now, with what may be shown."""
    ids = [offering.id for offering in offerings]
    rows = {row.id: row for row in session.exec(select(Listing).where(col(Listing.id).in_(ids)))}
    owners = providers(session, {row.provider_id for row in rows.values()})
    came_from = origins(session, ids)
    return [
        _listing(
            session, offering, rows[offering.id], owners[rows[offering.id].provider_id], came_from.get(offering.id), now
        )
        for offering in offerings
        if offering.id in rows
    ]


def _listing(
    session: Session, offering: Offering, row: Listing, owner: Provider, origin: ImportedListing | None, now: datetime
) -> FeedListing:
    note: Mapping[str, Any] = origin.note if origin else {}
    reached = owner.arrangement not in ALONE
    ages = note.get("ages") or (None, None)
    return FeedListing(
        id=row.id,
        provider_id=owner.id,
        title=row.title,
        description=row.description,
        where=row.where,
        area=_area(row, owner),
        organisation=owner.name,
        about=owner.about,
        email=owner.email if reached else "",
        phone=owner.phone if reached else "",
        url=str(note.get("url", "")),
        languages=tuple(owner.languages),
        kinds=offering.kinds,
        windows=windows_of(session, row.id),
        times_text=str(note.get("times", "")),
        rates=rates_of(session, row.id, wall_day(now)),
        price_text=str(note.get("price", "")),
        ages=(ages[0], ages[1]),
        badge=badge_of(session, row.id, wall_day(now)),
        checked_on=wall_day(row.checked_at) if row.checked_at else None,
        place=_place(row, owner, note),
        online=row.where is Where.PHONE_ONLINE,
    )


def _place(row: Listing, owner: Provider, note: Mapping[str, Any]) -> FeedPlace | None:
    """The place, masked to the district unless an open directory published it."""
    if row.where is Where.PHONE_ONLINE:
        return None
    access = tuple(note.get("access", ()))
    published = (
        note and not note.get("masked") and row.postcode and row.easting is not None and row.northing is not None
    )
    if published and owner.arrangement not in ALONE:
        latitude, longitude = to_degrees(Spot(row.easting or 0.0, row.northing or 0.0))
        lines = tuple(note.get("lines", ()))
        return FeedPlace(
            lines[0] if lines else owner.name, lines, owner.town, row.postcode, latitude, longitude, access
        )
    district = district_of(row.postcode or owner.postcode) or (row.postcode or owner.postcode)
    middle = PlaceNames().centre_of(district) if district else None
    if middle is None:
        return None
    latitude, longitude = to_degrees(middle)
    town = owner.town if row.postcode in ("", owner.postcode) or note else ""
    name = f"{town} ({district})" if town else district
    return FeedPlace(name, (), town, district, round(latitude, 3), round(longitude, 3), access)


def _area(row: Listing, owner: Provider) -> str:
    """How far they come, in words; empty for a place that people go to."""
    if row.where is Where.OUR_PLACE or row.where is Where.PHONE_ONLINE:
        return "England" if row.where is Where.PHONE_ONLINE else ""
    if row.everywhere:
        return "England"
    if row.districts:
        return ", ".join(row.districts)
    district = district_of(row.postcode or owner.postcode)
    miles = max(1, round((row.radius_metres or 0) / 1609.344))
    return f"Up to {miles} mile{'s' if miles > 1 else ''} from {owner.town or district}"
