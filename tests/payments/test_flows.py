"""Each flow of money from end to end, over HTTP to the pretend Stripe, on both databases. Every one ends with clean books."""

from dataclasses import replace
from datetime import timedelta

import pytest

from market.bookings.answering import decline
from market.bookings.visiting import cancel_visit, charge_for_cancelling
from market.payments.handlers import handlers
from market.payments.paying import bill_for, start_payment
from market.payments.queries import cards_of, locked_plan
from market.payments.reconciling.rules import differences
from market.payments.reconciling.service import ours_since
from market.payments.refunding import agree_refund, ask_refund, send_all_the_same, try_again
from market.payments.rules import DISPUTE_WINDOW, MoveKind, MoveState, PaymentState, Way
from market.payments.saved import stop_card
from market.payments.settling.reading import money_of
from market.payments.visit_money import say_wrong
from tests.payments.town import Town

pytestmark = pytest.mark.usefixtures("pretend")


def check_books(town: Town) -> None:
    """Stripe, our rows and the ledger say the same, and nothing hangs in the air."""
    assert town.differences() == ()
    assert town.stripe_balance() == town.ledger_balance()
    assert town.stripe_costs() == town.account_balance("stripe:") == -town.account_balance("costs:")
    assert town.open_rail_holds() == []


def test_one_visit_is_paid_done_and_sent_on_after_two_days(town: Town) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking)
    assert payment.state is PaymentState.PAID
    assert town.money(visit).kept == 1700
    town.done(visit)
    assert town.moves() == []
    town.later(DISPUTE_WINDOW - timedelta(minutes=1))
    assert town.moves() == []
    town.later(timedelta(minutes=1))
    (sent,) = town.moves()
    assert (sent.kind, sent.state, sent.pence) == (MoveKind.TRANSFER, MoveState.DONE, 1700)
    assert len(town.told("payment.received")) == 1
    assert len(town.told("payment.transfer")) == 1
    check_books(town)
    assert town.stripe_balance() == 0


def test_the_payer_is_asked_when_the_provider_says_yes(town: Town) -> None:
    town.book()
    (letter,) = town.told("payment.requested")
    assert "£17 to pay" in letter.text


def test_a_visit_called_off_in_time_goes_back_whole(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
        # In the very transaction of the cancelling, the money is owed back: whatever runs afterwards.
        assert money_of(session, visit).to_give_back == 1700
    town.settle()
    (back,) = town.moves()
    assert (back.kind, back.state, back.pence) == (MoveKind.REFUND, MoveState.DONE, 1700)
    assert len(town.told("payment.refunded")) == 1
    check_books(town)


@pytest.mark.parametrize(
    ("notice", "costs"),
    [
        (timedelta(hours=24), 0),
        (timedelta(hours=23, minutes=59), 850),
        (timedelta(hours=12), 850),
        (timedelta(hours=11), 1700),
    ],
)
def test_late_cancelling_costs_what_its_band_says_and_the_provider_gets_it(
    town: Town, notice: timedelta, costs: int
) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.starts_at - notice)
    town.later(timedelta(0))
    with town.database.write() as session:
        assert charge_for_cancelling(session, visit, town.clock.now()) == costs
        cancel_visit(session, town.payer, visit.id, costs, now=town.clock.now())
    town.settle()
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.REFUND) == 1700 - costs
    town.later(DISPUTE_WINDOW)
    assert sum(one.pence for one in town.moves() if one.kind is MoveKind.TRANSFER) == costs
    check_books(town)


def test_a_request_that_is_declined_after_it_was_paid_goes_back(town: Town) -> None:
    booking = town.book(accepted=False)
    town.pay(booking)
    with town.database.write() as session:
        decline(session, town.terry_signed_in, booking.id, "", now=town.clock.now())
    town.settle()
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 1700)]
    check_books(town)


def test_a_card_that_succeeds_after_the_hold_has_run_out_goes_back_by_itself_and_both_are_told(town: Town) -> None:
    booking = town.book(accepted=False)
    town.clock.set(booking.answer_by - timedelta(minutes=5))
    town.later(timedelta(0))
    payment = town.start(booking)
    assert payment.page_ref
    town.later(timedelta(minutes=10))
    town.served.pretend.bank.pay_page(payment.page_ref, "accepted")
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    assert [(one.kind, one.state, one.pence) for one in town.moves()] == [(MoveKind.REFUND, MoveState.DONE, 1700)]
    letters = town.told("payment.came_late")
    assert len(letters) == 2
    assert town.told("payment.received") == []
    check_books(town)


def test_a_declined_card_takes_nothing_and_another_may_be_tried(town: Town) -> None:
    booking = town.book()
    payment = town.start(booking)
    assert payment.page_ref
    assert town.served.pretend.bank.pay_page(payment.page_ref, "declined") == "declined"
    town.settle()
    assert town.payment(payment.id).state is PaymentState.OPEN
    assert town.served.pretend.bank.pay_page(payment.page_ref, "accepted") == "paid"
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    check_books(town)


