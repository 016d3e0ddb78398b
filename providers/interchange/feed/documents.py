"""Facts as Open Referral UK 3.0 writes them. Pure. What is empty is left out, as the standard asks; `MAPPING.md` says it in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from market.core.money import pounds
from providers.interchange.feed.facts import FeedListing, FeedPlace
from providers.interchange.feed.ids import feed_id
from providers.listings.kinds import SupportKind, support_kinds
from providers.pricing.rules import NOTHING_TO_PAY, Rate, When
from providers.pricing.words import said_price

Document = dict[str, Any]
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TAXONOMY = "Kinds of support"
_WHEN = {
    When.WEEKDAY: "Weekdays",
    When.EVENING: "Evenings",
    When.WEEKEND: "Weekends",
    When.BANK_HOLIDAY: "Bank holidays",
}
_NO_DESCRIPTION = "No description was given."


def without_empty(document: Mapping[str, Any]) -> Document:
    """The same without what is empty: an optional field is left out, never null."""
    return {name: value for name, value in document.items() if value not in (None, "", [], {})}


def service_id(listing: FeedListing) -> str:
    """The id of a listing in the feed."""
    return feed_id("service", listing.id)


def service(listing: FeedListing, *, full: bool) -> Document:
    """A listing. In short: what there is one of. In full: with times, prices, places, languages and kinds."""
    short = without_empty(
        {
            "id": service_id(listing),
            "name": listing.title,
            "description": listing.description,
            "url": listing.url,
            "email": listing.email,
            "status": "active",
            "fees": _fees(listing),
            "accreditations": " ".join(listing.badge.checked),
            "minimum_age": listing.ages[0],
            "maximum_age": listing.ages[1],
            "assured_date": listing.checked_on.isoformat() if listing.checked_on else None,
            "organization": organization(listing),
        }
    )
    if not full:
        return short
    return short | without_empty(
        {
            "schedules": list(_schedules(listing)),
            "service_areas": _areas(listing),
            "service_at_locations": [at_location(listing, with_service=False)] if has_location(listing) else [],
            "languages": [{"id": feed_id("language", listing.id, name), "name": name} for name in listing.languages],
            "cost_options": list(_cost_options(listing)),
            "contacts": [],
            "phones": [{"id": feed_id("phone", listing.id), "number": listing.phone}] if listing.phone else [],
            "attributes": list(_attributes(listing)),
        }
    )


def organization(listing: FeedListing) -> Document:
    """Who runs it. The standard wants a description: where none was given it says so."""
    return without_empty(
        {
            "id": feed_id("organization", listing.provider_id),
            "name": listing.organisation,
            "description": listing.about or _NO_DESCRIPTION,
            "email": listing.email,
            "website": listing.url,
        }
    )


def has_location(listing: FeedListing) -> bool:
    """Whether it is anywhere."""
    return listing.place is not None or listing.online


def at_location(listing: FeedListing, *, with_service: bool) -> Document:
    """A listing at its place."""
    document: Document = {
        "id": feed_id("service_at_location", listing.id),
        "service_id": service_id(listing),
        "location": _location(listing),
    }
    return document | {"service": service(listing, full=False)} if with_service else document


def _location(listing: FeedListing) -> Document:
    key = feed_id("location", listing.id)
    place = listing.place
    if place is None:
        return {"id": key, "location_type": "virtual", "name": "By telephone, post or online"}
    return without_empty(
        {
            "id": key,
            "location_type": "physical",
            "name": place.name,
            "description": "" if place.lines else "The exact address is not published.",
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": [_address(listing, place)] if place.lines else [],
            "accessibility": [
                {"id": feed_id("access", listing.id, words), "description": words} for words in place.access
            ],
        }
    )


def _address(listing: FeedListing, place: FeedPlace) -> Document:
    return {
        "id": feed_id("address", listing.id),
        "address_1": ", ".join(place.lines),
        "city": place.town or "-",
        "state_province": "England",
        "postal_code": place.postcode,
        "country": "GB",
        "address_type": "physical",
    }


def _schedules(listing: FeedListing) -> Iterable[Document]:
    for number, window in enumerate(listing.windows):
        if window.weekdays:
            yield {
                "id": feed_id("schedule", listing.id, str(number)),
                "freq": "WEEKLY",
                "byday": ",".join(DAY_CODES[day] for day in window.weekdays),
                "opens_at": f"{window.start:%H:%M}",
                "closes_at": f"{window.end:%H:%M}",
            }
    if listing.times_text:
        yield {"id": feed_id("schedule", listing.id, "words"), "description": listing.times_text}


def _areas(listing: FeedListing) -> list[Document]:
    return [{"id": feed_id("area", listing.id), "name": listing.area}] if listing.area else []


def _fees(listing: FeedListing) -> str:
    said = "; ".join(_rate_words(rate) for rate in listing.rates)
    return ". ".join(filter(None, (said[:1].upper() + said[1:], listing.price_text)))


def _rate_words(rate: Rate) -> str:
    return f"{said_price(rate)} ({_WHEN[rate.when].lower()})" if rate.when in _WHEN else said_price(rate)


def _cost_options(listing: FeedListing) -> Iterable[Document]:
    for number, rate in enumerate(listing.rates):
        words = said_price(rate)
        yield without_empty(
            {
                "id": feed_id("cost", listing.id, str(number)),
                "valid_from": rate.starts_on.isoformat() if rate.starts_on else None,
                "valid_to": rate.ends_on.isoformat() if rate.ends_on else None,
                "option": ". ".join(filter(None, (_WHEN.get(rate.when, ""), rate.note))),
                "amount_description": words
                if rate.unit in NOTHING_TO_PAY
                else words.removeprefix(pounds(rate.pence)).strip(),
            }
        ) | {"amount": rate.pence / 100}


def _attributes(listing: FeedListing) -> Iterable[Document]:
    for kind in listing.kinds:
        if kind in support_kinds():
            yield {
                "id": feed_id("attribute", listing.id, kind),
                "link_id": service_id(listing),
                "link_type": "service",
                "taxonomy_term_id": term_id(kind),
                "taxonomy_term": term(support_kinds()[kind]),
            }


def taxonomy_id() -> str:
    """The id of our one taxonomy."""
    return feed_id("taxonomy", TAXONOMY)


def term_id(kind: str) -> str:
    """The id of a kind of support as a term."""
    return feed_id("term", kind)


def term(kind: SupportKind) -> Document:
    """A kind of support."""
    return {
        "id": term_id(kind.id),
        "name": kind.label,
        "description": kind.about,
        "taxonomy": TAXONOMY,
        "taxonomy_id": taxonomy_id(),
        "term": kind.label,
    }


def taxonomy(*, full: bool) -> Document:
    """Our kinds of support as a taxonomy; in full with every term."""
    document: Document = {
        "id": taxonomy_id(),
        "name": TAXONOMY,
        "description": "What support is: the kinds that people look for and providers list.",
    }
    return document | {"taxonomy_terms": [term(kind) for kind in support_kinds().values()]} if full else document
