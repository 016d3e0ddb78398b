"""Random flows of money with faults on every side and webhooks in any order: they end with clean books, to the penny.

Each flow has a town of its own and dice of its own. One that fails says its seed and everything that was done, in order.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copy

import pytest
from sqlmodel import Session

from market.bookings.answering import decline
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.answers import agree_price, answer
from market.bookings.cascade.rules import ContactKind
from market.bookings.freeing import is_coming
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import cancel_visit, charge_for_cancelling, complete_visit, report_cannot_come
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.errors import Refusal
from market.core.jobs import Payload
from market.migrations.every_table import METADATA
from market.payments.bank import promise, say_arrived, say_paid, take_back_arrived, take_back_paid, to_pay_by_bank
from market.payments.gateway import StripeCards
from market.payments.paying import bill_for, choose_bank, start_payment
from market.payments.queries import cards_of, disputes_about, locked_plan, promises_of
from market.payments.refunding import ask_refund, most_to_refund, settle_loss, try_again
from market.payments.rules import Bearer, DisputeState, MoveState, Way
from market.payments.saved import stop_card
from market.payments.settling.reading import owed_by
from market.payments.visit_money import say_wrong
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
from tests.conftest import MONDAY
from tests.factories import county
from tests.payments.conftest import Served, emptied
from tests.payments.test_flows import set_fee
from tests.payments.town import Town, make_town

CARDS = ("accepted", "accepted", "accepted", "declined", "challenged", "declined_later", "disputed")
FEES = (0, 250, 750)


class Story:
    """One random life of some bookings: whatever may be done is done, in an order that the dice decide."""

    def __init__(self, town: Town, dice: random.Random) -> None:
        self.town, self.dice = town, dice
        self.done: list[str] = []
        self.gill = self._gill()
        if dice.random() < 0.3:
            self._ask_once()
        self.bookings = [self._book() for _ in range(dice.randint(1, 3))]

    def _book(self) -> Booking:
        days = ("TH",) if self.dice.random() < 0.4 else ()
        weeks, accepted = self.dice.randint(1, 2), self.dice.random() < 0.85
        self.done.append(f"book days={days} weeks={weeks} accepted={accepted}")
        return self.town.book(days=days, weeks=weeks, accepted=accepted)

    def _gill(self) -> Actor:
        """A worker whom Nell knows, who may stand in at a price of her own."""
        now, pence = self.town.clock.now(), self.dice.choice((1500, 1700, 2000))
        with self.town.database.write() as session:
            gill = county.provider(session, "Gill Vane", now, email="gill@example.org")
            listing = county.listing(session, gill, now, pence=pence)
            signed_in = county.actor(session, Role.PA, "Gill Vane", now, provider_id=gill.id)
            county.contact(
                session, self.town.nell, 1, "Gill Vane", now, kind=ContactKind.WORKER_KNOWN, provider_id=gill.id,
                listing_id=listing.id, account_id=signed_in.account_id,
            )  # fmt: skip
        self.done.append(f"gill at {pence}")
        return signed_in

    def _ask_once(self) -> None:
        """Terry asks something once, to set things up."""
        with self.town.database.write() as session:
            session.add(RateRow(listing_id=self.town.listing.id, place=1, unit=Unit.ONE_OFF, pence=2500))
        self.done.append("terry asks £25 once")

    def step(self) -> None:
        acts: tuple[Callable[[], object], ...] = (
            self.press, self.press, self.use_page, self.use_page, self.use_page, self.cancel, self.finish, self.finish,
            self.say_wrong, self.refund, self.refund, self.stop, self.say_no, self.end_dispute, self.decide_loss,
            self.take_back, self.fail_refund, self.empty, self.give_up, self.stand_in, self.stand_in, self.bank, self.set_fee,
            self.wait, self.wait, self.wait, self.work, self.work, self.work, self.deliver, self.deliver,
        )  # fmt: skip
        act = self.dice.choice(acts)
        self.done.append(act.__name__)
        try:
            act()
        except Refusal as refusal:
            self.done[-1] += f" refused: {type(refusal).__name__}"  # what may not be done changes nothing

    def _say(self, words: object) -> None:
        self.done[-1] += f" {words}"

    def _visit(self) -> Visit:
        visits = [visit for booking in self.bookings for visit in self.town.visits(booking)]
        number = self.dice.randrange(len(visits))
        self._say(f"visit {number}")
        return visits[number]

    def press(self) -> None:
        way, booking = self.dice.choice((Way.CARD_NOW, Way.CARD_EACH)), self.dice.choice(self.bookings)
        self._say(f"{way} booking {self.bookings.index(booking)}")
        now = self.town.clock.now()
        with self.town.database.write() as session:
            bill = bill_for(session, self.town.payer, booking.id, now=now)
            pence = bill.at_first if way is Way.CARD_EACH else bill.in_all
            start_payment(session, self.town.payer, booking.id, way, pence, agreed=True, now=now)

    def use_page(self) -> None:
        pages = self.town.at_stripe("checkout.session")
        if pages:
            page, kind = self.dice.choice(pages), self.dice.choice(CARDS)
            said = self.dice.random() < 0.7 if kind == "challenged" else None
            self._say(f"{kind} {said} on {pages.index(page)} of {len(pages)}")
            with self.town.served.pretend.bank.lock:
                self._say(self.town.served.pretend.bank.pay_page(str(page["id"]), kind, said_yes=said))

    def cancel(self) -> None:
        visit, now = self._visit(), self.town.clock.now()
        with self.town.database.write() as session:
            cancel_visit(session, self.town.payer, visit.id, charge_for_cancelling(session, visit, now), now=now)

    def finish(self) -> None:
        for booking in self.bookings:
            for visit in self.town.visits(booking):
                if is_coming(visit) and visit.starts_at <= self.town.clock.now() and booking_is_on(booking, visit):
                    who = self.town.terry_signed_in if visit.provider_id == self.town.terry.id else self.gill
                    self._say("one done")
                    with self.town.database.write() as session:
                        complete_visit(session, who, visit.id, now=self.town.clock.now())

    def say_wrong(self) -> None:
        visit = self._visit()
        if self.dice.random() < 0.3:
            with self.town.database.write() as session:
                say_wrong(session, self.town.payer, visit.id, now=self.town.clock.now())

    def refund(self) -> None:
        visit, now = self._visit(), self.town.clock.now()
        with self.town.database.write() as session:
            most = most_to_refund(session, visit)
            if most:
                pence = self.dice.randint(1, most)
                self._say(pence)
                ask_refund(session, self.town.officers[0], visit.id, pence, "So.", limit=10**6, now=now)

    def stop(self) -> None:
        with self.town.database.write() as session:
            for card in cards_of(session, self.town.nell.id):
                if self.dice.random() < 0.2:
                    self._say("one card")
                    stop_card(session, self.town.payer, card.id, now=self.town.clock.now())

    def say_no(self) -> None:
        booking = self.dice.choice(self.bookings)
        with self.town.database.write() as session:
            decline(session, self.town.terry_signed_in, booking.id, "", now=self.town.clock.now())

    def end_dispute(self) -> None:
        bank = self.town.served.pretend.bank
        with bank.lock:
            for one in bank.all("dispute"):
                if one["status"] == "needs_response":
                    won = self.dice.random() < 0.5
                    self._say("won" if won else "lost")
                    bank.end_dispute(one["id"], won=won)

    def decide_loss(self) -> None:
        decide_losses(self.town, self.dice.choice(list(Bearer)))

    def fail_refund(self) -> None:
        bank = self.town.served.pretend.bank
        with bank.lock:
            for one in bank.all("refund"):
                if one["status"] == "succeeded" and self.dice.random() < 0.1:
                    self._say("one")
                    bank.fail_refund(one["id"])

    def empty(self) -> None:
        """A provider has taken all the money out of their account at Stripe, or has some in it again."""
        bank = self.town.served.pretend.bank
        for account in bank.all("v2.core.account"):
            account["_empty"] = self.dice.random() < 0.5
            self._say(account["_empty"])

    def give_up(self) -> None:
        visit = self._visit()
        with self.town.database.write() as session:
            report_cannot_come(session, self.town.terry_signed_in, visit.id, "ill", now=self.town.clock.now())

    def stand_in(self) -> None:
        now = self.town.clock.now()
        for booking in self.bookings:
            for visit in self.town.visits(booking):
                with self.town.database.write() as session:
                    cascade = cascades.cascade_of_visit(session, visit.id)
                    for question in cascades.questions_of(session, cascade.id) if cascade else ():
                        self._say(answer(session, question.id, self.dice.random() < 0.8, by=self.town.payer, now=now))
                        if question.dearer_pence:
                            agree_price(session, self.town.payer, question.id, True, now=now)

    def bank(self) -> None:
        """The payer turns to bank transfers; what is due is promised, and either side says something."""
        booking, now = self.dice.choice(self.bookings), self.town.clock.now()
        if self.dice.random() < 0.3:
            with self.town.database.write() as session:
                choose_bank(session, self.town.payer, booking.id, now=now)
        with self.town.database.write() as session:
            plan = locked_plan(session, booking.id)
            if plan is None:
                return
            for due in to_pay_by_bank(session, plan) if plan.way is Way.BANK else ():
                promise(session, plan, due.visit.provider_id or "", by=self.town.payer, now=now)
            for row in promises_of(session, booking.id):
                pence = self.dice.choice((row.pence, row.pence, max(1, row.pence // 2)))
                self._say(pence)
                say_paid(session, self.town.payer, row.id, pence, now=now)
                who = self.town.terry_signed_in if row.provider_id == self.town.terry.id else self.gill
                say_arrived(session, who, row.id, pence, now=now)

    def take_back(self) -> None:
        """Either side says that its word about a bank transfer was a mistake."""
        booking, now = self.dice.choice(self.bookings), self.town.clock.now()
        with self.town.database.write() as session:
            for row in promises_of(session, booking.id):
                take_back_paid(session, self.town.payer, row.id, now=now)
                who = self.town.terry_signed_in if row.provider_id == self.town.terry.id else self.gill
                take_back_arrived(session, who, row.id, now=now)

    def set_fee(self) -> None:
        points = self.dice.choice(FEES)
        self._say(points)
        set_fee(self.town, points)

    def wait(self) -> None:
        hours = self.dice.choice((1, 6, 26, 60))
        self._say(f"{hours}h")
        self.town.clock.move(timedelta(hours=hours))
        self.town.served.clock.set(self.town.clock.now())

    def work(self) -> None:
        most = self.dice.randint(1, 20)
        self._say(most)
        self.town.worker.run_due(most=most)

    def deliver(self) -> None:
        self.town.deliver()


def booking_is_on(booking: Booking, visit: Visit) -> bool:
    return visit.let_go_at is None and visit.provider_id is not None


def decide_losses(town: Town, bearer: Bearer) -> None:
    with town.database.write() as session:
        lost = [one.id for one in disputes_about(session, [town.nell.id]) if one.state is DisputeState.LOST]
        for dispute_id in lost:
            settle_loss(session, town.officers[0], dispute_id, bearer, now=town.clock.now())


def calm_down(town: Town, dice: random.Random) -> None:
    """Everything behaves again: banks decide, officers look at what failed, the sweep and the night go over it all."""
    bank, faults = town.served.pretend.bank, town.served.pretend.faults
    faults.none_any_more()
    for account in bank.all("v2.core.account"):
        account["_empty"] = False
    for one in bank.all("dispute"):
        if one["status"] == "needs_response":
            bank.end_dispute(one["id"], won=dice.random() < 0.5)
    for _ in range(3):
        town.later(timedelta(hours=2))
        town.sweep()
        town.differences()
        town.settle()
        decide_losses(town, dice.choice(list(Bearer)))
        for move in town.moves():
            if move.state is MoveState.FAILED and move.looked_past_at is None:
                with town.database.write() as session:
                    try_again(session, town.officers[0], move.id, now=town.clock.now())
        town.settle()


def check_end(town: Town, story: Story) -> None:
    """Clean books, and nobody has a penny too much or too little that the rules did not mean them to have."""
    assert town.differences() == ()
    assert town.stripe_balance() == town.ledger_balance()
    assert town.stripe_costs() == town.account_balance("stripe:")
    assert town.open_rail_holds() == []
    for booking in story.bookings:
        for visit in town.visits(booking):
            money = town.money(visit)
            assert money.to_give_back == 0
            assert money.charging == 0
            assert money.unborne == 0
            assert money.sent + money.fee <= max(0, money.kept)
    with town.database.read() as session:
        assert owed_by(session, town.terry.id) == 0
    keys = [one["metadata"]["alongside"] for kind in ("refund", "transfer") for one in town.at_stripe(kind)]  # type: ignore[index]
    assert len(keys) == len(set(keys))


@contextmanager
def told_on_failure(seed: int, story: list[Story]) -> Iterator[None]:
    """A flow that fails says its seed and what was done, so that it can be done again."""
    try:
        yield
    except Exception as trouble:
        steps = "\n  ".join(story[0].done) if story else "nothing yet"
        raise AssertionError(f"seed {seed} failed: {type(trouble).__name__}: {trouble}\n  {steps}") from trouble


def hush(town: Town) -> None:
    """Nobody is told anything: these flows are about money, and the letters take half of the time."""
    silent = dict.fromkeys((kind for kind in town.worker._handlers if kind.startswith(("tell.", "supply."))), _nothing)
    town.worker._handlers = {**town.worker._handlers, **silent}


def _nothing(_session: Session, _payload: Payload, _now: datetime) -> None:
    return None


def one_flow(town: Town, seed: int) -> None:
    """One story in a town of its own, with its own dice."""
    hush(town)
    dice, told = random.Random(seed), list[Story]()
    faults = town.served.pretend.faults
    faults.dice = random.Random(seed + 1)
    with told_on_failure(seed, told):
        town.set_up_terry()
        told.append(Story(town, dice))
        faults.chance, faults.drop, faults.repeat, faults.shuffle = 0.15, 0.2, 0.3, True
        for _ in range(dice.randint(10, 45)):
            told[0].step()
        told[0].done.append("calm down")
        calm_down(town, dice)
        check_end(town, told[0])


@pytest.mark.parametrize("seed", range(4))
def test_a_few_random_flows_with_faults_end_with_clean_books(
    database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards, seed: int
) -> None:
    one_flow(make_town(database, clock, pretend, stripe_cards), seed)


def test_a_flow_that_fails_says_its_seed_and_its_steps(
    sqlite_database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards
) -> None:
    town = make_town(sqlite_database, clock, pretend, stripe_cards)
    town.moves = lambda: [][0]  # type: ignore[method-assign]
    with pytest.raises(AssertionError, match=r"(?s)seed 7 failed: IndexError.*gill at .*calm down"):
        one_flow(town, 7)


def run_flows(folder: Path, served: Served, seeds: range) -> list[str]:
    """Each seed in a fresh town, copied from an empty one. What those that failed said."""
    empty, failed = folder / "empty.db", []
    making = Database(f"sqlite:///{empty}")
    METADATA.create_all(making.engine)
    with making.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    making.close()
    for seed in seeds:
        emptied(served, MONDAY)
        copy(empty, folder / "town.db")
        database = Database(f"sqlite:///{folder / 'town.db'}")
        try:
            one_flow(make_town(database, StandingClock(MONDAY), served, StripeCards(served.settings())), seed)
        except AssertionError as trouble:
            failed.append(str(trouble))
        finally:
            database.close()
            for file in folder.glob("town.db*"):
                file.unlink()
    return failed
