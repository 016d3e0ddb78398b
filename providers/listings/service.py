"""Putting a listing up, taking it down, and saying that it is still right."""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record
from market.core.times import wall_day
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import REGISTRATION
from providers.arrangement.rules import needs_cqc_number, personal_care_basis
from providers.availability.queries import windows_of
from providers.listings import events
from providers.listings.errors import (
    CannotMove,
    CqcNumberMissing,
    NoLawfulBasis,
    NothingOffered,
    NotOnRegister,
    NotYourListing,
    NotYourOwnDecision,
    ProviderNotListed,
)
from providers.listings.queries import listings_of, listings_unconfirmed_since, locked_listing
from providers.listings.rules import FRESH_FOR, Doubt, ListingState, Where, doubt_about, may_move, state_now
from providers.listings.tables import Listing, ListingDecision
from providers.organisations.queries import provider
from providers.organisations.rules import ProviderState, may_be_found, may_decide
from providers.organisations.service import decide
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.registers.rules import CareRegister, why_not_personal_care
from providers.wages.reference import wages
from providers.wages.rules import CouldNotPayAnEmployee, check_rates

By = Actor | System
_TAKEN_DOWN = frozenset({ListingState.SUSPENDED, ListingState.REMOVED, ListingState.EXPIRED})


def submit(session: Session, listing_id: str, *, by: By, now: datetime) -> tuple[CouldNotPayAnEmployee, ...]:
    """Send a draft to the accreditation desk. Gives flags about rates that are lawful only for the truly self-employed.

    Raises `NothingOffered`, `NoLawfulBasis`, `CqcNumberMissing`, `BelowMinimumWage`, `CannotMove`, `NotYourListing`.
    """
    row, owner = _mine(session, listing_id, by)
    flags = _check(session, row, owner, now)
    _move(session, row, ListingState.SUBMITTED, by=by, now=now)
    _tell(session, events.SUBMITTED, row, by=by, now=now)
    return flags


def publish(
    session: Session, listing_id: str, *, by: By, now: datetime, register: CareRegister | None = None
) -> Listing:
    """Put a listing up after the desk's yes. With a `register`, the CQC number is looked up in it.

    Raises what `submit` raises, and `ProviderNotListed`, `NotOnRegister`, `NotYourOwnDecision`.
    """
    row, owner = _mine(session, listing_id, by)
    if _has_stake(by, row):
        raise NotYourOwnDecision
    if not may_be_found(owner.state):
        raise ProviderNotListed(owner.state)
    _check(session, row, owner, now)
    if register is not None:
        _look_up(row, owner, register)
    else:
        _must_be_registered(session, row, owner, now)
    return _put_up(session, row, by=by, now=now)


def send_back(session: Session, listing_id: str, *, by: By, now: datetime, why: str) -> Listing:
    """The desk's no, for now: the listing is a draft again, and `why` tells the provider what to mend.

    Raises `CannotMove` unless it was sent for checking, `NotYourListing`, `NotYourOwnDecision`.
    """
    row, _ = _mine(session, listing_id, by)
    if _has_stake(by, row):
        raise NotYourOwnDecision
    _move(session, row, ListingState.DRAFT, by=by, now=now, why=why)
    _tell(session, events.SENT_BACK, row, by=by, now=now)
    return row


def pause(session: Session, listing_id: str, *, by: By, now: datetime, why: str = "") -> Listing:
    """Take a listing out of search for a while, at the provider's own wish. Visits already agreed stand."""
    row, _ = _mine(session, listing_id, by)
    _move(session, row, ListingState.PAUSED, by=by, now=now, why=why)
    _tell(session, events.PAUSED, row, by=by, now=now)
    return row


def resume(session: Session, listing_id: str, *, by: By, now: datetime) -> Listing:
    """Put a paused listing up again. Raises `CannotMove` unless it is paused, and what the law's checks raise."""
    row, owner = _mine(session, listing_id, by)
    if row.state is not ListingState.PAUSED:
        raise CannotMove(row.state, ListingState.LIVE)
    _check(session, row, owner, now)
    return _put_up(session, row, by=by, now=now)


def suspend(session: Session, listing_id: str, *, by: By, now: datetime, why: str) -> Listing:
    """Take a listing down at once, everywhere. Only the desk or the product's own rules may."""
    row, _ = _mine(session, listing_id, by)
    if _has_stake(by, row):
        raise NotYourOwnDecision
    _suspend(session, row, by=by, now=now, why=why)
    return row


def suspend_provider(session: Session, provider_id: str, *, by: By, now: datetime, why: str) -> list[Listing]:
    """Take down everything of one provider at once. Gives the listings that were up or waiting. Raises `NotYourDecision`."""
    decide(session, provider_id, ProviderState.SUSPENDED, by=by, now=now, why=why)
    touched = [row for row in listings_of(session, provider_id) if may_move(row.state, ListingState.SUSPENDED)]
    for row in touched:
        _suspend(session, row, by=by, now=now, why=why)
    return touched


def remove(session: Session, listing_id: str, *, by: By, now: datetime, why: str = "") -> Listing:
    """Take a listing down for good."""
    row, _ = _mine(session, listing_id, by)
    _move(session, row, ListingState.REMOVED, by=by, now=now, why=why)
    _tell(session, events.REMOVED, row, by=by, now=now)
    return row


