"""The demo county, loaded once and copied for each talk."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.times import LONDON
from market.migrations.upgrade import upgrade
from market.seeding import load_demo
from tests.journeys.chat.talks import County

BEGIN = datetime(2026, 11, 23, 9, 15, tzinfo=LONDON)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("county") / "county.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    load_demo(database, BEGIN)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture
def county(seeded: Path, tmp_path: Path) -> Iterator[County]:
    """A county of one's own, on Monday 23 November 2026 at a quarter past nine."""
    copy = shutil.copy(seeded, tmp_path / "county.db")
    database = Database(f"sqlite:///{copy}")
    yield County(database, StandingClock(BEGIN))
    database.close()
