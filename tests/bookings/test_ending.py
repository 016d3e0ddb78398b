"""Ending a booking: what is to come is called off, what has been stays, and the money says the same."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from market.bookings import queries
from market.bookings.answering import accept, lapse
from market.bookings.asking import Wanted, ask_for
from market.bookings.cascade.queries import cascade_of_visit
from market.bookings.ending import cancel_booking, look_at_ending
from market.bookings.errors import PriceChanged, TooLate
from market.bookings.rules import BookingStatus, VisitStatus, Wish
from market.bookings.tables import Booking
from market.bookings.visiting import complete_visit, report_not_arrived
from market.budgets import queries as pots
from market.core.actor import Role
from market.core.database import Database
from market.core.tables import EventRow
from market.core.times import at_wall
from market.people.errors import NotYourPerson
from tests.factories import county

TUESDAY = date(2026, 12, 1)
FOUR_VISITS = Wish(TUESDAY, time(9), time(10), weekdays=("TU", "TH"), until=date(2026, 12, 11))


def asked(session: Session, here: county.SmallCounty, now: datetime) -> Booking:
    wanted = Wanted(here.aleds_listing.id, FOUR_VISITS)
    return ask_for(
        session, here.daughter, here.walter.id, wanted, seen_pence=6800, leave_out_taken=False, key="k", now=now
    )


def events(session: Session, name: str) -> list[EventRow]:
    return list(session.exec(select(EventRow).where(EventRow.name == name)))


def test_ending_calls_off_what_is_to_come_and_frees_its_money(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        booking = asked(session, here, now)
        accept(session, here.aled_signed_in, booking.id, now=now)
        first = queries.visits_of(session, booking.id)[0]
        complete_visit(session, here.aled_signed_in, first.id, now=first.ends_at)
        later = first.ends_at
        ending = cancel_booking(session, here.daughter, booking.id, 0, now=later)
        assert (len(ending.off), len(ending.stay), ending.charge, ending.freed) == (3, 1, 0, 5100)
        balance = pots.balance_of(session, here.walters_pot.id)
        assert (balance.spent, balance.held, balance.free) == (1700, 0, 48_300)
        assert queries.status_of(booking, later) is BookingStatus.CANCELLED
        shown = queries.visits_between(session, here.walter.id, TUESDAY, date(2026, 12, 31))
        assert [queries.state_of(visit) for visit in shown] == [VisitStatus.COMPLETED]
        assert len(events(session, "booking.cancelled")) == 1


def test_ending_twice_is_done_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = asked(session, here, now)
        cancel_booking(session, here.daughter, booking.id, 0, now=now)
        again = cancel_booking(session, here.daughter, booking.id, 0, now=now + timedelta(minutes=1))
        assert again.off == ()
        assert len(events(session, "booking.cancelled")) == 1


def test_a_visit_within_half_a_day_costs_its_price_only_if_somebody_said_yes(database: Database, now: datetime) -> None:
    day_before = at_wall(TUESDAY, time(9)) - timedelta(hours=11)
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        booking = asked(session, here, now)
        assert look_at_ending(session, here.daughter, booking.id, now=day_before).charge == 0
        accept(session, here.aled_signed_in, booking.id, now=now)
        with pytest.raises(PriceChanged) as refused:
            cancel_booking(session, here.daughter, booking.id, 0, now=day_before)
        assert refused.value.now == 1700
        ending = cancel_booking(session, here.daughter, booking.id, 1700, now=day_before)
        assert ending.freed == 5100
        balance = pots.balance_of(session, here.walters_pot.id)
        assert (balance.spent, balance.held) == (1700, 0)


def test_taking_a_request_back_frees_the_times_at_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = asked(session, here, now)
        cancel_booking(session, here.daughter, booking.id, 0, now=now)
        visits = queries.visits_of(session, booking.id)
        assert queries.busy(session, here.aled.id, visits[0].starts_at, visits[-1].ends_at, now) == []


def test_nothing_is_left_to_end_once_all_is_over(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = asked(session, here, now)
        accept(session, here.aled_signed_in, booking.id, now=now)
        with pytest.raises(TooLate):
            cancel_booking(session, here.daughter, booking.id, 0, now=booking.last_end)


def test_a_stranger_ends_nothing(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = asked(session, here, now)
        stranger = county.actor(session, Role.SUPPORTER, "Somebody Else", now)
        with pytest.raises(NotYourPerson):
            cancel_booking(session, stranger, booking.id, 0, now=now)


def test_a_request_that_lapsed_leaves_no_visits_behind(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = asked(session, here, now)
        later = booking.answer_by + timedelta(minutes=1)
        lapse(session, booking.id, now=later)
        assert queries.visits_between(session, here.walter.id, TUESDAY, date(2026, 12, 31)) == []
        visit = queries.visits_of(session, booking.id)[0]
        with pytest.raises(TooLate):
            report_not_arrived(session, here.daughter, visit.id, now=visit.starts_at + timedelta(minutes=20))


def test_a_visit_that_nobody_came_to_said_afterwards_frees_its_money_and_asks_nobody(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        county.contact(session, here.walter, 1, "Doreen Pym", now)
        booking = asked(session, here, now)
        accept(session, here.aled_signed_in, booking.id, now=now)
        first = queries.visits_of(session, booking.id)[0]
        report_not_arrived(session, here.daughter, first.id, now=first.ends_at + timedelta(hours=1))
        assert queries.state_of(first) is VisitStatus.MISSED
        assert cascade_of_visit(session, first.id) is None
        assert pots.balance_of(session, here.walters_pot.id).held == 5100
        assert len(events(session, "visit.missed")) == 1
