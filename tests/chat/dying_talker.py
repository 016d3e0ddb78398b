"""One turn in a process of its own, which kills itself by signal 9 at its so-manieth word to the database."""

import os
import signal
from datetime import datetime
from typing import Any

import sqlalchemy as sa

import market.migrations.every_table  # noqa: F401  (every table, as in any process of ours)
from bot.messages import Incoming
from market.chat.turns import ChatServices, take_turn
from market.core.database import Database
from market.core.settings import Settings
from market.search.live import LiveIndex
from market.wiring import connect
from tests.fakes.scripted_understanding import ScriptedUnderstanding


def understood(text: str, *, role: str, now: datetime, roster: object = None, alarm: object = None) -> Any:
    return ScriptedUnderstanding()(text, role=role, now=now)


def talk_until_killed(url: str, now: datetime, incoming: Incoming, dies_at: int) -> None:
    """Take one turn. Dies before its statement number `dies_at`, or, having taken it, lives."""
    connect()
    database = Database(url)
    said = 0

    @sa.event.listens_for(database.engine, "before_cursor_execute")
    def _count(*_: object) -> None:
        nonlocal said
        said += 1
        if said == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with database.write() as session:
        take_turn(session, ChatServices(Settings(), LiveIndex(), understood), incoming, now)
