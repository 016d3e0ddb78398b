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


def fill_as_it_was(database: Database, now: datetime, folder: Path) -> None:
    """Put the demo county into a database of an earlier shape: each row with the columns that were there then.

    Today's seeding writes today's columns, so it is loaded into a database of today and carried over. Keys to other
    tables are not checked on the way: the order of rows within a table is not the order they were made in.
    """
    today = Database(f"sqlite:///{folder / 'today.db'}")
    upgrade(today)
    load_demo(today, now)
    there = sa.inspect(database.engine)
    then = {name: {one["name"] for one in there.get_columns(name)} for name in there.get_table_names()}
    with today.engine.connect() as source, database.engine.connect() as target:
        if not database.is_sqlite:
            target.exec_driver_sql("SET session_replication_role = replica")
        for table in METADATA.sorted_tables:
            columns = [column for column in table.c if column.name in then.get(table.name, ())]
            rows = [dict(row) for row in source.execute(sa.select(*columns)).mappings()] if columns else []
            if rows:
                kept = sa.table(table.name, *(sa.column(column.name, column.type) for column in columns))
                target.execute(sa.insert(kept), rows)
        target.commit()
    today.close()


def test_a_filled_database_of_the_first_migration_comes_to_the_newest(
    empty_database: Database, now: datetime, tmp_path: Path
) -> None:
    upgrade(empty_database, FIRST)
    fill_as_it_was(empty_database, now, tmp_path)
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
