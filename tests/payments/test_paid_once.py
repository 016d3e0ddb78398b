"""What is paid once, to set things up, is charged once: not for each visit, nor by each booking."""

from datetime import timedelta

import pytest

from market.bookings.answering import accept
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.answers import agree_price, answer
from market.bookings.ending import cancel_booking, look_at_ending
from market.bookings.moving.rules import NewTime
from market.bookings.moving.service import ask_to_move, look_at_move
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import cancel_visit, charge_for_cancelling, report_cannot_come, report_not_arrived
from market.payments.paying import bill_for
from market.payments.rules import DISPUTE_WINDOW, MoveKind, MoveState, Way
from market.web.paying.shown import receipt
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
from tests.payments.test_cover import gill_in, terry_cannot_come
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books
from tests.payments.town import Town, next_thursday

SET_UP = 2500


@pytest.fixture
def dearer_start(town: Town) -> Town:
    """Terry asks £25 once, to set things up."""
    with town.database.write() as session:
        session.add(RateRow(listing_id=town.listing.id, place=1, unit=Unit.ONE_OFF, pence=SET_UP))
    return town


def test_a_series_pays_it_with_its_first_visit_alone(dearer_start: Town) -> None:
    town = dearer_start
    town.set_up_terry()
    booking = town.book(days=("TH",), weeks=2)
    visits = town.visits(booking)
    assert [visit.price_pence for visit in visits] == [1700 + SET_UP, 1700, 1700]
    first = town.pay(booking, way=Way.CARD_EACH)
    assert first.pence == 1700 + SET_UP
    for visit in visits:
        town.clock.set(max(town.clock.now(), visit.starts_at - timedelta(days=2)))
        town.later(timedelta(0))
        town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert sum(int(str(one["amount"])) for one in town.at_stripe("charge")) == 3 * 1700 + SET_UP
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER) == 3 * 1700 + SET_UP
    check_books(town)


def test_all_at_once_it_stands_in_the_sum_once(dearer_start: Town) -> None:
    booking = dearer_start.book(days=("TH",), weeks=2)
    with dearer_start.database.read() as session:
        bill = bill_for(session, dearer_start.payer, booking.id, now=dearer_start.clock.now())
    assert bill.in_all == 3 * 1700 + SET_UP
    assert dearer_start.pay(booking).pence == 3 * 1700 + SET_UP


def test_a_second_booking_does_not_pay_it_again_even_where_the_first_still_waits(dearer_start: Town) -> None:
    town = dearer_start
    day = next_thursday(town.clock.now().date())
    waiting = town.book(first=day, accepted=False)
    second = town.book(first=day + timedelta(days=1), accepted=False)
    for booking in (waiting, second):
        with town.database.write() as session:
            accept(session, town.terry_signed_in, booking.id, now=town.clock.now())
    town.run()
    third = town.book(first=day + timedelta(days=2))
    prices = [town.visits(booking)[0].price_pence for booking in (waiting, second, third)]
    assert prices == [1700 + SET_UP, 1700, 1700]


def series(town: Town, way: Way | None = None) -> tuple[Booking, list[Visit]]:
    """Three Thursdays, paid in this way."""
    booking = town.book(days=("TH",), weeks=2)
    if way is not None:
        town.pay(booking, way=way)
    return booking, town.visits(booking)


def call_off(town: Town, visit: Visit) -> int:
    """Nell calls one visit off, at what it costs just then."""
    with town.database.write() as session:
        charge = charge_for_cancelling(session, visit, town.clock.now())
        cancel_visit(session, town.payer, visit.id, charge, now=town.clock.now())
    town.settle()
    return charge


def prices(town: Town, booking: Booking) -> list[int]:
    return [visit.price_pence for visit in town.visits(booking)]


def went_back(town: Town) -> int:
    return sum(one.pence for one in town.moves() if one.kind is MoveKind.REFUND and one.state is MoveState.DONE)


def see_through(town: Town, booking: Booking) -> None:
    """The visits that still stand are made, and everything is sent on."""
    for visit in town.visits(booking):
        if visit.let_go_at is None:
            town.clock.set(max(town.clock.now(), visit.starts_at - timedelta(days=2)))
            town.later(timedelta(0))
            town.done(visit)
    town.later(DISPUTE_WINDOW)


