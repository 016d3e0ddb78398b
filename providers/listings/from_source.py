"""Entries of a directory: put on show on the word of their source, or kept back. They are signposts, asked for by nobody here.

What a provider offers itself goes through `service.publish`, which asks for prices and times because people ask for visits.
A directory's entry is rung up: it needs to be lawful, to be some kind of support, and to be somewhere.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record_all
from providers.listings import events
from providers.listings.errors import CqcNumberMissing, NoLawfulBasis, NothingOffered, ProviderNotListed
from providers.listings.rules import Doubt, ListingState, Where, doubt_about
from providers.listings.tables import Listing, ListingDecision
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider

STAYS_DOWN = frozenset({ListingState.SUSPENDED, ListingState.REMOVED})
"""What the desk took down stays down, whatever a file says."""


def enter(
    session: Session,
    row: Listing,
    owner: Provider,
    *,
    hidden: str,
    checked_at: datetime,
    by: Actor | System,
    now: datetime,
) -> bool:
    """Put an entry on show, or keep it back for the reason in `hidden`. Whether it is on show now. `tell` comes after.

    Raises `NoLawfulBasis`, `CqcNumberMissing`, `NothingOffered`, `ProviderNotListed` for one that may not be shown.
    """
    if row.state in STAYS_DOWN:
        return False
    if not hidden:
        _check(row, owner)
        row.checked_at = checked_at
    _move(session, row, ListingState.DRAFT if hidden else ListingState.LIVE, by=by, now=now, why=hidden)
    return not hidden


def tell(session: Session, rows: Sequence[Listing], *, by: Actor | System, now: datetime) -> None:
    """Write down that these came in, so that search looks at them again."""
    record_all(session, events.IMPORTED, [(row.id, row.provider_id) for row in rows], at=now, by=by)


def _check(row: Listing, owner: Provider) -> None:
    doubt = doubt_about(
        owner.arrangement,
        kinds=row.kinds,
        includes_personal_care=row.includes_personal_care,
        basis=row.basis,
        cqc_number=owner.cqc_number,
    )
    if doubt is Doubt.NO_BASIS:
        raise NoLawfulBasis(owner.arrangement, None)
    if doubt is Doubt.NO_CQC_NUMBER:
        raise CqcNumberMissing(owner.arrangement)
    if not may_be_found(owner.state):
        raise ProviderNotListed(owner.state)
    placed = row.where is Where.PHONE_ONLINE or row.everywhere or row.districts or row.easting is not None
    if missing := tuple(name for name, there in (("kinds", row.kinds), ("area", placed)) if not there):
        raise NothingOffered(missing)


def _move(session: Session, row: Listing, to: ListingState, *, by: Actor | System, now: datetime, why: str) -> None:
    if row.state is to and to is ListingState.LIVE:
        return
    session.add(ListingDecision(listing_id=row.id, was=row.state, became=to, by=by.says, at=now, why=why))
    row.state = to
    session.add(row)
