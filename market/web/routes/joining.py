"""Joining, at the first 'keep this' or 'ask': people who pay for themselves, and those who help somebody."""

from starlette.responses import Response

from market.people.rules import own_page
from market.people.signing_in import ask_to_sign_in
from market.people.signing_up import read_joining
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.routes.signing_in import post


def join(ask: Ask) -> Response:
    """Ask who it is for, a name, a postcode and an e-mail address; nothing more."""
    if ask.here is not None and ask.refused is None:
        return ask.go(own_page(ask.query("next", "/")))
    next_page = own_page(ask.typed("next") or ask.query("next", "/"))
    return ask.page("signing_in/join.html", next_page=next_page)


def send_joining(ask: Ask) -> Response:
    """Send the link that makes the account. For an address we know it is a sign-in link; the answer is the same."""
    joining = read_joining(
        email=ask.typed("email"),
        name=ask.typed("name"),
        postcode=ask.typed("postcode"),
        helps=ask.typed("for") == "other",
        for_name=ask.typed("for_name"),
    )
    knock = ask.knock(joining.email)
    asked = ask_to_sign_in(
        ask.session, joining.email, knock, ask.now, next_page=ask.typed("next", "/"), joining=joining
    )
    return post(ask, asked)


ROUTES = [
    Page("/join", join, guards.anyone, GET),
    Page("/join", send_joining, guards.anyone, POST, again=join),
]
