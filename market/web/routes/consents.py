"""Who may act for oneself: to see, and to take back."""

from starlette.responses import Response

from market.people.access import as_agreement, person_for
from market.people.consenting import withdraw
from market.people.queries import consents_of
from market.people.rules import Scope, stands
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page

SCOPE_WORDS: dict[str, str] = {
    Scope.SEE_VISITS: "See your visits",
    Scope.BOOK: "Ask for visits",
    Scope.CANCEL: "Cancel visits",
    Scope.SEE_MONEY: "See your money",
    Scope.SPEND: "Spend your money",
    Scope.SEE_PLAN: "See your plan",
}


def helpers(ask: Ask) -> Response:
    """Everybody who may do something for this customer, and what."""
    person = person_for(ask.session, ask.me, ask.me.person_id or "", Scope.SEE_PLAN, ask.now)
    rows = [
        (consent, account, [SCOPE_WORDS[scope] for scope in consent.scopes])
        for consent, account in consents_of(ask.session, person.id)
        if stands(as_agreement(consent), ask.now)
    ]
    return ask.page("account/helpers.html", helpers=rows)


def take_back(ask: Ask) -> Response:
    """End one consent, from this moment."""
    withdraw(ask.session, by=ask.me, consent_id=ask.path["consent_id"], now=ask.now)
    return ask.go("/you/helpers", "Done. They cannot see or do this for you any more.")


ROUTES = [
    Page("/you/helpers", helpers, guards.customer, GET),
    Page("/you/helpers/{consent_id}/end", take_back, guards.customer, POST),
]
