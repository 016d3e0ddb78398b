"""A worker of money that is killed: kill -9 at its n-th step, in a process of its own, while the pretend Stripe lives on.

Steps stand where a crash could hurt: after each claim, after the first transaction, after the call and before what came of
it is written, before and after finishing inside the second, and after its commit.
"""

import os
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Handler, Outward, Payload
from market.core.settings import Settings
from market.migrations.every_table import METADATA
from market.payments.handlers import handlers
from market.search.live import LiveIndex
from market.wiring import connect
from market.worker import every_handler
from tests.journeys.dying_worker import DONE, DyingWorker


class Stepping:
    """A job that calls out, with a step after its first transaction's work and one after its call."""

    def __init__(self, inner: Outward, step: "list[DyingWorker]") -> None:
        self._inner = inner
        self._worker = step

    def begin(self, session: Session, payload: Payload, now: datetime) -> Any:
        return self._inner.begin(session, payload, now)

    def call(self, begun: Any) -> Any:
        self._worker[0]._step()
        outcome = self._inner.call(begun)
        self._worker[0]._step()
        return outcome

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        self._inner.settle(session, payload, begun, outcome, now)


def run_money_until_killed(url: str, stripe: dict[str, str], now: datetime, dies_at: int) -> None:
    """Run everything due at `now`, unless killed before. The process ends with 0 when nothing is left."""
    assert METADATA.tables
    database = Database(url)
    connect()
    settings = Settings(database_url=url, _env_file=None, **stripe)  # type: ignore[arg-type]
    services = ChatServices(settings, LiveIndex(), understand)
    itself: list[DyingWorker] = []
    kinds: dict[str, Handler | Outward] = {**every_handler(services)}
    for kind, does in handlers(settings).items():
        kinds[kind] = Stepping(does, itself) if isinstance(does, Outward) else does
    worker = DyingWorker(database, StandingClock(now), kinds)
    itself.append(worker)
    worker.dies_at = dies_at
    worker.run_due()
    os._exit(DONE)
