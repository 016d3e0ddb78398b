"""One person's page: who they are, what they want to be able to do, their money, their week, and who stands by them."""

from datetime import timedelta
from typing import Any

from starlette.responses import Response

from market.bookings.queries import week
from market.brokerage.service import waiting_for
from market.budgets.service import pots_for
from market.core.actor import CUSTOMERS, Role
from market.core.times import wall_day
from market.people.access import open_to, people_of, person_for
from market.people.queries import account_names
from market.people.rules import Scope
from market.people.tables import Person
from market.plans.queries import plan_of
from market.plans.service import add_outcome, outcome_of_person, status_of
from market.safeguarding.rules import ReportKind
from market.safeguarding.service import tell_human
from market.search.queries import shortlists_of
from market.search.service import ask_need, look, note_found
from market.web import guards
from market.web.ask import Ask
from market.web.booking.weeks import days_of, news, shown_visits
from market.web.brokering import person as parts
from market.web.brokering.words import STEPS, step_note, step_path, waited
from market.web.page import GET, POST, Page
from matching.danger import look_for_danger

CIRCLE = guards.role(Role.BROKER, Role.SUPPORTER, Role.ATTORNEY, *CUSTOMERS)


def people(ask: Ask) -> Response:
    """Whom one may look after: straight to the page where there is only one."""
    found = {one.id: one for scope in Scope for one in people_of(ask.session, ask.me, scope, ask.now)}
    if ask.me.role is Role.BROKER:
        return ask.go("/caseload")
    if len(found) == 1:
        return ask.go(f"/people/{next(iter(found))}")
    return ask.page("people/people.html", people=sorted(found.values(), key=lambda one: one.name))


def person(ask: Ask) -> Response:
    """Everything about one person that the asker may see, and nothing else."""
    one, scopes = open_to(ask.session, ask.me, ask.path["person_id"], ask.now)
    may = {scope.value for scope in scopes}
    return ask.page(
        "people/person.html",
        person=one,
        first_name=parts.first_name(one),
        mine=ask.me.role.is_customer,
        broker=ask.me.role is Role.BROKER,
        may=may,
        today=wall_day(ask.now),
        now=ask.now,
        facts=parts.header_facts(one, ask.now),
        talk=parts.how_to_talk(one),
        flag=parts.understood_by(one),
        **_plan_part(ask, one, may),
        **_around_part(ask, one, may),
    )


def _plan_part(ask: Ask, one: Person, may: set[str]) -> dict[str, Any]:
    if Scope.SEE_PLAN not in may:
        return {"plan": None, "outcomes": [], "matters": [], "acting": [], "waiting": (), "named": {}}
    plan = plan_of(ask.session, one.id)
    return {
        "plan": plan,
        "plan_status": status_of(plan) if plan else None,
        "outcomes": parts.outcomes_shown(ask.session, one, plan, ask.now),
        "matters": parts.what_matters(one, with_money=Scope.SEE_MONEY in may),
        "acting": parts.who_may_act(ask.session, one, ask.now),
        "waiting": waiting_for(ask.session, one, ask.now) if ask.me.role is Role.BROKER else (),
        "named": account_names(ask.session, {plan.made_by, plan.signed_by or ""}) if plan else {},
        "steps": STEPS,
        "step_note": step_note,
        "step_path": step_path,
        "waited": waited,
    }


def _around_part(ask: Ask, one: Person, may: set[str]) -> dict[str, Any]:
    sees_visits, sees_money = Scope.SEE_VISITS in may, Scope.SEE_MONEY in may
    views = pots_for(ask.session, one.id) if sees_money else []
    lists = shortlists_of(ask.session, one.id) if sees_visits else ()
    return {
        **(_week(ask, one, sees_money) if sees_visits else {"week": (), "news": ()}),
        "fails": parts.when_a_visit_fails(ask.session, one, with_money=sees_money, mine=ask.me.role.is_customer)
        if sees_visits
        else None,
        "shortlists": [row for row in lists if row.sent_at or row.made_by == ask.me.says or ask.me.role is Role.BROKER],
        "pots": parts.pots_shown([view for view in views if view.limited], one.id),
        "own_money": [view for view in views if not view.limited],
    }


def _week(ask: Ask, one: Person, sees_money: bool) -> dict[str, Any]:
    today = wall_day(ask.now)
    monday = today - timedelta(days=today.weekday())
    visits = shown_visits(ask.session, week(ask.session, one.id, monday), ask.now, sees_money=sees_money)
    return {"week": days_of(monday, visits), "news": news(visits, today)}


def say_outcome(ask: Ask) -> Response:
    """Write down what the person wants to be able to do, as they say it. Words of danger are answered first."""
    one = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_PLAN, ask.now)
    words = ask.typed("words")
    if look_for_danger(words):
        return _danger(ask, one, words)
    add_outcome(ask.session, one, words, by=ask.me, now=ask.now)
    return ask.go(f"/people/{one.id}#outcomes", "That is written down, in those words.")


def find_for(ask: Ask) -> Response:
    """The words to look with: those of the outcome, to be changed if another way of saying it finds more."""
    one = person_for(ask.session, ask.me, ask.path["person_id"], Scope.BOOK, ask.now)
    outcome_id = ask.typed("outcome") or ask.query("outcome")
    row = outcome_of_person(ask.session, one, outcome_id) if outcome_id else None
    words = ask.typed("q") if ask.refused else (row.words if row else "")
    return ask.page("people/find.html", person=one, first_name=parts.first_name(one), outcome=row, words=words,
                    mine=ask.me.role.is_customer)  # fmt: skip


def find_now(ask: Ask) -> Response:
    """Look for support for this person, and go to what was found."""
    one = person_for(ask.session, ask.me, ask.path["person_id"], Scope.BOOK, ask.now)
    words, outcome_id = ask.typed("q"), ask.typed("outcome") or None
    if look_for_danger(words):
        return _danger(ask, one, words)
    if outcome_id:
        outcome_of_person(ask.session, one, outcome_id)
    place = ask.typed("postcode")
    need = ask_need(ask.session, words, place=place, actor=ask.me, person=one, outcome_id=outcome_id, now=ask.now)
    looked = look(ask.session, ask.services.search, need, person=one, now=ask.now)
    note_found(ask.session, looked, actor=ask.me, now=ask.now)
    return ask.go(f"/find/{need.id}")


def _danger(ask: Ask, one: Person, words: str) -> Response:
    """The number first; the desk is told in the same moment. The same words on the same day tell it once."""
    danger = look_for_danger(words)
    key = f"person:{one.id}:{ask.signer.hash('danger', words)}:{wall_day(ask.now)}"
    if danger is not None and danger.human_told:
        tell_human(ask.session, ReportKind.DANGER, words, by=ask.me, key=key, now=ask.now, person_id=one.id,
                   danger=danger.kind)  # fmt: skip
    was_told = danger is not None and danger.human_told
    told = "We have told the desk too. Do not wait for them: ring now." if was_told else ""
    return ask.page("finding/danger.html", danger=danger, told=told)


ROUTES = [
    Page("/people", people, CIRCLE, GET, name="people"),
    Page("/people/{person_id}", person, CIRCLE, GET, name="person"),
    Page("/people/{person_id}/outcomes", say_outcome, CIRCLE, POST, again=person),
    Page("/people/{person_id}/find", find_for, CIRCLE, GET, name="find_for"),
    Page("/people/{person_id}/find", find_now, CIRCLE, POST, name="find_now", again=find_for),
]
