"""Changing a listing, one part at a time; and the desk's yes or no to what waits."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor
from market.core.events import record
from market.core.times import wall_day
from providers.changes import events
from providers.changes.errors import NothingWaits, NotToBeChanged
from providers.changes.parts import read_part, write_part
from providers.changes.queries import change_that_waits, changes_that_wait
from providers.changes.rules import OF_THE_PROVIDER, Part, Value, Weighed, weigh
from providers.changes.tables import ListingChange
from providers.listings.errors import NotYourOwnDecision
from providers.listings.lawful import check_lawful, check_whole
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState, stands_down
from providers.listings.service import is_own_application, may_change
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.wages.rules import CouldNotPayAnEmployee

_NOT_PUBLIC_YET = (ListingState.DRAFT, ListingState.SUBMITTED)


class Became(StrEnum):
    """What came of a change."""

    NOTHING = "nothing"
    DRAFTED = "drafted"
    LIVE = "live"
    WAITS = "waits"


def change(
    session: Session, listing_id: str, part: Part, value: Value, *, by: Actor, now: datetime, question: str = ""
) -> tuple[Became, tuple[CouldNotPayAnEmployee, ...]]:
    """Make one part of one's own listing say this, at once or once the desk has looked. Gives flags about self-employed rates.

    A listing that nobody has seen yet is simply filled in, and the `question` counts as answered; but what belongs to the
    whole provider is weighed where another of their listings is public. Raises `NotYourListing`, `NotToBeChanged`, and what
    the law's checks raise (`NoLawfulBasis`, `CqcNumberMissing`, `BelowMinimumWage`), with nothing changed.
    """
    row, owner = may_change(session, listing_id, by)
    if stands_down(row.state):
        raise NotToBeChanged(row.state)
    was = read_part(session, part, row, owner)
    if row.state in _NOT_PUBLIC_YET:
        if question:
            row.answered = list(dict.fromkeys((*row.answered, question)))
            session.add(row)
        if (public := _public_beside(session, row, part)) is not None:
            return _change_public(session, public, owner, part, was, value, by, now)
        write_part(session, part, value, row, owner)
        return Became.DRAFTED, check_lawful(session, row, owner, now, whole=False)
    return _change_public(session, row, owner, part, was, value, by, now)


def _public_beside(session: Session, row: Listing, part: Part) -> Listing | None:
    """Another listing of the same provider that people may see, where the part is not of one listing but of the provider."""
    if part not in OF_THE_PROVIDER:
        return None
    others = (one for one in listings_of(session, row.provider_id) if one.id != row.id)
    return next((one for one in others if one.state not in _NOT_PUBLIC_YET and not stands_down(one.state)), None)


def _change_public(
    session: Session, row: Listing, owner: Provider, part: Part, was: Value, value: Value, by: Actor, now: datetime
) -> tuple[Became, tuple[CouldNotPayAnEmployee, ...]]:
    waiting = change_that_waits(session, row.id, part)
    if was == value:
        if waiting is not None:
            _settle(session, waiting, accepted=None, by=by, now=now, why="")
        return Became.NOTHING, ()
    weighed = weigh(part, was, value, where=row.where, today=wall_day(now))
    flags = _try(session, row, owner, part, value, now, keep=not weighed.waits)
    if waiting is not None:
        _settle(session, waiting, accepted=None, by=by, now=now, why="")
    session.add(_log(row, part, was, value, weighed, by, now))
    name = events.CHANGE_WAITS if weighed.waits else events.CHANGED
    record(session, name, at=now, by=by, subject=row.id, provider_id=owner.id, part=part.value)
    return (Became.WAITS if weighed.waits else Became.LIVE), flags


def _try(
    session: Session, row: Listing, owner: Provider, part: Part, value: Value, now: datetime, *, keep: bool
) -> tuple[CouldNotPayAnEmployee, ...]:
    """Write a part and hold the listing against the law as it then stands; what is not to be kept is taken back."""
    trial = session.begin_nested()
    try:
        write_part(session, part, value, row, owner)
        flags = check_lawful(session, row, owner, now, whole=True)
    except Exception:
        trial.rollback()
        raise
    trial.commit() if keep else trial.rollback()
    return flags


def _log(
    row: Listing, part: Part, was: Value, value: Value, weighed: Weighed, by: Actor, now: datetime
) -> ListingChange:
    return ListingChange(
        listing_id=row.id,
        part=part,
        was=dict(was),
        becomes=dict(value),
        waits=weighed.waits,
        weighed=weighed.why,
        by=by.says,
        at=now,
        accepted=None if weighed.waits else True,
    )


def wished(session: Session, part: Part, row: Listing, owner: Provider) -> dict[str, Any]:
    """What its provider wants a part to say: what waits for the desk, else what it says now."""
    waiting = change_that_waits(session, row.id, part)
    return dict(waiting.becomes) if waiting else read_part(session, part, row, owner)


def take_back(session: Session, listing_id: str, *, by: Actor, now: datetime) -> None:
    """The provider no longer wants what waits. Raises `NothingWaits`, `NotYourListing`."""
    row, _ = may_change(session, listing_id, by)
    for waiting in _waiting(session, row):
        _settle(session, waiting, accepted=None, by=by, now=now, why="")


def accept_changes(session: Session, listing_id: str, *, by: Actor, now: datetime, why: str = "") -> Listing:
    """The desk's yes: everything that waits becomes public. Raises `NothingWaits`, `NotYourOwnDecision`, and what the law's
    checks raise: the world may have moved since it was sent."""
    row, owner = may_change(session, listing_id, by)
    waiting = _waiting(session, row)
    _not_their_own(session, row, waiting, by)
    for one in waiting:
        write_part(session, one.part, one.becomes, row, owner)
        _settle(session, one, accepted=True, by=by, now=now, why=why)
    check_whole(session, row, owner, now)
    record(session, events.CHANGE_ACCEPTED, at=now, by=by, subject=row.id, provider_id=owner.id)
    return row


def refuse_changes(session: Session, listing_id: str, *, by: Actor, now: datetime, why: str) -> Listing:
    """The desk's no, with what the provider reads. The approved words stay. Raises `NothingWaits`, `NotYourOwnDecision`."""
    row, owner = may_change(session, listing_id, by)
    waiting = _waiting(session, row)
    _not_their_own(session, row, waiting, by)
    for one in waiting:
        _settle(session, one, accepted=False, by=by, now=now, why=why)
    record(session, events.CHANGE_REFUSED, at=now, by=by, subject=row.id, provider_id=owner.id)
    return row


def _waiting(session: Session, row: Listing) -> list[ListingChange]:
    waiting = changes_that_wait(session, row.id)
    if not waiting:
        raise NothingWaits
    return waiting


def _not_their_own(session: Session, row: Listing, waiting: Sequence[ListingChange], by: Actor) -> None:
    if is_own_application(session, by, row) or by.account_id in {one.by for one in waiting}:
        raise NotYourOwnDecision


def _settle(
    session: Session, change: ListingChange, *, accepted: bool | None, by: Actor, now: datetime, why: str
) -> None:
    change.waits, change.accepted = False, accepted
    change.decided_by, change.decided_at, change.why = by.says, now, why
    session.add(change)
