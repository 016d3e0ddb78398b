"""The demo county on a database of each kind."""

import pytest

from market.core.database import Database


@pytest.fixture
def county(county_database: Database) -> Database:
    """The demo county to change at will, once on SQLite and once on PostgreSQL."""
    return county_database
