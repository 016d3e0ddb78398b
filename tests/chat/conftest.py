"""A small county to talk in."""

import pytest

from market.core.clock import StandingClock
from market.core.database import Database
from tests.chat.county import Here, in_the_county


@pytest.fixture
def here(sqlite_database: Database, clock: StandingClock) -> Here:
    return in_the_county(sqlite_database, clock)
