"""The desk's yes or no: to the changes that wait, and to a listing sent for checking, as the officer saw them.

What a provider changes while a page lies open on the desk is not what the officer read. So each page carries the mark of
what it showed, and a decision counts only while that is still what would be decided on.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from market.core.actor import Actor
from market.core.events import record
from providers.changes import events
from providers.changes.errors import ChangedSinceSeen, NothingWouldBeLeft
from providers.changes.lawful import check_all_no_worse, low_already
from providers.changes.parts import read_part
from providers.changes.queries import changes_that_wait
from providers.changes.rules import Part
from providers.changes.service import hold, make_so, settle, waiting_of
from providers.changes.tables import ListingChange
from providers.listings import service as listings
from providers.listings.errors import NotYourOwnDecision
from providers.listings.lawful import missing_of
from providers.listings.service import is_own_application
from providers.listings.tables import Listing
from providers.organisations.tables import Provider


def mark_of_changes(session: Session, row: Listing, owner: Provider) -> str:
    """What the page of changes shows, in short: what waits, and what stands now where it waits."""
    waiting = changes_that_wait(session, row.id)
    return _mark([[one.id, read_part(session, one.part, row, owner)] for one in waiting])


def mark_of_listing(session: Session, row: Listing, owner: Provider) -> str:
    """What the page of a listing shows, in short: every part of it."""
    return _mark([[part, read_part(session, part, row, owner)] for part in Part])


def _mark(shown: object) -> str:
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:24]


def accept_changes(session: Session, listing_id: str, *, seen: str, by: Actor, now: datetime, why: str = "") -> Listing:
    """The desk's yes: everything that waits becomes public. `seen` is the mark of what the officer looked at.

    Raises `NothingWaits`, `NotYourOwnDecision`, `ChangedSinceSeen`, and what the law's checks raise: the world may have moved
    since it was sent.
    """
    row, owner, waiting = _to_decide(session, listing_id, seen, by)
    had, low = missing_of(session, row), low_already(session, owner, now)
    for one in waiting:
        make_so(session, one.part, one.becomes, row, owner, by=by, now=now)
        settle(session, one, accepted=True, by=by, now=now, why=why)
    if gone := tuple(name for name in missing_of(session, row) if name not in had):
        raise NothingWouldBeLeft(gone)
    check_all_no_worse(session, row, owner, now, low)
    record(session, events.CHANGE_ACCEPTED, at=now, by=by, subject=row.id, provider_id=owner.id)
    return row


def refuse_changes(session: Session, listing_id: str, *, seen: str, by: Actor, now: datetime, why: str) -> Listing:
    """The desk's no, with what the provider reads. The approved words stay. Raises `NothingWaits`, `NotYourOwnDecision`,
    `ChangedSinceSeen`: the reason would be read as one against what was never looked at."""
    row, owner, waiting = _to_decide(session, listing_id, seen, by)
    for one in waiting:
        settle(session, one, accepted=False, by=by, now=now, why=why)
    record(session, events.CHANGE_REFUSED, at=now, by=by, subject=row.id, provider_id=owner.id)
    return row


def approve_as_seen(session: Session, listing_id: str, *, seen: str, by: Actor, now: datetime) -> Listing:
    """The desk's yes to a listing that was sent: its provider may still have changed it. Raises `ChangedSinceSeen`, and what
    `listings.service.approve` raises."""
    row, owner = hold(session, listing_id, by)
    if mark_of_listing(session, row, owner) != seen:
        raise ChangedSinceSeen
    return listings.approve(session, row.id, by=by, now=now)


def _to_decide(
    session: Session, listing_id: str, seen: str, by: Actor
) -> tuple[Listing, Provider, Sequence[ListingChange]]:
    row, owner = hold(session, listing_id, by)
    waiting = waiting_of(session, row)
    if is_own_application(session, by, row) or by.account_id in {one.by for one in waiting}:
        raise NotYourOwnDecision
    if mark_of_changes(session, row, owner) != seen:
        raise ChangedSinceSeen
    return row, owner, waiting
