"""Stripe is never called inside an open transaction: whatever is asked of it, others can write, and ours is closed."""

import sqlite3
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from market.bookings.visiting import cancel_visit
from market.core.clock import StandingClock
from market.core.database import Database
from market.payments.gateway import StripeCards
from market.payments.queries import cards_of
from market.payments.reconciling.service import Reconcile
from market.payments.refunding import ask_refund
from market.payments.rules import DISPUTE_WINDOW, Way
from market.payments.saved import stop_card
from tests.payments.conftest import Served
from tests.payments.test_flows import check_books
from tests.payments.town import Town, make_town

ASKED = ("open_page", "close_page", "charge", "payment", "forget_card", "move", "moved", "dispute", "open_account",
         "account", "payout", "account_page", "everything_since")  # fmt: skip


class Watched:
    """A gateway that looks, each time it is asked, whether a transaction of this database is open."""

    def __init__(self, cards: StripeCards, database: Database) -> None:
        self._cards, self._database = cards, database
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        verb = getattr(self._cards, name)
        if name not in ASKED:
            return verb

        def watched(*args: Any, **kwargs: Any) -> Any:
            self.asked.add(name)
            assert open_transactions(self._database) == 0, f"{name} was called inside a transaction"
            return verb(*args, **kwargs)

        return watched


def open_transactions(database: Database) -> int:
    """How many are open: as PostgreSQL counts them, or, on SQLite, whether somebody else may not write now."""
    if database.is_sqlite:
        other = sqlite3.connect(str(database.engine.url.database), isolation_level=None, timeout=0.05)
        try:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return 1
        finally:
            other.close()
        return 0
    open_ = "state IN ('idle in transaction', 'idle in transaction (aborted)') AND datname = current_database()"
    with database.engine.connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM pg_stat_activity WHERE {open_}").scalar() or 0)


def test_no_transaction_is_open_whatever_is_asked_of_stripe(
    database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards
) -> None:
    watched = Watched(stripe_cards, database)
    town = make_town(database, clock, pretend, watched)
    account = town.set_up_terry()
    booking = town.book(days=("TH",), weeks=1)
    first, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.done(first)
    town.later(DISPUTE_WINDOW)
    with town.database.write() as session:
        ask_refund(session, town.officers[0], first.id, 500, "Late.", limit=5000, now=town.clock.now())
    town.settle()
    town.clock.set(second.starts_at - timedelta(days=2))
    town.later(timedelta(0))
    pretend.pretend.bank.dispute(str(town.at_stripe("charge")[0]["id"]))
    pretend.pretend.bank.pay_out(account, arrives=False)
    town.settle()
    other = town.book()
    left = town.start(other)
    with town.database.write() as session:
        (card,) = cards_of(session, town.nell.id)
        stop_card(session, town.payer, card.id, now=town.clock.now())
        cancel_visit(session, town.payer, town.visits(other)[0].id, 0, now=town.clock.now())
    pretend.pretend.faults.drop = 1.0
    pretend.pretend.bank.pay_page(str(left.page_ref), "accepted")
    town.settle()
    town.later(timedelta(minutes=6))
    town.sweep()
    night = Reconcile(watched, town.settings)
    night.call(town.clock.now() - timedelta(days=35))
    assert watched.asked >= set(ASKED) - {"close_page"}
    check_books(town)


def test_the_control_a_transaction_that_is_open_is_seen(town: Town) -> None:
    assert open_transactions(town.database) == 0
    with town.database.write() as session:
        session.exec(sa.text("SELECT 1"))  # type: ignore[call-overload]
        assert open_transactions(town.database) == 1
