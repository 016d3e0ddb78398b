"""A person's pots: how they stand, and every line of their ledger in plain words; and the pots of a council."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from market.bookings.queries import visits_by_id
from market.brokerage.queries import pots as pots_of_people
from market.budgets.rules import WORDS, PotException, exceptions, has_a_limit
from market.budgets.service import pots_for
from market.budgets.tables import Pot
from market.core.actor import CUSTOMERS, Role
from market.core.audit import note_read
from market.core.times import wall_day
from market.ledger.queries import balances, rows_of
from market.ledger.rules import Balance, pot_account
from market.payments.queries import plans_of_person
from market.people.access import people_of, person_for
from market.people.rules import Scope
from market.people.tables import Person
from market.web import guards
from market.web.ask import Ask
from market.web.brokering.person import first_name, pots_shown
from market.web.brokering.statements import Statement, VisitWords, statement
from market.web.page import GET, Page

OFFICER = guards.role(Role.DIRECT_PAYMENTS_OFFICER)
MAY_SEE = guards.role(
    Role.BROKER, Role.SUPPORTER, Role.ATTORNEY, Role.DIRECT_PAYMENTS_OFFICER, Role.SIGNOFF_OFFICER, *CUSTOMERS
)
EXCEPTION_WORDS = {
    PotException.OVERSPENT: "Overspent",
    PotException.ENDING: "Ends within 30 days",
    PotException.UNSPENT: "Hardly used",
}


@dataclass(frozen=True)
class PotLine:
    """One pot of a council's list."""

    pot: Pot
    person: Person
    kind: str
    balance: Balance
    exceptions: tuple[PotException, ...]


def mine(ask: Ask) -> Response:
    """The money of whoever one looks after: straight to it where there is only one."""
    if ask.me.role is Role.DIRECT_PAYMENTS_OFFICER:
        return ask.go("/pots")
    people = people_of(ask.session, ask.me, Scope.SEE_MONEY, ask.now)
    if len(people) == 1:
        return ask.go(f"/people/{people[0].id}/money")
    return ask.page("money/whose.html", people=people)


def of_person(ask: Ask) -> Response:
    """One person's pots, as pictures first, then what came in, what was spent, and what is set aside."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_MONEY, ask.now)
    views = pots_for(ask.session, person.id)
    shown = {pot["id"]: pot for pot in pots_shown(views, person.id)}
    return ask.page(
        "money/person.html",
        person=person,
        first_name=first_name(person),
        mine=ask.me.role.is_customer,
        has_page=ask.me.role.is_customer or ask.me.role in (Role.BROKER, Role.SUPPORTER, Role.ATTORNEY),
        pots=[(view, shown[view.pot.id], _statement(ask, view.pot.id)) for view in views],
        has_payments=may_pay(ask) and bool(plans_of_person(ask.session, person.id)),
    )


def may_pay(ask: Ask) -> bool:
    """Whether the payments page is for this role."""
    return ask.me.role in (guards.customer_or_helper.roles or ())


def _statement(ask: Ask, pot_id: str) -> Statement:
    account = pot_account(pot_id)
    rows = rows_of(ask.session, account)
    visits: Mapping[str, Any] = visits_by_id(ask.session, {row.cause for row in rows})
    words = {key: VisitWords(visit.title, visit.who_comes, visit.day) for key, visit in visits.items()}
    return statement(account, rows, words)


def of_council(ask: Ask) -> Response:
    """The council's pots, those with something to look at first. Read only: exceptions, not every receipt."""
    people = {one.id: one for one in people_of(ask.session, ask.me, Scope.SEE_MONEY, ask.now)}
    note_read(ask.session, ask.me, "pots:list:read", ask.me.authority_id or "", at=ask.now, person_id=None)
    owned = [pot for pots in pots_of_people(ask.session, list(people)).values() for pot in pots]
    theirs = [pot for pot in owned if has_a_limit(pot.kind) and pot.authority_id == ask.me.authority_id]
    stand = balances(ask.session, [pot_account(pot.id) for pot in theirs])
    lines = [_line(ask, pot, people[pot.person_id], stand) for pot in theirs]
    shown = [line for line in lines if line.exceptions] if ask.query("show") == "exceptions" else lines
    return ask.page(
        "money/council.html",
        lines=sorted(shown, key=lambda line: (not line.exceptions, line.pot.ends_on, line.person.name)),
        count=len(lines),
        exceptions=sum(bool(line.exceptions) for line in lines),
        only=ask.query("show") == "exceptions",
        words=EXCEPTION_WORDS,
    )


def _line(ask: Ask, pot: Pot, person: Person, stand: Mapping[str, Balance]) -> PotLine:
    balance = stand.get(pot_account(pot.id), Balance(0, 0, 0))
    used = balance.spent + balance.held
    found = exceptions(balance.allocated, used, pot.starts_on, pot.ends_on, wall_day(ask.now))
    return PotLine(pot, person, pot.label or WORDS[pot.kind][0], balance, found)


ROUTES = [
    Page("/money", mine, MAY_SEE, GET, name="money"),
    Page("/people/{person_id}/money", of_person, MAY_SEE, GET, name="money_of"),
    Page("/pots", of_council, OFFICER, GET, name="pots"),
]
