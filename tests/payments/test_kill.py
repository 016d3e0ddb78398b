"""kill -9 between every two steps of every flow of money: it ends paid once, sent once, given back once, with clean books."""

from collections.abc import Callable
from datetime import timedelta
from multiprocessing import get_context

import pytest

from market.bookings import queries as bookings
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.answers import answer
from market.bookings.visiting import cancel_visit, complete_visit
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import LEASE
from market.payments.accounts import set_up
from market.payments.gateway import StripeCards
from market.payments.paying import bill_for, start_payment
from market.payments.pretend.server import KEY, WEBHOOK_SECRET
from market.payments.refunding import ask_refund
from market.payments.rules import DISPUTE_WINDOW, Way
from tests.journeys.dying_worker import DONE, KILLED
from tests.payments.conftest import Served
from tests.payments.dying_town import run_money_until_killed
from tests.payments.test_cover import gill_in, terry_cannot_come
from tests.payments.test_paying_out import give_back, paid_and_sent
from tests.payments.town import Town, make_town

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.payments.dying_town"])
MOST_DEATHS = 80


def die_through(town: Town) -> int:
    """Run what is due, dying one step later each time, until a worker comes through alive. Returns the deaths."""
    url = town.database.engine.url.render_as_string(hide_password=False)
    stripe = {
        "stripe_key": KEY,
        "stripe_webhook_secret": WEBHOOK_SECRET,
        "stripe_address": town.served.address,
    }
    town.database.engine.dispose()
    for dies_at in range(1, MOST_DEATHS):
        process = PROCESSES.Process(target=run_money_until_killed, args=(url, stripe, town.clock.now(), dies_at))
        process.start()
        process.join(timeout=60)
        assert process.exitcode in (DONE, KILLED)
        if process.exitcode == DONE:
            return dies_at - 1
        town.clock.move(LEASE + timedelta(seconds=1))
        town.served.clock.set(town.clock.now())
    raise AssertionError("the worker never came through")


def paying(town: Town) -> None:
    """The payer presses, pays on the page, and the webhook is worked: with a death after each step."""
    booking = town.book()
    with town.database.write() as session:
        bill = bill_for(session, town.payer, booking.id, now=town.clock.now())
        start_payment(session, town.payer, booking.id, Way.CARD_NOW, bill.in_all, agreed=True, now=town.clock.now())
    deaths = die_through(town)
    (page,) = town.at_stripe("checkout.session")
    assert town.served.pretend.bank.pay_page(str(page["id"]), "accepted") == "paid"
    town.deliver()
    deaths += die_through(town)
    assert deaths >= 10
    assert len(town.at_stripe("charge")) == 1
    assert len(town.told("payment.received")) == 1


def giving_back(town: Town) -> None:
    """A paid visit is called off."""
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=town.clock.now())
    assert die_through(town) >= 10
    assert len(town.at_stripe("refund")) == 1
    assert len(town.told("payment.refunded")) == 1


def sending_on_and_fetching_back(town: Town) -> None:
    """A visit is done, its money is sent on, and an officer gives half of it back."""
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.ends_at)
    with town.database.write() as session:
        complete_visit(session, town.terry_signed_in, visit.id, now=town.clock.now())
    town.run()
    town.clock.move(DISPUTE_WINDOW)
    town.served.clock.set(town.clock.now())
    deaths = die_through(town)
    assert len(town.at_stripe("transfer")) == 1
    with town.database.write() as session:
        ask_refund(session, town.officers[0], visit.id, 850, "Half.", limit=5000, now=town.clock.now())
    deaths += die_through(town)
    assert deaths >= 12
    assert len(town.at_stripe("transfer_reversal")) == len(town.at_stripe("refund")) == 1


def charging_a_kept_card(town: Town) -> None:
    """A card kept for a series is charged two days before the second visit."""
    booking = town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.clock.set(second.starts_at - timedelta(days=2))
    town.served.clock.set(town.clock.now())
    assert die_through(town) >= 6
    assert len(town.at_stripe("charge")) == 2


def opening_an_account(town: Town) -> None:
    """A provider goes to Stripe's page."""
    with town.database.write() as session:
        set_up(session, town.terry_signed_in, now=town.clock.now())
    assert die_through(town) >= 4
    assert len(town.at_stripe("v2.core.account")) == 1


def standing_in(town: Town) -> None:
    """Somebody stands in for a visit that was paid: what was paid goes to theirs, and the difference goes back."""
    town.set_up_terry()
    gill, booking = gill_in(town, 1500), town.book()
    (failed,) = town.visits(booking)
    town.pay(booking)
    terry_cannot_come(town, failed)
    with town.database.write() as session:
        cascade = cascades.cascade_of_visit(session, failed.id)
        assert cascade is not None
        (question,) = cascades.questions_of(session, cascade.id)
        answer(session, question.id, True, by=town.payer, now=town.clock.now())
    assert die_through(town) >= 6
    with town.database.read() as session:
        instead = bookings.substitute_of(session, failed.id)
    assert instead is not None
    assert (town.money(instead).kept, town.money(failed).kept) == (1500, 0)
    assert len(town.at_stripe("refund")) == len(town.at_stripe("charge")) == 1
    assert gill.provider.id == instead.provider_id


def netting(town: Town) -> None:
    """A provider owes something: it is taken from what they earn next, once."""
    account = town.set_up_terry()
    first = paid_and_sent(town)
    town.served.pretend.bank.things[account]["_empty"] = True
    give_back(town, first, 1000)
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.clock.set(visit.ends_at)
    with town.database.write() as session:
        complete_visit(session, town.terry_signed_in, visit.id, now=town.clock.now())
    town.run()
    town.clock.move(DISPUTE_WINDOW)
    town.served.clock.set(town.clock.now())
    assert die_through(town) >= 6
    assert town.account_balance("owed:") == 0
    assert sum(int(str(one["amount"])) for one in town.at_stripe("transfer")) == 1700 + 700


FLOWS = (
    paying,
    giving_back,
    sending_on_and_fetching_back,
    charging_a_kept_card,
    opening_an_account,
    standing_in,
    netting,
)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_whatever_is_killed_money_moves_once_and_the_books_are_clean(
    database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards, flow: Callable[[Town], None]
) -> None:
    town = make_town(database, clock, pretend, stripe_cards)
    flow(town)
    check_after(town)


def check_after(town: Town) -> None:
    """Whatever is left is done, and then nothing is lost, doubled or unexplained."""
    town.settle()
    assert town.differences() == ()
    assert town.stripe_balance() == town.ledger_balance()
    assert town.open_rail_holds() == []
