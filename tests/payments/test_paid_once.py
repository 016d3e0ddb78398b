"""What is paid once, to set things up, is charged once: not for each visit, nor by each booking."""

from datetime import timedelta

import pytest

from market.bookings.answering import accept
from market.payments.paying import bill_for
from market.payments.rules import DISPUTE_WINDOW, MoveKind, Way
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
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
