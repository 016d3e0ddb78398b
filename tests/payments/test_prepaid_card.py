"""A council's pre-paid card is simply a card: the pot says which card pays, and the pot has a limit."""

from datetime import timedelta

import pytest

from market.bookings.visiting import cancel_visit, charge_for_cancelling
from market.budgets import queries as pots
from market.budgets.errors import BudgetExceeded
from market.budgets.rules import PotKind
from market.payments import queries
from market.payments.rules import DISPUTE_WINDOW, MoveKind, Way
from tests.factories import county
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books
from tests.payments.town import Town


@pytest.fixture
def prepaid(town: Town) -> Town:
    """Nell has £100 of the council's on a card of its own, beside her own money."""
    with town.database.write() as session:
        town.pot = county.pot(session, town.nell, 10_000, town.clock.now(), PotKind.PREPAID_CARD)
    return town


def free(town: Town) -> int:
    with town.database.read() as session:
        return pots.balance_of(session, town.pot.id).free


def test_visits_of_a_pre_paid_card_are_paid_by_it_from_end_to_end(prepaid: Town) -> None:
    town = prepaid
    town.set_up_terry()
    booking = town.book(days=("TH",), weeks=1)
    first, second = town.visits(booking)
    assert free(town) == 10_000 - 3400
    assert "£34" in town.told("payment.requested")[0].text
    town.pay(booking, way=Way.CARD_EACH)
    with town.database.read() as session:
        (kept,) = queries.cards_of(session, town.nell.id)
        assert kept.pot_id == town.pot.id
    town.clock.set(second.starts_at - timedelta(days=2))
    town.later(timedelta(0))
    assert [town.money(one).kept for one in (first, second)] == [1700, 1700]
    town.done(second)
    town.later(DISPUTE_WINDOW)
    with town.database.read() as session:
        rows = queries.payments_of(session, booking.id)
    assert {row.pot_id for row in rows} == {town.pot.id}
    assert [one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER] == [1700]
    check_books(town)


def test_the_page_and_the_receipt_say_which_card_pays(prepaid: Town) -> None:
    booking = prepaid.book()
    browser = browser_of(prepaid, prepaid.open_door(), prepaid.payer)
    assert "Use the card of: Direct payment on a card." in browser.get(f"/bookings/{booking.id}/pay?way=card_now").text
    payment = prepaid.pay(booking)
    assert "Direct payment on a card" in browser.get(f"/payments/{payment.id}").text


def test_what_is_called_off_goes_back_to_the_card_and_is_free_in_the_pot_again(prepaid: Town) -> None:
    town = prepaid
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.starts_at - timedelta(hours=20))
    town.later(timedelta(0))
    with town.database.write() as session:
        costs = charge_for_cancelling(session, visit, town.clock.now())
        cancel_visit(session, town.payer, visit.id, costs, now=town.clock.now())
    town.settle()
    assert costs == 850
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 850)]
    assert free(town) == 10_000 - 850
    check_books(town)


def test_more_than_is_on_the_card_cannot_be_booked(prepaid: Town) -> None:
    town = prepaid
    with pytest.raises(BudgetExceeded):
        town.book(days=("TH",), weeks=8)
    assert town.pay(town.book(days=("TH",), weeks=4)).pence == 5 * 1700
