"""Every page there is: one line for each area."""

from collections.abc import Sequence

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from market.core.errors import NotFound
from market.people.rules import own_page
from market.web import guards
from market.web.ask import Ask
from market.web.edge import Edge
from market.web.page import GET, Page
from market.web.routes import (
    account,
    accreditation,
    accreditation_provider,
    asking,
    availability,
    backup,
    bookings,
    calendar,
    caseload,
    chat,
    chat_with_human,
    checks,
    classifying,
    concern,
    consents,
    desk,
    desk_messages,
    desk_reports,
    duplicates,
    earnings,
    finding,
    footer,
    health,
    home,
    imports,
    joining,
    listing,
    listing_desk,
    listing_questions,
    market_gaps,
    money,
    money_desk,
    moving,
    offering_support,
    offerings,
    open_referral,
    outbox,
    own_chats,
    paying,
    people,
    photographs,
    price_questions,
    reference_giving,
    requests,
    second_step,
    shortlists,
    sign_off,
    signing_in,
    sms,
    still_right,
    stripe,
    telegram,
    visits,
    week,
    work,
)


def nothing_here(ask: Ask) -> Response | NotFound:
    """Any other address. One with a slash too many leads to the page that was meant."""
    asked_for = ask.request.url.path
    tidy = asked_for.rstrip("/")
    return ask.go(own_page(tidy)) if tidy and tidy != asked_for else NotFound()


NOWHERE = Page("/{rest:path}", nothing_here, guards.anyone, GET, name="nowhere")

PAGES: tuple[Page, ...] = (
    *home.ROUTES,
    *finding.ROUTES,
    *offerings.ROUTES,
    *signing_in.ROUTES,
    *second_step.ROUTES,
    *joining.ROUTES,
    *account.ROUTES,
    *consents.ROUTES,
    *footer.ROUTES,
    *outbox.ROUTES,
    *chat.ROUTES,
    *own_chats.ROUTES,
    *chat_with_human.ROUTES,
    *telegram.ROUTES,
    *sms.ROUTES,
    *requests.ROUTES,
    *earnings.ROUTES,  # before work, whose visits have addresses of the same form
    *calendar.ROUTES,
    *work.ROUTES,
    *listing.ROUTES,
    *checks.ROUTES,
    *reference_giving.ROUTES,
    *listing_questions.ROUTES,
    *availability.ROUTES,
    *still_right.ROUTES,
    *photographs.ROUTES,
    *offering_support.ROUTES,
    *listing_desk.ROUTES,
    *backup.ROUTES,
    *caseload.ROUTES,
    *people.ROUTES,
    *shortlists.ROUTES,
    *sign_off.ROUTES,
    *money.ROUTES,
    *paying.ROUTES,
    *money_desk.ROUTES,
    *stripe.ROUTES,
    *market_gaps.ROUTES,
    *asking.ROUTES,
    *bookings.ROUTES,
    *week.ROUTES,
    *visits.ROUTES,
    *moving.ROUTES,
    *price_questions.ROUTES,
    *desk_messages.ROUTES,
    *desk_reports.ROUTES,
    *desk.ROUTES,
    *concern.ROUTES,
    *accreditation.ROUTES,
    *accreditation_provider.ROUTES,
    *imports.ROUTES,
    *classifying.ROUTES,
    *duplicates.ROUTES,
    *open_referral.ROUTES,
    *health.ROUTES,
)


def routes(edge: Edge, pages: Sequence[Page] = PAGES) -> list[BaseRoute]:
    """The pages as the router wants them, with "we cannot find that page" last."""
    return [
        Route(page.path, edge.endpoint(page), methods=list(page.methods), name=page.name or page.endpoint.__name__)
        for page in (*pages, NOWHERE)
    ]
