"""A database filled at the first migration comes to the newest with everything in it, on both databases."""

from datetime import datetime

import pytest
import sqlalchemy as sa
from sqlmodel import select

from market.core.database import Database, count
from market.ledger.tables import LedgerRow
from market.migrations.upgrade import differences, newest, standing_at, upgrade
from market.people.tables import Person
from market.seeding import load_demo

FIRST = "0001"


def test_a_filled_database_of_the_first_migration_comes_to_the_newest(empty_database: Database, now: datetime) -> None:
    upgrade(empty_database, FIRST)
    load_demo(empty_database, now)
    upgrade(empty_database)
    assert standing_at(empty_database) == newest()
    assert differences(empty_database) == []
    with empty_database.read() as session:
        assert count(session, select(Person)) >= 20
        assert count(session, select(LedgerRow)) >= 1000


def test_the_ledgers_triggers_come_with_the_migrations(empty_database: Database, now: datetime) -> None:
    upgrade(empty_database)
    load_demo(empty_database, now)
    with pytest.raises(sa.exc.DBAPIError), empty_database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM ledger_row")


def test_loading_the_county_twice_changes_nothing(empty_database: Database, now: datetime) -> None:
    upgrade(empty_database)
    assert load_demo(empty_database, now)
    assert not load_demo(empty_database, now)
