"""Fees, splits, notice bands and the states of money: to the penny, and in whatever order things are heard."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from market.bookings.rules import EARLIER_TERMS, TERMS, NoticeBand, cancelling_charge, kept_terms, terms_from
from market.payments.rules import (
    DISPUTE_MOVES,
    DISPUTE_WINDOW,
    MOVE_MOVES,
    PAYMENT_MOVES,
    DisputeState,
    MoveState,
    Part,
    PaymentState,
    Way,
    after_hearing,
    dispute_after_hearing,
    fee_of,
    move_after_hearing,
    split,
)
from market.payments.settling.rules import Around, Hold, Step, StepKind, VisitMoney, hold_of, next_steps

PENCE = some.integers(min_value=0, max_value=5_000_000)
POINTS = some.integers(min_value=0, max_value=10_000)
NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)


@given(PENCE, POINTS)
def test_fee_and_what_the_provider_gets_are_the_price_to_the_penny(price: int, points: int) -> None:
    money = VisitMoney(spent=price, charged=price)
    assert money.due(price, points) + money.our_part(price, points) == price
    assert 0 <= fee_of(price, points) <= price


@given(PENCE, PENCE, POINTS)
def test_who_pays_more_never_leaves_the_provider_with_less(one: int, other: int, points: int) -> None:
    low, high = sorted((one, other))
    assert VisitMoney().due(low, points) <= VisitMoney().due(high, points)


def test_no_fee_is_allowed_and_half_a_penny_of_one_rounds_up() -> None:
    assert fee_of(1700, 0) == 0
    assert fee_of(1700, 750) == 128  # 127.5
    with pytest.raises(ValueError):
        fee_of(1700, 10_001)


@given(PENCE, some.lists(PENCE, max_size=6))
def test_a_split_takes_all_it_can_and_no_more_than_each_source_has(wanted: int, have: list[int]) -> None:
    sources = [Part(f"pay_{n}", pence) for n, pence in enumerate(have)]
    parts = split(wanted, sources)
    assert sum(part.pence for part in parts) == min(wanted, sum(have))
    left = {source.of: source.pence for source in sources}
    assert all(0 < part.pence <= left[part.of] for part in parts)
    assert [part.of for part in parts] == sorted(part.of for part in parts)


@given(PENCE, some.integers(min_value=-600, max_value=6000))
def test_more_notice_never_costs_more_and_what_goes_back_and_what_stays_are_the_price(price: int, minutes: int) -> None:
    costs = cancelling_charge(price, NOW + timedelta(minutes=minutes), NOW)
    a_minute_more = cancelling_charge(price, NOW + timedelta(minutes=minutes + 1), NOW)
    assert 0 <= a_minute_more <= costs <= price


@pytest.mark.parametrize(("hours", "costs"), [(24, 0), (23.9, 851), (12, 851), (11.9, 1701), (0, 1701), (-1, 1701)])
def test_the_bands_are_nothing_half_and_all(hours: float, costs: int) -> None:
    assert cancelling_charge(1701, NOW + timedelta(hours=hours), NOW) == costs


def test_a_booking_keeps_the_terms_it_was_made_under() -> None:
    assert terms_from(kept_terms(TERMS)) == TERMS
    assert terms_from([]) == EARLIER_TERMS
    stricter = (NoticeBand(timedelta(days=3), 0), NoticeBand(timedelta(0), 30))
    assert cancelling_charge(1000, NOW + timedelta(days=2), NOW, terms_from(kept_terms(stricter))) == 300


@given(some.permutations(list(PaymentState) * 2))
def test_a_payment_ends_the_same_in_whatever_order_and_however_often_things_are_heard(
    heard: list[PaymentState],
) -> None:
    state = PaymentState.WANTED
    for one in heard:
        state = after_hearing(state, one)
    assert state is PaymentState.PAID


@given(some.sets(some.sampled_from(list(PaymentState))), some.randoms(use_true_random=False))
def test_any_two_orders_of_the_same_news_end_in_the_same_state(heard: set[PaymentState], dice: object) -> None:
    one, other = sorted(heard), sorted(heard, reverse=True)
    ends = set()
    for order in (one, other):
        state = PaymentState.WANTED
        for news in order:
            state = after_hearing(state, news)
        ends.add(state)
    assert len(ends) == 1


@given(some.permutations(list(MoveState) * 2), some.permutations(list(DisputeState)))
def test_moves_end_failed_if_they_ever_failed_and_a_dispute_ends_once(
    moves: list[MoveState], disputes: list[DisputeState]
) -> None:
    state = MoveState.WANTED
    for one in moves:
        state = move_after_hearing(state, one)
    assert state is MoveState.FAILED
    dispute = DisputeState.OPEN
    ends = []
    for heard in disputes:
        dispute = dispute_after_hearing(dispute, heard)
        ends.append(dispute)
    assert ends[-1] == next(one for one in disputes if one is not DisputeState.OPEN)


def test_every_state_is_declared_and_no_machine_goes_in_circles() -> None:
    for moves in (PAYMENT_MOVES, MOVE_MOVES, DISPUTE_MOVES):
        kinds = {type(state) for state in moves}
        assert set(moves) == set(next(iter(kinds)))
        for state, after in moves.items():
            assert all(state not in moves[later] for later in after)  # type: ignore[index]


# What has to happen next


def standing(**facts: object) -> Around:
    ordinary = {"way": Way.CARD_NOW, "starts_at": NOW, "provider_ready": True}
    return Around(**ordinary | facts)  # type: ignore[arg-type]


@some.composite
def visit_moneys(draw: some.DrawFn) -> VisitMoney:
    """Sums as they can stand: never more back, away or on than was charged; what went by bank went on at once."""
    by_bank = draw(some.sampled_from([0, 0, draw(PENCE)]))
    by_card = draw(PENCE)
    refunded = draw(some.integers(0, by_card))
    withdrawn = draw(some.integers(0, by_card - refunded))
    lost = draw(some.integers(0, withdrawn))
    borne = draw(some.integers(0, lost))
    sent = by_bank + draw(some.integers(0, by_card))
    spent = by_bank + draw(PENCE)
    return VisitMoney(
        draw(PENCE), spent, by_bank + by_card, 0, refunded, withdrawn, sent, 0, lost, borne, 0, by_bank
    )  # fmt: skip


def after(money: VisitMoney, steps: Sequence[Step]) -> VisitMoney:
    """How a visit stands once these steps were done."""
    done = {step.kind: step.pence for step in steps}
    sent = money.sent + done.get(StepKind.SEND, 0) + done.get(StepKind.NET, 0) - done.get(StepKind.REVERSE, 0)
    refunded, fee = money.refunded + done.get(StepKind.REFUND, 0), money.fee + done.get(StepKind.FEE, 0)
    return replace(money, refunded=refunded, sent=sent, fee=fee)


@given(visit_moneys(), POINTS)
def test_after_its_steps_a_visit_is_settled_and_all_the_money_is_somewhere(money: VisitMoney, points: int) -> None:
    around = standing(fee_points=points, spent_at=NOW - timedelta(days=30))
    steps = next_steps(money, around, NOW)
    then = after(money, steps)
    assert then.kept <= max(then.owed, money.kept if money.kept <= money.owed else then.owed)
    assert all(step.pence > 0 for step in steps if step.kind is not StepKind.FEE)
    if not money.unborne:
        assert then.sent + then.fee <= max(then.kept, 0)
    assert next_steps(then, around, NOW) == ()


@given(visit_moneys(), POINTS)
def test_nothing_is_taken_from_a_provider_before_a_person_has_said_who_bears_a_loss(
    money: VisitMoney, points: int
) -> None:
    steps = next_steps(money, standing(fee_points=points, spent_at=NOW - timedelta(days=30)), NOW)
    if money.unborne:
        assert {step.kind for step in steps} <= {StepKind.REFUND}


@given(visit_moneys())
def test_a_payer_is_never_asked_again_for_what_a_bank_looks_into_or_took_back_for_a_visit_that_was_done(
    money: VisitMoney,
) -> None:
    paid = money.charged - money.refunded
    if money.spent <= paid and not money.held:
        assert money.to_pay == 0


@given(some.lists(some.tuples(PENCE, some.integers(0, 100)), max_size=12), POINTS)
def test_what_a_provider_owes_is_netted_to_the_penny_however_many_visits_it_takes(
    visits: list[tuple[int, int]], points: int
) -> None:
    """Each visit is done, paid and sent; then some share of it is given back, and cannot be fetched."""
    owes = reached = earned = netted_in_all = failed = 0
    for price, percent in visits:
        money = VisitMoney(spent=price, charged=price)
        facts = standing(fee_points=points, spent_at=NOW - timedelta(days=30), provider_owes=owes)
        steps = next_steps(money, facts, NOW)
        done = {step.kind: step.pence for step in steps}
        sent, against = done.get(StepKind.SEND, 0), done.get(StepKind.NET, 0)
        assert against == min(owes, sent + against)  # nothing is sent while anything is owed
        owes, reached, netted_in_all = owes - against, reached + sent, netted_in_all + against
        money = after(money, steps)
        given = price * percent // 100
        money = replace(money, spent=price - given)
        back = {step.kind: step.pence for step in next_steps(money, facts, NOW)}
        owes, failed = owes + back.get(StepKind.REVERSE, 0), failed + back.get(StepKind.REVERSE, 0)
        earned += money.due(price - given, points)
    assert owes >= 0
    assert failed == netted_in_all + owes
    assert reached == earned + owes  # what reached them is what they earned, and what they still owe


@given(visit_moneys())
def test_nothing_moves_while_a_bank_looks_into_it(money: VisitMoney) -> None:
    assert next_steps(money, standing(dispute_open=True, spent_at=NOW - timedelta(days=30)), NOW) == ()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"dispute_open": True}, Hold.DISPUTED),
        ({"said_wrong": True}, Hold.SAID_WRONG),
        ({"spent_at": NOW - DISPUTE_WINDOW + timedelta(seconds=1)}, Hold.WINDOW),
        ({"sending_failed": True}, Hold.FAILED),
        ({"provider_ready": False}, Hold.NOT_SET_UP),
        ({}, None),
    ],
)
def test_why_a_providers_money_waits(facts: dict[str, object], why: Hold | None) -> None:
    money = VisitMoney(spent=1700, charged=1700)
    assert hold_of(money, standing(**{"spent_at": NOW - timedelta(days=5)} | facts), NOW) is why


def test_our_fee_is_taken_of_what_came_by_card_alone() -> None:
    money = VisitMoney(spent=1700, charged=1700, sent=700, by_bank=700)
    around = standing(fee_points=1000, spent_at=NOW - timedelta(days=5))
    assert next_steps(money, around, NOW) == (Step(StepKind.SEND, 900), Step(StepKind.FEE, 100))


def test_money_that_was_not_paid_is_not_sent() -> None:
    money = VisitMoney(spent=1700, charged=1699)
    around = standing(spent_at=NOW - timedelta(days=5))
    assert hold_of(money, around, NOW) is Hold.NOT_PAID
    assert next_steps(money, around, NOW) == ()


def test_a_card_is_charged_two_days_before_and_not_before_nor_after_it_said_no() -> None:
    money, card = VisitMoney(held=1700), {"way": Way.CARD_EACH, "has_card": True}
    near = standing(starts_at=NOW + timedelta(days=2), **card)
    assert next_steps(money, near, NOW) == (Step(StepKind.CHARGE, 1700),)
    assert next_steps(money, standing(starts_at=NOW + timedelta(days=2, seconds=1), **card), NOW) == ()
    assert next_steps(money, standing(starts_at=NOW, charge_failed=True, **card), NOW) == ()
    assert next_steps(VisitMoney(held=1700, charging=1700), near, NOW) == ()
