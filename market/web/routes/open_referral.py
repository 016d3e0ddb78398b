"""Everything public as an Open Referral UK 3.0 feed, for councils and anybody else who shows services.

It reads the live index, so that a listing is in the feed exactly while it can be found on our own pages.
"""

from collections.abc import Callable, Sequence

from starlette.responses import JSONResponse, Response

from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Endpoint, Page
from matching.offering import Offering
from providers.interchange.feed import asked as questions
from providers.interchange.feed import documents
from providers.interchange.feed.asked import Asked, NotUnderstood
from providers.interchange.feed.documents import Document
from providers.interchange.feed.facts import FeedListing, feed_listings
from providers.interchange.feed.ids import feed_id
from providers.interchange.feed.pages import slice_of, wrapped
from providers.interchange.queries import origins
from providers.listings.kinds import support_kinds
from providers.listings.queries import owners_of

HOME = "/open-referral"
PROFILE = "https://docs.openreferraluk.org/"
SPECIFICATION = "https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/openapi.json"


def _answer(document: Document, status: int = 200) -> Response:
    headers = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
    return JSONResponse(document, status, headers)


def _strictly(answer: Callable[[Ask, Asked], Document]) -> Endpoint:
    """An endpoint that reads the parameters first and says in JSON what it does not understand, or has not."""

    def endpoint(ask: Ask) -> Response:
        try:
            return _answer(answer(ask, questions.read(dict(ask.request.query_params))))
        except NotUnderstood as trouble:
            return _answer({"error": str(trouble)}, 400)
        except NotFound:
            return _answer({"error": "There is nothing with this id."}, 404)

    return endpoint


def about(_ask: Ask, _asked: Asked) -> Document:
    """What this is."""
    return {"version": "3.0", "profile": PROFILE, "openapi_url": SPECIFICATION}


def services(ask: Ask, asked: Asked) -> Document:
    """Listings, in short; in full with `full=true`."""
    return _page(ask, asked, _found(ask, asked), lambda one: documents.service(one, full=asked.full))


def service(ask: Ask, _asked: Asked) -> Document:
    """One listing in full."""
    return documents.service(_one(ask, "service"), full=True)


def service_at_locations(ask: Ask, asked: Asked) -> Document:
    """Listings at their places."""
    found = [one for one in _found(ask, asked) if one.points or one.travel_metres is None]
    return _page(ask, asked, found, lambda one: documents.at_location(one, with_service=True))


def service_at_location(ask: Ask, _asked: Asked) -> Document:
    """One listing at its place."""
    listing = _one(ask, "service_at_location")
    if not documents.has_location(listing):
        raise NotFound
    return documents.at_location(listing, with_service=False) | {"service": documents.service(listing, full=True)}


def organizations(ask: Ask, asked: Asked) -> Document:
    """Who runs what is listed, each once."""
    found = _found(ask, asked)
    owners = owners_of(ask.session, [one.id for one in found])
    first = list({owners[one.id]: one for one in reversed(found) if one.id in owners}.values())
    return _page(ask, asked, first[::-1], documents.organization)


def organization(ask: Ask, _asked: Asked) -> Document:
    """One who runs something."""
    found = _public(ask)
    owners = owners_of(ask.session, [one.id for one in found])
    wanted = ask.path["feed_id"]
    mine = [one for one in found if one.id in owners and feed_id("organization", owners[one.id]) == wanted]
    if not mine:
        raise NotFound
    listed = feed_listings(ask.session, mine, ask.now)
    return documents.organization(listed[0]) | {"services": [documents.service(one, full=False) for one in listed]}


def taxonomies(_ask: Ask, asked: Asked) -> Document:
    """Our one taxonomy."""
    every = [documents.taxonomy(full=False)]
    shown = slice_of(every, asked.page, asked.per_page)
    return wrapped(shown, total=len(every), page=asked.page, per_page=asked.per_page)


def taxonomy(ask: Ask, _asked: Asked) -> Document:
    """It, with its terms."""
    if ask.path["feed_id"] != documents.taxonomy_id():
        raise NotFound
    return documents.taxonomy(full=True)


def taxonomy_terms(_ask: Ask, asked: Asked) -> Document:
    """Every kind of support."""
    every = list(support_kinds().values())
    shown = [documents.term(kind) for kind in slice_of(every, asked.page, asked.per_page)]
    return wrapped(shown, total=len(every), page=asked.page, per_page=asked.per_page)


def taxonomy_term(ask: Ask, _asked: Asked) -> Document:
    """One kind of support."""
    for kind in support_kinds().values():
        if documents.term_id(kind.id) == ask.path["feed_id"]:
            return documents.term(kind)
    raise NotFound


def _public(ask: Ask) -> list[Offering]:
    """Everything that may be found now, in an order that stays."""
    return sorted(ask.services.search.fresh(ask.session, ask.now), key=lambda one: one.id)


def _found(ask: Ask, asked: Asked) -> list[Offering]:
    found = [one for one in _public(ask) if questions.fits(one, asked)]
    if asked.organization_id:
        owners = owners_of(ask.session, [one.id for one in found])
        found = [one for one in found if feed_id("organization", owners.get(one.id, "")) == asked.organization_id]
    if asked.asks_for_ages:
        came_from = origins(ask.session, [one.id for one in found])
        ages = {key: row.note.get("ages") or (None, None) for key, row in came_from.items()}
        found = [one for one in found if questions.fits_ages(ages.get(one.id, (None, None)), asked)]
    return found


def _page(ask: Ask, asked: Asked, found: Sequence[Offering], written: Callable[[FeedListing], Document]) -> Document:
    shown = feed_listings(ask.session, slice_of(found, asked.page, asked.per_page), ask.now)
    return wrapped([written(one) for one in shown], total=len(found), page=asked.page, per_page=asked.per_page)


def _one(ask: Ask, kind: str) -> FeedListing:
    wanted = ask.path["feed_id"]
    found = [one for one in _public(ask) if feed_id(kind, one.id) == wanted or one.id == wanted]
    if not found:
        raise NotFound
    return feed_listings(ask.session, found[:1], ask.now)[0]


def _route(path: str, answer: Callable[[Ask, Asked], Document]) -> Page:
    return Page(f"{HOME}{path}", _strictly(answer), guards.machine, GET, name=f"feed_{answer.__name__}")


ROUTES = [
    _route("", about),
    _route("/services", services),
    _route("/services/{feed_id}", service),
    _route("/service_at_locations", service_at_locations),
    _route("/service_at_locations/{feed_id}", service_at_location),
    _route("/organizations", organizations),
    _route("/organizations/{feed_id}", organization),
    _route("/taxonomies", taxonomies),
    _route("/taxonomies/{feed_id}", taxonomy),
    _route("/taxonomy_terms", taxonomy_terms),
    _route("/taxonomy_terms/{feed_id}", taxonomy_term),
]
