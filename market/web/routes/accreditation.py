"""The accreditation desk: what lapses, what waits, and the decision on a listing. Nobody decides on their own."""

from starlette.responses import Response

from market.core.actor import Role
from market.core.errors import NotFound
from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.checking.desk import RISK_TONES, RISK_WORDS, queue
from market.web.page import GET, POST, Page
from market.web.shown.checks import lapsing_bands, waiting
from market.web.written import written
from providers.applications.rules import QueueOrder
from providers.changes.deciding import approve_as_seen, mark_of_listing
from providers.changes.queries import listings_with_changes
from providers.listings import service
from providers.listings.queries import listing as listing_by_id
from providers.listings.queries import listings_waiting
from providers.listings.rules import ListingState
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.queries import providers_of_authority

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)


def checks(ask: Ask) -> Response:
    """Who waits to be checked, listings that wait, then the checks that run out soonest first."""
    today = wall_day(ask.now)
    mine = [provider.id for provider in providers_of_authority(ask.session, ask.me.authority_id)]
    rows = listings_waiting(ask.session, mine)
    order = QueueOrder.AGE if ask.query("by") == "age" else QueueOrder.RISK
    return ask.page(
        "accreditation/list.html",
        queue=queue(ask.session, ask.me, order, ask.now),
        order=order,
        risk_words=RISK_WORDS,
        risk_tones=RISK_TONES,
        waiting=[waiting(ask.session, row, today) for row in rows],
        changed=listings_with_changes(ask.session, mine),
        bands=lapsing_bands(ask.session, ask.me, today),
        today=today,
    )


def one_listing(ask: Ask) -> Response:
    """One listing of this council's, to decide on."""
    row = listing_by_id(ask.session, ask.path["listing_id"])
    owner = provider_by_id(ask.session, row.provider_id)
    if owner.authority_id is None or owner.authority_id != ask.me.authority_id:
        raise NotFound
    shown = waiting(ask.session, row, wall_day(ask.now))
    waits, seen = row.state is ListingState.SUBMITTED, mark_of_listing(ask.session, row, owner)
    return ask.page("accreditation/listing.html", one=shown, waits=waits, seen=seen)


def publish(ask: Ask) -> Response:
    """Put it on show."""
    row = approve_as_seen(ask.session, ask.path["listing_id"], seen=ask.typed("seen"), by=ask.me, now=ask.now)
    if row.state is ListingState.APPROVED:
        return ask.go("/accreditation", "Approved. It goes on show once its provider is listed.", "calm")
    return ask.go("/accreditation", "It is on show.")


def send_back(ask: Ask) -> Response:
    """Back to the provider, with what to put right."""
    why = written(ask, "why", "Say what they should put right.")
    service.send_back(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now, why=why)
    return ask.go("/accreditation", "It went back to them, with your words.", "calm")


ROUTES = [
    Page("/accreditation", checks, OFFICER, GET),
    Page("/accreditation/listings/{listing_id}", one_listing, OFFICER, GET),
    Page(
        "/accreditation/listings/{listing_id}/publish",
        publish,
        OFFICER,
        POST,
        again=one_listing,
        name="publish_listing",
    ),
    Page(
        "/accreditation/listings/{listing_id}/send-back",
        send_back,
        OFFICER,
        POST,
        again=one_listing,
        name="send_listing_back",
    ),
]
