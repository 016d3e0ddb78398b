"""Asking the provider for a run of visits that was looked at: times and money are held until it is answered."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.carrying import hold_what_is_more
from market.bookings.errors import (
    PriceChanged,
    SlotsTaken,
    StartSoonerNotAgreed,
)
from market.bookings.pricing import PricedSlot
from market.bookings.quoting import (
    Run,
    Wanted,
    bookable,
    last_day_of,
    look_at_run,
    quote_run,
    who_and_what,
)
from market.bookings.rules import TERMS, answer_by, in_words, kept_terms
from market.bookings.tables import Booking, Visit
from market.budgets import service as budgets
from market.budgets.service import Charge
from market.core.actor import Actor
from market.core.events import record
from market.core.jobs import put_job
from market.core.money import Pence
from providers.listings.queries import listing as listing_by_id
from providers.organisations.queries import lock_provider

__all__ = [
    "Run",
    "Wanted",
    "ask_for",
    "bookable",
    "last_day_of",
    "look_at_run",
    "quote_run",
    "who_and_what",
]


def ask_for(
    session: Session,
    actor: Actor,
    person_id: str,
    wanted: Wanted,
    *,
    seen_pence: Pence,
    leave_out_taken: bool,
    key: str,
    now: datetime,
    start_sooner: bool | None = None,
) -> Booking:
    """Ask the provider, holding times and money until answered or lapsed. The same key again gives the same booking.

    Locks the provider before looking whether a time is free. Raises what `quote_run` raises; `SlotsTaken` when some
    times have gone and `leave_out_taken` was not said; `PriceChanged` when the total is not the one that was seen;
    `StartSoonerNotAgreed` when a self-funder was asked whether visits may begin within 14 days and did not say so.
    """
    if known := queries.booking_by_key(session, key):
        return known
    lock_provider(session, listing_by_id(session, wanted.listing_id).provider_id)
    if known := queries.booking_by_key(session, key):
        return known  # the other of two taps was in front of us
    run = quote_run(session, actor, person_id, wanted, now=now)
    if run.taken and not leave_out_taken:
        raise SlotsTaken(run.taken, tuple(slot.slot for slot in run.slots))
    if run.total != seen_pence:
        raise PriceChanged(seen_pence, run.total)
    if start_sooner is False and run.starts_within_cooling_off(now):
        raise StartSoonerNotAgreed(run.slots[0].slot.starts_at)
    booking = _write_booking(session, actor, run, key, now)
    _write_visits(session, actor, run, booking, now)
    record(
        session,
        "booking.requested",
        at=now,
        by=actor,
        subject=booking.id,
        person_id=person_id,
        provider_id=run.provider.id,
        visits=len(run.slots),
        pence=run.total,
        start_sooner=start_sooner,
    )
    put_job(session, "bookings.lapse", {"booking_id": booking.id}, run_at=booking.answer_by, key=f"lapse:{booking.id}")
    return booking


def _write_booking(session: Session, actor: Actor, run: Run, key: str, now: datetime) -> Booking:
    wish, slots = run.wanted.wish, [slot.slot for slot in run.slots]
    booking = Booking(
        key=key,
        person_id=run.person.id,
        asked_by=actor.account_id,
        pot_id=run.pot.pot.id if run.pot else None,
        provider_id=run.provider.id,
        listing_id=run.listing.id,
        outcome_id=run.wanted.outcome_id,
        title=in_words(run.listing.title, run.wanted.workers),
        workers=run.wanted.workers,
        kind=run.kind,
        arrangement=run.provider.arrangement,
        note=run.wanted.note.strip(),
        weekdays=list(wish.weekdays),
        every_weeks=wish.every_weeks,
        first_day=slots[0].day,
        until_day=run.until,
        wall_start=wish.start,
        wall_end=wish.end,
        total_pence=run.total,
        price_lines=[slot.as_line() for slot in run.slots],
        cancel_terms=kept_terms(TERMS),
        asked_at=now,
        answer_by=answer_by(now, _first_start(session, run)),
        last_end=slots[-1].ends_at,
        moves_visit_id=run.wanted.moves or None,
    )
    session.add(booking)
    session.flush()
    return booking


def _first_start(session: Session, run: Run) -> datetime:
    """When the first visit begins, be it the one that would make way: it is never waited past."""
    starts = [slot.slot.starts_at for slot in run.slots[:1]]
    if run.wanted.moves:
        starts.append(queries.visit(session, run.wanted.moves).starts_at)
    return min(starts)


def _write_visits(session: Session, actor: Actor, run: Run, booking: Booking, now: datetime) -> None:
    visits = [_visit(run, booking, priced) for priced in run.slots]
    if booking.moves_visit_id is not None:
        agreed = queries.visit(session, booking.moves_visit_id)
        hold_what_is_more(session, booking, agreed, by=actor, now=now)
    elif booking.pot_id is not None:
        charges = [Charge(visit.id, visit.day, run.provider.id, visit.price_pence) for visit in visits]
        holds = budgets.hold_for_visits(session, booking.pot_id, charges, now=now, by=actor)
        for visit in visits:
            visit.hold_id = holds.get(visit.id)
    session.add_all(visits)
    session.flush()


def _visit(run: Run, booking: Booking, priced: PricedSlot) -> Visit:
    slot = priced.slot
    return Visit(
        booking_id=booking.id,
        person_id=run.person.id,
        provider_id=run.provider.id,
        listing_id=run.listing.id,
        title=booking.title,
        workers=booking.workers,
        who_comes=run.provider.name,
        day=slot.day,
        wall_start=slot.wall_start,
        wall_end=slot.wall_end,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        pot_id=booking.pot_id,
        price_pence=priced.pence,
        once_pence=priced.once_pence,
    )
