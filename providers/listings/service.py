"""Putting a listing up, taking it down, and saying that it is still right."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.errors import Refusal
from market.core.events import record
from market.core.times import wall_day
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import REGISTRATION
from providers.arrangement.rules import needs_cqc_number
from providers.listings import events
from providers.listings.errors import (
    CannotMove,
    NotLookedUpYet,
    NotOnRegister,
    NotYourListing,
    NotYourOwnDecision,
    ProviderNotListed,
)
from providers.listings.lawful import check_whole
from providers.listings.queries import decisions_on, listing, listings_of, locked_listing
from providers.listings.rules import ListingState, may_move
from providers.listings.tables import Listing, ListingDecision
from providers.organisations.queries import provider
from providers.organisations.rules import ProviderState, may_be_found, may_decide
from providers.organisations.service import decide
from providers.organisations.tables import Provider
from providers.registers.rules import CareRegister, why_not_personal_care
from providers.wages.rules import CouldNotPayAnEmployee

By = Actor | System


def own_listing(session: Session, listing_id: str, by: Actor) -> tuple[Listing, Provider]:
    """One's own listing, to look at, and its provider. Raises `NotFound`, `NotYourListing`."""
    row = listing(session, listing_id)
    if not _is_own(by, row):
        raise NotYourListing
    return row, provider(session, row.provider_id)


def begin(session: Session, provider_id: str, *, by: By, now: datetime, answered: Sequence[str] = ()) -> Listing:
    """Begin a listing that nobody sees yet; `answered` are the questions that another of theirs has answered.

    One that was begun and is still empty is gone on with.
    """
    drafts = [row for row in listings_of(session, provider_id) if row.state is ListingState.DRAFT]
    begun = [row for row in drafts if not row.kinds and not row.title]
    row = begun[0] if begun else Listing(provider_id=provider_id, title="", answered=list(answered), made_at=now)
    session.add(row)
    session.flush()
    return row


def submit(session: Session, listing_id: str, *, by: By, now: datetime) -> tuple[CouldNotPayAnEmployee, ...]:
    """Send a draft to the accreditation desk. Gives flags about rates that are lawful only for the truly self-employed.

    Raises `NothingOffered`, `NoLawfulBasis`, `CqcNumberMissing`, `BelowMinimumWage`, `CannotMove`, `NotYourListing`.
    """
    row, owner = may_change(session, listing_id, by)
    flags = check_whole(session, row, owner, now)
    move(session, row, ListingState.SUBMITTED, by=by, now=now)
    tell(session, events.SUBMITTED, row, by=by, now=now)
    return flags


def publish(
    session: Session, listing_id: str, *, by: By, now: datetime, register: CareRegister | None = None
) -> Listing:
    """Put a listing up after the desk's yes. With a `register`, the CQC number is looked up in it.

    Raises what `submit` raises, and `ProviderNotListed`, `NotOnRegister`, `NotLookedUpYet`, `NotYourOwnDecision`.
    """
    row, owner = may_change(session, listing_id, by)
    if is_own_application(session, by, row):
        raise NotYourOwnDecision
    if not may_be_found(owner.state):
        raise ProviderNotListed(owner.state)
    check_whole(session, row, owner, now)
    if register is not None:
        _look_up(row, owner, register)
    else:
        _must_be_registered(session, row, owner, now)
    return put_up(session, row, by=by, now=now)


def approve(session: Session, listing_id: str, *, by: By, now: datetime) -> Listing:
    """The desk's yes. It goes on show, at once or on the day its provider is listed. Raises what `publish` raises."""
    row, owner = may_change(session, listing_id, by)
    if may_be_found(owner.state):
        return publish(session, listing_id, by=by, now=now)
    if is_own_application(session, by, row):
        raise NotYourOwnDecision
    check_whole(session, row, owner, now)
    move(session, row, ListingState.APPROVED, by=by, now=now)
    tell(session, events.APPROVED, row, by=by, now=now)
    return row


def put_up_approved(session: Session, provider_id: str, *, now: datetime) -> list[Listing]:
    """What the desk has approved goes on show, now that its provider may be found, or the register has answered. What may not
    be shown yet stays approved: something else is wanting, and when that comes this is asked again."""
    by, shown = System("listings"), []
    for row in [row for row in listings_of(session, provider_id) if row.state is ListingState.APPROVED]:
        try:
            with session.begin_nested():
                shown.append(publish(session, row.id, by=by, now=now))
        except Refusal:
            session.refresh(row)
    return shown


