"""Shortlists: a few listings side by side for one person, made by a broker or a supporter, sent, and chosen from."""

from starlette.responses import Response

from market.budgets.service import pots_for
from market.core.actor import CUSTOMERS, Role
from market.core.errors import NotFound
from market.people.access import may, person_for, who_may
from market.people.queries import account_names
from market.people.rules import Scope
from market.people.tables import Person
from market.plans.service import outcome_of_person
from market.search.cards import Card
from market.search.service import look, make_shortlist, need_for, on_offer, send_shortlist, shortlist_for
from market.search.tables import SearchedNeed, Shortlist
from market.web import guards
from market.web.ask import Ask
from market.web.brokering.person import first_name
from market.web.brokering.shortlist import options
from market.web.brokering.words import said_list
from market.web.page import GET, POST, Page

MAKERS = guards.role(Role.BROKER, Role.SUPPORTER, Role.ATTORNEY)
CIRCLE = guards.role(Role.BROKER, Role.SUPPORTER, Role.ATTORNEY, *CUSTOMERS)
_LOOKED_AT = 60


def make(ask: Ask) -> Response:
    """Put the ticked listings together, each with the reasons the search gives for this person now."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.BOOK, ask.now)
    need, whose = need_for(ask.session, ask.me, ask.typed("need"), ask.now)
    if whose is None or whose.id != person.id:
        raise NotFound
    if not ask.ticked("listing"):
        return ask.go(f"/find/{need.id}", "Tick “Put on the list” on at least one of these first.", "wait")
    cards = _cards(ask, person, need)
    row = make_shortlist(ask.session, ask.me, person, cards, words=need.words, outcome_id=need.outcome_id, now=ask.now)
    return ask.go(f"/shortlists/{row.id}")


def _cards(ask: Ask, person: Person, need: SearchedNeed) -> list[Card]:
    """In the order of the results. One that a narrower search had found is taken as it stands."""
    ticked = tuple(dict.fromkeys(ask.ticked("listing")))
    looked = look(ask.session, ask.services.search, need, person=person, limit=_LOOKED_AT, now=ask.now)
    found = {card.listing_id: card for card in looked.cards if card.listing_id in ticked}
    for listing_id in ticked:
        if listing_id not in found:
            found[listing_id] = on_offer(ask.session, ask.services.search, listing_id, ask.now)
    return list(found.values())


def show(ask: Ask) -> Response:
    """The options side by side: for the broker to send, for the person and the supporter to pick from."""
    row, person = shortlist_for(ask.session, ask.me, ask.path["shortlist_id"], ask.now)
    if row.sent_at is None and not _may_send(ask, person):
        raise NotFound
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    cards, gone = options(ask, row.id, pots_for(ask.session, person.id) if sees_money else [])
    return ask.page(
        "shortlists/shortlist.html",
        shortlist=row,
        person=person,
        first_name=first_name(person),
        mine=ask.me.role.is_customer,
        cards=cards,
        gone=gone,
        may_send=_may_send(ask, person),
        may_ask=may(ask.session, ask.me, person, Scope.BOOK, ask.now),
        to=_readers(ask, person),
        outcome=_outcome_words(ask, person, row),
        maker=account_names(ask.session, [row.made_by]).get(row.made_by, ""),
    )


def _may_send(ask: Ask, person: Person) -> bool:
    return ask.me.role in (MAKERS.roles or ()) and may(ask.session, ask.me, person, Scope.BOOK, ask.now)


def _readers(ask: Ask, person: Person) -> str:
    """Who will be told, besides whoever sends it: the person first, where they sign in themself."""
    names = [name.split()[0] for name in who_may(ask.session, person, Scope.BOOK, ask.now)]
    return said_list(dict.fromkeys(names)) or first_name(person)


def _outcome_words(ask: Ask, person: Person, row: Shortlist) -> str:
    return outcome_of_person(ask.session, person, row.outcome_id).words if row.outcome_id else row.words


def send(ask: Ask) -> Response:
    """Add a note, and send it to the person and to those who may book for them."""
    row = send_shortlist(ask.session, ask.me, ask.path["shortlist_id"], now=ask.now)
    if ask.typed("note"):
        row.note = ask.typed("note")[:2000]
        ask.session.add(row)
    return ask.go(f"/shortlists/{row.id}", "Sent. They are told where to find it.")


ROUTES = [
    Page("/people/{person_id}/shortlists", make, MAKERS, POST, name="make_shortlist"),
    Page("/shortlists/{shortlist_id}", show, CIRCLE, GET, name="shortlist"),
    Page("/shortlists/{shortlist_id}/send", send, MAKERS, POST, name="send_shortlist"),
]
