"""The demo county, loaded once and copied for each talk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from market.core.clock import StandingClock
from market.core.database import Database
from tests.conftest import MONDAY
from tests.journeys.chat.talks import County


@pytest.fixture
def county(county_file: Path, tmp_path: Path) -> Iterator[County]:
    """A county of one's own, on Monday 23 November 2026 at a quarter past nine."""
    copy = shutil.copy(county_file, tmp_path / "county.db")
    database = Database(f"sqlite:///{copy}")
    yield County(database, StandingClock(MONDAY))
    database.close()
