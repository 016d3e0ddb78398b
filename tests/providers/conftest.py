"""A database of providers alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import providers.accreditation.tables
import providers.availability.tables
import providers.listings.tables
import providers.organisations.tables
import providers.pricing.tables  # noqa: F401
from market.core.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database."""
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    SQLModel.metadata.create_all(database.engine)
    yield database
    database.close()
