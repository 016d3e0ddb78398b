"""Rows of a directory of which nobody knows yet what kind of support they are: the desk says it, and they go on show."""

from starlette.responses import Response

from market.core.actor import Role
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from providers.interchange.classifying import MOST_KINDS, give_kinds, kinds_to_give, to_classify
from providers.interchange.queries import origin, waiting_for_a_kind
from providers.listings.kinds import support_kinds
from providers.organisations.queries import provider

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)
HOME = "/accreditation/kinds"


def waiting(ask: Ask) -> Response:
    """Every row that waits for it."""
    return ask.page("imports/kinds.html", rows_waiting=waiting_for_a_kind(ask.session, ask.me.authority_id))


def question(ask: Ask) -> Response:
    """One row in its source's words, and the kinds there are."""
    row = to_classify(ask.session, ask.path["listing_id"], ask.me)
    known = support_kinds()
    kinds = [(kind, known[kind].label) for kind in kinds_to_give()]
    came_from = origin(ask.session, row.id)
    owner = provider(ask.session, row.provider_id)
    return ask.page("imports/kind.html", row=row, owner=owner, came_from=came_from, kinds=kinds, most=MOST_KINDS)


def answer(ask: Ask) -> Response:
    """It is this."""
    shown, hidden = give_kinds(ask.session, ask.path["listing_id"], ask.ticked("kinds"), by=ask.me, now=ask.now)
    if shown:
        return ask.go(HOME, "It is on show now.")
    return ask.go(HOME, f"Noted. It is not on show yet. {hidden}.", "calm")


ROUTES = [
    Page(HOME, waiting, OFFICER, GET, name="rows_without_a_kind"),
    Page(f"{HOME}/{{listing_id}}", question, OFFICER, GET, name="row_without_a_kind"),
    Page(f"{HOME}/{{listing_id}}", answer, OFFICER, POST, again=question, name="give_a_kind"),
]
