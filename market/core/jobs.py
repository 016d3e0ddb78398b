"""Durable work in the application's own database.

A job is a row, written in the transaction of its cause. It is claimed with a lease; a worker that dies loses the lease
and another takes the job over. So a job may run twice: handlers are idempotent, by key or by looking at the state.
A job that calls out is two transactions, see `Outward`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from market.core.clock import Clock
from market.core.database import Database, insert_once
from market.core.ids import new_id
from market.core.log import log
from market.core.tables import JobRow

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 12

_JOBS = SQLModel.metadata.tables["job"]

Payload = Mapping[str, Any]
Handler = Callable[[Session, Payload, datetime], None]


@runtime_checkable
class Outward(Protocol):
    """A job that calls out: `begin` in one transaction, `call` in none, `settle` in a second."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> Any: ...

    def call(self, begun: Any) -> Any: ...

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None: ...


def put_job(session: Session, kind: str, payload: Payload, *, run_at: datetime, key: str) -> None:
    """Write a job beside its cause. A key that is there already means the work is known: nothing is added."""
    insert_once(session, JobRow, kind=kind, payload=dict(payload), run_at=run_at, key=key, attempts=0)


def growing_wait(attempts: int) -> timedelta:
    """How long to leave a job that failed: 2, 4, 8 seconds and so on, never over ten minutes."""
    return timedelta(seconds=min(600, 2 ** min(attempts, 10)))


@dataclass(frozen=True)
class Claimed:
    """A job this worker holds until its lease ends."""

    id: int
    kind: str
    payload: Payload
    attempts: int


class Worker:
    """Runs what is due. Several may stand side by side on one database."""

    def __init__(self, database: Database, clock: Clock, handlers: Mapping[str, "Handler | Outward"]) -> None:
        self._database = database
        self._clock = clock
        self._handlers = handlers
        self.name = new_id("wrk")

    def run_due(self, most: int = 10_000) -> int:
        """Run every job that is due now, and those they put that are due too. Returns how many were run."""
        done = 0
        while done < most and self.run_one():
            done += 1
        return done

    def run_one(self) -> bool:
        """Claim and run one job. False when nothing is due."""
        job = self._claim()
        if job is None:
            return False
        try:
            self._run(job)
        except Exception as trouble:
            log.warning("job.failed", kind=job.kind, job=job.id, attempts=job.attempts, error=type(trouble).__name__)
            self._put_back(job, trouble)
        return True

    def _claim(self) -> Claimed | None:
        now = self._clock.now()
        due = (
            sa.select(_JOBS.c.id)
            .where(_JOBS.c.done_at.is_(None), _JOBS.c.given_up_at.is_(None), _JOBS.c.run_at <= now)
            .where(sa.or_(_JOBS.c.lease_until.is_(None), _JOBS.c.lease_until < now))
            .order_by(_JOBS.c.run_at, _JOBS.c.id)
            .limit(1)
        )
        with self._database.read() as session:  # a look costs no write lock when nothing is due
            if session.execute(due).first() is None:
                return None
        due = due.with_for_update(skip_locked=True)
        claim = (
            sa.update(_JOBS)
            .where(_JOBS.c.id.in_(due.scalar_subquery()))
            .values(lease_until=now + LEASE, lease_by=self.name, attempts=_JOBS.c.attempts + 1)
            .returning(_JOBS.c.id, _JOBS.c.kind, _JOBS.c.payload, _JOBS.c.attempts)
        )
        with self._database.write() as session:
            row = session.execute(claim).first()
        return None if row is None else Claimed(*row)

    def _run(self, job: Claimed) -> None:
        handler = self._handlers[job.kind]
        if not isinstance(handler, Outward):
            with self._database.write() as session:
                handler(session, job.payload, self._clock.now())
                self._finish(session, job)
            return
        with self._database.write() as session:
            begun = handler.begin(session, job.payload, self._clock.now())
        outcome = None if begun is None else handler.call(begun)
        with self._database.write() as session:
            if begun is not None:
                handler.settle(session, job.payload, begun, outcome, self._clock.now())
            self._finish(session, job)

    def _finish(self, session: Session, job: Claimed) -> None:
        mine = sa.and_(_JOBS.c.id == job.id, _JOBS.c.lease_by == self.name, _JOBS.c.done_at.is_(None))
        result: Any = session.execute(sa.update(_JOBS).where(mine).values(done_at=self._clock.now(), lease_until=None))
        if result.rowcount != 1:
            raise RuntimeError("the lease was lost to another worker: this run is undone")

    def _put_back(self, job: Claimed, trouble: Exception) -> None:
        now = self._clock.now()
        given_up = now if job.attempts >= MOST_ATTEMPTS else None
        again = sa.update(_JOBS).where(_JOBS.c.id == job.id, _JOBS.c.lease_by == self.name)
        with self._database.write() as session:
            session.execute(
                again.values(
                    lease_until=None,
                    run_at=now + growing_wait(job.attempts),
                    given_up_at=given_up,
                    error=type(trouble).__name__,
                )
            )
