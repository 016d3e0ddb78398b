"""Plans on their way to a signature: sent by a broker, signed or given back by an officer within their limit."""

from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from market.core.actor import Role
from market.core.money import Pence, read_pounds
from market.people.access import person_for
from market.people.queries import account_names, authority
from market.people.rules import Scope
from market.people.tables import Person
from market.plans import queries
from market.plans.rules import PlanStatus
from market.plans.service import plan_for, return_plan, send_for_signoff, sign_off, status_of
from market.plans.tables import Plan
from market.web import guards
from market.web.ask import Ask
from market.web.brokering import person as parts
from market.web.brokering.words import waited
from market.web.page import GET, POST, Page
from market.web.routes.people import person as person_page

OFFICER = guards.role(Role.SIGNOFF_OFFICER)
_NEWEST_SIGNED = 10


@dataclass(frozen=True)
class PlanLine:
    """One plan in the officer's list."""

    plan: Plan
    person: Person
    broker: str
    above: bool


def send(ask: Ask) -> Response:
    """The broker sends a person's plan, with what it costs in a year."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_PLAN, ask.now)
    plan = plan_for(ask.session, person, by=ask.me, now=ask.now)
    send_for_signoff(ask.session, plan, read_pounds(ask.typed("yearly")), by=ask.me, now=ask.now)
    return ask.go(f"/people/{person.id}#plan", "Sent for sign-off.")


def waiting(ask: Ask) -> Response:
    """Plans that wait for a signature, longest first, and those signed last."""
    rows = queries.plans_in(ask.session, ask.me.authority_id or "")
    limit = _limit(ask)
    names = account_names(ask.session, {plan.made_by for plan, _ in rows})
    lines = [PlanLine(plan, who, names.get(plan.made_by, ""), plan.indicative_pence > limit) for plan, who in rows]
    signed = [line for line in lines if status_of(line.plan) is PlanStatus.SIGNED_OFF]
    return ask.page(
        "sign_off/waiting.html",
        waiting=[line for line in lines if status_of(line.plan) is PlanStatus.WAITING],
        signed=sorted(signed, key=_signed_at, reverse=True)[:_NEWEST_SIGNED],
        limit=limit,
        waited=waited,
        now=ask.now,
    )


def _signed_at(line: PlanLine) -> datetime:
    return line.plan.signed_at or line.plan.made_at


def one(ask: Ask) -> Response:
    """One plan: the person's own words, what it costs, and the three questions before money is spent."""
    plan, person = _plan(ask)
    limit = _limit(ask)
    return ask.page(
        "sign_off/plan.html",
        plan=plan,
        person=person,
        first_name=parts.first_name(person),
        facts=parts.header_facts(person, ask.now)[:1],
        outcomes=parts.outcomes_shown(ask.session, person, plan, ask.now),
        limit=limit,
        above=plan.indicative_pence > limit,
        own=plan.made_by == ask.me.says,
        is_waiting=status_of(plan) is PlanStatus.WAITING,
        names=account_names(ask.session, {plan.made_by, plan.signed_by or ""}),
        waited=waited,
        now=ask.now,
    )


def sign(ask: Ask) -> Response:
    """Agree to it. Its own broker cannot, nor can anybody above their limit."""
    plan, _ = _plan(ask)
    sign_off(ask.session, plan, ask.me, _limit(ask), now=ask.now)
    return ask.go("/sign-off", "Signed. The broker can go ahead.")


def give_back(ask: Ask) -> Response:
    """Send it back to its broker, with the reason."""
    plan, _ = _plan(ask)
    return_plan(ask.session, plan, ask.typed("why"), by=ask.me, now=ask.now)
    return ask.go("/sign-off", "Given back, with your reason.", "calm")


def _plan(ask: Ask) -> tuple[Plan, Person]:
    plan = queries.plan(ask.session, ask.path["plan_id"])
    return plan, person_for(ask.session, ask.me, plan.person_id, Scope.SEE_PLAN, ask.now)


def _limit(ask: Ask) -> Pence:
    council = authority(ask.session, ask.me.authority_id)
    return council.signoff_limit_pence if council else 0


ROUTES = [
    Page("/people/{person_id}/plan/send", send, guards.broker, POST, name="send_plan", again=person_page),
    Page("/sign-off", waiting, OFFICER, GET, name="sign_off"),
    Page("/sign-off/{plan_id}", one, OFFICER, GET, name="plan_to_sign"),
    Page("/sign-off/{plan_id}/sign", sign, OFFICER, POST, name="sign_plan"),
    Page("/sign-off/{plan_id}/give-back", give_back, OFFICER, POST, name="give_plan_back", again=one),
]
