"""Two messages at once from one person are taken one after the other: first the race with the lock off, then the lock that stops it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.messages import Incoming
from bot.understanding.reading import Roster
from bot.understood import Plainly
from market.chat import queries
from market.chat.store import ChatStore
from market.chat.turns import take_turn
from market.core.clock import StandingClock
from market.core.database import Database
from tests.chat.county import Here, in_the_county


@dataclass
class MeetsInTheMiddle:
    """An understanding that waits, a moment at most, until the other message is being understood too."""

    both: threading.Barrier = field(default_factory=lambda: threading.Barrier(2))
    met: int = 0

    def __call__(
        self, text: str, *, role: str, now: datetime, roster: Roster | None = None, alarm: object = None
    ) -> Plainly:
        try:
            self.both.wait(timeout=1)
            self.met += 1
        except threading.BrokenBarrierError:
            pass
        return Plainly("book_visit", {"for_whom": "other", "person": "Aled"})


def two_at_once(here: Here) -> int:
    """Two messages, each of which asks a question. How many questions the conversation knows of afterwards."""
    conversation = here.terminal("supporter").conversation

    def say(number: int) -> None:
        with here.database.write() as session:
            take_turn(
                session, here.services, Incoming(f"in_{number}", conversation, "a visit please"), here.clock.now()
            )

    threads = [threading.Thread(target=say, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with here.database.read() as session:
        row = queries.conversation(session, conversation)
        assert row is not None
        return int(row.state["asked"])


def test_without_the_lock_one_of_two_messages_at_once_is_lost(
    database: Database, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")

    @contextmanager
    def unlocked(self: ChatStore, conversation: str) -> Iterator[None]:
        yield

    monkeypatch.setattr(ChatStore, "locked", unlocked)
    here = in_the_county(database, clock)
    here.understand = meeting = MeetsInTheMiddle()  # type: ignore[assignment]
    assert two_at_once(here) == 1
    assert meeting.met == 2


def test_with_the_lock_each_is_taken_in_turn(database: Database, clock: StandingClock) -> None:
    here = in_the_county(database, clock)
    here.understand = meeting = MeetsInTheMiddle()  # type: ignore[assignment]
    assert two_at_once(here) == 2
    assert meeting.met == 0
