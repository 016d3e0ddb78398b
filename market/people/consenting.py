"""Agreeing that somebody may act for a person, and taking it back."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from market.core import events
from market.core.actor import Actor, Role
from market.core.errors import NotFound
from market.people.access import agreements
from market.people.errors import BeyondTheBasis, NotTheirsToAgree
from market.people.queries import grants_of
from market.people.rules import WITHIN_BASIS, Basis, Scope, role_for, stands
from market.people.tables import Consent, Person, RoleGrant


def may_agree(by: Actor, person: Person) -> bool:
    """The person for themself, or a broker of their own authority who writes down what they said."""
    if by.role.is_customer:
        return by.person_id == person.id
    return by.role is Role.BROKER and by.authority_id is not None and by.authority_id == person.authority_id


def grant(
    session: Session,
    *,
    by: Actor,
    person: Person,
    account_id: str,
    scopes: Iterable[Scope],
    now: datetime,
    basis: Basis = Basis.CONSENT,
    relation: str = "",
    evidence: str = "",
    ends_at: datetime | None = None,
) -> Consent:
    """Let an account act for the person, within these scopes, until an end. The holder gets the role that goes with it.

    Raises `NotTheirsToAgree`, and `BeyondTheBasis` when the basis cannot carry a scope (Mental Capacity Act 2005).
    """
    if not may_agree(by, person) or (basis is not Basis.CONSENT and by.role is not Role.BROKER):
        raise NotTheirsToAgree
    wanted = tuple(dict.fromkeys(scopes))
    if beyond := tuple(scope for scope in wanted if scope not in WITHIN_BASIS[basis]):
        raise BeyondTheBasis(basis, beyond)
    consent = Consent(
        person_id=person.id,
        account_id=account_id,
        relation=relation,
        scopes=[scope.value for scope in wanted],
        basis=basis,
        evidence=evidence,
        starts_at=now,
        ends_at=ends_at,
    )
    session.add(consent)
    session.flush()
    _give_role(session, consent, now)
    _record(session, "consent.granted", consent, by, now)
    return consent


def withdraw(session: Session, *, by: Actor, consent_id: str, now: datetime) -> Consent:
    """End a grant from this very moment. The person may, their broker on their word, and the holder may step back.

    Raises `NotFound` for a grant this actor may not know of. Withdrawing twice changes nothing.
    """
    consent = session.get(Consent, consent_id)
    person = session.get(Person, consent.person_id) if consent else None
    if consent is None or person is None:
        raise NotFound
    if not may_agree(by, person) and by.account_id != consent.account_id:
        raise NotFound
    if consent.withdrawn_at is None:
        consent.withdrawn_at = now
        consent.withdrawn_by = by.says
        session.add(consent)
        session.flush()
        _end_role(session, consent, now)
        _record(session, "consent.withdrawn", consent, by, now)
    return consent


def _give_role(session: Session, consent: Consent, now: datetime) -> None:
    role = role_for(consent.basis)
    held = {(g.role, g.person_id) for g in grants_of(session, consent.account_id, now)}
    if (role, consent.person_id) not in held:
        session.add(RoleGrant(account_id=consent.account_id, role=role, person_id=consent.person_id, starts_at=now))
        session.flush()


def _end_role(session: Session, consent: Consent, now: datetime) -> None:
    """The role goes when nothing agreed is left under it."""
    if any(stands(agreement, now) for agreement in agreements(session, consent.account_id, consent.person_id)):
        return
    for held in session.exec(
        select(RoleGrant).where(
            RoleGrant.account_id == consent.account_id,
            RoleGrant.person_id == consent.person_id,
            col(RoleGrant.role).in_([Role.SUPPORTER, Role.ATTORNEY]),
        )
    ):
        if held.ends_at is None or held.ends_at > now:
            held.ends_at = now
            session.add(held)


def _record(session: Session, name: str, consent: Consent, by: Actor, now: datetime) -> None:
    events.record(
        session,
        name,
        at=now,
        by=by,
        subject=consent.id,
        person_id=consent.person_id,
        scopes=list(consent.scopes),
        basis=consent.basis,
    )
