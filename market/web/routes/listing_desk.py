"""The accreditation desk on listings: changes side by side, taking a listing or a provider down, and putting it back."""

from starlette.responses import Response

from market.core.actor import Role
from market.core.errors import NotFound
from market.people.offering import follow_arrangement
from market.web import guards
from market.web.ask import Ask
from market.web.listing.sides import sides
from market.web.page import GET, POST, Page
from market.web.shown.suspending import visits_touched
from market.web.written import written
from providers.changes.deciding import accept_changes, mark_of_changes, refuse_changes
from providers.listings import service
from providers.listings.queries import listing as listing_by_id
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState, may_move
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import ProviderState
from providers.organisations.service import decide
from providers.organisations.tables import Provider

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)


def _theirs(ask: Ask) -> tuple[Listing, Provider]:
    """A listing of this officer's council's. Raises `NotFound` for any other."""
    row = listing_by_id(ask.session, ask.path["listing_id"])
    owner = provider_by_id(ask.session, row.provider_id)
    if owner.authority_id is None or owner.authority_id != ask.me.authority_id:
        raise NotFound
    return row, owner


def changes(ask: Ask) -> Response:
    """What people see now, and what they would see: part by part, side by side."""
    row, owner = _theirs(ask)
    seen = mark_of_changes(ask.session, row, owner)
    return ask.page("accreditation/changes.html", row=row, owner=owner, sides=sides(ask.session, row, owner), seen=seen)


def accept(ask: Ask) -> Response:
    """The changes become public."""
    row, owner = _theirs(ask)
    accept_changes(ask.session, row.id, seen=ask.typed("seen"), by=ask.me, now=ask.now, why=ask.typed("why")[:400])
    follow_arrangement(ask.session, owner.id)
    return ask.go("/accreditation", "The change is on show, and they have been told.")


def refuse(ask: Ask) -> Response:
    """The old words stay, and the provider reads why."""
    row, _ = _theirs(ask)
    why = written(ask, "why", "Say why not. They read your words.")
    refuse_changes(ask.session, row.id, seen=ask.typed("seen"), by=ask.me, now=ask.now, why=why)
    return ask.go("/accreditation", "It stays as it was. They read your words.", "calm")


def before_suspending(ask: Ask) -> Response:
    """Whom it would touch, before anything is taken down."""
    row, owner = _theirs(ask)
    return ask.page(
        "accreditation/suspend.html",
        row=row,
        owner=owner,
        several=len(listings_of(ask.session, owner.id)) > 1,
        touched=visits_touched(ask.session, owner.id, ask.now),
        may=may_move(row.state, ListingState.SUSPENDED),
    )


def suspend(ask: Ask) -> Response:
    """Take one listing, or all of a provider's, down at once. The reason is the desk's own, and is told to the provider."""
    row, owner = _theirs(ask)
    why = written(ask, "why", "Say why. It is kept, and the provider reads it.")
    if ask.typed("what") == "provider":
        service.suspend_provider(ask.session, owner.id, by=ask.me, now=ask.now, why=why)
    else:
        service.suspend(ask.session, row.id, by=ask.me, now=ask.now, why=why)
    return ask.go(
        f"/accreditation/listings/{row.id}", "It is off everywhere. The people it touches are being told.", "calm"
    )


def reinstate(ask: Ask) -> Response:
    """Put it back on show, or everything that was taken down with it. A provider who was suspended is listed again first."""
    row, owner = _theirs(ask)
    why = written(ask, "why", "Say what was settled.")
    if owner.state is ProviderState.SUSPENDED:
        decide(ask.session, owner.id, ProviderState.LISTED, by=ask.me, now=ask.now, why=why)
    down = [one for one in listings_of(ask.session, owner.id) if one.state is ListingState.SUSPENDED]
    for one in down if ask.typed("what") == "provider" else [row]:
        service.publish(ask.session, one.id, by=ask.me, now=ask.now)
    return ask.go(f"/accreditation/listings/{row.id}", "It is on show again.")


ROUTES = [
    Page("/accreditation/listings/{listing_id}/changes", changes, OFFICER, GET, name="listing_changes"),
    Page(
        "/accreditation/listings/{listing_id}/changes/accept",
        accept,
        OFFICER,
        POST,
        again=changes,
        name="accept_changes",
    ),
    Page(
        "/accreditation/listings/{listing_id}/changes/refuse",
        refuse,
        OFFICER,
        POST,
        again=changes,
        name="refuse_changes",
    ),
    Page("/accreditation/listings/{listing_id}/suspend", before_suspending, OFFICER, GET),
    Page(
        "/accreditation/listings/{listing_id}/suspend",
        suspend,
        OFFICER,
        POST,
        again=before_suspending,
        name="suspend_listing",
    ),
    Page(
        "/accreditation/listings/{listing_id}/reinstate",
        reinstate,
        OFFICER,
        POST,
        again=before_suspending,
        name="reinstate_listing",
    ),
]