def send_back(session: Session, listing_id: str, *, by: By, now: datetime, why: str) -> Listing:
    """The desk's no, for now: the listing is a draft again, and `why` tells the provider what to mend.

    Raises `CannotMove` unless it was sent for checking, `NotYourListing`, `NotYourOwnDecision`.
    """
    row, _ = may_change(session, listing_id, by)
    if is_own_application(session, by, row):
        raise NotYourOwnDecision
    move(session, row, ListingState.DRAFT, by=by, now=now, why=why)
    tell(session, events.SENT_BACK, row, by=by, now=now)
    return row


def offer_again(session: Session, listing_id: str, *, by: By, now: datetime) -> Listing:
    """What had its last day is offered once more: the desk looks at it as at a new one. Raises what `submit` raises."""
    row, _ = may_change(session, listing_id, by)
    if row.state is not ListingState.EXPIRED:
        raise CannotMove(row.state, ListingState.SUBMITTED)
    row.expires_on = None
    submit(session, listing_id, by=by, now=now)
    return row


def pause(session: Session, listing_id: str, *, by: By, now: datetime, why: str = "") -> Listing:
    """Take a listing out of search for a while, at the provider's own wish. Visits already agreed stand."""
    row, _ = may_change(session, listing_id, by)
    move(session, row, ListingState.PAUSED, by=by, now=now, why=why)
    tell(session, events.PAUSED, row, by=by, now=now)
    return row


def resume(session: Session, listing_id: str, *, by: By, now: datetime) -> Listing:
    """Put a paused listing up again. Raises `CannotMove` unless it is paused, and what the law's checks raise."""
    row, owner = may_change(session, listing_id, by)
    if row.state is not ListingState.PAUSED:
        raise CannotMove(row.state, ListingState.LIVE)
    check_whole(session, row, owner, now)
    return put_up(session, row, by=by, now=now)


def suspend(session: Session, listing_id: str, *, by: By, now: datetime, why: str) -> Listing:
    """Take a listing down at once, everywhere. Only the desk or the product's own rules may."""
    row, _ = may_change(session, listing_id, by)
    if is_own_application(session, by, row):
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
    row, _ = may_change(session, listing_id, by)
    move(session, row, ListingState.REMOVED, by=by, now=now, why=why)
    tell(session, events.REMOVED, row, by=by, now=now)
    return row


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
        raise NotLookedUpYet(owner.cqc_number)


def put_up(session: Session, row: Listing, *, by: By, now: datetime) -> Listing:
    if row.state is not ListingState.LIVE:
        move(session, row, ListingState.LIVE, by=by, now=now)
    row.checked_at = now
    tell(session, events.PUBLISHED, row, by=by, now=now)
    return row


def _suspend(session: Session, row: Listing, *, by: By, now: datetime, why: str) -> None:
    move(session, row, ListingState.SUSPENDED, by=by, now=now, why=why)
    tell(session, events.SUSPENDED, row, by=by, now=now)


def move(session: Session, row: Listing, to: ListingState, *, by: By, now: datetime, why: str = "") -> None:
    if not may_move(row.state, to):
        raise CannotMove(row.state, to)
    session.add(ListingDecision(listing_id=row.id, was=row.state, became=to, by=by.says, at=now, why=why))
    row.state = to
    session.add(row)


def tell(session: Session, event: str, row: Listing, *, by: By, now: datetime) -> None:
    record(session, event, at=now, by=by, subject=row.id, provider_id=row.provider_id)


def may_change(session: Session, listing_id: str, by: By) -> tuple[Listing, Provider]:
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


def is_own_application(session: Session, by: By, row: Listing) -> bool:
    """Whether somebody would decide on what they sent themself: as its provider, or in another of their roles. One human may
    be an officer and a PA, and acts in one role at a time, but is one account."""
    senders = {one.by for one in decisions_on(session, row.id) if one.became is ListingState.SUBMITTED}
    return _is_own(by, row) or _has_stake(by, row) or (isinstance(by, Actor) and by.account_id in senders)
