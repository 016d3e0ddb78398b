"""Disputes over HTTP: made, won and lost behind the pretend Stripe, told by webhooks to the application, seen on its pages."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette

from market.core.actor import Actor
from market.core.database import insert_once
from market.payments.errors import MoreThanPaid
from market.payments.refunding import ask_refund
from market.payments.rules import DISPUTE_WINDOW, DisputeState, MoveKind, PaymentState, Way
from market.payments.tables import Dispute, Payment
from market.people.tables import Account
from tests.payments.test_flows import check_books
from tests.payments.town import Town
from tests.web.browser import Browser, browser_on


@pytest.fixture
def app(town: Town) -> Starlette:
    """The application, and everything Stripe says comes in at its door."""
    return town.open_door()


def browser_of(town: Town, app: Starlette, actor: Actor) -> Browser:
    browser = browser_on(app, town.database, town.clock)
    with town.database.read() as session:
        account = session.get_one(Account, actor.account_id)
    browser.sign_in(account)
    return browser


def dispute(town: Town, payment: Payment) -> str:
    """The payer's bank asks for a payment back. The dispute's id."""
    town.behind(str(payment.charge_ref), "dispute")
    return str(town.at_stripe("dispute")[0]["id"])


def money_page(town: Town, app: Starlette) -> str:
    return browser_of(town, app, town.terry_signed_in).get("/work/money").text


def test_while_a_bank_looks_into_it_money_is_held_and_the_provider_reads_why(town: Town, app: Starlette) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking)
    town.done(visit)
    dispute(town, payment)
    town.later(timedelta(days=5))
    assert town.moves() == []
    assert town.money(visit).withdrawn == 1700
    shown = money_page(town, app)
    assert "Held: the payer’s bank is looking into the payment" in shown
    assert "You need do nothing" in shown
    assert "We hold the money until the bank has decided" in town.told("payment.disputed")[0].text
    story = browser_of(town, app, town.officers[0]).get(f"/money-desk/{payment.id}").text
    assert "A bank asks for the money back" in story
    assert "The bank looks into it" in story
    assert (
        browser_of(town, app, town.payer).get(f"/bookings/{booking.id}/pay").text.count("There is nothing to pay now")
    )
    check_books(town)


def test_a_dispute_that_is_won_lets_the_money_go_on(town: Town, app: Starlette) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    disputed = dispute(town, town.pay(booking))
    town.done(visit)
    town.later(timedelta(days=5))
    town.behind(disputed, "won")
    assert [one.kind for one in town.moves()] == [MoveKind.TRANSFER]
    assert town.money(visit).kept == 1700
    assert "Paid to you on" in money_page(town, app)
    assert any("What we held is sent to you" in one.text for one in town.told("payment.disputed"))
    check_books(town)


@pytest.mark.parametrize(
    ("bearer", "button"), [("us", "We bear it: pay the provider"), ("provider", "The provider bears it")]
)
def test_what_is_lost_waits_for_an_officer_who_says_who_bears_it_and_the_ledger_says_so_too(
    town: Town, app: Starlette, bearer: str, button: str
) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking)
    town.done(visit)
    disputed = dispute(town, payment)
    town.behind(disputed, "lost")
    town.later(timedelta(days=5))
    assert town.moves() == []
    assert "the payer’s bank took this money back" in money_page(town, app)
    officer = browser_of(town, app, town.officers[0])
    assert "A bank took £17 back: who bears it?" in officer.get("/money-desk").text
    page = f"/money-desk/{payment.id}"
    assert button in officer.get(page).text
    for _ in range(2):
        officer.post(f"/money-desk/disputes/{disputed}/bear", {"bearer": bearer}, seen_on=page)
    town.settle()
    assert "who bears it?" not in officer.get("/money-desk").text
    story = officer.get(page).text
    assert "An officer said who bears what the bank took" in story
    assert "The payer keeps the money" in story
    assert ("We bear it: the provider is paid" if bearer == "us" else "The provider bears it") in story
    assert "Taken back by the bank" in officer.get("/money-desk").text
    if bearer == "us":
        assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.TRANSFER, 1700)]
        assert town.account_balance("losses:") == -1700
        assert "Paid to you on" in money_page(town, app)
    else:
        assert town.moves() == []
        assert town.account_balance("losses:") == 0
        assert town.account_balance(f"provider:{town.terry.id}") == 0
        assert "Not paid: the payer’s bank took this money back for good" in money_page(town, app)
    assert town.money(visit).to_pay == 0
    with pytest.raises(MoreThanPaid), town.database.write() as session:  # the payer has it back already
        ask_refund(session, town.officers[0], visit.id, 1, "So.", limit=5000, now=town.clock.now())
    check_books(town)


def test_a_loss_after_the_provider_was_paid_takes_nothing_from_them_until_it_is_decided(
    town: Town, app: Starlette
) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    disputed = dispute(town, payment)
    assert "Paid to you. The payer’s bank is looking into the payment now" in money_page(town, app)
    town.behind(disputed, "lost")
    town.later(timedelta(days=1))
    assert [one.kind for one in town.moves()] == [MoveKind.TRANSFER]
    officer = browser_of(town, app, town.officers[0])
    officer.post(f"/money-desk/disputes/{disputed}/bear", {"bearer": "provider"}, seen_on=f"/money-desk/{payment.id}")
    town.settle()
    assert [(one.kind, one.pence) for one in town.moves()][1:] == [(MoveKind.REVERSAL, 1700)]
    assert town.money(visit).sent == 0
    check_books(town)


def test_a_bank_that_took_a_payment_back_is_not_answered_with_another_charge(town: Town, app: Starlette) -> None:
    booking = town.book(days=("TH",), weeks=1)
    first, second = town.visits(booking)
    payment = town.pay(booking, way=Way.CARD_EACH)
    disputed = dispute(town, payment)
    town.done(first)
    town.behind(disputed, "lost")
    town.clock.set(second.starts_at - timedelta(days=1))
    town.later(timedelta(0))
    town.sweep()
    assert len(town.at_stripe("charge")) == 1
    payments = browser_of(town, app, town.payer).get(f"/people/{town.nell.id}/payments").text
    assert "What comes next" not in payments
    assert "£17 to pay" in payments
    shown = browser_of(town, app, town.payer).get(f"/bookings/{booking.id}/pay").text
    assert "How would you like to pay?" in shown
    assert shown.count("£17") >= 1
    assert town.money(first).to_pay == 0
    again = town.pay(booking, way=Way.CARD_NOW)
    assert (again.state, again.pence) == (PaymentState.PAID, 1700)
    check_books(town)


def test_a_visit_still_to_come_whose_payment_was_lost_can_be_paid_again(town: Town, app: Starlette) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.behind(dispute(town, town.pay(booking)), "lost")
    assert town.money(visit).to_pay == 1700
    town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.TRANSFER, 1700)]
    assert "who bears it?" not in browser_of(town, app, town.officers[0]).get("/money-desk").text
    check_books(town)


def test_however_often_a_dispute_is_heard_of_it_was_opened_once(town: Town, app: Starlette) -> None:
    town.set_up_terry()
    payment = town.pay(town.book())
    dispute_id = dispute(town, payment)
    with town.database.write() as session:
        opened = {"id": dispute_id, "payment_id": payment.id, "pence": 0, "opened_at": town.clock.now()}
        assert not insert_once(session, Dispute, **opened, reason="", state=DisputeState.OPEN)
    town.served.pretend.bank.end_dispute(dispute_id, won=True)
    town.later(timedelta(days=1))
    assert (town.happened("payment.disputed"), town.happened("payment.dispute_ended")) == (1, 1)
