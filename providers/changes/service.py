"""Changing a listing, one part at a time: at once, or once the desk has looked (`deciding`)."""

from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record
from market.core.times import wall_day
from providers.changes import events
from providers.changes.errors import NothingWaits, NothingWouldBeLeft, NotToBeChanged
from providers.changes.lawful import check_all_no_worse, check_no_worse, low_already
from providers.changes.parts import read_part, write_part
from providers.changes.queries import change_that_waits, changes_that_wait, said_lately
from providers.changes.rules import (
    LATELY,
    NOT_PUBLIC_YET,
    OF_ALL_LISTINGS,
    OF_THE_PROVIDER,
    Part,
    Value,
    Weighed,
    weigh,
)
from providers.changes.tables import ListingChange
from providers.listings.lawful import missing_of
from providers.listings.queries import listing, listings_of
from providers.listings.rules import ListingState, stands_down
from providers.listings.service import may_change
from providers.listings.tables import Listing
from providers.organisations.queries import lock_provider
from providers.organisations.tables import Provider
from providers.registrations.service import ask_register, number_changed
from providers.wages.rules import CouldNotPayAnEmployee


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
    whole provider is weighed where another of their listings is public. Raises `NotYourListing`, `NotToBeChanged`,
    `NothingWouldBeLeft`, and what the law's checks raise (`NoLawfulBasis`, `CqcNumberMissing`, `BelowMinimumWage`, or
    `OfAnotherListing` around one of them), with nothing changed.
    """
    row, owner = hold(session, listing_id, by)
    if stands_down(row.state):
        raise NotToBeChanged(row.state)
    was = read_part(session, part, row, owner)
    if row.state in NOT_PUBLIC_YET:
        if question:
            row.answered = list(dict.fromkeys((*row.answered, question)))
            session.add(row)
        if part in OF_THE_PROVIDER and _is_looked_into(session, row):
            raise NotToBeChanged(ListingState.SUSPENDED)
        if (public := _public_beside(session, row, part)) is not None:
            return _change_public(session, public, owner, part, was, value, by, now)
        low = low_already(session, owner, now)
        make_so(session, part, value, row, owner, by=by, now=now)
        return Became.DRAFTED, check_no_worse(session, row, owner, now, low, whole=False)
    return _change_public(session, row, owner, part, was, value, by, now)


def hold(session: Session, listing_id: str, by: Actor) -> tuple[Listing, Provider]:
    """A listing and its provider as they are now, both held, if `by` may change them. The provider first, as everybody who
    takes both does: two who wait for one another would wait for ever."""
    lock_provider(session, listing(session, listing_id).provider_id)
    return may_change(session, listing_id, by)


def make_so(
    session: Session, part: Part, value: Value, row: Listing, owner: Provider, *, by: Actor | System, now: datetime
) -> None:
    """Write a part that is to stand. Another CQC number is looked up by itself, and what was seen of the old one ends."""
    number = owner.cqc_number
    write_part(session, part, value, row, owner)
    if owner.cqc_number != number:
        number_changed(session, owner, by=by, now=now)


def _public_beside(session: Session, row: Listing, part: Part) -> Listing | None:
    """Another listing of the same provider that people may see, where the part is not of one listing but of the provider."""
    if part not in OF_THE_PROVIDER:
        return None
    others = (one for one in listings_of(session, row.provider_id) if one.id != row.id)
    return next((one for one in others if one.state not in NOT_PUBLIC_YET and not stands_down(one.state)), None)


def _is_looked_into(session: Session, row: Listing) -> bool:
    """Whether another listing of theirs is suspended: it would come back under what nobody had looked at."""
    return any(one.state is ListingState.SUSPENDED for one in listings_of(session, row.provider_id))


def _change_public(
    session: Session, row: Listing, owner: Provider, part: Part, was: Value, value: Value, by: Actor, now: datetime
) -> tuple[Became, tuple[CouldNotPayAnEmployee, ...]]:
    waiting = change_that_waits(session, row.id, part)
    if was == value:
        if waiting is not None:
            settle(session, waiting, accepted=None, by=by, now=now, why="")
        return Became.NOTHING, ()
    if waiting is not None and waiting.becomes == value:
        return Became.WAITS, ()  # it keeps its place in the queue, and the officer who has it open may go on
    lately = said_lately(session, row.id, part, now - LATELY)
    weighed = weigh(part, was, value, where=row.where, today=wall_day(now), lately=lately)
    flags = _try(session, row, owner, part, value, by, now, keep=not weighed.waits)
    if weighed.waits and part is Part.ARRANGEMENT and value["cqc_number"] not in ("", owner.cqc_number):
        ask_register(session, owner.id, number=value["cqc_number"], by=by, now=now)
    if waiting is not None:
        settle(session, waiting, accepted=None, by=by, now=now, why="")
    session.add(_log(row, part, was, value, weighed, by, now))
    name = events.CHANGE_WAITS if weighed.waits else events.CHANGED
    record(session, name, at=now, by=by, subject=row.id, provider_id=owner.id, part=part.value)
    return (Became.WAITS if weighed.waits else Became.LIVE), flags


def _try(
    session: Session, row: Listing, owner: Provider, part: Part, value: Value, by: Actor, now: datetime, *, keep: bool
) -> tuple[CouldNotPayAnEmployee, ...]:
    """Write a part and hold it against the law as it then stands, and against what nobody could ask without; what is not to be
    kept is taken back."""
    had, low = missing_of(session, row), low_already(session, owner, now)
    check = check_all_no_worse if part in OF_ALL_LISTINGS else partial(check_no_worse, whole=True)
    trial = session.begin_nested()
    try:
        make_so(session, part, value, row, owner, by=by, now=now)
        if gone := tuple(name for name in missing_of(session, row) if name not in had):
            raise NothingWouldBeLeft(gone)
        flags = check(session, row, owner, now, low)
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
    row, _ = hold(session, listing_id, by)
    for waiting in waiting_of(session, row):
        settle(session, waiting, accepted=None, by=by, now=now, why="")


def waiting_of(session: Session, row: Listing) -> list[ListingChange]:
    """What waits of a listing. Raises `NothingWaits`."""
    waiting = changes_that_wait(session, row.id)
    if not waiting:
        raise NothingWaits
    return waiting


def settle(
    session: Session, change: ListingChange, *, accepted: bool | None, by: Actor, now: datetime, why: str
) -> None:
    """Write down what became of what waited."""
    change.waits, change.accepted = False, accepted
    change.decided_by, change.decided_at, change.why = by.says, now, why
    session.add(change)
