"""kill -9 between every two steps of every flow in which something goes wrong: it ends as if nobody had died."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from market.bookings.visiting import cancel_visit, charge_for_cancelling
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import put_job
from market.payments import queries
from market.payments.gateway import StripeCards
from market.payments.paying import start_payment
from market.payments.queries import cards_of
from market.payments.reconciling.service import ASK_PAYMENT, RECONCILE
from market.payments.refunding import settle_loss, try_again
from market.payments.rules import DISPUTE_WINDOW, Bearer, DisputeState, MoveKind, MoveState, PaymentState, Way
from market.payments.saved import stop_card
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
from tests.payments.conftest import Served
from tests.payments.test_bank import done_and_promised, payer_says, provider_says
from tests.payments.test_kill import check_after, die_through
from tests.payments.test_paying_out import give_back, owed, paid_and_sent
from tests.payments.town import Town, make_town


def kept_card_says_no(town: Town, kind: str) -> None:
    """A card kept for a series does not pay two days before the second visit, and its owner pays on a page."""
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, kind, Way.CARD_EACH, said_yes=True if kind == "challenged" else None)
    town.clock.set(second.starts_at - timedelta(days=2))
    town.served.clock.set(town.clock.now())
    assert die_through(town) >= 6
    town.deliver()
    die_through(town)
    assert len(town.at_stripe("charge")) == 1
    assert len(town.told("payment.not_taken")) == 1
    with town.database.write() as session:
        start_payment(session, town.payer, booking.id, Way.CARD_NOW, 1700, agreed=True, now=town.clock.now())
    die_through(town)
    page = next(one for one in town.at_stripe("checkout.session") if one["status"] == "open")
    assert town.served.pretend.bank.pay_page(str(page["id"]), "accepted") == "paid"
    town.deliver()
    assert die_through(town) >= 4
    assert town.money(second).kept == 1700
    assert len(town.at_stripe("charge")) == 2


def bank_asks_its_owner(town: Town) -> None:
    """Strong customer authentication, wanted while the owner is away."""
    kept_card_says_no(town, "challenged")


def bank_says_no(town: Town) -> None:
    """A plain decline."""
    kept_card_says_no(town, "declined_later")


def called_off_late(town: Town) -> None:
    """Half of the price goes back by the terms, and half goes on to the provider."""
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.starts_at - timedelta(hours=18))
    town.later(timedelta(0))
    with town.database.write() as session:
        charge = charge_for_cancelling(session, visit, town.clock.now())
        assert charge == 850
        cancel_visit(session, town.payer, visit.id, charge, now=town.clock.now())
    deaths = die_through(town)
    town.clock.move(DISPUTE_WINDOW)
    town.served.clock.set(town.clock.now())
    assert deaths + die_through(town) >= 12
    town.settle()
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 850), (MoveKind.TRANSFER, 850)]
    assert len(town.told("payment.refunded")) == 1


def disputed(town: Town, bearer: Bearer | None) -> None:
    """A bank asks for it back after the visit was done and paid on, and decides; then an officer may have to."""
    town.set_up_terry()
    visit = paid_and_sent(town)
    bank = town.served.pretend.bank
    dispute = bank.dispute(str(town.at_stripe("charge")[0]["id"]))
    town.deliver()
    deaths = die_through(town)
    bank.end_dispute(str(dispute["id"]), won=bearer is None)
    town.deliver()
    assert deaths + die_through(town) >= 6
    assert (town.happened("payment.disputed"), town.happened("payment.dispute_ended")) == (1, 1)
    if bearer is None:
        assert town.money(visit).kept == 1700
        return
    with town.database.write() as session:
        assert queries.dispute(session, str(dispute["id"])).state is DisputeState.LOST
        settle_loss(session, town.officers[0], str(dispute["id"]), bearer, now=town.clock.now())
    die_through(town)
    town.settle()
    assert len(town.at_stripe("transfer_reversal")) == (1 if bearer is Bearer.PROVIDER else 0)
    assert town.account_balance("losses:") == (-1700 if bearer is Bearer.US else 0)


def dispute_won(town: Town) -> None:
    disputed(town, None)


def dispute_lost_and_we_bear_it(town: Town) -> None:
    disputed(town, Bearer.US)


def dispute_lost_and_the_provider_bears_it(town: Town) -> None:
    disputed(town, Bearer.PROVIDER)


def pay_out_failed(town: Town) -> None:
    """A provider's own bank takes no pay-out, and then one made later."""
    account = town.set_up_terry()
    paid_and_sent(town)
    bank = town.served.pretend.bank
    bank.pay_out(account, arrives=False)
    town.deliver()
    deaths = die_through(town)
    assert len(town.told("provider.payout_failed")) == 1
    town.clock.move(timedelta(days=1))
    town.served.clock.set(town.clock.now())
    bank.pay_out(account)
    town.deliver()
    assert deaths + die_through(town) >= 8
    assert len(town.told("provider.payout_arrived")) == 1


def provider_cannot_give_back(town: Town) -> None:
    """What was sent cannot be fetched back: it is owed, once, and an officer has it tried again."""
    account = town.set_up_terry()
    visit = paid_and_sent(town)
    bank = town.served.pretend.bank
    bank.things[account]["_empty"] = True
    give_back(town, visit, 1000)
    assert owed(town) == 1000
    bank.things[account]["_empty"] = False
    (failed,) = [one for one in town.moves() if one.state is MoveState.FAILED]
    with town.database.write() as session:
        try_again(session, town.officers[0], failed.id, now=town.clock.now())
    assert die_through(town) >= 5
    assert owed(town) == 0
    assert len(town.at_stripe("transfer_reversal")) == 1


