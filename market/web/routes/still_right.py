"""The one-tap link: "is your listing still right, and have you room?" It shows on GET and is used on POST: mail scanners
open links. Whoever holds it need not sign in, and can do nothing else with it."""

from starlette.responses import Response

from market.core.actor import System
from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.listing.shown import asked_of, said_parts
from market.web.page import GET, POST, Page
from providers.listings import freshness
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import Room, stands_down
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id

HOLDER = guards.private_link("still-right")


def _listing(ask: Ask) -> Listing:
    if ask.link is None:
        raise NotFound
    return listing_by_id(ask.session, ask.link.subject)


def look(ask: Ask) -> Response:
    """What people read, and the buttons that say that it is still right."""
    row = _listing(ask)
    owner = provider_by_id(ask.session, row.provider_id)
    return ask.page(
        "listing/still_right.html",
        row=row,
        owner=owner,
        parts=said_parts(ask.session, row, owner, asked_of(row, owner)),
        secret=ask.path["secret"],
        down=stands_down(row.state),
        said=ask.query("said"),
    )


def confirm(ask: Ask) -> Response:
    """It is right; and there is room, or soon, or none."""
    if ask.typed("room") not in set(Room):
        raise NotFound
    by = System("still-right-link")
    freshness.confirm_still_right(ask.session, _listing(ask).id, by=by, now=ask.now, room=Room(ask.typed("room")))
    return ask.go(f"/still-right/{ask.path['secret']}?said=yes")


ROUTES = [
    Page("/still-right/{secret}", look, HOLDER, GET, name="still_right_link"),
    Page("/still-right/{secret}", confirm, HOLDER, POST, again=look, name="use_still_right_link"),
]