def test_two_presses_and_two_tabs_make_one_payment(town: Town) -> None:
    booking = town.book()
    first, again = town.start(booking), town.start(booking)
    assert first.id == again.id
    assert len(town.at_stripe("checkout.session")) == 1


def test_another_way_closes_the_first_page_and_a_card_used_there_all_the_same_goes_back(town: Town) -> None:
    booking = town.book(days=("TH",), weeks=2)
    first = town.start(booking)
    bank = town.served.pretend.bank
    assert first.page_ref
    bank.pay_page(first.page_ref, "accepted")  # its webhook is still on its way
    with town.database.write() as session:
        start_payment(session, town.payer, booking.id, Way.CARD_EACH, 1700, agreed=True, now=town.clock.now())
    town.run()
    (second,) = [one for one in bank.all("checkout.session") if one["status"] == "open"]
    bank.pay_page(str(second["id"]), "accepted")
    town.settle()
    paid = sum(one["amount"] for one in bank.all("charge"))
    owed = sum(town.money(visit).owed for visit in town.visits(booking))
    kept = sum(town.money(visit).kept for visit in town.visits(booking))
    assert paid > owed
    assert kept == owed
    check_books(town)


def test_a_series_pays_the_first_visit_now_and_each_other_two_days_before(town: Town) -> None:
    booking = town.book(days=("TH",), weeks=2)
    first, second, third = town.visits(booking)
    payment = town.pay(booking, way=Way.CARD_EACH)
    assert payment.pence == 1700
    assert [town.money(one).kept for one in (first, second, third)] == [1700, 0, 0]
    town.clock.set(second.starts_at - timedelta(days=2, minutes=1))
    town.later(timedelta(0))
    assert town.money(second).kept == 0
    town.later(timedelta(minutes=1))
    assert [town.money(one).kept for one in (first, second, third)] == [1700, 1700, 0]
    town.later(timedelta(days=7))
    assert town.money(third).kept == 1700
    assert len(town.told("payment.received")) == 3
    check_books(town)


@pytest.mark.parametrize(
    ("kind", "state"), [("challenged", PaymentState.NEEDS_PAYER), ("declined_later", PaymentState.DECLINED)]
)
def test_a_saved_card_that_does_not_pay_is_said_once_and_paid_on_the_page_instead(
    town: Town, kind: str, state: PaymentState
) -> None:
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, kind, Way.CARD_EACH, said_yes=True if kind == "challenged" else None)
    town.clock.set(second.starts_at - timedelta(days=2))
    town.later(timedelta(0))
    town.sweep()
    town.later(timedelta(hours=3))
    assert len(town.told("payment.not_taken")) == 1
    with town.database.read() as session:
        bill = bill_for(session, town.payer, booking.id, now=town.clock.now())
        assert bill.in_all == 1700
    town.pay(booking, "accepted", Way.CARD_NOW)
    assert town.money(second).kept == 1700
    check_books(town)


def test_a_stopped_card_is_charged_no_more_and_stripe_forgets_it(town: Town) -> None:
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    with town.database.write() as session:
        (card,) = cards_of(session, town.nell.id)
        stop_card(session, town.payer, card.id, now=town.clock.now())
        stop_card(session, town.payer, card.id, now=town.clock.now())
    town.clock.set(second.starts_at - timedelta(days=1))
    town.later(timedelta(0))
    town.sweep()
    assert town.money(second).charged == 0
    assert [one["customer"] for one in town.at_stripe("payment_method")] == [None]
    check_books(town)


