"""A database filled at the first migration comes to the newest with everything in it, on both databases."""

from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import select

from market.core.database import Database, count
from market.ledger.tables import LedgerRow
from market.migrations.every_table import METADATA
from market.migrations.upgrade import differences, newest, standing_at, upgrade
from market.people.tables import Person
from market.seeding import load_demo

FIRST = "0001"


def fill_as_of_the_first(first: Database, folder: Path, now: datetime) -> None:
    """The demo county in a database of the first migration: what its tables have a place for, in an order that keys allow."""
    filled = Database(f"sqlite:///{folder / 'filled.db'}")
    upgrade(filled)
    load_demo(filled, now)
    then, now_has = sa.MetaData(), sa.MetaData()
    then.reflect(first.engine)
    now_has.reflect(filled.engine)
    with filled.engine.connect() as source, first.engine.begin() as target:
        for table in then.sorted_tables:
            typed = METADATA.tables.get(table.name)
            if typed is None or table.name not in now_has.tables:
                continue
            columns = [column.name for column in table.columns if column.name in typed.columns]
            rows = source.execute(sa.select(*(typed.c[name] for name in columns))).mappings().all()
            if rows:
                target.execute(sa.insert(_with_types(table, typed)), [dict(row) for row in rows])
    filled.close()


def _with_types(table: sa.Table, typed: sa.Table) -> sa.Table:
    """A table as it was, its columns typed as the program types them, so that dates and lists go in as they came out."""
    columns = [sa.Column(one.name, typed.c[one.name].type) for one in table.columns if one.name in typed.columns]
    return sa.Table(table.name, sa.MetaData(), *columns)


def test_a_filled_database_of_the_first_migration_comes_to_the_newest(
    empty_database: Database, tmp_path: Path, now: datetime
) -> None:
    upgrade(empty_database, FIRST)
    fill_as_of_the_first(empty_database, tmp_path, now)
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
