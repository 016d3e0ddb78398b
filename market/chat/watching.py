"""Waiting for something new in a conversation, without a thread or a session of one's own.

However many streams are open in a process, one look a second is taken for all of them.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

import anyio.to_thread

from market.chat import queries
from market.core.database import Database
from market.core.log import log

EVERY_SECONDS = 1.0


class TurnWatch:
    """Wakes those who wait for a conversation when a turn was written in it, by whichever process."""

    def __init__(self, database: Database, every: float = EVERY_SECONDS) -> None:
        self._database = database
        self._every = every
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._looking: asyncio.Task[None] | None = None

    async def news(self, conversation_id: str) -> AsyncIterator[bool]:
        """True each time something was written; False when nothing was for fifteen looks, to keep a line open."""
        bell = asyncio.Event()
        self._waiting[conversation_id].add(bell)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            while True:
                try:
                    await asyncio.wait_for(bell.wait(), 15 * self._every)
                except TimeoutError:
                    yield False
                    continue
                bell.clear()
                yield True
        finally:
            self._waiting[conversation_id].discard(bell)
            if not self._waiting[conversation_id]:
                del self._waiting[conversation_id]

    async def _look(self) -> None:
        """Look once a second for as long as anybody waits."""
        seen = await anyio.to_thread.run_sync(self._newest)
        while self._waiting:
            await asyncio.sleep(self._every)
            try:
                seen, moved = await anyio.to_thread.run_sync(self._moved, seen)
            except Exception as trouble:  # the database may be away for a moment; the next look finds what was missed
                log.warning("chat.watch", error=type(trouble).__name__)
                continue
            for conversation_id in moved & self._waiting.keys():
                for bell in self._waiting[conversation_id]:
                    bell.set()

    def _newest(self) -> int:
        with self._database.read() as session:
            return queries.newest_turn_of_all(session)

    def _moved(self, seen: int) -> tuple[int, set[str]]:
        with self._database.read() as session:
            rows = queries.turned_since(session, seen)
        return max((number for number, _ in rows), default=seen), {conversation for _, conversation in rows}
