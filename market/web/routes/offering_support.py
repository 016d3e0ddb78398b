"""Offering support: what it means, what to do first, and beginning a listing."""

from starlette.responses import Response

from market.core.actor import PROVIDERS
from market.people.errors import ArrangementMissing
from market.people.offering import begin_offering
from market.people.sessions import act_as
from market.people.signing_in import ask_to_sign_in
from market.people.signing_up import read_offering
from market.web import guards
from market.web.ask import Ask
from market.web.listing.questions import ARRANGEMENTS
from market.web.listing.words import start_up_steps
from market.web.page import GET, POST, Page
from market.web.paying.fees import fee_words
from market.web.routes.signing_in import post
from providers.arrangement.rules import Arrangement

HOW = tuple((one.value, words, about) for one, words, about in ARRANGEMENTS)


def offer_support(ask: Ask) -> Response:
    """What listing oneself means, and the first question."""
    if ask.here is not None and any(grant.role in PROVIDERS for grant in ask.who.grants) and ask.refused is None:
        return ask.go("/listing")
    return ask.page(
        "offering/start.html",
        how=HOW,
        chosen=ask.typed("arrangement") or ask.query("how"),
        fee=fee_words(ask.settings.platform_fee_points),
    )


def send_offering(ask: Ask) -> Response:
    """Somebody new is sent the link that makes their account; somebody known begins at once."""
    arrangement = ask.typed("arrangement")
    if ask.here is not None:
        return _begin(ask, arrangement)
    joining = read_offering(email=ask.typed("email"), name=ask.typed("name"), arrangement=arrangement)
    knock = ask.knock(joining.email)
    next_page = f"/offer-support?how={arrangement}"
    return post(ask, ask_to_sign_in(ask.session, joining.email, knock, ask.now, next_page=next_page, joining=joining))


def _begin(ask: Ask, arrangement: str) -> Response:
    if arrangement not in set(Arrangement):
        raise ArrangementMissing
    grant = begin_offering(ask.session, ask.who.account, Arrangement(arrangement), ask.now)
    act_as(ask.session, ask.who.signed, grant.id, ask.now)
    return ask.go("/listing")


def start_up(ask: Ask) -> Response:
    """What to do before a small business opens: read by anybody, ticked by who begins."""
    return ask.page("offering/start_up.html", steps=start_up_steps(), done=None)


ROUTES = [
    Page("/offer-support", offer_support, guards.anyone, GET),
    Page("/offer-support", send_offering, guards.anyone, POST, again=offer_support),
    Page("/offer-support/small-business", start_up, guards.anyone, GET, name="start_up_for_all"),
]
