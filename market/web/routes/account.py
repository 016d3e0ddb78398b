"""One's own account: where one is signed in, and in which role one acts."""

from starlette.responses import Response

from market.people.queries import sessions_of
from market.people.rules import own_page
from market.people.sessions import act_as, end_other_sessions, end_session
from market.web import guards
from market.web.ask import Ask
from market.web.frames import role_choices
from market.web.page import GET, POST, Page


def account(ask: Ask) -> Response:
    """Name, address, roles, and the way to the rest."""
    return ask.page("account/account.html", account=ask.who.account, choices=role_choices(ask))


def sessions(ask: Ask) -> Response:
    """Where the account is signed in now."""
    rows = sessions_of(ask.session, ask.who.account.id, ask.now)
    return ask.page("account/sessions.html", sessions=rows, this_id=ask.who.signed.id)


def end_one(ask: Ask) -> Response:
    """Sign out one session of one's own."""
    end_session(ask.session, ask.who.account.id, ask.path["signed_id"], ask.now)
    return ask.go("/you/sessions", "That browser is signed out.")


def end_others(ask: Ask) -> Response:
    """Sign out everywhere but here."""
    end_other_sessions(ask.session, ask.who.account.id, ask.who.signed.id, ask.now)
    return ask.go("/you/sessions", "You are signed out everywhere else.")


def roles(ask: Ask) -> Response:
    """The roles one holds."""
    return ask.page("account/roles.html", choices=role_choices(ask))


def switch(ask: Ask) -> Response:
    """Go on in another of one's own roles, from the start page of that role."""
    act_as(ask.session, ask.who.signed, ask.typed("grant_id"), ask.now)
    return ask.go(own_page(ask.typed("next", "/")))


ROUTES = [
    Page("/account", account, guards.own_account, GET),
    Page("/you/sessions", sessions, guards.own_account, GET),
    Page("/you/sessions/{signed_id}/end", end_one, guards.own_account, POST),
    Page("/you/sessions/end-others", end_others, guards.own_account, POST),
    Page("/you/roles", roles, guards.own_account, GET),
    Page("/role", switch, guards.own_account, POST),
]