@pytest.mark.parametrize("way", [Way.CARD_NOW, Way.CARD_EACH])
def test_where_the_first_visit_is_called_off_in_time_it_goes_with_the_next_and_nobody_pays_it_twice(
    dearer_start: Town, way: Way
) -> None:
    town = dearer_start
    town.set_up_terry()
    booking, visits = series(town, way)
    assert call_off(town, visits[0]) == 0
    assert prices(town, booking) == [1700, 1700 + SET_UP, 1700]
    assert went_back(town) == 1700  # of that visit alone: what is paid once stays and pays for the next
    with town.database.read() as session:
        bill = bill_for(session, town.payer, booking.id, now=town.clock.now())
    assert bill.in_all == (0 if way is Way.CARD_NOW else 2 * 1700)
    see_through(town, booking)
    assert went_back(town) == 1700
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER) == 2 * 1700 + SET_UP
    check_books(town)


def test_called_off_late_the_visit_costs_by_its_own_price_and_what_is_paid_once_goes_on_whole(
    dearer_start: Town,
) -> None:
    town = dearer_start
    town.set_up_terry()
    booking, visits = series(town, Way.CARD_NOW)
    town.clock.set(visits[0].starts_at - timedelta(hours=18))
    town.later(timedelta(0))
    assert call_off(town, visits[0]) == 850
    assert went_back(town) == 850
    see_through(town, booking)
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER) == 850 + 2 * 1700 + SET_UP
    check_books(town)


def test_it_goes_on_from_visit_to_visit_and_falls_with_the_last(dearer_start: Town) -> None:
    town = dearer_start
    booking, visits = series(town, Way.CARD_NOW)
    with town.database.write() as session:  # both before any job has looked
        for visit in visits[:2]:
            cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    town.settle()
    assert prices(town, booking) == [1700, 1700, 1700 + SET_UP]
    assert went_back(town) == 2 * 1700
    check_books(town)
    call_off(town, visits[2])
    assert went_back(town) == 3 * 1700 + SET_UP
    check_books(town)


def test_where_nothing_is_left_of_the_booking_it_is_asked_for_again_by_the_next(dearer_start: Town) -> None:
    town = dearer_start
    booking, _ = series(town, Way.CARD_NOW)
    with town.database.write() as session:
        cancel_booking(session, town.payer, booking.id, 0, now=town.clock.now())
    town.settle()
    assert went_back(town) == 3 * 1700 + SET_UP
    assert town.visits(town.book())[0].price_pence == 1700 + SET_UP


def test_ending_it_all_late_costs_by_the_whole_price_of_the_first_as_it_was_shown(dearer_start: Town) -> None:
    town = dearer_start
    booking, visits = series(town, Way.CARD_NOW)
    town.clock.set(visits[0].starts_at - timedelta(hours=18))
    town.later(timedelta(0))
    with town.database.read() as session:
        ending = look_at_ending(session, town.payer, booking.id, now=town.clock.now())
    assert ending.charge == (1700 + SET_UP) // 2
    with town.database.write() as session:
        cancel_booking(session, town.payer, booking.id, ending.charge, now=town.clock.now())
    town.settle()
    assert went_back(town) == 3 * 1700 + SET_UP - ending.charge
    check_books(town)


def test_who_stands_in_is_not_paid_what_another_asks_once(dearer_start: Town) -> None:
    town = dearer_start
    town.set_up_terry()
    gill = gill_in(town, 2000)
    booking, visits = series(town, Way.CARD_NOW)
    terry_cannot_come(town, visits[0])
    with town.database.write() as session:
        cascade = cascades.cascade_of_visit(session, visits[0].id)
        assert cascade is not None
        (question,) = cascades.questions_of(session, cascade.id)
        assert (question.price_pence, question.dearer_pence) == (2000, 300)  # beside the visit's own price alone
        answer(session, question.id, True, by=town.payer, now=town.clock.now())
        agree_price(session, town.payer, question.id, True, now=town.clock.now())
    town.settle()
    rows = town.visits(booking)
    assert [(one.price_pence, one.provider_id == town.terry.id) for one in rows if one.let_go_at is None] == [
        (2000, False), (1700 + SET_UP, True), (1700, True),
    ]  # fmt: skip
    instead = next(one for one in rows if one.provider_id == gill.provider.id)
    assert town.money(instead).kept == 1700
    assert town.money(visits[1]).kept == 1700 + SET_UP
    assert town.money(instead).to_pay == 300
    assert any("It costs £3 more" in letter.text for letter in town.told("payment.difference"))


