"""A payer with their own money, a provider to be paid, a worker, and a pretend Stripe: enough for every flow of money."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import httpx
from sqlmodel import col, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.understanding import understand
from market.app import create_app
from market.bookings import queries as bookings
from market.bookings.answering import accept
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.rules import Wish
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import complete_visit
from market.budgets import queries as pots
from market.budgets.rules import PotKind
from market.budgets.tables import Pot
from market.chat.turns import ChatServices
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.ids import new_id
from market.core.jobs import Worker
from market.core.money import Pence
from market.core.settings import Settings
from market.core.tables import EventRow, OutboxRow
from market.ledger import queries as ledger
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow
from market.payments import queries
from market.payments.accounts import set_up
from market.payments.cards import Cards
from market.payments.errors import NotFromStripe
from market.payments.handlers import handlers
from market.payments.hearing import keep_heard
from market.payments.paying import bill_for, start_payment
from market.payments.pretend.server import signed
from market.payments.reconciling.service import compare, sweep
from market.payments.rules import Way
from market.payments.settling.reading import money_of
from market.payments.settling.rules import VisitMoney
from market.payments.tables import MoneyMove, Payment
from market.people.tables import Person
from market.search.live import LiveIndex
from market.wiring import connect
from market.worker import every_handler
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from tests.factories import county
from tests.payments.conftest import Served


def next_thursday(today: date) -> date:
    """The first Thursday at least a week away."""
    day = today + timedelta(days=7)
    return day + timedelta(days=(3 - day.weekday()) % 7)


@dataclass
class Town:
    """One payer, one provider, and everything between them."""

    database: Database
    clock: StandingClock
    served: Served
    cards: Cards
    settings: Settings
    worker: Worker
    nell: Person
    payer: Actor
    pot: Pot
    terry: Provider
    terry_signed_in: Actor
    listing: Listing
    officers: tuple[Actor, Actor]
    booked: int = 0
    door: TestClient | None = None

    def open_door(self) -> Starlette:
        """From now on webhooks come over HTTP to the application itself, which is returned."""
        app = create_app(self.settings, self.database, self.clock, raises=True)
        self.door = TestClient(app)
        return app

    def behind(self, ref: str, act: str) -> None:
        """Somebody makes this happen behind the pretend Stripe, over HTTP, and everything that follows is done."""
        httpx.post(f"{self.served.address}/pretend/do/{ref}", data={"act": act})
        self.settle()

    # What people do

    def book(
        self, *, days: tuple[str, ...] = (), weeks: int = 1, first: date | None = None, accepted: bool = True
    ) -> Booking:
        """Nell asks Terry for an hour at nine, £17, once or on weekdays; he says yes unless told otherwise."""
        self.booked += 1
        start = time(7 + self.booked % 12)
        first = first or next_thursday(self.clock.now().date())
        wish = Wish(first, start, time(start.hour + 1), days, first + timedelta(weeks=weeks) if days else None)
        wanted = Wanted(self.listing.id, wish, pot_id=self.pot.id)
        now = self.clock.now()
        with self.database.write() as session:
            run = quote_run(session, self.payer, self.nell.id, wanted, now=now)
            booking = ask_for(
                session, self.payer, self.nell.id, wanted, seen_pence=run.total, leave_out_taken=False,
                key=new_id("k"), now=now, start_sooner=True,
            )  # fmt: skip
            if accepted:
                accept(session, self.terry_signed_in, booking.id, now=now)
        self.run()
        return booking

    def start(self, booking: Booking, way: Way = Way.CARD_NOW) -> Payment:
        """The payer presses the button for this way, at the sum they see."""
        with self.database.write() as session:
            bill = bill_for(session, self.payer, booking.id, now=self.clock.now())
            pence = bill.at_first if way is Way.CARD_EACH else bill.in_all
            payment = start_payment(session, self.payer, booking.id, way, pence, agreed=True, now=self.clock.now())
        self.run()
        return self.payment(payment.id)

    def pay(
        self, booking: Booking, kind: str = "accepted", way: Way = Way.CARD_NOW, *, said_yes: bool | None = None
    ) -> Payment:
        """The payer pays on Stripe's page, and everything that follows is done."""
        payment = self.start(booking, way)
        assert payment.page_ref
        self.served.pretend.bank.pay_page(payment.page_ref, kind, said_yes=said_yes)
        self.settle()
        return self.payment(payment.id)

    def set_up_terry(self) -> str:
        """Terry goes through Stripe's page."""
        with self.database.write() as session:
            set_up(session, self.terry_signed_in, now=self.clock.now())
        self.run()
        with self.database.read() as session:
            account = queries.account_of(session, self.terry.id)
            assert account is not None
            assert account.account_ref
            ref = account.account_ref
        self.served.pretend.bank.fill_in(ref)
        self.settle()
        return ref

    def done(self, visit: Visit) -> None:
        """Terry comes and says that it is done."""
        self.clock.set(visit.ends_at)
        self.served.clock.set(self.clock.now())
        with self.database.write() as session:
            complete_visit(session, self.terry_signed_in, visit.id, now=self.clock.now())
        self.settle()

    def later(self, by: timedelta) -> None:
        """Time passes, and what is due is done."""
        self.clock.move(by)
        self.served.clock.set(self.clock.now())
        self.settle()

    # What machines do

    def run(self) -> None:
        """Every job that is due."""
        self.worker.run_due()

    def deliver(self) -> None:
        """Webhooks arrive, as the faults let them."""
        for body in self.served.pretend.letters():
            signature = signed(body, self.clock.now().timestamp())
            if self.door is not None:
                answer = self.door.post("/stripe", content=body, headers={"stripe-signature": signature})
                assert answer.status_code == 200
                continue
            with self.database.write() as session:
                try:
                    keep_heard(
                        session, self.cards.read_webhook(body, signature, self.clock.now()), now=self.clock.now()
                    )
                except NotFromStripe as trouble:
                    raise AssertionError("the pretend Stripe signs well") from trouble

    def settle(self) -> None:
        """Jobs and webhooks in turn until nothing is left."""
        self.run()
        while self.served.pretend.bank.waiting and not self.served.pretend.faults.hold:
            self.deliver()
            self.run()

    def sweep(self) -> None:
        with self.database.write() as session:
            sweep(session, {}, self.clock.now())
        self.settle()

    def differences(self) -> tuple[str, ...]:
        """What the nightly comparing says."""
        since = self.clock.now() - timedelta(days=35)
        whole = self.cards.everything_since(since)
        with self.database.write() as session:
            return compare(session, whole, since=since, now=self.clock.now())

    # What is seen

    def payment(self, payment_id: str) -> Payment:
        with self.database.read() as session:
            return queries.payment(session, payment_id)

    def visits(self, booking: Booking) -> list[Visit]:
        with self.database.read() as session:
            return list(bookings.visits_of(session, booking.id))

    def money(self, visit: Visit) -> VisitMoney:
        with self.database.read() as session:
            return money_of(session, bookings.visit(session, visit.id))

    def moves(self) -> list[MoneyMove]:
        with self.database.read() as session:
            return list(session.exec(select(MoneyMove).order_by(col(MoneyMove.id))))

    def told(self, kind: str) -> list[OutboxRow]:
        with self.database.read() as session:
            return [row for row in session.exec(select(OutboxRow)) if row.kind == kind]

    def happened(self, name: str) -> int:
        with self.database.read() as session:
            return len(session.exec(select(EventRow).where(EventRow.name == name)).all())

    def at_stripe(self, kind: str) -> list[dict[str, object]]:
        return self.served.pretend.bank.all(kind)

    def stripe_balance(self) -> Pence:
        """What is left at Stripe of ours: charged, less what went back, what was sent on, and what banks took."""
        bank = self.served.pretend.bank
        came = sum(one["amount"] - one["amount_refunded"] for one in bank.all("charge"))
        sent = sum(one["amount"] - one["amount_reversed"] for one in bank.all("transfer"))
        taken = sum(one["amount"] for one in bank.all("dispute") if one["status"] != "won")
        return int(came - sent - taken)

    def ledger_balance(self) -> Pence:
        """The same from our books: what stands on visits, as fees, as owed by providers, and as made good by us."""
        return sum(self.account_balance(first) for first in ("visit:", "fees:", "owed:", "losses:"))

    def account_balance(self, first: str) -> Pence:
        """What stands on every account whose name begins so."""
        with self.database.read() as session:
            rows = session.exec(select(LedgerRow)).all()
        moved = [row for row in rows if row.kind in (Kind.TRANSFER, Kind.POST)]
        came = sum(row.amount_pence for row in moved if row.credit.startswith(first))
        return came - sum(row.amount_pence for row in moved if row.debit.startswith(first))

    def account_holds(self) -> Pence:
        """What the pot holds for visits to come."""
        with self.database.read() as session:
            return pots.balance_of(session, self.pot.id).held

    def stripe_costs(self) -> Pence:
        """What Stripe took for itself, for charges and disputes."""
        bank = self.served.pretend.bank
        charged = sum(bank.things[one["balance_transaction"]]["fee"] for one in bank.all("charge"))
        return int(charged + sum(moved["fee"] for one in bank.all("dispute") for moved in one["balance_transactions"]))

    def open_rail_holds(self) -> list[str]:
        """Holds on their way that neither came true nor were let go."""
        with self.database.read() as session:
            rows = session.exec(select(LedgerRow).where(LedgerRow.kind == Kind.HOLD)).all()
            rail = [row for row in rows if not row.debit.startswith("pot:")]
            return [row.key for row in rail if (state := ledger.hold_state(session, row.id)) and state.open]


def make_town(database: Database, clock: StandingClock, served: Served, cards: Cards, **more: object) -> Town:
    """A town with nothing booked yet."""
    connect()
    now: datetime = clock.now()
    settings = served.settings(**more)
    with database.write() as session:
        council = county.authority(session)
        nell = county.person(session, "Nell Arscott", now, council)
        payer = county.actor(session, Role.CUSTOMER_SELF_FUNDER, "Nell Arscott", now, person_id=nell.id)
        pot = county.pot(session, nell, 0, now, PotKind.OWN_MONEY)
        terry = county.provider(session, "Terry Holwill", now, email="terry@example.org")
        listing = county.listing(session, terry, now, pence=1700)
        signed_in = county.actor(session, Role.PA, "Terry Holwill", now, provider_id=terry.id)
        first, second = (
            county.actor(session, Role.DIRECT_PAYMENTS_OFFICER, name, now, authority_id=council.id)
            for name in ("Dawn Friend", "Piers Blake")
        )
    services = ChatServices(settings, LiveIndex(), understand)
    worker = Worker(database, clock, {**every_handler(services), **handlers(settings, cards)})
    return Town(
        database, clock, served, cards, settings, worker, nell, payer, pot, terry, signed_in, listing, (first, second)
    )
