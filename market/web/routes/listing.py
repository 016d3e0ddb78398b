"""A provider's own listings: how each stands, the one tap that says it is still right, room, a break, and taking it down."""

from starlette.responses import Response

from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.listing.questions import QUESTIONS
from market.web.listing.shown import own_listing
from market.web.listing.words import start_up_steps
from market.web.page import GET, POST, Page
from providers.arrangement.rules import Arrangement
from providers.changes.rules import OF_THE_PROVIDER
from providers.changes.service import take_back
from providers.listings import freshness, service
from providers.listings.queries import listings_of
from providers.listings.rules import Room
from providers.organisations.queries import provider as provider_by_id

ROOM_WORDS = (
    (Room.NOW.value, "I have room"),
    (Room.SOON.value, "I have room soon"),
    (Room.FULL.value, "I am full just now"),
)
_ROOM_SAID = {
    Room.NOW: "People see that you have room.",
    Room.SOON: "People see that you will have room soon.",
    Room.FULL: "People see that you are full just now.",
}


def listing(ask: Ask) -> Response:
    """All of one's own listings."""
    provider_id = ask.me.provider_id
    if not provider_id:
        return ask.page("listing/list.html", listings=[], rooms=ROOM_WORDS, owner=None, start_up_left=0)
    owner = provider_by_id(ask.session, provider_id)
    rows = listings_of(ask.session, provider_id)
    small = owner.arrangement is Arrangement.MICRO_ENTERPRISE
    return ask.page(
        "listing/list.html",
        listings=[own_listing(ask.session, ask.me, row, owner, ask.now) for row in rows],
        rooms=ROOM_WORDS,
        owner=owner,
        start_up_left=len([one for one in start_up_steps() if one["id"] not in owner.start_up]) if small else 0,
    )


def begin(ask: Ask) -> Response:
    """One more listing, to be filled in."""
    if ask.me.provider_id is None:
        raise NotFound
    others = listings_of(ask.session, ask.me.provider_id)
    shared = [question.name for question in QUESTIONS.values() if question.part in OF_THE_PROVIDER] if others else []
    row = service.begin(ask.session, ask.me.provider_id, by=ask.me, now=ask.now, answered=shared)
    return ask.go(f"/listing/{row.id}/about/what")


def still_right(ask: Ask) -> Response:
    """It is all still right."""
    freshness.confirm_still_right(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "Thank you. People see that it is up to date.")


def say_room(ask: Ask) -> Response:
    """I have room, soon, or full."""
    if ask.typed("room") not in set(Room):
        raise NotFound
    room = Room(ask.typed("room"))
    freshness.say_room(ask.session, ask.path["listing_id"], room, by=ask.me, now=ask.now)
    return ask.go("/listing", _ROOM_SAID[room])


def pause(ask: Ask) -> Response:
    """Take a break: nobody new finds it, and visits already agreed stand."""
    service.pause(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "It is not shown for now. Visits you have agreed still stand.", "calm")


def resume(ask: Ask) -> Response:
    """Back on show."""
    service.resume(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "It is on show again.")


def offer_again(ask: Ask) -> Response:
    """What had its last day goes to the council once more."""
    service.offer_again(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "Sent. We tell you as soon as it is decided.")


def keep_as_it_was(ask: Ask) -> Response:
    """Take back what waits for the desk."""
    take_back(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go("/listing", "It stays as it was.", "calm")


def before_removing(ask: Ask) -> Response:
    """Ask before it is taken down for good."""
    row, _ = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    return ask.page("listing/remove.html", row=row)


def remove(ask: Ask) -> Response:
    """Take it down for good."""
    why = ask.typed("why")[:200]
    service.remove(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now, why=why)
    return ask.go("/listing", "It is taken down for good. Visits you have agreed still stand.", "calm")


def start_up(ask: Ask) -> Response:
    """What to do before a small business opens, with what was ticked."""
    owner = provider_by_id(ask.session, ask.me.provider_id or "")
    return ask.page("offering/start_up.html", steps=start_up_steps(), done=owner.start_up)


def tick(ask: Ask) -> Response:
    """Keep what is done."""
    owner = provider_by_id(ask.session, ask.me.provider_id or "")
    owner.start_up = [one["id"] for one in start_up_steps() if one["id"] in ask.ticked("done")]
    ask.session.add(owner)
    left = len(start_up_steps()) - len(owner.start_up)
    return ask.go("/listing", "Kept. All of it is done." if not left else f"Kept. {left} still to do.")


ROUTES = [
    Page("/listing", listing, guards.provider, GET, name="own_listings"),
    Page("/listing", begin, guards.provider, POST, name="begin_listing"),
    Page("/listing/start-up", start_up, guards.provider, GET),
    Page("/listing/start-up", tick, guards.provider, POST, again=start_up),
    Page("/listing/{listing_id}/still-right", still_right, guards.provider, POST, again=listing),
    Page("/listing/{listing_id}/room", say_room, guards.provider, POST, again=listing),
    Page("/listing/{listing_id}/pause", pause, guards.provider, POST, again=listing, name="pause_listing"),
    Page("/listing/{listing_id}/resume", resume, guards.provider, POST, again=listing, name="resume_listing"),
    Page("/listing/{listing_id}/again", offer_again, guards.provider, POST, again=listing, name="offer_again"),
    Page("/listing/{listing_id}/take-back", keep_as_it_was, guards.provider, POST, again=listing),
    Page("/listing/{listing_id}/remove", before_removing, guards.provider, GET),
    Page("/listing/{listing_id}/remove", remove, guards.provider, POST, again=before_removing, name="remove_listing"),
]
