"""Whether a backup contact can stand in, what it would cost, and writing the visit that stands for the failed one."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.tables import BackupContact
from market.bookings.freeing import release_hold
from market.bookings.lawful import check_wages
from market.bookings.pricing import price_one
from market.bookings.rules import Slot
from market.bookings.tables import Visit
from market.budgets import queries as pots
from market.budgets import service as budgets
from market.budgets.rules import has_a_limit
from market.budgets.service import Charge
from market.core.actor import System
from market.core.money import Pence
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import cleared_for
from providers.accreditation.schemes import schemes
from providers.availability.queries import away_of, dated_of, windows_of
from providers.availability.rules import gap_between, is_free
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import side_by_side, stands_down
from providers.listings.tables import Listing
from providers.organisations.queries import lock_provider
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider
from providers.pricing.errors import NoRateForVisit
from providers.wages.errors import BelowMinimumWage

BY = System("cascade")


def price_of_cover(session: Session, contact: BackupContact, visit: Visit) -> Pence | None:
    """What this contact would cost: nothing for somebody known, else their own quote.

    None when they have no price, or one that may not be paid to somebody employed: then they are not asked.
    """
    if contact.kind is ContactKind.SOMEONE_KNOWN:
        return 0
    if contact.listing_id is None:
        return None
    slot = Slot(visit.day, visit.wall_start, visit.wall_end, visit.starts_at, visit.ends_at)
    try:
        priced = price_one(session, contact.listing_id, slot, visit.workers)
        owner = provider_by_id(session, listing_by_id(session, contact.listing_id).provider_id)
        check_wages(owner, (priced,))
    except (NoRateForVisit, BelowMinimumWage):
        return None
    return priced.pence


def is_suited(session: Session, contact: BackupContact, visit: Visit, now: datetime, *, lock: bool = False) -> bool:
    """Whether the contact may do this task and is free then. Somebody known may always be asked: it is the person's choice.

    With `lock` the provider's row is held, so that the time cannot go to another between the look and the taking.
    """
    if contact.kind is ContactKind.SOMEONE_KNOWN:
        return True
    if contact.provider_id is None or contact.listing_id is None:
        return False
    held = lock_provider(session, contact.provider_id) if lock else provider_by_id(session, contact.provider_id)
    if not may_be_found(held.state):
        return False
    listing = listing_by_id(session, contact.listing_id)
    if stands_down(listing.state):
        return False
    return _cleared(session, contact, listing, held, visit) and _free(session, contact, listing, held, visit, now)


def _cleared(session: Session, contact: BackupContact, listing: Listing, provider: Provider, visit: Visit) -> bool:
    kind = queries.booking(session, visit.booking_id).kind
    if kind not in listing.kinds and kind not in contact.kinds:
        return False
    evidence = evidence_of(session, provider.id)
    return cleared_for(
        evidence, kind, visit.day, tiers=listing.tiers, arrangement=provider.arrangement, schemes=schemes()
    ).allows


def _free(
    session: Session, contact: BackupContact, listing: Listing, provider: Provider, visit: Visit, now: datetime
) -> bool:
    """A worker known may say yes to an hour outside their usual ones: it is asked of them. Only other visits stop it."""
    at_once = side_by_side(listing.capacity, provider.workers) - (visit.workers - 1)
    if contact.kind is ContactKind.WORKER_KNOWN:
        return len(queries.busy(session, provider.id, visit.starts_at, visit.ends_at, now)) < at_once
    windows, away, dated = windows_of(session, listing.id), away_of(session, listing.id), dated_of(session, listing.id)
    buffer = gap_between(listing.buffer_minutes, listing.travel_minutes)
    busy = queries.busy(session, provider.id, visit.starts_at - buffer, visit.ends_at + buffer, now)
    return is_free(windows, away, busy, visit.starts_at, visit.ends_at, at_once=at_once, buffer=buffer, dated=dated)


def within_means(session: Session, visit: Visit, price: Pence) -> bool:
    """Whether the pot could pay, once what was held for the failed visit is free again."""
    if price == 0 or visit.pot_id is None:
        return price == 0 or visit.price_pence == 0
    pot = pots.pot(session, visit.pot_id)
    if pot is None or not has_a_limit(pot.kind):
        return pot is not None
    held = visit.price_pence if visit.hold_id else 0
    return price <= pots.balance_of(session, pot.id).free + held


def cover(session: Session, visit: Visit, contact: BackupContact, price: Pence, *, now: datetime) -> Visit:
    """Write the visit that stands for the failed one; its money is held, the failed one's is let go."""
    release_hold(session, visit, by=BY, now=now)
    unpaid = contact.kind is ContactKind.SOMEONE_KNOWN
    substitute = Visit(
        booking_id=visit.booking_id,
        person_id=visit.person_id,
        provider_id=None if unpaid else contact.provider_id,
        listing_id=None if unpaid else contact.listing_id,
        contact_id=contact.id,
        instead_of=visit.id,
        title=visit.title,
        workers=1 if unpaid else visit.workers,
        who_comes=contact.name,
        day=visit.day,
        wall_start=visit.wall_start,
        wall_end=visit.wall_end,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        pot_id=None if unpaid else visit.pot_id,
        price_pence=price,
    )
    if price and substitute.pot_id and substitute.provider_id:
        charge = Charge(substitute.id, substitute.day, substitute.provider_id, price)
        holds = budgets.hold_for_visits(session, substitute.pot_id, [charge], now=now, by=BY)
        substitute.hold_id = holds[substitute.id]
    visit.covered_at = now
    session.add_all([visit, substitute])
    session.flush()
    return substitute
