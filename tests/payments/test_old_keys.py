"""Stripe forgets a key after a day. What was asked longer ago is looked for before it is asked again: never charged twice."""

from datetime import timedelta

import pytest

from market.bookings.tables import Booking, Visit
from market.bookings.visiting import cancel_visit
from market.payments.cards import CardOrder
from market.payments.pretend.bank import KEYS_LAST
from market.payments.pretend.faults import Fault
from market.payments.queries import card, payments_of
from market.payments.rules import KEY_LASTS, MoveState, PaymentState, Way
from market.payments.tables import Payment
from tests.payments.test_flows import check_books
from tests.payments.town import Town


def near_the_second_visit(town: Town) -> tuple[Booking, Visit]:
    """A series by a kept card, just before the card is charged for its second visit."""
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.clock.set(second.starts_at - timedelta(days=2))
    town.served.clock.set(town.clock.now())
    return booking, second


def cut_off(town: Town) -> None:
    """The next asking is done, its answer is lost, no webhook comes, and Stripe is away for more than a day."""
    faults = town.served.pretend.faults
    faults.drop = 1.0
    faults.queue.append(Fault.AFTER)
    town.run()
    faults.always = Fault.BEFORE
    for _ in range(9):
        town.later(timedelta(hours=3))
        town.sweep()
    faults.always = None


def test_our_keys_are_given_up_before_stripe_forgets_them() -> None:
    assert timedelta(seconds=KEYS_LAST) > KEY_LASTS


def test_a_charge_whose_answer_was_lost_is_found_by_the_night_and_made_once(town: Town) -> None:
    _, second = near_the_second_visit(town)
    cut_off(town)
    assert len(town.at_stripe("charge")) == 2
    for _ in range(3):
        town.later(timedelta(minutes=30))
        town.sweep()
    assert len(town.at_stripe("charge")) == 2  # its key is forgotten by now, so it is not asked again
    assert town.money(second).charged == 0
    assert any(one.startswith("Put right: Stripe took £17") for one in town.differences())
    town.settle()
    assert town.money(second).kept == 1700
    assert len(town.at_stripe("charge")) == 2
    check_books(town)


def test_a_charge_that_was_never_made_is_asked_anew_after_the_night_has_looked(town: Town) -> None:
    _, second = near_the_second_visit(town)
    town.served.pretend.faults.always = Fault.BEFORE
    for _ in range(9):
        town.later(timedelta(hours=3))
        town.sweep()
    town.served.pretend.faults.none_any_more()
    town.later(timedelta(minutes=30))
    town.sweep()
    assert len(town.at_stripe("charge")) == 1
    assert town.differences() == ()
    town.later(timedelta(minutes=5))
    town.sweep()
    assert len(town.at_stripe("charge")) == 2
    assert town.money(second).kept == 1700
    check_books(town)


def test_a_refund_whose_answer_was_lost_is_made_once_too(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    while town.moves() == []:
        town.worker.run_one()
    cut_off(town)
    town.later(timedelta(minutes=30))
    town.sweep()
    town.differences()
    town.settle()
    assert [one.state for one in town.moves()] == [MoveState.DONE]
    assert len(town.at_stripe("refund")) == 1
    check_books(town)


def test_the_control_the_same_key_after_a_day_charges_again(town: Town) -> None:
    """What the rule is for: the pretend Stripe forgets as the real one does."""
    booking, _ = near_the_second_visit(town)
    cut_off(town)
    with town.database.read() as session:
        waiting: Payment = next(one for one in payments_of(session, booking.id) if one.state is PaymentState.WANTED)
        kept = card(session, waiting.card_id or "")
    town.cards.charge(CardOrder(waiting.id, 1700, kept.customer_ref, kept.method_ref, "Again"))
    assert len(town.at_stripe("charge")) == 3
    assert any("times" in one for one in town.differences())


@pytest.mark.parametrize("hours", [1, 22])
def test_a_young_key_is_simply_used_again(town: Town, hours: int) -> None:
    _, second = near_the_second_visit(town)
    faults = town.served.pretend.faults
    faults.drop = 1.0
    faults.queue.append(Fault.AFTER)
    town.run()
    town.later(timedelta(hours=hours))
    town.sweep()
    assert len(town.at_stripe("charge")) == 2
    assert town.money(second).kept == 1700
    check_books(town)
