"""What can be done with a plan. Callers have fetched the person through people.access first."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.errors import NotFound
from market.core.events import record
from market.core.money import Pence
from market.people.tables import Person
from market.plans import queries
from market.plans.errors import (
    AboveYourLimit,
    NoReasonGiven,
    NothingPlanned,
    NotWaiting,
    NoWords,
    NoYearlyCost,
    OwnPlan,
)
from market.plans.rules import MOST_WORDS, PlanStatus, may_sign, status
from market.plans.tables import Outcome, Plan


def status_of(plan: Plan) -> PlanStatus:
    """Where a plan stands."""
    return status(plan.sent_at, plan.signed_at, plan.returned_at)


def plan_for(session: Session, person: Person, *, by: Actor | System, now: datetime) -> Plan:
    """The person's plan; a first one is begun if there is none."""
    plan = queries.plan_of(session, person.id)
    if plan is None:
        plan = Plan(person_id=person.id, made_by=by.says, made_at=now)
        session.add(plan)
        session.flush()
    return plan


def add_outcome(
    session: Session,
    person: Person,
    words: str,
    *,
    by: Actor | System,
    now: datetime,
    care_act: Sequence[str] = (),
    key: str | None = None,
) -> Outcome:
    """Add what the person wants to be able to do, in their own words, unchanged. Raises `NoWords`.

    After sign-off a new outcome may stand, but it costs nothing until money is agreed for it.
    """
    words = words.strip()
    if not words or len(words) > MOST_WORDS:
        raise NoWords(MOST_WORDS)
    if key is not None and (known := queries.outcome_by_key(session, key)):
        return known
    plan = plan_for(session, person, by=by, now=now)
    outcome = Outcome(plan_id=plan.id, words=words, care_act=list(care_act), added_by=by.says, added_at=now, key=key)
    session.add(outcome)
    session.flush()
    record(session, "plan.outcome_added", at=now, by=by, subject=outcome.id, person_id=person.id, plan=plan.id)
    return outcome


def send_for_signoff(session: Session, plan: Plan, yearly: Pence | None, *, by: Actor, now: datetime) -> None:
    """Put a plan and its yearly cost before a sign-off officer. Sent twice is sent once.

    Raises `NoYearlyCost`, and `NothingPlanned` for a plan without an outcome.
    """
    if not yearly:
        raise NoYearlyCost
    if not queries.outcomes_of(session, plan.id):
        raise NothingPlanned
    if status_of(plan) is PlanStatus.WAITING and plan.indicative_pence == yearly:
        return
    plan.indicative_pence, plan.sent_at = yearly, now
    session.add(plan)
    record(session, "plan.sent", at=now, by=by, subject=plan.id, person_id=plan.person_id, pence=yearly)


def sign_off(session: Session, plan: Plan, officer: Actor, limit: Pence, *, now: datetime) -> None:
    """Agree to a plan. Raises `NotWaiting`, `OwnPlan`, `AboveYourLimit`."""
    if status_of(plan) is not PlanStatus.WAITING:
        raise NotWaiting
    if officer.says == plan.made_by:
        raise OwnPlan
    if not may_sign(officer.says, plan.made_by, plan.indicative_pence, limit):
        raise AboveYourLimit(limit, plan.indicative_pence)
    plan.agreed_pence, plan.signed_at, plan.signed_by = plan.indicative_pence, now, officer.says
    session.add(plan)
    agreed = plan.agreed_pence
    record(session, "plan.signed_off", at=now, by=officer, subject=plan.id, person_id=plan.person_id, pence=agreed)


def return_plan(session: Session, plan: Plan, why: str, *, by: Actor, now: datetime) -> None:
    """Give a plan back to its broker with a reason. Raises `NotWaiting`, `NoReasonGiven`."""
    if status_of(plan) is not PlanStatus.WAITING:
        raise NotWaiting
    if not why.strip():
        raise NoReasonGiven
    plan.returned_at, plan.returned_why = now, why.strip()[:MOST_WORDS]
    session.add(plan)
    record(session, "plan.returned", at=now, by=by, subject=plan.id, person_id=plan.person_id)


def outcome_of_person(session: Session, person: Person, outcome_id: str) -> Outcome:
    """One outcome of this person's own plan. Raises `NotFound` for anybody else's."""
    outcome = queries.outcome(session, outcome_id)
    plan = queries.plan_of(session, person.id)
    if outcome is None or plan is None or outcome.plan_id != plan.id:
        raise NotFound
    return outcome
