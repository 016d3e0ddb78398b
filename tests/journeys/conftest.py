"""The demo county on a database of each kind, loaded once and copied for each test: loading takes longer than walking."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from sqlmodel import SQLModel

from market.core.database import Database
from market.migrations.every_table import METADATA
from market.seeding.load import load_demo
from market.wiring import connect
from tests.conftest import MONDAY, _named, _run_outside, _template


@pytest.fixture(scope="session")
def county_file() -> Iterator[Path]:
    """A SQLite file that holds the county as seen from the standing clock."""
    assert METADATA.tables
    with TemporaryDirectory() as folder:
        path = Path(folder) / "county.db"
        database = Database(f"sqlite:///{path}")
        SQLModel.metadata.create_all(database.engine)
        _load(database)
        yield path


@pytest.fixture(scope="session")
def county_template(postgres_server: str) -> str:
    """The name of a PostgreSQL database that holds the same."""
    assert METADATA.tables
    admin, name = Database(postgres_server), f"county_{uuid4().hex}"
    _run_outside(admin, f'CREATE DATABASE "{name}" TEMPLATE "{_template(admin, postgres_server)}"')
    admin.close()
    _load(Database(_named(postgres_server, name)))
    return name


def _load(database: Database) -> None:
    connect()
    load_demo(database, MONDAY)
    database.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def county(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The demo county to change at will, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        copy = tmp_path / "county.db"
        shutil.copy(request.getfixturevalue("county_file"), copy)
        database = Database(f"sqlite:///{copy}")
        yield database
        database.close()
        return
    template: str = request.getfixturevalue("county_template")
    server: str = request.getfixturevalue("postgres_server")
    admin, name = Database(server), f"t{uuid4().hex}"
    _run_outside(admin, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    database = Database(_named(server, name))
    yield database
    database.close()
    _run_outside(admin, f'DROP DATABASE "{name}" WITH (FORCE)')
    admin.close()
