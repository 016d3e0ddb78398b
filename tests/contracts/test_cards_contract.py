"""One suite for whoever takes cards: the fake in memory, and the gateway over HTTP against the pretend Stripe."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from market.core.clock import StandingClock
from market.payments.cards import (
    AccountOrder,
    CardOrder,
    Cards,
    KeyRefused,
    MoveOrder,
    PageOrder,
    PaymentSeen,
    Rejected,
    TryLater,
)
from market.payments.gateway import StripeCards
from market.payments.pretend.faults import Fault
from market.payments.rules import AccountState, DisputeState, MoveKind, MoveState, PaymentState
from tests.fakes.memory_cards import MemoryCards
from tests.payments.conftest import Served, pretend, stripe_cards, stripe_server  # noqa: F401  (fixtures)


class World(Protocol):
    """What people and banks do, on either side."""

    def pay(self, page_ref: str, kind: str, *, said_yes: bool | None = None) -> str: ...
    def end_dispute(self, dispute_ref: str, *, won: bool) -> None: ...
    def fill_in(self, account_ref: str, *, ready: bool = True) -> None: ...
    def fail_refund(self, refund_ref: str) -> None: ...
    def pay_out(self, account_ref: str, *, arrives: bool = True) -> str: ...


class OverHttp:
    """The same, said to the pretend Stripe."""

    def __init__(self, served: Served) -> None:
        self.bank = served.pretend.bank
        self.end_dispute = self.bank.end_dispute
        self.fill_in = self.bank.fill_in
        self.fail_refund = self.bank.fail_refund

    def pay_out(self, account_ref: str, *, arrives: bool = True) -> str:
        return str(self.bank.pay_out(account_ref, arrives=arrives)["id"])

    def pay(self, page_ref: str, kind: str, *, said_yes: bool | None = None) -> str:
        return self.bank.pay_page(page_ref, kind, said_yes=said_yes)


class Stage:
    """One implementation, with what surrounds it."""

    def __init__(
        self, cards: Cards, world: World, stumble: Callable[[], None], dispute_of: Callable[[str], str]
    ) -> None:
        self.cards, self.world, self.stumble, self.dispute_of = cards, world, stumble, dispute_of

    def page(self, now: datetime, key: str = "pay_1", *, pence: int = 1700, save: bool = False) -> PaymentSeen:
        lines = [("Thursday, 9am to 10am", pence)]
        expires = now + timedelta(hours=1)
        order = PageOrder(key, lines, "https://us.example/back", "https://us.example/no", expires, save_card=save)
        return self.cards.open_page(order)

    def paid(self, now: datetime, kind: str = "accepted", key: str = "pay_1", *, save: bool = False) -> PaymentSeen:
        page = self.page(now, key, save=save)
        assert self.world.pay(page.page_ref, kind) == "paid"
        return self.cards.payment(page_ref=page.page_ref)

    def account(self, *, ready: bool = True) -> str:
        ref = self.cards.open_account(AccountOrder("acc_1", "Terry", "terry@example.org", company=False)).account_ref
        if ready:
            self.world.fill_in(ref)
        return ref


@pytest.fixture(params=["memory", "http"])
def stage(request: pytest.FixtureRequest, clock: StandingClock) -> Stage:
    if request.param == "memory":
        memory = MemoryCards(clock)
        return Stage(memory, memory, memory.stumble, lambda charge: next(iter(memory.disputes)))
    served: Served = request.getfixturevalue("pretend")
    bank, faults = served.pretend.bank, served.pretend.faults
    return Stage(
        request.getfixturevalue("stripe_cards"),
        OverHttp(served),
        lambda: faults.queue.append(Fault.BEFORE),
        lambda charge: str(bank.all("dispute")[0]["id"]),
    )


def test_a_page_is_opened_once_for_each_key_and_knows_whose_it_is(stage: Stage, now: datetime) -> None:
    first, again = stage.page(now), stage.page(now)
    assert (first.state, first.key, first.pence) == (PaymentState.OPEN, "pay_1", 1700)
    assert first.page_address
    assert first.page_ref == again.page_ref


def test_a_card_that_is_accepted_leaves_a_charge_and_keeps_no_card_unless_asked(stage: Stage, now: datetime) -> None:
    paid = stage.paid(now)
    assert paid.state is PaymentState.PAID
    assert paid.charge_ref
    assert paid.intent_ref
    assert paid.card is None
    assert stage.cards.payment(intent_ref=paid.intent_ref).state is PaymentState.PAID


def test_a_declined_card_leaves_the_page_open_for_another(stage: Stage, now: datetime) -> None:
    page = stage.page(now)
    assert stage.world.pay(page.page_ref, "declined") == "declined"
    assert stage.cards.payment(page_ref=page.page_ref).state is PaymentState.OPEN
    assert stage.world.pay(page.page_ref, "accepted") == "paid"
    assert stage.cards.payment(page_ref=page.page_ref).state is PaymentState.PAID


def test_a_challenged_card_is_paid_only_when_its_owner_says_yes(stage: Stage, now: datetime) -> None:
    page = stage.page(now)
    assert stage.world.pay(page.page_ref, "challenged") == "challenge"
    assert stage.cards.payment(page_ref=page.page_ref).state is PaymentState.OPEN
    assert stage.world.pay(page.page_ref, "challenged", said_yes=False) == "declined"
    assert stage.world.pay(page.page_ref, "challenged", said_yes=True) == "paid"


def test_a_closed_page_takes_no_money_and_closing_twice_is_no_trouble(stage: Stage, now: datetime) -> None:
    page = stage.page(now)
    stage.cards.close_page(page.page_ref)
    stage.cards.close_page(page.page_ref)
    assert stage.world.pay(page.page_ref, "accepted") == "expired"
    assert stage.cards.payment(page_ref=page.page_ref).state is PaymentState.LAPSED


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("accepted", PaymentState.PAID),
        ("challenged", PaymentState.NEEDS_PAYER),
        ("declined_later", PaymentState.DECLINED),
    ],
)
def test_a_saved_card_is_charged_while_its_owner_is_away(
    stage: Stage, now: datetime, kind: str, state: PaymentState
) -> None:
    page = stage.page(now, save=True)
    assert stage.world.pay(page.page_ref, kind, said_yes=True if kind == "challenged" else None) == "paid"
    card = stage.cards.payment(page_ref=page.page_ref).card
    assert card is not None
    order = CardOrder("pay_2", 1850, card.customer_ref, card.method_ref, "A visit")
    later, again = stage.cards.charge(order), stage.cards.charge(order)
    assert (later.state, later.pence, later.key) == (state, 1850, "pay_2")
    assert bool(later.refused_why) is (state is not PaymentState.PAID)
    assert later.intent_ref == again.intent_ref
    assert stage.cards.payment(intent_ref=later.intent_ref).state is state


def test_a_forgotten_card_is_not_charged_and_forgetting_twice_is_no_trouble(stage: Stage, now: datetime) -> None:
    card = stage.paid(now, save=True).card
    assert card is not None
    stage.cards.forget_card(card.method_ref)
    stage.cards.forget_card(card.method_ref)
    with pytest.raises(Rejected):
        stage.cards.charge(CardOrder("pay_2", 1850, card.customer_ref, card.method_ref, "A visit"))


def test_money_goes_back_once_for_each_key_and_never_more_than_was_paid(stage: Stage, now: datetime) -> None:
    paid = stage.paid(now)
    order = MoveOrder("mov_1", MoveKind.REFUND, 1000, paid.intent_ref)
    first, again = stage.cards.move(order), stage.cards.move(order)
    assert (first.state, first.pence, first.key) == (MoveState.DONE, 1000, "mov_1")
    assert first.outside_ref == again.outside_ref
    with pytest.raises(Rejected):
        stage.cards.move(MoveOrder("mov_2", MoveKind.REFUND, 701, paid.intent_ref))
    stage.cards.move(MoveOrder("mov_3", MoveKind.REFUND, 700, paid.intent_ref))


def test_a_refund_that_failed_after_all_says_so(stage: Stage, now: datetime) -> None:
    paid = stage.paid(now)
    done = stage.cards.move(MoveOrder("mov_1", MoveKind.REFUND, 1000, paid.intent_ref))
    stage.world.fail_refund(done.outside_ref)
    seen = stage.cards.moved(MoveKind.REFUND, done.outside_ref, paid.intent_ref)
    assert seen.state is MoveState.FAILED
    assert seen.failed_why


def test_money_is_sent_on_only_to_an_account_that_is_ready_and_never_more_than_was_charged(
    stage: Stage, now: datetime
) -> None:
    paid, account = stage.paid(now), stage.account(ready=False)
    assert stage.cards.account(account).state is AccountState.FILLING_IN
    with pytest.raises(Rejected):
        stage.cards.move(MoveOrder("mov_1", MoveKind.TRANSFER, 1700, paid.charge_ref, account))
    stage.world.fill_in(account)
    assert stage.cards.account(account).state is AccountState.READY
    sent = stage.cards.move(MoveOrder("mov_2", MoveKind.TRANSFER, 1700, paid.charge_ref, account))
    assert sent.state is MoveState.DONE
    with pytest.raises(Rejected):
        stage.cards.move(MoveOrder("mov_3", MoveKind.TRANSFER, 1, paid.charge_ref, account))
    fetched = stage.cards.move(MoveOrder("mov_4", MoveKind.REVERSAL, 700, sent.outside_ref))
    assert stage.cards.moved(MoveKind.REVERSAL, fetched.outside_ref, sent.outside_ref).pence == 700
    with pytest.raises(Rejected):
        stage.cards.move(MoveOrder("mov_5", MoveKind.REVERSAL, 1001, sent.outside_ref))


def test_an_account_is_opened_once_and_its_page_leads_somewhere(stage: Stage, now: datetime) -> None:
    assert stage.account() == stage.account()
    page = stage.cards.account_page(stage.account(), back="https://us.example", again="https://us.example", key="l_1")
    assert page.address
    assert page.until > now


@pytest.mark.parametrize(("arrives", "state"), [(True, MoveState.DONE), (False, MoveState.FAILED)])
def test_a_pay_out_says_what_became_of_it_and_only_to_its_own_account(
    stage: Stage, now: datetime, arrives: bool, state: MoveState
) -> None:
    account = stage.account()
    ref = stage.world.pay_out(account, arrives=arrives)
    seen = stage.cards.payout(account, ref)
    assert (seen.state, seen.made_at, bool(seen.failed_why)) == (state, now.astimezone(UTC), not arrives)
    with pytest.raises(Rejected):
        stage.cards.payout("acct_another", ref)


def test_what_stripe_takes_for_a_charge_and_for_a_dispute_is_told(stage: Stage, now: datetime) -> None:
    paid = stage.paid(now, "disputed")
    assert paid.cost == 46  # 1.5% of £17 and 20p
    assert stage.cards.payment(intent_ref=paid.intent_ref).cost == 46
    assert stage.cards.dispute(stage.dispute_of(paid.charge_ref)).cost == 2000
    whole = stage.cards.everything_since(now - timedelta(days=1))
    assert [one.cost for one in whole.payments] == [46]
    assert [one.cost for one in whole.disputes] == [2000]


@pytest.mark.parametrize("won", [True, False])
def test_a_dispute_is_open_until_it_ends(stage: Stage, now: datetime, won: bool) -> None:
    paid = stage.paid(now, "disputed")
    ref = stage.dispute_of(paid.charge_ref)
    begun = stage.cards.dispute(ref)
    assert (begun.state, begun.pence, begun.charge_ref) == (DisputeState.OPEN, 1700, paid.charge_ref)
    with pytest.raises(Rejected):
        stage.cards.move(MoveOrder("mov_1", MoveKind.REFUND, 1700, paid.intent_ref))
    stage.world.end_dispute(ref, won=won)
    assert stage.cards.dispute(ref).state is (DisputeState.WON if won else DisputeState.LOST)


def test_what_fails_for_now_can_be_asked_again(stage: Stage, now: datetime) -> None:
    stage.stumble()
    with pytest.raises(TryLater):
        stage.page(now)
    assert stage.page(now).state is PaymentState.OPEN


@pytest.mark.parametrize("fault", [Fault.WRONG_KEY, Fault.RESTRICTED_KEY])
def test_a_key_that_is_refused_is_nobodys_failure_and_the_asking_may_be_made_again(
    stripe_cards: StripeCards,  # noqa: F811
    pretend: Served,  # noqa: F811
    now: datetime,
    fault: Fault,
) -> None:
    pretend.pretend.faults.always = fault
    order = PageOrder("pay_1", [("A visit", 1700)], "https://a.example", "https://b.example", now + timedelta(hours=1))
    with pytest.raises(KeyRefused):
        stripe_cards.open_page(order)
    pretend.pretend.faults.none_any_more()
    assert stripe_cards.open_page(order).state is PaymentState.OPEN


def test_everything_since_holds_what_was_made(stage: Stage, now: datetime) -> None:
    paid, account = stage.paid(now, "disputed"), stage.account()
    sent = stage.cards.move(MoveOrder("mov_2", MoveKind.TRANSFER, 1700, paid.charge_ref, account))
    stage.cards.move(MoveOrder("mov_4", MoveKind.REVERSAL, 700, sent.outside_ref))
    whole = stage.cards.everything_since(now - timedelta(days=1))
    assert [(one.key, one.state, one.charge_ref) for one in whole.payments] == [
        ("pay_1", PaymentState.PAID, paid.charge_ref)
    ]
    assert sorted((one.kind, one.pence) for one in whole.moves) == [(MoveKind.REVERSAL, 700), (MoveKind.TRANSFER, 1700)]
    assert [one.charge_ref for one in whole.disputes] == [paid.charge_ref]
