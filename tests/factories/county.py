"""A very small county, row by row: enough for one journey. Each maker says what matters and defaults the rest."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session

from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.tables import BackupContact
from market.budgets import service as budgets
from market.budgets.rules import PotKind
from market.budgets.tables import Pot
from market.core.actor import Actor, Role, System
from market.core.ids import new_id
from market.people.rules import Basis, Scope
from market.people.tables import Account, Authority, Consent, Person, RoleGrant
from providers.arrangement.rules import Arrangement
from providers.availability.tables import WindowRow
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from providers.pricing.rules import Unit
from providers.pricing.tables import RateRow

BY = System("test")
EVERY_DAY = list(range(7))


def authority(session: Session, name: str = "Devon demo council", **facts: Any) -> Authority:
    row = Authority(
        name=name,
        council_codes=facts.pop("council_codes", ["E07000040"]),
        out_of_hours_phone="01632 960999",
        out_of_hours_email="desk@example.org",
        **facts,
    )
    session.add(row)
    session.flush()
    return row


def account(session: Session, name: str, now: datetime) -> Account:
    row = Account(email=f"{new_id('a')}@example.org", name=name, made_at=now)
    session.add(row)
    session.flush()
    return row


def actor(
    session: Session,
    role: Role,
    name: str,
    now: datetime,
    *,
    person_id: str | None = None,
    provider_id: str | None = None,
    authority_id: str | None = None,
) -> Actor:
    """Somebody with an account and one role, for a person, a provider or an authority."""
    owner = account(session, name, now)
    grant = RoleGrant(account_id=owner.id, role=role, starts_at=now - timedelta(days=1))
    grant.person_id, grant.provider_id, grant.authority_id = person_id, provider_id, authority_id
    session.add(grant)
    session.flush()
    return Actor(owner.id, name, role, person_id, provider_id, authority_id)


def person(session: Session, name: str, now: datetime, council: Authority | None = None, **facts: Any) -> Person:
    row = Person(name=name, postcode="EX9 6JN", authority_id=council.id if council else None, made_at=now, **facts)
    session.add(row)
    session.flush()
    return row


def consent(session: Session, whose: Person, holder: Actor, now: datetime, *scopes: Scope) -> Consent:
    row = Consent(
        person_id=whose.id,
        account_id=holder.account_id,
        relation="daughter",
        scopes=list(scopes or Scope),
        basis=Basis.CONSENT,
        starts_at=now - timedelta(days=30),
    )
    session.add(row)
    session.flush()
    return row


def pot(session: Session, whose: Person, pence: int, now: datetime, kind: PotKind = PotKind.DIRECT_PAYMENT) -> Pot:
    starts, ends = now.date() - timedelta(days=90), now.date() + timedelta(days=275)
    row = budgets.open_pot(
        session, whose.id, kind, starts_on=starts, ends_on=ends, now=now, authority_id=whose.authority_id
    )
    if pence:
        budgets.allocate(session, row, pence, key=f"allocate:{row.id}", now=now, by=BY)
    return row


def provider(session: Session, name: str, now: datetime, **facts: Any) -> Provider:
    row = Provider(
        name=name,
        arrangement=facts.pop("arrangement", Arrangement.SOLE_SELF_EMPLOYED),
        role=facts.pop("role", Role.PA),
        state=ProviderState.APPROVED,
        state_at=now,
        made_at=now,
        **facts,
    )
    session.add(row)
    session.flush()
    return row


def listing(session: Session, whose: Provider, now: datetime, *, pence: int = 1700, **facts: Any) -> Listing:
    """A live listing, free every day from 7am to 9pm, at an hourly price. `tiers` [] asks for no evidence."""
    row = Listing(
        provider_id=whose.id,
        title=facts.pop("title", "Company and a hand in the garden"),
        kinds=facts.pop("kinds", ["companionship", "gardening"]),
        radius_metres=20_000,
        state=ListingState.LIVE,
        checked_at=now,
        made_at=now,
        **facts,
    )
    session.add(row)
    session.flush()
    session.add(WindowRow(listing_id=row.id, weekdays=EVERY_DAY, starts=time(7), ends=time(21)))
    unit = Unit.HOUR if pence else Unit.FREE
    session.add(RateRow(listing_id=row.id, unit=unit, pence=pence))
    session.flush()
    return row


def contact(session: Session, whose: Person, position: int, name: str, now: datetime, **facts: Any) -> BackupContact:
    row = BackupContact(
        person_id=whose.id,
        position=position,
        kind=facts.pop("kind", ContactKind.SOMEONE_KNOWN),
        name=name,
        email=f"{name.split()[0].lower()}@example.org",
        agreed_at=now,
        agreed_by="test",
        **facts,
    )
    session.add(row)
    session.flush()
    return row


@dataclass(frozen=True)
class SmallCounty:
    """One council, one customer with a pot, his daughter, a PA with a listing."""

    council: Authority
    walter: Person
    daughter: Actor
    walters_pot: Pot
    aled: Provider
    aleds_listing: Listing
    aled_signed_in: Actor


def small_county(session: Session, now: datetime, *, pot_pence: int = 500_000, pence: int = 1700) -> SmallCounty:
    council = authority(session)
    walter = person(session, "Walter Pym", now, council)
    daughter = actor(session, Role.SUPPORTER, "Jean Pym", now)
    consent(session, walter, daughter, now)
    walters_pot = pot(session, walter, pot_pence, now)
    aled = provider(session, "Aled Morgan", now)
    aleds_listing = listing(session, aled, now, pence=pence)
    aled_signed_in = actor(session, Role.PA, "Aled Morgan", now, provider_id=aled.id)
    return SmallCounty(council, walter, daughter, walters_pot, aled, aleds_listing, aled_signed_in)


NEXT_TUESDAY = date(2026, 12, 1)
