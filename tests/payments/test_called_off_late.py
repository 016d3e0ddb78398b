"""Called off between 12 and 24 hours before: half is paid and half goes back, by page and by chat, shown before it is done."""

from datetime import timedelta

import pytest

from bot.understanding import understand
from market.bookings.tables import Visit
from market.chat.terminal import Terminal, sit_down
from market.chat.turns import ChatServices
from market.payments.rules import DISPUTE_WINDOW, MoveKind
from market.search.live import LiveIndex
from tests.chat.county import labels, texts
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books
from tests.payments.town import Town


@pytest.fixture
def tomorrow(town: Town) -> Visit:
    """A visit that was paid by card, eighteen hours before it begins."""
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.starts_at - timedelta(hours=18))
    town.later(timedelta(0))
    return visit


def terminal(town: Town) -> Terminal:
    services = ChatServices(town.settings, LiveIndex(), understand)
    return sit_down(
        town.database, town.clock, lambda _database, _clock: town.worker, services, who="customer-self-funder"
    )


def check_half(town: Town, visit: Visit) -> None:
    town.settle()
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 850)]
    assert any("£8.50 is on its way back to your card" in letter.text for letter in town.told("payment.refunded"))
    town.later(DISPUTE_WINDOW)
    assert [(one.kind, one.pence) for one in town.moves()][1:] == [(MoveKind.TRANSFER, 850)]
    assert town.money(visit).kept == town.money(visit).owed == 850
    check_books(town)


def test_by_page(town: Town, tomorrow: Visit) -> None:
    browser, address = browser_of(town, town.open_door(), town.payer), f"/visits/{tomorrow.id}/cancel"
    shown = browser.get(address).text
    assert shown.count("£8.50") >= 2  # what it costs, and what goes back
    browser.post(address, {"seen_pence": "850"}, seen_on=address)
    assert "£8.50 goes back to the card" in browser.get(f"/visits/{tomorrow.id}").text
    check_half(town, tomorrow)


def test_by_page_at_a_charge_that_was_not_seen_nothing_is_called_off(town: Town, tomorrow: Visit) -> None:
    browser, address = browser_of(town, town.open_door(), town.payer), f"/visits/{tomorrow.id}/cancel"
    assert browser.post(address, {"seen_pence": "0"}, seen_on=address).status_code == 409
    town.settle()
    assert town.moves() == []


def test_by_chat(town: Town, tomorrow: Visit) -> None:
    nell = terminal(town)
    came = nell.take("please cancel the visit tomorrow")
    assert "It will cost £8.50" in texts(came)
    nell.take(f"[{labels(came)[0]}]")
    check_half(town, tomorrow)


@pytest.mark.parametrize("said", ["how do I pay?", "pay"])
def test_in_chat_pay_gives_a_private_link_and_the_sum(town: Town, said: str) -> None:
    booking = town.book()
    came = terminal(town).take(said)
    assert "£17" in texts(came)
    assert f"/bookings/{booking.id}/pay" in str(came)
    town.pay(booking)
    assert f"/bookings/{booking.id}/pay" not in str(terminal(town).take(said))
