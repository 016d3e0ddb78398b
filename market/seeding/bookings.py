"""A few weeks of past and future visits, with the money they held and spent.

Written as rows, not through the verbs: history must not wake the jobs that tell people things. Only a request still waiting
for its answer is recorded as an event, so that its provider has been asked.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from market.bookings.pricing import PricedSlot, price_slots
from market.bookings.rules import TERMS, Slot, answer_by, kept_terms, slot_on
from market.bookings.tables import Booking, Visit
from market.core.actor import System
from market.core.events import record
from market.core.jobs import put_job
from market.ledger.rules import Kind, pot_account, provider_account
from market.ledger.tables import LedgerRow
from market.seeding.accounts import account_id, person_id, provider_id
from market.seeding.people import pot_id
from market.seeding.providers import listing_id
from market.seeding.reading import RULE_DAYS, County, Table, Today, clock

BY = System("seeding")


def load_bookings(session: Session, county: County, today: Today) -> None:
    sellers = {listed["key"]: row for row in county.providers for listed in row["listing"]}
    titles = {listed["key"]: listed["title"] for row in county.providers for listed in row["listing"]}
    own = {held["person"]: row["key"] for row in county.accounts for held in row["roles"]
           if held["role"].startswith("customer")}  # fmt: skip
    for row in county.people:
        for booked in row.get("booking", ()):
            themself = own.get(row["key"]) or row["broker"]  # who has no account rings their broker, who asks for them
            asker = themself if booked["asked_by"] == "self" else booked["asked_by"]
            _booking(session, row, booked, sellers[booked["listing"]], titles[booked["listing"]], asker, today)
    session.flush()


def _booking(session: Session, row: Table, booked: Table, seller: Table, title: str, asker: str, today: Today) -> None:
    slots = list(_slots(booked, today))
    priced, _ = price_slots(session, listing_id(booked["listing"]), slots, kind=booked["kinds"][0])
    waiting = booked["state"] == "requested"
    asked_at = today.now - timedelta(hours=1) if waiting else today.ago(min(booked["asked_days"], -1))
    made = Booking(
        id=f"bkg_{booked['key']}",
        key=f"seed:{booked['key']}",
        person_id=person_id(row["key"]),
        asked_by=account_id(asker),
        pot_id=pot_id(booked["pot"]) if "pot" in booked else None,
        provider_id=provider_id(seller["key"]),
        listing_id=listing_id(booked["listing"]),
        outcome_id=f"out_{booked['outcome']}" if "outcome" in booked else None,
        title=title,
        kind=booked["kinds"][0],
        arrangement=seller["arrangement"],
        note=booked.get("note", ""),
        weekdays=[RULE_DAYS[day] for day in booked["days"]],
        every_weeks=booked["every"],
        first_day=slots[0].day,
        until_day=slots[-1].day,
        wall_start=clock(booked["from"]),
        wall_end=clock(booked["to"]),
        total_pence=sum(one.pence for one in priced),
        price_lines=[one.as_line() for one in priced],
        cancel_terms=kept_terms(TERMS),
        asked_at=asked_at,
        answer_by=answer_by(asked_at, slots[0].starts_at) if waiting else asked_at + timedelta(days=1),
        last_end=slots[-1].ends_at,
    )
    answered_at = asked_at + timedelta(hours=2)
    if booked["state"] in ("accepted", "ended", "cancelled"):
        made.accepted_at = answered_at
    if booked["state"] == "declined":
        made.declined_at, made.declined_why = answered_at, booked.get("note", "")
    if booked["state"] == "cancelled":
        made.cancelled_at, made.cancelled_by = answered_at + timedelta(hours=1), made.asked_by
    session.add(made)
    session.flush()
    for one in priced:
        _visit(session, row, made, booked, one, seller, today)
    if waiting:
        _still_waiting(session, made)


def _still_waiting(session: Session, made: Booking) -> None:
    facts = {"person_id": made.person_id, "provider_id": made.provider_id}
    record(session, "booking.requested", at=made.asked_at, by=BY, subject=made.id, **facts)
    put_job(session, "bookings.lapse", {"booking_id": made.id}, run_at=made.answer_by, key=f"lapse:{made.id}")


def _slots(booked: Table, today: Today) -> Iterator[Slot]:
    starts, ends = clock(booked["from"]), clock(booked["to"])
    for week in range(booked["from_week"], booked["until_week"] + 1, booked["every"]):
        for day in sorted(booked["days"], key=list(RULE_DAYS).index):
            yield slot_on(today.weekday(week, day), starts, ends)


def _exception(booked: Table, day: date, today: Today) -> Table | None:
    exceptions = (one for one in booked.get("visits", ()) if today.weekday(one["week"], one["day"]) == day)
    return next(exceptions, None)


def _visit(
    session: Session, row: Table, booking: Booking, booked: Table, priced: PricedSlot, seller: Table, today: Today
) -> None:
    slot = priced.slot
    visit = Visit(
        id=f"vis_{booked['key']}_{slot.day:%Y%m%d}",
        booking_id=booking.id,
        person_id=booking.person_id,
        provider_id=booking.provider_id,
        listing_id=booking.listing_id,
        title=booking.title,
        who_comes=seller["name"],
        day=slot.day,
        wall_start=slot.wall_start,
        wall_end=slot.wall_end,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        pot_id=booking.pot_id,
        price_pence=priced.pence,
        once_pence=priced.once_pence,
    )
    session.add(visit)
    session.flush()
    exception = _exception(booked, slot.day, today)
    spends = _settle_past(session, row, visit, booking, exception, today)
    _money(session, visit, spends=spends)


def _settle_past(
    session: Session, row: Table, visit: Visit, booking: Booking, exception: Table | None, today: Today
) -> bool | None:
    """What became of a visit. True: its money was spent; False: let go; None: still held."""
    state = exception["state"] if exception else ""
    if booking.declined_at or booking.cancelled_at:
        visit.let_go_at = booking.declined_at or booking.cancelled_at
        return False
    if state == "cancelled":
        visit.cancelled_at = visit.let_go_at = min(visit.starts_at - timedelta(days=2), today.now)
        visit.cancelled_by = booking.asked_by
        return False
    if state in ("missed", "covered"):
        visit.let_go_at = visit.starts_at
        visit.given_up_at = visit.starts_at - timedelta(hours=3) if state == "covered" else None
        visit.missed_at = visit.starts_at + timedelta(minutes=30) if state == "missed" else None
        if state == "covered" and exception is not None:
            _substitute(session, row, visit, exception)
        return False
    if visit.ends_at <= today.now and booking.accepted_at:
        visit.started_at, visit.completed_at = visit.starts_at, visit.ends_at
        return True
    return None


def _substitute(session: Session, row: Table, visit: Visit, exception: Table) -> None:
    """Somebody known came instead, unpaid."""
    visit.covered_at = visit.starts_at - timedelta(hours=2)
    name = next(one["name"] for one in row["backup"] if one["order"] == exception["by_backup"])
    session.flush()
    stand_in = Visit(
        id=f"{visit.id}_cover",
        booking_id=visit.booking_id,
        person_id=visit.person_id,
        contact_id=f"bac_{row['key']}_{exception['by_backup']}",
        instead_of=visit.id,
        title=visit.title,
        who_comes=name,
        day=visit.day,
        wall_start=visit.wall_start,
        wall_end=visit.wall_end,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        started_at=visit.starts_at,
        completed_at=visit.ends_at,
    )
    session.add(stand_in)


def _money(session: Session, visit: Visit, *, spends: bool | None) -> None:
    if visit.pot_id is None or not visit.price_pence or visit.provider_id is None:
        return
    hold = _row(visit, Kind.HOLD, None)
    session.add(hold)
    session.flush()
    visit.hold_id = hold.id
    if spends is not None:
        session.add(_row(visit, Kind.POST if spends else Kind.VOID, hold.id))


def _row(visit: Visit, kind: Kind, hold_id: str | None) -> LedgerRow:
    assert visit.pot_id is not None
    return LedgerRow(
        id=f"led_{visit.id}_{kind}",
        debit=pot_account(visit.pot_id),
        credit=provider_account(visit.provider_id or ""),
        amount_pence=visit.price_pence,
        kind=kind,
        hold_id=hold_id,
        cause=visit.id,
        key=f"{kind}:{visit.id}",
        person_id=visit.person_id,
        pot_id=visit.pot_id,
        at=visit.completed_at or visit.let_go_at or visit.starts_at - timedelta(days=7),
        by=BY.says,
    )
