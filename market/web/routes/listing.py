"""A provider's own listings: how each stands, what the public reads, and the one tap that says it is still right."""

from dataclasses import dataclass

from starlette.responses import Response

from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from providers.accreditation.badge import Badge
from providers.clearance import badge_of
from providers.listings import freshness, service
from providers.listings.kinds import kind_words
from providers.listings.queries import decisions_on, listings_of
from providers.listings.rules import ListingState, is_due_a_question, state_now
from providers.listings.tables import Listing
from providers.pricing.queries import rates_of
from providers.pricing.words import said_price

_UP = (ListingState.LIVE, ListingState.STALE, ListingState.PAUSED)
_PAGE_STATES = {ListingState.LIVE: "published", ListingState.REMOVED: "cancelled", ListingState.EXPIRED: "lapsed"}


@dataclass(frozen=True)
class OwnListing:
    """One listing as its provider sees it. `state` is a word the page's tags know."""

    row: Listing
    state: str
    prices: tuple[str, ...]
    kinds: tuple[str, ...]
    badge: Badge
    why: str
    asks_still_right: bool
    may_confirm: bool
    may_pause: bool
    may_resume: bool


def own_listing(ask: Ask, row: Listing) -> OwnListing:
    """One listing, with what may be done with it now."""
    today = wall_day(ask.now)
    state = state_now(row.state, checked_at=row.checked_at, expires_on=row.expires_on, now=ask.now)
    decisions = decisions_on(ask.session, row.id)
    return OwnListing(
        row=row,
        state=_PAGE_STATES.get(state, state),
        prices=tuple(said_price(rate) for rate in rates_of(ask.session, row.id, today)),
        kinds=tuple(kind_words(kind) for kind in row.kinds),
        badge=badge_of(ask.session, row.id, today),
        why=decisions[-1].why if decisions and decisions[-1].became is row.state else "",
        asks_still_right=state in _UP and is_due_a_question(row.checked_at, ask.now),
        may_confirm=state in _UP,
        may_pause=state in (ListingState.LIVE, ListingState.STALE),
        may_resume=state is ListingState.PAUSED,
    )


def listing(ask: Ask) -> Response:
    """All of one's own listings."""
    provider_id = ask.me.provider_id
    rows = listings_of(ask.session, provider_id) if provider_id else []
    return ask.page("listing/list.html", listings=[own_listing(ask, row) for row in rows])


def still_right(ask: Ask) -> Response:
    """It is all still right."""
    freshness.confirm_still_right(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "Thank you. People see that it is up to date.")


def pause(ask: Ask) -> Response:
    """Take a break: nobody new finds it, and visits already agreed stand."""
    service.pause(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "It is not shown for now. Visits you have agreed still stand.", "calm")


def resume(ask: Ask) -> Response:
    """Back on show."""
    service.resume(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "It is on show again.")


ROUTES = [
    Page("/listing", listing, guards.provider, GET, name="own_listings"),
    Page("/listing/{listing_id}/still-right", still_right, guards.provider, POST, again=listing),
    Page("/listing/{listing_id}/pause", pause, guards.provider, POST, again=listing, name="pause_listing"),
    Page("/listing/{listing_id}/resume", resume, guards.provider, POST, again=listing, name="resume_listing"),
]
