"""One listing as everybody may see it; keeping it for later; and what was kept."""

from urllib.parse import urlencode

from starlette.responses import Response

from market.core.actor import Actor, Visitor
from market.core.errors import NotAllowed, NotFound
from market.core.times import wall_day
from market.search import service
from market.search.cards import Card
from market.search.errors import NotOnOffer
from market.search.queries import is_kept, kept_by
from market.web import guards
from market.web.ask import Ask
from market.web.finding.offered import offered
from market.web.finding.shown import listing_path, shown
from market.web.page import GET, POST, Page
from market.web.routes.asking import ASKERS
from market.web.routes.finding import MOST_FOUND, asker
from providers.listings.queries import listing


def show(ask: Ask) -> Response:
    """Everything the public may see, and, where it was found for a need, how far and why."""
    actor = asker(ask)
    listing_id, need_id = ask.path["listing_id"], ask.query("need")
    card = service.on_offer(ask.session, ask.services.search, listing_id, ask.now)
    found = _as_found(ask, actor, listing_id, need_id)
    return ask.page(
        "finding/listing.html",
        card=shown(ask.session, [found or card], wall_day(ask.now), now=ask.now)[0],
        offered=offered(ask.session, listing_id, card.kinds, ask.now),
        may_ask=isinstance(actor, Visitor) or actor.role in (ASKERS.roles or ()),
        need_id=need_id if found else "",
        shortlist_id=ask.query("shortlist"),
        is_kept=isinstance(actor, Actor) and is_kept(ask.session, actor.account_id, listing_id),
    )


def _as_found(ask: Ask, actor: Actor | Visitor, listing_id: str, need_id: str) -> Card | None:
    """The card as it stood among what was found. An address with somebody else's need in it shows the listing alone."""
    if not need_id:
        return None
    try:
        need, person = service.need_for(ask.session, actor, need_id, ask.now)
    except (NotFound, NotAllowed):
        return None
    looked = service.look(ask.session, ask.services.search, need, person=person, limit=MOST_FOUND, now=ask.now)
    return next((card for card in looked.cards if card.listing_id == listing_id), None)


def before_keeping(ask: Ask) -> Response:
    """Where joining and signing in come back to: the listing in short, and the button that keeps it."""
    actor = asker(ask)
    card = service.on_offer(ask.session, ask.services.search, ask.path["listing_id"], ask.now)
    return ask.page(
        "finding/keep.html",
        card=shown(ask.session, [card], wall_day(ask.now), need_id=ask.query("need"))[0],
        may_keep=isinstance(actor, Actor),
        need_id=ask.query("need"),
    )


def keep(ask: Ask) -> Response:
    """Keep a listing. A visitor is asked who they are first, and comes back to it."""
    actor = asker(ask)
    listing_id, need_id = ask.path["listing_id"], ask.typed("need")
    if isinstance(actor, Visitor):
        return ask.go(f"/listings/{listing_id}/keep" + (f"?{urlencode({'need': need_id})}" if need_id else ""))
    known = _as_found(ask, actor, listing_id, need_id) is not None
    service.keep(ask.session, actor, listing_id, need_id=need_id if known else None, now=ask.now)
    page = f"/find/{need_id}" if known and ask.typed("from") == "results" else listing_path(listing_id, need_id * known)
    return ask.go(page, "Kept. You find it again under “What you kept”.")


def let_go(ask: Ask) -> Response:
    """Keep it no longer."""
    service.let_go(ask.session, ask.me, ask.path["listing_id"])
    return ask.go("/kept", "It is no longer kept.")


def kept(ask: Ask) -> Response:
    """What the account kept, newest first. What is not on offer now is named, and can be taken off."""
    rows = kept_by(ask.session, ask.me.account_id)
    cards = [_now(ask, row.listing_id) for row in rows]
    on_offer = shown(ask.session, [card for card in cards if card is not None], wall_day(ask.now))
    resting = [listing(ask.session, row.listing_id) for row, card in zip(rows, cards, strict=True) if card is None]
    return ask.page("finding/kept.html", cards=on_offer, resting=resting)


def _now(ask: Ask, listing_id: str) -> Card | None:
    try:
        return service.on_offer(ask.session, ask.services.search, listing_id, ask.now)
    except NotOnOffer:
        return None


ROUTES = [
    Page("/listings/{listing_id}", show, guards.anyone, GET, name="listing"),
    Page("/listings/{listing_id}/keep", before_keeping, guards.anyone, GET),
    Page("/listings/{listing_id}/keep", keep, guards.anyone, POST),
    Page("/listings/{listing_id}/let-go", let_go, guards.signed_in, POST),
    Page("/kept", kept, guards.signed_in, GET),
]
