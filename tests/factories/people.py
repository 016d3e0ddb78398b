"""Accounts, people, councils and sessions, with ordinary values that a test changes where its rule turns on them."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from market.core.actor import CUSTOMERS, PROVIDERS, STAFF, Actor, Role
from market.people.queries import as_actor
from market.people.rules import Basis, Scope
from market.people.tables import Account, Authority, Consent, Person, RoleGrant

LONG_AGO = datetime(2026, 1, 5, 10, tzinfo=UTC)


def an_authority(session: Session, name: str = "Devon demo council", **facts: Any) -> Authority:
    """A council with an out-of-hours desk."""
    ordinary: dict[str, Any] = {
        "name": name,
        "council_codes": ["E07000040"],
        "out_of_hours_phone": "01632 960999",
        "out_of_hours_email": "desk@example.org",
    }
    row = Authority(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def a_person(session: Session, authority: Authority | None = None, **facts: Any) -> Person:
    """Arthur, of Budleigh Salterton; in no council's area unless one is given."""
    ordinary: dict[str, Any] = {
        "name": "Arthur Westcott",
        "postcode": "EX9 6PD",
        "authority_id": authority.id if authority else None,
        "made_at": LONG_AGO,
    }
    row = Person(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def an_account(session: Session, email: str = "joanne@example.org", **facts: Any) -> Account:
    """A way to sign in, with no role yet."""
    ordinary: dict[str, Any] = {"email": email, "name": "Joanne Bray", "made_at": LONG_AGO}
    row = Account(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def a_grant(session: Session, account: Account, role: Role, **facts: Any) -> RoleGrant:
    """A role the account holds since long ago."""
    ordinary: dict[str, Any] = {"account_id": account.id, "role": role, "starts_at": LONG_AGO}
    row = RoleGrant(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def a_consent(session: Session, person: Person, account: Account, *scopes: Scope, **facts: Any) -> Consent:
    """What the person agreed that the account may do, since long ago and with no end."""
    ordinary: dict[str, Any] = {
        "person_id": person.id,
        "account_id": account.id,
        "relation": "daughter",
        "scopes": [scope.value for scope in scopes],
        "basis": Basis.CONSENT,
        "starts_at": LONG_AGO,
    }
    row = Consent(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def somebody(
    session: Session,
    role: Role,
    *,
    authority: Authority | None = None,
    person: Person | None = None,
    provider_id: str | None = None,
    scopes: tuple[Scope, ...] = tuple(Scope),
    **facts: Any,
) -> tuple[Account, Actor]:
    """An account in a role, with what the role is for: a council for staff, a person for the rest, consent for helpers."""
    email = facts.pop("email", f"{role}-{authority.id if authority else 'none'}@example.org")
    account = an_account(session, email, **facts)
    reach: dict[str, Any] = {}
    if role in STAFF:
        reach["authority_id"] = authority.id if authority else None
    elif role in PROVIDERS:
        reach["provider_id"] = provider_id
    elif person is not None:
        reach["person_id"] = person.id
    grant = a_grant(session, account, role, **reach)
    if person is not None and role not in CUSTOMERS and role.stands_by_someone:
        basis = Basis.LPA_HEALTH_WELFARE if role is Role.ATTORNEY else Basis.CONSENT
        a_consent(session, person, account, *scopes, basis=basis)
    return account, as_actor(account, grant)
