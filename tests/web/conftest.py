"""The application as a browser meets it, on each database."""

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.tables import Account
from tests.factories.people import a_person, somebody
from tests.web.browser import Browser, browser_on


@pytest.fixture
def settings() -> Settings:
    """An installation that is not the demo, so that nothing is made easy."""
    return Settings(demo=False, _env_file=None)


@pytest.fixture
def app(settings: Settings, sqlite_database: Database, clock: StandingClock) -> Starlette:
    """The whole application."""
    return create_app(settings, sqlite_database, clock, raises=True)


@pytest.fixture
def browser(app: Starlette, sqlite_database: Database, clock: StandingClock) -> Browser:
    """A browser that has not been here before."""
    return browser_on(app, sqlite_database, clock)


@pytest.fixture
def joanne(sqlite_database: Database) -> Account:
    """A supporter of Arthur's, known by her address."""
    with sqlite_database.write() as session:
        account, _ = somebody(session, Role.SUPPORTER, person=a_person(session), email="joanne@example.org")
    return account
