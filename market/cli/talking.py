"""`alongside chat`: the bot in a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot.understanding import understand
from market.chat.alarm import AlarmAtHand
from market.chat.terminal import NobodyLikeThat, converse, sit_down
from market.chat.turns import ChatServices
from market.cli.wiring_up import fail, start
from market.core.clock import Clock, StandingClock, SystemClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.core.times import read_instant
from market.migrations.upgrade import upgrade
from market.search.live import LiveIndex
from market.seeding import load_demo
from market.wiring import connect
from market.worker import make_worker


def chat(
    who: Annotated[str, typer.Option("--as", help="ROLE or ROLE:NAME, as `alongside people` lists them.")],
    now: Annotated[str, typer.Option(help="Where the clock stands, such as 2026-11-23T09:15 (London time).")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each line.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="On a throwaway demo county, seen from --now.")] = False,
    locked: Annotated[
        bool, typer.Option("--locked", help="As on a shared telephone: private things want a PIN.")
    ] = False,
) -> None:
    """Talk to the bot. One line is one message; [label] presses a button; [+20m] moves the clock."""
    clock = StandingClock(_instant(now))
    with _database(clock.now(), demo=demo) as (settings, database):
        services = ChatServices(settings, LiveIndex(), understand, AlarmAtHand(settings))

        def worker_for(on: Database, by: Clock) -> Worker:
            return make_worker(services, on, by)

        try:
            terminal = sit_down(database, clock, worker_for, services, who=who, locked=locked)
        except NobodyLikeThat as nobody:
            fail(f"Nobody fits {nobody.wanted!r}. There are: {', '.join(nobody.names)}.", 2)
        converse(terminal, sys.stdin, sys.stdout, as_json=as_json)


def _instant(text: str) -> datetime:
    if not text:
        return SystemClock().now()
    try:
        return read_instant(text)
    except ValueError:
        fail(f"--now {text!r} is not a time. Write it like 2026-11-23T09:15.", 2)
        raise


@contextmanager
def _database(now: datetime, *, demo: bool) -> Iterator[tuple[Settings, Database]]:
    """The current database, or a throwaway county that goes when the talk is over."""
    if not demo:
        started = start()
        yield started.settings, started.database
        return
    connect()
    with TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{Path(folder) / 'county.db'}", data_folder=Path(folder), demo=True)
        database = Database(settings.database_url)
        upgrade(database)
        load_demo(database, now)
        yield settings, database
        database.close()
