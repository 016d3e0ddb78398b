"""The bot's memory in tables is held to the bot's own contract, on both databases."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.store import Store
from market.chat.rules import Via
from market.chat.store import ChatStore
from market.chat.tables import Conversation
from market.core.database import Database
from tests.contracts.test_store_contract import HERE, THERE, StoreContract


class TestChatTables(StoreContract):
    @pytest.fixture
    def store(self, database: Database, now: datetime) -> Iterator[Store]:
        with database.write() as session:
            for name in (HERE, THERE):
                session.add(Conversation(id=name, via=Via.WEB, address=name, made_at=now))
            session.flush()
            yield ChatStore(session, now)
