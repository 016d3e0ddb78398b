"""A database filled at the first migration comes to the newest with everything in it, on both databases."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import sqlalchemy as sa
from sqlmodel import select

from market.bookings.tables import Visit
from market.core.database import Database, count
from market.ledger.tables import LedgerRow
from market.migrations.every_table import METADATA
from market.migrations.upgrade import differences, newest, standing_at, upgrade
from market.people.tables import Person
from market.seeding import load_demo
from tests.conftest import MONDAY

FIRST = "0001"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo county as today's code writes it."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('filled') / 'county.db'}")
    upgrade(database)
    load_demo(database, MONDAY)
    yield database
    database.close()


def copy_what_there_was(filled: Database, old: Database) -> None:
    """Today's rows in yesterday's tables: only those tables, and only those columns, that the older shape has."""
    there = sa.inspect(old.engine)
    with filled.engine.connect() as reading, old.engine.begin() as writing:
        for table in METADATA.sorted_tables:
            if not there.has_table(table.name):
                continue
            columns = [table.c[column["name"]] for column in there.get_columns(table.name) if column["name"] in table.c]
            rows = [dict(row) for row in reading.execute(sa.select(*columns)).mappings()]
            if rows:
                old_table = sa.table(
                    table.name, *(sa.column(c.name, c.type) for c in columns)
                )  # without today's defaults
                writing.execute(sa.insert(old_table), rows)


def test_a_filled_database_of_the_first_migration_comes_to_the_newest(
    empty_database: Database, filled: Database
) -> None:
    upgrade(empty_database, FIRST)
    copy_what_there_was(filled, empty_database)
    upgrade(empty_database)
    assert standing_at(empty_database) == newest()
    assert differences(empty_database) == []
    with empty_database.read() as session:
        assert count(session, select(Person)) >= 20
        assert count(session, select(LedgerRow)) >= 1000


def test_what_is_paid_once_is_found_in_the_price_that_was_frozen_into_a_booking(
    empty_database: Database, filled: Database
) -> None:
    upgrade(empty_database, FIRST)
    copy_what_there_was(filled, empty_database)
    upgrade(empty_database, "0010")
    booking = sa.table("booking", sa.column("id"), sa.column("price_lines", sa.JSON()))
    with empty_database.engine.begin() as connection:
        priced = connection.execute(sa.select(booking.c.id, booking.c.price_lines)).all()
        booking_id, lines = next((row.id, row.price_lines) for row in priced if len(row.price_lines or ()) > 1)
        lines[0]["items"].append({"unit": "one_off", "when": "any", "rate_pence": 2500, "pence": 2500})
        connection.execute(sa.update(booking).where(booking.c.id == booking_id).values(price_lines=lines))
    upgrade(empty_database)
    with empty_database.read() as session:
        visits = session.exec(select(Visit).where(Visit.booking_id == booking_id)).all()
        carrying = [visit.day.isoformat() for visit in visits if visit.once_pence == 2500]
        assert carrying == [lines[0]["day"]]
        assert len(session.exec(select(Visit).where(Visit.once_pence > 0)).all()) == 1


def test_the_ledgers_triggers_come_with_the_migrations(empty_database: Database, now: datetime) -> None:
    upgrade(empty_database)
    load_demo(empty_database, now)
    with pytest.raises(sa.exc.DBAPIError), empty_database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM ledger_row")


def test_loading_the_county_twice_changes_nothing(empty_database: Database, now: datetime) -> None:
    upgrade(empty_database)
    assert load_demo(empty_database, now)
    assert not load_demo(empty_database, now)
