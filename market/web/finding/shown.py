"""A card of search as the page's own card: with where it is, when it is next free in words, and where it leads."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from market.core.places import district_of
from market.core.times import wall_day
from market.search.cards import Card
from market.search.room import room_of
from market.web.filters import full_date, near_day
from providers.listings.kinds import kind_words
from providers.listings.queries import listing
from providers.listings.rules import Where
from providers.listings.tables import Listing
from providers.organisations.queries import providers
from providers.organisations.tables import Provider

Shown = Mapping[str, Any]


def shown(
    session: Session,
    cards: Sequence[Card],
    today: date,
    *,
    kept: Collection[str] = (),
    need_id: str = "",
    now: datetime | None = None,
) -> list[Shown]:
    """Cards as `components/cards.html` takes them, in the same order; with `now`, how many hours each has free, too."""
    rows = {card.listing_id: listing(session, card.listing_id) for card in cards}
    owners = providers(session, {row.provider_id for row in rows.values()})
    room = room_of(session, list(rows), now) if now else {}
    return [
        _shown(card, rows[card.listing_id], owners[rows[card.listing_id].provider_id], today)
        | {"room": room[card.listing_id].words if card.listing_id in room else ""}
        | {"kept": card.listing_id in kept, "href": listing_path(card.listing_id, need_id)}
        for card in cards
    ]


def listing_path(listing_id: str, need_id: str = "") -> str:
    """Where a listing is shown; with the need it was found for, so that it can say how far and why."""
    return f"/listings/{listing_id}" + (f"?need={need_id}" if need_id else "")


def area_of(row: Listing, owner: Provider) -> str:
    """The town and district of a listing: never a street or a whole postcode, which may be somebody's home."""
    district = district_of(row.postcode or owner.postcode)
    town = owner.town if row.postcode in ("", owner.postcode) else ""
    return f"{town} ({district})" if town and district else town or district


def _shown(card: Card, row: Listing, owner: Provider, today: date) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "listing_id": card.listing_id,
        "title": card.title,
        "provider": card.provider,
        "arrangement": card.arrangement,
        "price": card.price,
        "next_free": near_day(card.next_free, today) if card.next_free else "",
        "checked": (card.checked,) if card.is_checked else (),
        "not_checked": "" if card.is_checked else "Ask to see what they have.",
        "reasons": card.why,
        "limits": tuple(line[:1].upper() + line[1:] for line in card.limits),
        "kind": card.kinds[0] if card.kinds else "",
        "kind_words": kind_words(card.kinds[0]) if card.kinds else "",
        "community": card.is_community or card.is_free,
        "confidence": card.confidence,
        "photo": f"/photographs/{owner.photo}" if owner.photo else None,
        "confirmed": full_date(wall_day(row.checked_at)) if row.checked_at else "",
    }
    return facts | _how_far(card, row, owner)


def _how_far(card: Card, row: Listing, owner: Provider) -> dict[str, Any]:
    if card.distance_metres is not None:
        return {"distance_metres": card.distance_metres}
    if row.where is Where.PHONE_ONLINE:
        return {"place": "By phone, post or online"}
    return {"place": "Anywhere" if row.everywhere else f"In {area_of(row, owner)}"}
