"""Money that cannot quietly drift: rules in prose, then attacked."""

from datetime import datetime

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from market.core.actor import System
from market.core.database import Database
from market.ledger import queries
from market.ledger.errors import AmountNotPositive, HoldExceeded, NoSuchHold
from market.ledger.rules import Balance
from market.ledger.service import Money, place_hold, post_hold, transfer, void_hold
from market.ledger.tables import LedgerRow

POT, PROVIDER, COUNCIL = "pot:p1", "provider:a", "authority:devon"


def why(key: str, now: datetime) -> Money:
    return Money("visit", key, "person", "p1", now, System("test"))


def filled(session: Session, now: datetime, pence: int = 10_000) -> None:
    transfer(session, COUNCIL, POT, pence, why("allocated", now))


def test_free_is_what_was_allocated_less_spent_less_held(database: Database, now: datetime) -> None:
    with database.write() as session:
        filled(session, now)
        first = place_hold(session, POT, PROVIDER, 1700, why("h1", now))
        place_hold(session, POT, PROVIDER, 2000, why("h2", now))
        post_hold(session, first.id, 1700, why("p1", now))
        assert queries.balance(session, POT) == Balance(allocated=10_000, spent=1700, held=2000)
        assert queries.balance(session, POT).free == 6300


def test_a_post_for_less_lets_the_rest_go(database: Database, now: datetime) -> None:
    with database.write() as session:
        filled(session, now)
        hold = place_hold(session, POT, PROVIDER, 1700, why("h", now))
        post_hold(session, hold.id, 1000, why("p", now))
        assert queries.balance(session, POT) == Balance(10_000, 1000, 0)
        assert queries.earned(session, PROVIDER) == 1000


def test_posts_never_exceed_the_hold(database: Database, now: datetime) -> None:
    with database.write() as session:
        filled(session, now)
        hold = place_hold(session, POT, PROVIDER, 1700, why("h", now))
        with pytest.raises(HoldExceeded):
            post_hold(session, hold.id, 1701, why("p", now))
        void_hold(session, hold.id, why("v", now))
        with pytest.raises(HoldExceeded):
            post_hold(session, hold.id, 1, why("p2", now))


def test_the_same_key_moves_money_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        for _ in range(3):
            filled(session, now)
            hold = place_hold(session, POT, PROVIDER, 1700, why("h", now))
            post_hold(session, hold.id, 1700, why("p", now))
        assert queries.balance(session, POT) == Balance(10_000, 1700, 0)


def test_nothing_and_less_than_nothing_are_no_money(database: Database, now: datetime) -> None:
    with database.write() as session:
        for amount in (0, -1):
            with pytest.raises(AmountNotPositive):
                transfer(session, COUNCIL, POT, amount, why("t", now))
        with pytest.raises(NoSuchHold):
            void_hold(session, "led_nobody", why("v", now))


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE ledger_row SET amount_pence = 1",
        "DELETE FROM ledger_row",
        "INSERT INTO ledger_row (id, debit, credit, amount_pence, kind, hold_id, cause, key, person_id, at, by) "
        "SELECT 'x', debit, credit, 999999, 'post', id, cause, 'k', person_id, at, by FROM ledger_row WHERE kind = 'hold'",
        "INSERT INTO ledger_row (id, debit, credit, amount_pence, kind, cause, key, person_id, at, by) "
        "SELECT 'x', debit, credit, 5, 'post', cause, 'k', person_id, at, by FROM ledger_row WHERE kind = 'hold'",
        "INSERT INTO ledger_row (id, debit, credit, amount_pence, kind, cause, key, person_id, at, by) "
        "SELECT 'x', debit, debit, 5, 'transfer', cause, 'k', person_id, at, by FROM ledger_row WHERE kind = 'hold'",
    ],
    ids=["change", "delete", "post beyond the hold", "post without a hold", "one account"],
)
def test_the_database_itself_refuses(database: Database, now: datetime, attack: str) -> None:
    with database.write() as session:
        filled(session, now)
        place_hold(session, POT, PROVIDER, 1700, why("h", now))
    with pytest.raises(sa.exc.DBAPIError), database.engine.begin() as connection:
        connection.exec_driver_sql(attack)
    with database.read() as session:
        assert queries.balance(session, POT) == Balance(10_000, 0, 1700)


steps = st.lists(
    st.tuples(st.sampled_from(["hold", "post", "void"]), st.integers(1, 3000), st.integers(0, 5)), max_size=25
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_whatever_happens_the_books_balance(
    sqlite_database: Database, now: datetime, steps: list[tuple[str, int, int]]
) -> None:
    """Any order of holds, posts and voids: held and spent are what a ledger kept by hand says, and never below nought."""
    with Session(sqlite_database.engine.execution_options(alongside_write=True)) as session:
        filled(session, now, 50_000)
        holds: list[LedgerRow] = []
        spent, held = 0, {}
        for number, (what, pence, which) in enumerate(steps):
            if what == "hold" or not holds:
                row = place_hold(session, POT, PROVIDER, pence, why(f"h{number}", now))
                holds.append(row)
                held[row.id] = pence
                continue
            hold = holds[which % len(holds)]
            if what == "void":
                void_hold(session, hold.id, why(f"v{number}", now))
                held[hold.id] = 0
            elif pence <= held[hold.id]:
                post_hold(session, hold.id, pence, why(f"p{number}", now))
                spent, held[hold.id] = spent + pence, 0
            else:
                with pytest.raises(HoldExceeded):
                    post_hold(session, hold.id, pence, why(f"p{number}", now))
        assert queries.balance(session, POT) == Balance(50_000, spent, sum(held.values()))
        assert queries.earned(session, PROVIDER) == spent
        session.rollback()