def refund_comes_back(town: Town) -> None:
    """A card that is closed sends its refund back; an officer has it tried again."""
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    town.settle()
    (back,) = town.moves()
    town.served.pretend.bank.fail_refund(str(back.outside_ref))
    town.deliver()
    deaths = die_through(town)
    with town.database.write() as session:
        try_again(session, town.officers[0], back.id, now=town.clock.now())
    assert deaths + die_through(town) >= 10
    assert [one.state for one in town.moves()] == [MoveState.FAILED, MoveState.DONE]


def card_comes_late(town: Town) -> None:
    """A card succeeds after the request has run out: the money goes back by itself, and both are told once."""
    booking = town.book(accepted=False)
    town.clock.set(booking.answer_by - timedelta(minutes=5))
    town.later(timedelta(0))
    payment = town.start(booking)
    town.clock.move(timedelta(minutes=10))
    town.served.clock.set(town.clock.now())
    deaths = die_through(town)
    assert town.served.pretend.bank.pay_page(str(payment.page_ref), "accepted") == "paid"
    town.deliver()
    assert deaths + die_through(town) >= 12
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 1700)]
    assert len(town.told("payment.came_late")) == 2


def another_way_after_all(town: Town) -> None:
    """The payer turns to another way while the card has just paid on the first page."""
    booking = town.book(days=("TH",), weeks=1)
    first = town.start(booking)
    town.served.pretend.bank.pay_page(str(first.page_ref), "accepted")
    with town.database.write() as session:
        start_payment(session, town.payer, booking.id, Way.CARD_EACH, 1700, agreed=True, now=town.clock.now())
    deaths = die_through(town)
    (second,) = [one for one in town.at_stripe("checkout.session") if one["status"] == "open"]
    town.served.pretend.bank.pay_page(str(second["id"]), "accepted")
    town.deliver()
    assert deaths + die_through(town) >= 12
    town.settle()
    visits = town.visits(booking)
    assert sum(town.money(visit).kept for visit in visits) == sum(town.money(visit).owed for visit in visits) == 3400


def card_stopped(town: Town) -> None:
    """A kept card is stopped, and Stripe forgets it."""
    booking = town.book(days=("TH",), weeks=1)
    town.pay(booking, way=Way.CARD_EACH)
    with town.database.write() as session:
        (card,) = cards_of(session, town.nell.id)
        stop_card(session, town.payer, card.id, now=town.clock.now())
    assert die_through(town) >= 3
    assert [one["customer"] for one in town.at_stripe("payment_method")] == [None]


def paid_once_goes_on(town: Town) -> None:
    """What is paid once goes with the next visit when the first is called off."""
    with town.database.write() as session:
        session.add(RateRow(listing_id=town.listing.id, place=1, unit=Unit.ONE_OFF, pence=2500))
    booking = town.book(days=("TH",), weeks=1)
    first, second = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, first.id, 0, now=town.clock.now())
    assert die_through(town) >= 6
    town.settle()
    assert (town.money(first).kept, town.money(second).kept) == (0, 4200)
    assert [(one.kind, one.pence) for one in town.moves()] == [(MoveKind.REFUND, 1700)]


def by_bank_transfer(town: Town) -> None:
    """No Stripe at all: both sides say it, and each is told once."""
    _, (visit,), row = done_and_promised(town)
    provider_says(town, row)
    payer_says(town, row)
    die_through(town)
    assert (town.money(visit).kept, town.money(visit).sent) == (1700, 1700)
    assert len(town.told("payment.bank_settled")) == 1


def webhooks_that_never_came(town: Town) -> None:
    """Nothing is heard of a payment: the sweep asks, and the night compares."""
    town.served.pretend.faults.drop = 1.0
    booking = town.book()
    payment = town.start(booking)
    town.served.pretend.bank.pay_page(str(payment.page_ref), "disputed")
    town.deliver()
    town.clock.move(timedelta(minutes=6))
    town.served.clock.set(town.clock.now())
    with town.database.write() as session:
        # What the sweep puts, and the night. The sweep itself is one transaction, and would begin anew with each death.
        for kind in (ASK_PAYMENT, RECONCILE):
            put_job(session, kind, {"payment_id": payment.id}, run_at=town.clock.now(), key=f"{kind}:now")
    assert die_through(town) >= 8
    assert town.payment(payment.id).state is PaymentState.PAID
    assert town.happened("payment.disputed") == 1


FLOWS = (
    bank_asks_its_owner, bank_says_no, called_off_late, dispute_won, dispute_lost_and_we_bear_it,
    dispute_lost_and_the_provider_bears_it, pay_out_failed, provider_cannot_give_back, refund_comes_back, card_comes_late,
    another_way_after_all, card_stopped, paid_once_goes_on, by_bank_transfer, webhooks_that_never_came,
)  # fmt: skip


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_whatever_is_killed_it_ends_as_if_nobody_had_died(
    database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards, flow: Callable[[Town], None]
) -> None:
    town = make_town(database, clock, pretend, stripe_cards)
    flow(town)
    check_after(town)
