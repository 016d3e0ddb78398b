"""The only ways to a person's record. Each takes the actor, decides by rules.py and writes down who looked."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.actor import CUSTOMERS, Actor, Role
from market.core.audit import note_read
from market.people.errors import NotYourPerson
from market.people.rules import STAFF_SCOPES, Agreement, Scope, commits_money, covers
from market.people.tables import Account, Consent, Person, RoleGrant


def may(session: Session, actor: Actor, person: Person, scope: Scope, now: datetime) -> bool:
    """Whether the actor, in their present role, may do this for the person now."""
    if actor.role.is_customer:
        return actor.person_id == person.id
    if actor.role.is_staff:
        same_authority = actor.authority_id is not None and actor.authority_id == person.authority_id
        return same_authority and scope in STAFF_SCOPES.get(actor.role, frozenset())
    if actor.role.stands_by_someone:
        return any(covers(agreement, scope, now) for agreement in agreements(session, actor.account_id, person.id))
    return False


def may_commit_money(session: Session, actor: Actor, person: Person, now: datetime) -> bool:
    """Whether what the actor books may be paid from the person's pots without another's word."""
    if actor.role.stands_by_someone:
        return any(commits_money(one, now) for one in agreements(session, actor.account_id, person.id))
    return may(session, actor, person, Scope.SPEND, now)


def agreements(session: Session, account_id: str, person_id: str) -> list[Agreement]:
    """What was agreed between this account and this person, in force or not."""
    rows = session.exec(select(Consent).where(Consent.account_id == account_id, Consent.person_id == person_id))
    return [as_agreement(row) for row in rows]


def as_agreement(row: Consent) -> Agreement:
    """A consent row as the rules see it."""
    scopes = frozenset(Scope(scope) for scope in row.scopes)
    return Agreement(scopes, row.basis, row.starts_at, row.ends_at, row.withdrawn_at)


def person_for(session: Session, actor: Actor, person_id: str, scope: Scope, now: datetime) -> Person:
    """The person, for an actor who may do this for them. Raises `NotYourPerson`; the read is audited."""
    person = session.get(Person, person_id)
    if person is None or not may(session, actor, person, scope, now):
        note_read(session, actor, f"person:{scope}:refused", person_id, at=now, person_id=None)
        raise NotYourPerson(scope)
    note_read(session, actor, f"person:{scope}:read", person_id, at=now, person_id=person_id)
    return person


def open_to(session: Session, actor: Actor, person_id: str, now: datetime) -> tuple[Person, frozenset[Scope]]:
    """The person, with everything the actor may do for them now. Raises `NotYourPerson` where that is nothing; audited."""
    person = session.get(Person, person_id)
    scopes = frozenset(scope for scope in Scope if person is not None and may(session, actor, person, scope, now))
    if person is None or not scopes:
        note_read(session, actor, "person:page:refused", person_id, at=now, person_id=None)
        raise NotYourPerson(Scope.SEE_PLAN)
    note_read(session, actor, f"person:{'+'.join(sorted(scopes))}:read", person_id, at=now, person_id=person_id)
    return person, scopes


def people_of(session: Session, actor: Actor, scope: Scope, now: datetime) -> Sequence[Person]:
    """Everybody the actor may do this for, by name: themself, those they stand by, or their authority's people."""
    statement = select(Person).order_by(col(Person.name))
    if actor.role.is_customer:
        statement = statement.where(Person.id == actor.person_id)
    elif actor.role.is_staff:
        statement = statement.where(
            Person.authority_id == actor.authority_id, sa.literal(actor.authority_id is not None)
        )
    elif actor.role.stands_by_someone:
        ids = select(Consent.person_id).where(Consent.account_id == actor.account_id)
        statement = statement.where(col(Person.id).in_(ids))
    else:
        return ()
    return [person for person in session.exec(statement) if may(session, actor, person, scope, now)]


def caseload_of(session: Session, broker: Actor) -> Sequence[Person]:
    """The people a broker looks after, by name. Empty for any other role."""
    if broker.role is not Role.BROKER:
        return ()
    mine = select(Person).where(
        Person.broker_account_id == broker.account_id, Person.authority_id == broker.authority_id
    )
    return session.exec(mine.order_by(col(Person.name))).all()


def who_may(session: Session, person: Person, scope: Scope, now: datetime) -> tuple[str, ...]:
    """Names of those, the person first, who may do this for them: whom to turn to when the actor may not."""
    own = session.exec(select(RoleGrant).where(RoleGrant.person_id == person.id, col(RoleGrant.role).in_(CUSTOMERS)))
    names = [person.name] if own.first() else []
    return tuple(names + [account.name for account in supporters_who_may(session, person.id, scope, now)])


def supporters_who_may(session: Session, person_id: str, scope: Scope, now: datetime) -> list[Account]:
    """Accounts of those who stand by a person and may do this for them now, in order of name."""
    rows = session.exec(
        select(Consent, Account)
        .join(Account, col(Account.id) == col(Consent.account_id))
        .where(Consent.person_id == person_id)
        .order_by(col(Account.name))
    )
    return [account for consent, account in rows if covers(as_agreement(consent), scope, now)]


def accounts_of_person(session: Session, person_id: str) -> list[Account]:
    """The accounts a person signs in with themself; empty where they use the telephone."""
    own = (
        select(Account)
        .join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        .where(RoleGrant.person_id == person_id, col(RoleGrant.role).in_(CUSTOMERS))
    )
    return list(session.exec(own.distinct()))


def staff_accounts(session: Session, authority_id: str | None, roles: Collection[Role], now: datetime) -> list[Account]:
    """Staff of an authority in these roles, or of every authority where none is named, in order of name."""
    held = (
        select(Account)
        .join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        .where(col(RoleGrant.role).in_(roles), col(RoleGrant.starts_at) <= now)
        .where(sa.or_(col(RoleGrant.ends_at).is_(None), col(RoleGrant.ends_at) > now))
    )
    if authority_id is not None:
        held = held.where(RoleGrant.authority_id == authority_id)
    return list(session.exec(held.distinct().order_by(col(Account.name))))


def accounts_of_provider(session: Session, provider_id: str) -> list[Account]:
    """Who signs in for a provider, longest standing first."""
    held = (
        select(Account)
        .join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        .where(RoleGrant.provider_id == provider_id)
        .order_by(col(RoleGrant.starts_at), col(Account.id))
    )
    return list({account.id: account for account in session.exec(held)}.values())
