"""A worker that is killed: kill -9 at its n-th step, in a process of its own. Imported by that process, so it stays small."""

import os
import signal
from datetime import datetime

from sqlmodel import Session

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Claimed, Worker
from market.core.settings import Settings
from market.migrations.every_table import METADATA
from market.search.live import LiveIndex
from market.wiring import connect
from market.worker import every_handler

DONE, KILLED = 0, -signal.SIGKILL


class DyingWorker(Worker):
    """Steps are counted where a crash could hurt: after a claim, before and after finishing inside the transaction,
    and after a commit. At step `dies_at` the process is gone."""

    steps = 0
    dies_at = 0

    def _step(self) -> None:
        self.steps += 1
        if self.steps == self.dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def _claim(self) -> Claimed | None:
        job = super()._claim()
        if job is not None:
            self._step()
        return job

    def _finish(self, session: Session, job: Claimed) -> None:
        session.flush()
        self._step()
        super()._finish(session, job)
        session.flush()
        self._step()

    def run_one(self) -> bool:
        ran = super().run_one()
        if ran:
            self._step()
        return ran


def run_until_killed(url: str, now: datetime, dies_at: int) -> None:
    """Run everything due at `now`, unless killed before. The process ends with 0 when nothing is left."""
    assert METADATA.tables
    database = Database(url)
    connect()
    services = ChatServices(Settings(database_url=url), LiveIndex(), understand)
    worker = DyingWorker(database, StandingClock(now), every_handler(services))
    worker.dies_at = dies_at
    worker.run_due()
    os._exit(DONE)
