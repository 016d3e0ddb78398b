"""Joining by oneself: people who pay for themselves, and those who help somebody, at the first 'keep this' or 'ask'."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from email_validator import EmailNotValidError, validate_email
from sqlmodel import Session

from market.core import events
from market.core.actor import Role
from market.core.places import find_place
from market.people.errors import AddressUnreadable, ArrangementMissing, NameMissing
from market.people.offering import begin_offering
from market.people.queries import account_by_email, as_actor, authority_by_council
from market.people.rules import Basis, Scope, tidy_email
from market.people.tables import Account, Consent, Person, RoleGrant
from providers.arrangement.rules import Arrangement

FIRST_SCOPES = (Scope.SEE_VISITS, Scope.BOOK, Scope.CANCEL)
UNTIL_CONFIRMED = timedelta(days=28)


@dataclass(frozen=True)
class Joining:
    """What a newcomer tells us. `for_name` is whom they help; empty when the support is for themself.

    `offers` is the arrangement in which they would offer support; empty for those who look for it.
    """

    email: str
    name: str
    postcode: str
    for_name: str = ""
    offers: str = ""

    def as_facts(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "Joining":
        return cls(**facts)


def read_joining(*, email: str, name: str, postcode: str, helps: bool, for_name: str) -> Joining:
    """What was typed on the joining page, checked. Raises `AddressUnreadable`, `NameMissing`, `PlaceUnknown`."""
    if not name.strip():
        raise NameMissing("yours")
    if helps and not for_name.strip():
        raise NameMissing("theirs")
    place = find_place(postcode)
    return Joining(read_email(email), _short(name), place.label, _short(for_name) if helps else "")


def read_offering(*, email: str, name: str, arrangement: str) -> Joining:
    """What was typed by somebody who would offer support. Raises `AddressUnreadable`, `NameMissing`, `ArrangementMissing`."""
    if arrangement not in set(Arrangement):
        raise ArrangementMissing
    if not name.strip():
        raise NameMissing("yours")
    return Joining(read_email(email), _short(name), "", offers=arrangement)


def read_email(typed: str) -> str:
    """A tidy address. Raises `AddressUnreadable`. Whether it takes mail is shown by the link that is sent there."""
    try:
        validate_email(typed.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as trouble:
        raise AddressUnreadable from trouble
    return tidy_email(typed)


def _short(name: str) -> str:
    return " ".join(name.split())[:100]


def welcome(session: Session, joining: Joining, now: datetime) -> Account:
    """Make the newcomer's account, the person and the role, now that the address is shown to be theirs.

    Somebody who helps gets a beginning only: visits, not money or plan, for a new record that they made themself and
    for four weeks, until the person has said yes. Joining never reaches a record that was there before.
    """
    known = account_by_email(session, joining.email)
    if known is not None:
        return known
    account = Account(email=joining.email, name=joining.name, made_at=now)
    if joining.offers:
        session.add(account)
        session.flush()
        begin_offering(session, account, Arrangement(joining.offers), now)
        return account
    person = _person(session, joining, now)
    session.add_all([account, person])
    session.flush()
    role = Role.SUPPORTER if joining.for_name else Role.CUSTOMER_SELF_FUNDER
    grant = RoleGrant(account_id=account.id, role=role, person_id=person.id, starts_at=now)
    session.add(grant)
    session.flush()
    events.record(
        session,
        "account.joined",
        at=now,
        by=as_actor(account, grant),
        subject=account.id,
        person_id=person.id,
        role=role,
    )
    if joining.for_name:
        _first_consent(session, account, person, grant, now)
    return account


def _person(session: Session, joining: Joining, now: datetime) -> Person:
    place = find_place(joining.postcode)
    authority = authority_by_council(session, place.council)
    return Person(
        name=joining.for_name or joining.name,
        postcode=place.label,
        easting=place.spot.easting,
        northing=place.spot.northing,
        authority_id=authority.id if authority else None,
        made_at=now,
    )


def _first_consent(session: Session, account: Account, person: Person, grant: RoleGrant, now: datetime) -> None:
    consent = Consent(
        person_id=person.id,
        account_id=account.id,
        scopes=[scope.value for scope in FIRST_SCOPES],
        basis=Basis.CONSENT,
        evidence="Told by the supporter when joining. Not yet confirmed by the person.",
        starts_at=now,
        ends_at=now + UNTIL_CONFIRMED,
    )
    session.add(consent)
    session.flush()
    events.record(
        session,
        "consent.granted",
        at=now,
        by=as_actor(account, grant),
        subject=consent.id,
        person_id=person.id,
        scopes=list(consent.scopes),
        basis=consent.basis,
    )
