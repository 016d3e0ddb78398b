"""The demo county as a browser meets it, loaded once for all these tests: none of them depends on what another wrote."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from tests.conftest import MONDAY
from tests.web.browser import Browser, browser_on


@pytest.fixture(scope="session")
def county(county_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo county on Monday 23 November 2026."""
    copy = shutil.copy(county_file, tmp_path_factory.mktemp("county") / "county.db")
    database = Database(f"sqlite:///{copy}")
    yield database
    database.close()


@pytest.fixture(scope="session")
def county_app(county: Database) -> Starlette:
    """The whole application over it, staff let past their second step as in the demo."""
    return create_app(Settings(demo=True, _env_file=None), county, StandingClock(MONDAY), raises=True)


@pytest.fixture
def visitor(county_app: Starlette, county: Database, clock: StandingClock) -> Browser:
    """A browser that has not been here before."""
    return browser_on(county_app, county, clock)
