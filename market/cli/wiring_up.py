"""What every command that touches the database begins with."""

from dataclasses import dataclass
from typing import NoReturn

import typer
from rich.console import Console

from bot.understanding import understand
from market.chat.alarm import AlarmAtHand
from market.chat.turns import ChatServices
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.settings import Settings
from market.migrations.upgrade import newest, standing_at
from market.search.keeping import long_lived
from market.wiring import connect

console = Console(stderr=True)


@dataclass(frozen=True)
class Started:
    """A process with its settings, its database and what it shares."""

    settings: Settings
    database: Database
    clock: SystemClock
    services: ChatServices


def start(settings: Settings | None = None, *, checked: bool = True) -> Started:
    """Open the database the settings name. With `checked`, refuse one that stands at another migration, and say why."""
    chosen = settings or Settings()
    database = Database(chosen.database_url)
    connect()
    if checked and (here := standing_at(database)) != newest():
        fail(f"The database stands at {here or 'nothing yet'}, the program at {newest()}. Run: alongside migrate")
    return Started(
        chosen, database, SystemClock(), ChatServices(chosen, long_lived(chosen), understand, AlarmAtHand(chosen))
    )


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say one plain sentence on stderr and stop."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)
