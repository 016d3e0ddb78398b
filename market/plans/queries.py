"""Every SELECT of plans."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from market.core.errors import NotFound
from market.people.tables import Person
from market.plans.tables import Outcome, Plan


def plan_of(session: Session, person_id: str) -> Plan | None:
    """A person's plan."""
    return session.exec(select(Plan).where(Plan.person_id == person_id)).first()


def outcomes_of(session: Session, plan_id: str) -> Sequence[Outcome]:
    """The outcomes still wanted, in the order they were said."""
    wanted = select(Outcome).where(Outcome.plan_id == plan_id, col(Outcome.ended_at).is_(None))
    return session.exec(wanted.order_by(col(Outcome.added_at), col(Outcome.id))).all()


def outcome(session: Session, outcome_id: str) -> Outcome | None:
    """One outcome."""
    return session.get(Outcome, outcome_id)


def outcome_by_key(session: Session, key: str) -> Outcome | None:
    """The outcome written under an idempotency key."""
    return session.exec(select(Outcome).where(Outcome.key == key)).first()


def plan(session: Session, plan_id: str) -> Plan:
    """One plan. Raises `NotFound`."""
    row = session.get(Plan, plan_id)
    if row is None:
        raise NotFound
    return row


def plans_in(session: Session, authority_id: str) -> Sequence[tuple[Plan, Person]]:
    """Every plan of an authority's people, those sent first on top."""
    rows = select(Plan, Person).join(Person, col(Person.id) == col(Plan.person_id))
    return session.exec(rows.where(Person.authority_id == authority_id).order_by(col(Plan.sent_at))).all()
