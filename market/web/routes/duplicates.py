"""Listings that are likely one, side by side. A person says whether they are; nobody is asked twice."""

from dataclasses import dataclass

from starlette.responses import Response

from market.core.actor import Role
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from providers.interchange.kept import entry_of
from providers.interchange.queries import origin
from providers.interchange.twins import service
from providers.interchange.twins.queries import pairs_waiting, waiting_pair_of
from providers.interchange.twins.tables import LikelyPair
from providers.listings.kinds import kind_words
from providers.listings.queries import listing
from providers.organisations.queries import provider
from providers.pricing.queries import rates_of
from providers.pricing.words import said_price

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)
HOME = "/accreditation/duplicates"
_LONG = 600


@dataclass(frozen=True)
class Side:
    """One of the two, as rows to compare. `listing_id` is empty for a row that waits outside."""

    title: str
    where_from: str
    rows: tuple[tuple[str, str], ...]
    listing_id: str = ""


def duplicates(ask: Ask) -> Response:
    """Pairs nobody has decided, the likeliest first."""
    pairs = pairs_waiting(ask.session, ask.me.authority_id)
    shown = [(pair, listing(ask.session, pair.listing_id).title, _other_title(ask, pair)) for pair in pairs]
    return ask.page("imports/duplicates.html", pairs=shown)


def pair(ask: Ask) -> Response:
    """The two, side by side."""
    row = waiting_pair_of(ask.session, ask.path["pair_id"], ask.me.authority_id)
    ours = _listing_side(ask, row.listing_id)
    other = _listing_side(ask, row.other_listing_id) if row.other_listing_id else _waiting_side(row)
    return ask.page("imports/pair.html", pair=row, ours=ours, other=other)


def keep_apart(ask: Ask) -> Response:
    """They are two."""
    service.keep_apart(ask.session, ask.path["pair_id"], by=ask.me, now=ask.now)
    return ask.go(HOME, "Kept as two. You will not be asked again.")


def merge(ask: Ask) -> Response:
    """They are one."""
    row = waiting_pair_of(ask.session, ask.path["pair_id"], ask.me.authority_id)
    keep = ask.typed("keep")
    if row.other_listing_id and keep not in {row.listing_id, row.other_listing_id}:
        raise NothingWritten("keep", "Choose which of the two stays.")
    service.merge(ask.session, row.id, by=ask.me, now=ask.now, keep=keep)
    return ask.go(HOME, "They are one now. You will not be asked again.")


def _other_title(ask: Ask, row: LikelyPair) -> str:
    return listing(ask.session, row.other_listing_id).title if row.other_listing_id else str(row.waiting["title"])


def _listing_side(ask: Ask, listing_id: str) -> Side:
    row = listing(ask.session, listing_id)
    owner = provider(ask.session, row.provider_id)
    came_from = origin(ask.session, listing_id)
    note = came_from.note if came_from else {}
    prices = "; ".join(said_price(rate) for rate in rates_of(ask.session, listing_id))
    rows = (
        ("Who runs it", owner.name),
        ("What it is", row.description[:_LONG]),
        ("Kinds of support", ", ".join(kind_words(kind) for kind in row.kinds)),
        (
            "Where",
            str(note.get("address", "")) or ", ".join(filter(None, (owner.town, row.postcode or owner.postcode))),
        ),
        ("Telephone", owner.phone),
        ("Web address", str(note.get("url", ""))),
        ("Price", prices[:1].upper() + prices[1:] or str(note.get("price", ""))),
    )
    return Side(row.title, came_from.source if came_from else "Written by the provider", _filled(rows), listing_id)


def _waiting_side(row: LikelyPair) -> Side:
    entry = entry_of(row.waiting)
    prices = "Free" if entry.free else entry.price_text
    rows = (
        ("Who runs it", entry.organisation),
        ("What it is", entry.description[:_LONG]),
        ("Kinds of support", ", ".join(entry.terms)),
        ("Where", entry.place.written()),
        ("Telephone", entry.phone),
        ("Web address", entry.url),
        ("Price", prices),
    )
    return Side(entry.title, f"{row.source}, not brought in yet", _filled(rows))


def _filled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value or "Not said") for name, value in rows)


ROUTES = [
    Page(HOME, duplicates, OFFICER, GET),
    Page(f"{HOME}/{{pair_id}}", pair, OFFICER, GET, name="likely_pair"),
    Page(f"{HOME}/{{pair_id}}/keep-apart", keep_apart, OFFICER, POST, again=pair, name="keep_pair_apart"),
    Page(f"{HOME}/{{pair_id}}/merge", merge, OFFICER, POST, again=pair, name="merge_pair"),
]