def confirm_still_right(
    session: Session,
    listing_id: str,
    *,
    by: By,
    now: datetime,
    spaces: int | None = None,
    fresh_for: timedelta = FRESH_FOR,
) -> Listing:
    """The one tap "still right", and perhaps how many places are free. A stale listing comes back into search."""
    row, owner = _mine(session, listing_id, by)
    shown = state_now(row.state, checked_at=row.checked_at, expires_on=row.expires_on, now=now, fresh_for=fresh_for)
    if shown in _TAKEN_DOWN:
        raise CannotMove(shown, ListingState.LIVE)
    if spaces is not None:
        row.spaces = spaces
    if shown is ListingState.STALE:
        _check(session, row, owner, now)
        return _put_up(session, row, by=by, now=now)
    row.checked_at = now
    _tell(session, events.CONFIRMED, row, by=by, now=now)
    return row


def mark_stale(session: Session, now: datetime, fresh_for: timedelta = FRESH_FOR) -> list[Listing]:
    """Record as stale every listing that nobody confirmed for so long. Search hides them from that instant anyway."""
    by = System("freshness")
    rows = listings_unconfirmed_since(session, now - fresh_for)
    for row in rows:
        _move(session, row, ListingState.STALE, by=by, now=now)
        _tell(session, events.STALE, row, by=by, now=now)
    return rows


def _check(session: Session, row: Listing, owner: Provider, now: datetime) -> tuple[CouldNotPayAnEmployee, ...]:
    """What the law and common sense ask before anybody may see it."""
    rates = rates_of(session, row.id)
    placed = row.where is Where.PHONE_ONLINE or row.everywhere or row.districts or row.radius_metres is not None
    has = {"kinds": row.kinds, "price": rates, "times": windows_of(session, row.id), "area": placed}
    if missing := tuple(name for name, value in has.items() if not value):
        raise NothingOffered(missing)
    doubt = doubt_about(
        owner.arrangement,
        kinds=row.kinds,
        includes_personal_care=row.includes_personal_care,
        basis=row.basis,
        cqc_number=owner.cqc_number,
    )
    if doubt is Doubt.NO_BASIS:
        raise NoLawfulBasis(owner.arrangement, personal_care_basis(owner.arrangement))
    if doubt is Doubt.NO_CQC_NUMBER:
        raise CqcNumberMissing(owner.arrangement)
    return check_rates(owner.arrangement, owner.age_band, rates, on=wall_day(now), wages=wages())


def _look_up(row: Listing, owner: Provider, register: CareRegister) -> None:
    if not needs_cqc_number(owner.arrangement, personal_care=row.includes_personal_care):
        return
    registration = register.look_up(owner.cqc_number)
    why = why_not_personal_care(registration) if row.includes_personal_care or registration is None else ""
    if why:
        raise NotOnRegister(owner.cqc_number, why)


def _must_be_registered(session: Session, row: Listing, owner: Provider, now: datetime) -> None:
    """Where a number is needed, somebody has looked it up in the regulator's register and it was good (`registrations`)."""
    if not needs_cqc_number(owner.arrangement, personal_care=row.includes_personal_care):
        return
    today = wall_day(now)
    if not any(one.kind == REGISTRATION and one.stands(today) for one in evidence_of(session, owner.id)):
        raise NotOnRegister(owner.cqc_number, "Nobody has found it in the CQC register lately. Look it up first.")


def _put_up(session: Session, row: Listing, *, by: By, now: datetime) -> Listing:
    if row.state is not ListingState.LIVE:
        _move(session, row, ListingState.LIVE, by=by, now=now)
    row.checked_at = now
    _tell(session, events.PUBLISHED, row, by=by, now=now)
    return row


def _suspend(session: Session, row: Listing, *, by: By, now: datetime, why: str) -> None:
    _move(session, row, ListingState.SUSPENDED, by=by, now=now, why=why)
    _tell(session, events.SUSPENDED, row, by=by, now=now)


def _move(session: Session, row: Listing, to: ListingState, *, by: By, now: datetime, why: str = "") -> None:
    if not may_move(row.state, to):
        raise CannotMove(row.state, to)
    session.add(ListingDecision(listing_id=row.id, was=row.state, became=to, by=by.says, at=now, why=why))
    row.state = to
    session.add(row)


def _tell(session: Session, event: str, row: Listing, *, by: By, now: datetime) -> None:
    record(session, event, at=now, by=by, subject=row.id, provider_id=row.provider_id)


def _mine(session: Session, listing_id: str, by: By) -> tuple[Listing, Provider]:
    """The listing, held, and its provider, if `by` may change it: themself, an officer of its authority, or the product."""
    row = locked_listing(session, listing_id)
    owner = provider(session, row.provider_id)
    if not _is_own(by, row) and _has_stake(by, row):
        raise NotYourOwnDecision
    if not _is_own(by, row) and not may_decide(by, provider_id=owner.id, authority_id=owner.authority_id):
        raise NotYourListing
    return row, owner


def _has_stake(by: By, row: Listing) -> bool:
    """Whether it is theirs in any of their roles: an officer who is a PA too does not decide on what they offer."""
    return isinstance(by, Actor) and by.has_stake_in(row.provider_id)


def _is_own(by: By, row: Listing) -> bool:
    return isinstance(by, Actor) and by.provider_id == row.provider_id