def test_money_waits_until_the_provider_says_where_to_be_paid(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    town.later(timedelta(days=5))
    assert town.moves() == []
    town.set_up_terry()
    assert [(one.kind, one.state) for one in town.moves()] == [(MoveKind.TRANSFER, MoveState.DONE)]
    check_books(town)


def set_fee(town: Town, points: int) -> None:
    """The installation's setting for our fee, from now on."""
    settings = town.served.settings(platform_fee_points=points)
    town.worker._handlers = {**town.worker._handlers, **handlers(settings, town.cards)}


def test_a_fee_stays_inside_the_price(town: Town) -> None:
    set_fee(town, 750)
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert town.money(visit).fee == 128
    assert [one.pence for one in town.moves()] == [1572]
    check_books(town)
    assert town.stripe_balance() == 128


@pytest.mark.parametrize("later", [0, 2000])
def test_a_fee_is_frozen_when_the_booking_is_asked_for_whatever_is_set_later(town: Town, later: int) -> None:
    set_fee(town, 750)
    town.set_up_terry()
    paid_before, paid_after = town.book(), town.book()
    town.pay(paid_before)
    set_fee(town, later)
    town.pay(paid_after)
    (first,), (second,) = town.visits(paid_before), town.visits(paid_after)
    for visit in (first, second):
        town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert [town.money(visit).fee for visit in (first, second)] == [128, 128]
    assert [one.pence for one in town.moves()] == [1572, 1572]
    with town.database.write() as session:
        ask_refund(session, town.officers[0], first.id, 700, "He left early.", limit=5000, now=town.clock.now())
    town.settle()
    assert town.money(first).fee == 75  # of what is left, by the fee that was frozen
    new = town.book()
    town.pay(new)
    town.done(town.visits(new)[0])
    assert town.money(town.visits(new)[0]).fee == 17 * later // 100
    check_books(town)


def test_a_booking_from_before_fees_were_frozen_takes_the_fee_of_its_next_look_and_keeps_it(town: Town) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    with town.database.write() as session:
        plan = locked_plan(session, booking.id)
        assert plan is not None
        plan.fee_points = None
    set_fee(town, 1000)
    town.pay(booking)
    set_fee(town, 0)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert [one.pence for one in town.moves()] == [1530]
    check_books(town)


def test_what_was_said_to_be_wrong_waits_for_an_officer(town: Town) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    with town.database.write() as session:
        say_wrong(session, town.payer, visit.id, now=town.clock.now())
    town.later(timedelta(days=9))
    assert town.moves() == []
    with town.database.write() as session:
        send_all_the_same(session, town.officers[0], visit.id, now=town.clock.now())
    town.settle()
    assert [one.kind for one in town.moves()] == [MoveKind.TRANSFER]
    check_books(town)


def test_an_officers_refund_after_the_provider_was_paid_is_fetched_back(town: Town) -> None:
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    with town.database.write() as session:
        ask_refund(session, town.officers[0], visit.id, 700, "He left early.", limit=5000, now=town.clock.now())
    town.settle()
    kinds = {one.kind: one.pence for one in town.moves()}
    assert kinds == {MoveKind.TRANSFER: 1700, MoveKind.REVERSAL: 700, MoveKind.REFUND: 700}
    assert town.money(visit).owed == 1000
    check_books(town)


def test_a_refund_above_the_limit_waits_for_a_second_officer(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    first, second = town.officers
    with town.database.write() as session:
        asked = ask_refund(session, first, visit.id, 1200, "Nobody came in time.", limit=1000, now=town.clock.now())
    town.settle()
    assert town.moves() == []
    with town.database.write() as session:
        agree_refund(session, second, asked.id, limit=1000, now=town.clock.now())
        agree_refund(session, second, asked.id, limit=1000, now=town.clock.now())
    town.settle()
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 1200)]
    check_books(town)


def test_a_refund_that_comes_back_from_a_dead_card_waits_for_a_person(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    town.settle()
    (back,) = town.moves()
    town.served.pretend.bank.fail_refund(str(back.outside_ref))
    town.settle()
    town.sweep()
    (failed,) = town.moves()
    assert failed.state is MoveState.FAILED
    assert town.money(visit).to_give_back == 1700
    check_books(town)
    with town.database.write() as session:
        try_again(session, town.officers[0], failed.id, now=town.clock.now())
    town.settle()
    assert town.money(visit).to_give_back == 0
    check_books(town)


def test_what_no_webhook_told_the_sweep_finds_out(town: Town) -> None:
    town.served.pretend.faults.drop = 1.0
    booking = town.book()
    payment = town.start(booking)
    assert payment.page_ref
    town.served.pretend.bank.pay_page(payment.page_ref, "accepted")
    town.settle()
    assert town.payment(payment.id).state is PaymentState.OPEN
    town.later(timedelta(minutes=5))
    town.sweep()
    assert town.payment(payment.id).state is PaymentState.PAID
    check_books(town)


def test_what_neither_webhook_nor_sweep_told_the_night_puts_right_and_says(town: Town) -> None:
    town.served.pretend.faults.drop = 1.0
    booking = town.book()
    payment = town.pay(booking, "disputed")
    assert payment.state is PaymentState.OPEN
    said = town.differences()
    assert any(one.startswith("Put right: Stripe took £17") for one in said)
    assert any("disputes £17" in one for one in said)
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    check_books(town)


def test_a_page_left_alone_lapses_and_its_money_is_free_to_be_asked_again(town: Town) -> None:
    booking = town.book()
    payment = town.start(booking)
    town.later(timedelta(hours=1, minutes=5))
    town.sweep()
    assert town.payment(payment.id).state is PaymentState.LAPSED
    assert town.told("payment.not_taken") == []
    again = town.pay(booking)
    assert again.id != payment.id
    check_books(town)


def test_stripes_own_fee_stands_in_the_ledger_though_it_is_worked_out_later_and_a_wrong_one_is_said(town: Town) -> None:
    bank = town.served.pretend.bank
    payment = town.start(town.book())
    assert payment.page_ref
    bank.pay_page(payment.page_ref, "accepted")
    (charge,) = bank.all("charge")
    worked_out, charge["balance_transaction"] = charge["balance_transaction"], None
    town.settle()
    assert town.account_balance("stripe:") == 0
    charge["balance_transaction"] = worked_out
    assert town.differences() == ()
    assert town.account_balance("stripe:") == 46
    check_books(town)
    with town.database.write() as session:
        since = town.clock.now() - timedelta(days=1)
        ours = ours_since(session, since)
    theirs = town.cards.everything_since(since)
    wrong = replace(theirs, payments=[replace(one, cost=99) for one in theirs.payments])
    assert differences(ours, wrong) == (f"Stripe’s own fee for payment {payment.id} is £0.99; the ledger has £0.46.",)
