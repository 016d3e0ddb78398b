"""Random flows of money with faults on every side and webhooks in any order: they end with clean books, to the penny."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from market.bookings.answering import decline
from market.bookings.tables import Booking
from market.bookings.visiting import cancel_visit, charge_for_cancelling, complete_visit, is_coming
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.errors import Refusal
from market.payments.gateway import StripeCards
from market.payments.paying import bill_for, say_wrong, start_payment
from market.payments.queries import cards_of
from market.payments.refunding import ask_refund, most_to_refund, try_again
from market.payments.rules import MoveState, Way
from market.payments.saved import stop_card
from tests.payments.conftest import Served
from tests.payments.town import Town, make_town

CARDS = ("accepted", "accepted", "accepted", "declined", "challenged", "declined_later", "disputed")


class Story:
    """One random life of a booking: whatever may be done is done, in an order that the dice decide."""

    def __init__(self, town: Town, dice: random.Random) -> None:
        self.town, self.dice = town, dice
        days = ("TH",) if dice.random() < 0.4 else ()
        self.booking: Booking = town.book(days=days, weeks=dice.randint(1, 2), accepted=dice.random() < 0.85)

    def step(self) -> None:
        acts: tuple[Callable[[], object], ...] = (
            self.press, self.press, self.use_page, self.use_page, self.use_page, self.cancel, self.finish, self.finish,
            self.say_wrong, self.refund, self.stop, self.say_no, self.end_dispute, self.fail_refund, self.wait, self.wait,
            self.work, self.work, self.deliver,
        )  # fmt: skip
        try:
            self.dice.choice(acts)()
        except Refusal:
            return  # not now: what may not be done is refused, and changes nothing

    def press(self) -> None:
        way = self.dice.choice((Way.CARD_NOW, Way.CARD_EACH))
        now = self.town.clock.now()
        with self.town.database.write() as session:
            bill = bill_for(session, self.town.payer, self.booking.id, now=now)
            pence = bill.at_first if way is Way.CARD_EACH else bill.in_all
            start_payment(session, self.town.payer, self.booking.id, way, pence, agreed=True, now=now)

    def use_page(self) -> None:
        pages = self.town.at_stripe("checkout.session")
        if pages:
            page, kind = self.dice.choice(pages), self.dice.choice(CARDS)
            said = self.dice.random() < 0.7 if kind == "challenged" else None
            with self.town.served.pretend.bank.lock:
                self.town.served.pretend.bank.pay_page(str(page["id"]), kind, said_yes=said)

    def cancel(self) -> None:
        visit = self.dice.choice(self.town.visits(self.booking))
        now = self.town.clock.now()
        with self.town.database.write() as session:
            cancel_visit(session, self.town.payer, visit.id, charge_for_cancelling(session, visit, now), now=now)

    def finish(self) -> None:
        for visit in self.town.visits(self.booking):
            if is_coming(visit) and visit.starts_at <= self.town.clock.now():
                with self.town.database.write() as session:
                    complete_visit(session, self.town.terry_signed_in, visit.id, now=self.town.clock.now())

    def say_wrong(self) -> None:
        visit = self.dice.choice(self.town.visits(self.booking))
        if self.dice.random() < 0.3:
            with self.town.database.write() as session:
                say_wrong(session, self.town.payer, visit.id, now=self.town.clock.now())

    def refund(self) -> None:
        visit = self.dice.choice(self.town.visits(self.booking))
        now = self.town.clock.now()
        with self.town.database.write() as session:
            most = most_to_refund(session, visit)
            if most:
                pence = self.dice.randint(1, most)
                ask_refund(session, self.town.officers[0], visit.id, pence, "So.", limit=10**6, now=now)

    def stop(self) -> None:
        with self.town.database.write() as session:
            for card in cards_of(session, self.town.nell.id):
                if self.dice.random() < 0.2:
                    stop_card(session, self.town.payer, card.id, now=self.town.clock.now())

    def say_no(self) -> None:
        with self.town.database.write() as session:
            decline(session, self.town.terry_signed_in, self.booking.id, "", now=self.town.clock.now())

    def end_dispute(self) -> None:
        bank = self.town.served.pretend.bank
        with bank.lock:
            for one in bank.all("dispute"):
                if one["status"] == "needs_response":
                    bank.end_dispute(one["id"], won=self.dice.random() < 0.5)

    def fail_refund(self) -> None:
        bank = self.town.served.pretend.bank
        with bank.lock:
            for one in bank.all("refund"):
                if one["status"] == "succeeded" and self.dice.random() < 0.1:
                    bank.fail_refund(one["id"])

    def wait(self) -> None:
        self.town.clock.move(timedelta(hours=self.dice.choice((1, 6, 26, 60))))
        self.town.served.clock.set(self.town.clock.now())

    def work(self) -> None:
        self.town.worker.run_due(most=self.dice.randint(1, 20))

    def deliver(self) -> None:
        self.town.deliver()


def calm_down(town: Town) -> None:
    """Everything behaves again: banks decide, officers look at what failed, the sweep and the night go over it all."""
    bank, faults = town.served.pretend.bank, town.served.pretend.faults
    faults.none_any_more()
    for one in bank.all("dispute"):
        if one["status"] == "needs_response":
            bank.end_dispute(one["id"], won=True)
    for _ in range(3):
        town.later(timedelta(hours=2))
        town.sweep()
        town.differences()
        town.settle()
        for move in town.moves():
            if move.state is MoveState.FAILED and move.looked_past_at is None:
                with town.database.write() as session:
                    try_again(session, town.officers[0], move.id, now=town.clock.now())
        town.settle()


def check_end(town: Town, booking: Booking, seed: int) -> None:
    """Clean books, and nobody has a penny too much or too little that the rules did not mean them to have."""
    assert town.differences() == (), seed
    assert town.stripe_balance() == town.ledger_balance(), seed
    assert town.open_rail_holds() == [], seed
    for visit in town.visits(booking):
        money = town.money(visit)
        assert money.to_give_back == 0, seed
        assert money.charging == 0, seed
        assert money.sent <= max(0, money.kept) or money.kept < money.spent, seed
    keys = [one["metadata"]["alongside"] for kind in ("refund", "transfer") for one in town.at_stripe(kind)]  # type: ignore[index]
    assert len(keys) == len(set(keys)), seed


def one_flow(town: Town, seed: int) -> None:
    """One story on an empty pretend Stripe, with its own dice."""
    dice = random.Random(seed)
    faults = town.served.pretend.faults
    faults.dice = random.Random(seed + 1)
    story = Story(town, dice)
    faults.chance, faults.drop, faults.repeat, faults.shuffle = 0.15, 0.2, 0.3, True
    for _ in range(dice.randint(8, 30)):
        story.step()
    calm_down(town)
    check_end(town, story.booking, seed)


def run_flows(database: Database, clock: StandingClock, served: Served, cards: StripeCards, seeds: range) -> None:
    town = make_town(database, clock, served, cards)
    town.set_up_terry()
    for seed in seeds:
        one_flow(town, seed)


def test_a_few_random_flows_with_faults_end_with_clean_books(
    database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards
) -> None:
    run_flows(database, clock, pretend, stripe_cards, range(6))


@pytest.mark.bench
@pytest.mark.timeout(7200)
def test_a_thousand_random_flows_with_faults_end_with_clean_books(
    sqlite_database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards
) -> None:
    """`./dev bench` does not gather this folder: run it by `pytest -m bench tests/payments`."""
    run_flows(sqlite_database, clock, pretend, stripe_cards, range(1000, 2000))
