"""One visit is moved: its provider is asked, and it stays as agreed until they say yes, and if they say no."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from market.bookings import queries
from market.bookings.answering import accept, ask_renewal, decline, lapse
from market.bookings.asking import Wanted, ask_for
from market.bookings.ending import cancel_booking
from market.bookings.errors import (
    DateInPast,
    MoveWaits,
    NotAgreedYet,
    NothingMoved,
    PriceChanged,
    SlotsTaken,
    TooLate,
)
from market.bookings.moving.rules import NewTime, answer_move_by, moved
from market.bookings.moving.service import ask_to_move, look_at_move
from market.bookings.rules import BookingStatus, VisitStatus, Wish, slot_on
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import cancel_visit, report_cannot_come
from market.budgets import queries as pots
from market.budgets.errors import BudgetExceeded
from market.core.database import Database
from market.core.errors import NotFound
from market.core.tables import EventRow
from market.core.times import LONDON
from market.people.errors import NotYourPerson
from market.people.rules import Scope
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
from tests.factories import county

TUESDAY, WEDNESDAY = date(2026, 12, 1), date(2026, 12, 2)
STANDING = Wish(TUESDAY, time(9), time(10), weekdays=("TU", "TH"), until=date(2026, 12, 31))
TO_WEDNESDAY = NewTime(day=WEDNESDAY)


def agreed(session: Session, here: county.SmallCounty, now: datetime, wish: Wish = STANDING) -> list[Visit]:
    """Visits that Aled has said yes to, at £17 an hour."""
    wanted = Wanted(here.aleds_listing.id, wish)
    pence = 1700 * len([1 for _ in wish.dates]) if wish.dates else 17_000
    booking = ask_for(
        session, here.daughter, here.walter.id, wanted, seen_pence=pence, leave_out_taken=False, key="k", now=now
    )
    accept(session, here.aled_signed_in, booking.id, now=now)
    return list(queries.visits_of(session, booking.id))


def ask(
    session: Session, here: county.SmallCounty, visit: Visit, to: NewTime, now: datetime, key: str = "m"
) -> Booking:
    seen = look_at_move(session, here.daughter, visit.id, to, now=now).run.total
    return ask_to_move(session, here.daughter, visit.id, to, seen_pence=seen, key=key, now=now)


def names(session: Session) -> list[str]:
    return list(session.exec(select(EventRow.name).order_by(EventRow.id)))  # type: ignore[arg-type]


@given(st.times(), st.integers(15, 600), st.times())
def test_a_moved_visit_keeps_its_length_by_the_clock_on_the_wall(start: time, minutes: int, to: time) -> None:
    start, to = start.replace(second=0, microsecond=0), to.replace(second=0, microsecond=0)
    end = (datetime.combine(TUESDAY, start) + timedelta(minutes=minutes)).time()
    slot = moved(slot_on(TUESDAY, start, end), NewTime(WEDNESDAY, to))
    assert (slot.day, slot.wall_start) == (WEDNESDAY, to)
    assert (slot.wall_end.hour * 60 + slot.wall_end.minute - to.hour * 60 - to.minute) % 1440 == minutes % 1440


def test_what_is_not_told_stays_as_it_was_agreed() -> None:
    was = slot_on(TUESDAY, time(9), time(10))
    assert moved(was, NewTime(start=time(14))) == slot_on(TUESDAY, time(14), time(15))
    assert moved(was, NewTime(minutes=90)) == slot_on(TUESDAY, time(9), time(10, 30))
    assert moved(was, NewTime()) == was


def test_the_asking_lapses_before_either_time_comes(now: datetime) -> None:
    soon, later = now + timedelta(hours=2), now + timedelta(days=9)
    assert answer_move_by(now, soon, later) == now + timedelta(hours=1)
    assert answer_move_by(now, later, soon) == now + timedelta(hours=1)


def test_a_yes_moves_the_visit_and_its_money_and_the_others_stay(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, second, *_ = agreed(session, here, now)
        asked = ask(session, here, first, TO_WEDNESDAY, now)
        assert queries.state_of(first) is VisitStatus.PLANNED  # as agreed until they answer
        accept(session, here.aled_signed_in, asked.id, now=now)
        accept(session, here.aled_signed_in, asked.id, now=now)
        (visit,) = queries.visits_of(session, asked.id)
        assert (visit.day, visit.wall_start, visit.wall_end) == (WEDNESDAY, time(9), time(10))
        assert queries.state_of(visit) is VisitStatus.CHANGED
        assert queries.state_of(first) is VisitStatus.CANCELLED
        assert queries.state_of(second) is VisitStatus.PLANNED
        balance = pots.balance_of(session, here.walters_pot.id)
        assert (balance.held, balance.spent) == (17_000, 0)
        assert names(session).count("visit.changed") == 1


@pytest.mark.parametrize("how", ["no", "lapsed", "taken back"])
def test_without_a_yes_the_visit_and_the_money_stay_as_agreed(database: Database, now: datetime, how: str) -> None:
    longer = NewTime(day=WEDNESDAY, minutes=120)
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        asked = ask(session, here, first, longer, now)
        assert pots.balance_of(session, here.walters_pot.id).held == 17_000 + 1_700
        if how == "no":
            decline(session, here.aled_signed_in, asked.id, "", now=now)
        elif how == "lapsed":
            assert lapse(session, asked.id, now=asked.answer_by + timedelta(seconds=1))
        else:
            cancel_booking(session, here.daughter, asked.id, 0, now=now)
        assert queries.state_of(first) is VisitStatus.PLANNED
        assert pots.balance_of(session, here.walters_pot.id).held == 17_000
        later = asked.answer_by + timedelta(seconds=1)
        assert look_at_move(session, here.daughter, first.id, longer, now=later).dearer == 1_700


def test_only_the_difference_must_be_in_the_pot(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=17_000 + 1_700)
        first, *_ = agreed(session, here, now)
        looked = look_at_move(session, here.daughter, first.id, NewTime(minutes=120), now=now)
        assert (looked.dearer, looked.run.left) == (1_700, 0)
        with pytest.raises(BudgetExceeded):
            look_at_move(session, here.daughter, first.id, NewTime(minutes=180), now=now)
        asked = ask(session, here, first, NewTime(minutes=120), now)
        accept(session, here.aled_signed_in, asked.id, now=now)
        balance = pots.balance_of(session, here.walters_pot.id)
        assert (balance.held, balance.free) == (18_700, 0)


def test_a_shorter_visit_frees_the_rest_with_the_yes(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        asked = ask(session, here, first, NewTime(minutes=30), now)
        assert pots.balance_of(session, here.walters_pot.id).held == 17_000
        accept(session, here.aled_signed_in, asked.id, now=now)
        assert pots.balance_of(session, here.walters_pot.id).held == 17_000 - 850


def test_a_visit_may_move_into_its_own_time_but_not_into_another(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        looked = look_at_move(session, here.daughter, first.id, NewTime(start=time(9, 30)), now=now)
        assert looked.to.slot.wall_end == time(10, 30)
        assert "somebody_comes_already" not in looked.run.warnings
        with pytest.raises(SlotsTaken):
            look_at_move(session, here.daughter, first.id, NewTime(day=date(2026, 12, 3)), now=now)


def test_the_same_key_asks_once_and_a_second_asking_waits(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        asked = ask(session, here, first, TO_WEDNESDAY, now)
        again = ask_to_move(session, here.daughter, first.id, TO_WEDNESDAY, seen_pence=1_700, key="m", now=now)
        assert again.id == asked.id
        with pytest.raises(MoveWaits):
            look_at_move(session, here.daughter, first.id, NewTime(start=time(14)), now=now)


def test_what_cannot_be_moved_is_refused_and_says_why(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, second, *_ = agreed(session, here, now)
        with pytest.raises(NothingMoved):
            look_at_move(session, here.daughter, first.id, NewTime(day=TUESDAY), now=now)
        with pytest.raises(DateInPast):
            look_at_move(session, here.daughter, first.id, NewTime(day=date(2026, 11, 2)), now=now)
        with pytest.raises(PriceChanged):
            ask_to_move(session, here.daughter, first.id, TO_WEDNESDAY, seen_pence=1, key="m", now=now)
        with pytest.raises(TooLate):
            look_at_move(session, here.daughter, first.id, TO_WEDNESDAY, now=first.starts_at)
        cancel_visit(session, here.daughter, second.id, 0, now=now)
        with pytest.raises(TooLate):
            look_at_move(session, here.daughter, second.id, TO_WEDNESDAY, now=now)


def test_a_request_that_nobody_has_answered_is_not_moved(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = ask_for(
            session, here.daughter, here.walter.id, Wanted(here.aleds_listing.id, STANDING), seen_pence=17_000,
            leave_out_taken=False, key="k", now=now,
        )  # fmt: skip
        first, *_ = queries.visits_of(session, booking.id)
        with pytest.raises(NotAgreedYet):
            look_at_move(session, here.daughter, first.id, TO_WEDNESDAY, now=now)


@pytest.mark.parametrize("how", ["called off", "given up"])
def test_a_yes_comes_too_late_once_the_visit_no_longer_stands(database: Database, now: datetime, how: str) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        asked = ask(session, here, first, TO_WEDNESDAY, now)
        if how == "called off":
            cancel_visit(session, here.daughter, first.id, 0, now=now)
        else:
            report_cannot_come(session, here.aled_signed_in, first.id, "", now=now)
        with pytest.raises(TooLate):
            accept(session, here.aled_signed_in, asked.id, now=now)
        assert queries.status_of(asked, now) is BookingStatus.REQUESTED  # and lapses by itself


def test_only_who_may_book_and_cancel_for_them_can_move_a_visit(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        first, *_ = agreed(session, here, now)
        onlooker = county.actor(session, here.daughter.role, "Nia Pym", now)
        county.consent(session, here.walter, onlooker, now, Scope.SEE_VISITS, Scope.CANCEL)
        with pytest.raises(NotYourPerson):
            look_at_move(session, onlooker, first.id, TO_WEDNESDAY, now=now)
        stranger = county.actor(session, here.daughter.role, "A Stranger", now)
        with pytest.raises((NotYourPerson, NotFound)):
            look_at_move(session, stranger, first.id, TO_WEDNESDAY, now=now)


def test_moving_the_last_visit_later_is_no_going_on_of_the_booking(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        *_, last = agreed(session, here, now)
        asked = ask(session, here, last, NewTime(day=date(2027, 1, 4)), now)
        accept(session, here.aled_signed_in, asked.id, now=now)
        assert ask_renewal(session, last.booking_id, now=datetime(2026, 12, 18, 9, tzinfo=LONDON))


@pytest.mark.parametrize("visits", [1, 3])
def test_what_is_paid_once_goes_with_the_visit_that_is_moved(database: Database, now: datetime, visits: int) -> None:
    days = (TUESDAY, date(2026, 12, 3), date(2026, 12, 8))[:visits]
    with database.write() as session:
        here = county.small_county(session, now)
        session.add(RateRow(listing_id=here.aleds_listing.id, place=1, unit=Unit.ONE_OFF, pence=2_500))
        session.flush()
        wanted = Wanted(here.aleds_listing.id, Wish(TUESDAY, time(9), time(10), dates=days))
        pence = 1_700 * visits + 2_500
        booking = ask_for(
            session, here.daughter, here.walter.id, wanted, seen_pence=pence, leave_out_taken=False, key="k", now=now
        )
        accept(session, here.aled_signed_in, booking.id, now=now)
        first = queries.visits_of(session, booking.id)[0]
        looked = look_at_move(session, here.daughter, first.id, TO_WEDNESDAY, now=now)
        assert looked.dearer == 0
        assert looked.run.left == pots.balance_of(session, here.walters_pot.id).free
        asked = ask(session, here, first, TO_WEDNESDAY, now)
        assert asked.move_hold_id is None
        accept(session, here.aled_signed_in, asked.id, now=now)
        (visit,) = queries.visits_of(session, asked.id)
        assert (visit.price_pence, visit.once_pence, visit.once_from) == (4_200, 2_500, first.id)
        assert (first.price_pence, first.once_pence) == (1_700, 0)
        assert pots.balance_of(session, here.walters_pot.id).held == pence
