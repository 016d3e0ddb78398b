"""Stripe refuses our own key: nobody who pays has failed. All of it waits, staff are told in words, and it goes on by itself."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette

from market.bookings.visiting import cancel_visit
from market.cli.doctor import _key
from market.cli.wiring_up import start
from market.payments.pretend.faults import Fault
from market.payments.queries import cards_of, payments_of
from market.payments.rules import MoveState, PaymentState, Way
from market.payments.saved import stop_card
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books
from tests.payments.town import Town

REFUSED = [Fault.WRONG_KEY, Fault.RESTRICTED_KEY]


@pytest.fixture
def app(town: Town) -> Starlette:
    return town.open_door()


def refuse_the_key(town: Town, fault: Fault, *, for_hours: int) -> None:
    """From now on every asking is refused, and so it goes on for a while, with the sweep going round."""
    town.served.pretend.faults.always = fault
    for _ in range(for_hours * 6):
        town.later(timedelta(minutes=10))
        town.sweep()


def take_the_key_again(town: Town) -> None:
    town.served.pretend.faults.none_any_more()
    for _ in range(3):
        town.later(timedelta(minutes=10))
        town.sweep()


@pytest.mark.parametrize("fault", REFUSED)
def test_a_kept_card_is_charged_once_the_key_is_right_and_nothing_was_ever_marked_as_failed(
    town: Town, fault: Fault
) -> None:
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.clock.set(second.starts_at - timedelta(days=2))
    refuse_the_key(town, fault, for_hours=3)
    with town.database.read() as session:
        states = [one.state for one in payments_of(session, booking.id)]
    assert states == [PaymentState.PAID, PaymentState.WANTED]
    assert town.told("payment.not_taken") == []
    take_the_key_again(town)
    assert town.money(second).kept == 1700
    assert len(town.at_stripe("charge")) == 2
    check_books(town)


def test_a_refund_waits_for_the_key_and_is_made_once(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.served.pretend.faults.always = Fault.WRONG_KEY
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    refuse_the_key(town, Fault.WRONG_KEY, for_hours=3)
    assert [one.state for one in town.moves()] == [MoveState.WANTED]
    assert town.told("payment.officer") == []
    take_the_key_again(town)
    assert [one.state for one in town.moves()] == [MoveState.DONE]
    assert len(town.at_stripe("refund")) == 1
    check_books(town)


def test_staff_and_doctor_say_in_words_what_is_wrong_and_stop_when_it_is_right(town: Town, app: Starlette) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.served.pretend.faults.always = Fault.RESTRICTED_KEY
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    refuse_the_key(town, Fault.RESTRICTED_KEY, for_hours=1)
    url = town.database.engine.url.render_as_string(hide_password=False)
    started = start(town.settings.model_copy(update={"database_url": url}), checked=False)
    officer = browser_of(town, app, town.officers[0])
    shown = officer.get("/money-desk").text
    assert "Stripe does not take our key" in shown
    assert "Nothing is lost" in shown
    assert len(town.told("payment.key_refused")) == len(town.officers)  # once a day, however often it is tried
    (finding,) = _key(started)
    assert not finding.fine
    assert "ALONGSIDE_STRIPE_KEY" in finding.mend
    take_the_key_again(town)
    assert "Stripe does not take our key" not in officer.get("/money-desk").text
    (finding,) = _key(started)
    assert finding.fine


def test_a_payer_on_the_way_to_the_card_page_is_told_that_nothing_was_taken_and_shown_another_way(
    town: Town, app: Starlette
) -> None:
    booking = town.book()
    town.served.pretend.faults.always = Fault.WRONG_KEY
    payment = town.start(booking)
    assert payment.state is PaymentState.WANTED
    browser = browser_of(town, app, town.payer)
    assert browser.get(f"/payments/{payment.id}?to=card").headers["refresh"] == "1"
    town.clock.move(timedelta(minutes=1))
    slow = browser.get(f"/payments/{payment.id}?to=card")
    assert "refresh" not in slow.headers
    assert "Nothing was taken" in slow.text
    assert f'href="/bookings/{booking.id}/pay"' in slow.text
    take_the_key_again(town)
    town.later(timedelta(0))
    assert town.payment(payment.id).state is PaymentState.OPEN


def test_a_provider_is_not_kept_looking_at_a_page_that_turns_for_ever(town: Town, app: Starlette) -> None:
    town.served.pretend.faults.always = Fault.WRONG_KEY
    browser = browser_of(town, app, town.terry_signed_in)
    browser.post("/work/money/set-up", seen_on="/work/money")
    town.run()
    assert "refresh" in browser.get("/work/money?to=stripe").headers
    town.clock.move(timedelta(minutes=1))
    slow = browser.get("/work/money?to=stripe")
    assert "refresh" not in slow.headers
    assert "could not be opened just now" in slow.text
    assert "Go on at Stripe" in slow.text


def test_a_stopped_card_is_forgotten_once_the_key_is_right_however_long_that_took(town: Town) -> None:
    booking = town.book(days=("TH",), weeks=1)
    town.pay(booking, way=Way.CARD_EACH)
    town.served.pretend.faults.always = Fault.WRONG_KEY
    with town.database.write() as session:
        (card,) = cards_of(session, town.nell.id)
        stop_card(session, town.payer, card.id, now=town.clock.now())
    refuse_the_key(town, Fault.WRONG_KEY, for_hours=2)
    assert [bool(one["customer"]) for one in town.at_stripe("payment_method")] == [True]
    take_the_key_again(town)
    assert [one["customer"] for one in town.at_stripe("payment_method")] == [None]