def test_where_nobody_came_to_the_first_it_goes_with_the_next(dearer_start: Town) -> None:
    town = dearer_start
    booking, visits = series(town, Way.CARD_NOW)
    town.clock.set(visits[0].ends_at)
    town.later(timedelta(0))
    with town.database.write() as session:
        report_not_arrived(session, town.payer, visits[0].id, now=town.clock.now())
    town.settle()
    assert prices(town, booking) == [1700, 1700 + SET_UP, 1700]
    assert went_back(town) == 1700
    check_books(town)


def test_the_receipt_says_where_it_went_and_still_adds_up(dearer_start: Town) -> None:
    town = dearer_start
    booking, visits = series(town)
    payment = town.pay(booking)
    app = town.open_door()
    browser, page = browser_of(town, app, town.payer), f"/visits/{visits[0].id}/cancel"
    before = browser.get(page).text
    assert "£25. It goes with the next visit" in before
    browser.post(page, {"seen_pence": "0"}, seen_on=page)
    assert "£17 goes back to the card" in browser.get(f"/visits/{visits[0].id}").text
    town.settle()
    with town.database.read() as session:
        shown = receipt(session, payment)
    assert sum(line.pence for line in shown.lines) == payment.pence == 3 * 1700 + SET_UP
    assert [line.pence for line in shown.lines] == [1700 + SET_UP, 1700, 1700]
    assert shown.lines[0].note.startswith("£17 back, £25 goes with the next visit")
    story = browser_of(town, app, town.officers[0]).get(f"/money-desk/{payment.id}").text
    assert "£25, paid once to set things up, goes with the next visit" in story


def test_a_visit_that_was_begun_keeps_what_it_carries(dearer_start: Town) -> None:
    town = dearer_start
    booking, visits = series(town, Way.CARD_NOW)
    town.done(visits[0])
    call_off(town, visits[1])
    assert prices(town, booking) == [1700 + SET_UP, 1700, 1700]
    with town.database.write() as session:
        report_cannot_come(session, town.terry_signed_in, visits[2].id, "ill", now=town.clock.now())
    assert prices(town, booking) == [1700 + SET_UP, 1700, 1700]


def test_a_limited_pot_holds_the_same_sum_before_and_after(dearer_start: Town) -> None:
    """It moves from hold to hold: nothing is free in between, and nothing is asked of the pot anew."""
    town = dearer_start
    booking, visits = series(town)
    assert call_off(town, visits[0]) == 0
    held = town.account_holds()
    assert held == 2 * 1700 + SET_UP
    assert booking.total_pence - held == 1700


def test_a_paid_visit_that_is_moved_is_given_back_and_paid_anew_and_what_is_paid_once_goes_with_it(
    dearer_start: Town,
) -> None:
    town = dearer_start
    town.set_up_terry()
    booking, visits = series(town, Way.CARD_NOW)
    to = NewTime(day=visits[0].day + timedelta(days=1))
    with town.database.write() as session:
        look = look_at_move(session, town.payer, visits[0].id, to, now=town.clock.now())
        assert look.dearer == 0
        asked = ask_to_move(
            session, town.payer, visits[0].id, to, seen_pence=look.run.total, key="move", now=town.clock.now()
        )
    with town.database.write() as session:
        moved = accept(session, town.terry_signed_in, asked.id, now=town.clock.now())
    town.settle()
    assert prices(town, moved) == [1700 + SET_UP]
    assert went_back(town) == 1700
    assert town.pay(moved).pence == 1700
    for one in (moved, booking):
        see_through(town, one)
    assert went_back(town) == 1700
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER) == 3 * 1700 + SET_UP
    check_books(town)
