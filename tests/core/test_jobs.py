"""Durable work: once by key, taken over when a worker dies, left alone with growing waits when it fails."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import LEASE, MOST_ATTEMPTS, Payload, Worker, put_job
from market.core.tables import JobRow


def put(database: Database, clock: StandingClock, key: str = "k", kind: str = "say") -> None:
    with database.write() as session:
        put_job(session, kind, {"word": "hello"}, run_at=clock.now(), key=key)


def test_a_job_is_put_once_by_its_key_and_done_once(database: Database, clock: StandingClock) -> None:
    said: list[str] = []

    def say(session: Session, payload: Payload, now: datetime) -> None:
        said.append(payload["word"])

    put(database, clock)
    put(database, clock)
    worker = Worker(database, clock, {"say": say})
    assert worker.run_due() == 1
    assert worker.run_due() == 0
    assert said == ["hello"]


def test_a_job_waits_for_its_time(database: Database, clock: StandingClock) -> None:
    with database.write() as session:
        put_job(session, "say", {}, run_at=clock.now() + timedelta(minutes=1), key="k")
    worker = Worker(database, clock, {"say": lambda *_: None})
    assert worker.run_due() == 0
    clock.move(timedelta(minutes=1))
    assert worker.run_due() == 1


def test_what_a_failing_job_wrote_is_undone_and_it_is_tried_again_later(
    database: Database, clock: StandingClock
) -> None:
    tries: list[datetime] = []

    def fails_once(session: Session, payload: Payload, now: datetime) -> None:
        put_job(session, "other", {}, run_at=now, key=f"left over {len(tries)}")
        tries.append(now)
        if len(tries) == 1:
            raise ValueError

    put(database, clock)
    worker = Worker(database, clock, {"say": fails_once, "other": lambda *_: None})
    worker.run_due()
    clock.move(timedelta(seconds=2))
    worker.run_due()
    assert len(tries) == 2
    with database.read() as session:
        assert session.exec(select(JobRow.key).where(JobRow.kind == "other")).all() == ["left over 1"]


def test_a_job_that_never_works_is_given_up_and_not_lost(database: Database, clock: StandingClock) -> None:
    def fails(session: Session, payload: Payload, now: datetime) -> None:
        raise ValueError("a name that must not be kept")

    put(database, clock)
    worker = Worker(database, clock, {"say": fails})
    for _ in range(MOST_ATTEMPTS + 3):
        worker.run_due()
        clock.move(timedelta(minutes=11))
    with database.read() as session:
        job = session.exec(select(JobRow)).one()
        assert job.attempts == MOST_ATTEMPTS
        assert job.given_up_at is not None
        assert job.error == "ValueError"


def test_another_worker_takes_over_when_the_lease_ends_and_the_first_can_no_longer_finish(
    database: Database, clock: StandingClock
) -> None:
    done: list[str] = []
    put(database, clock)
    second = Worker(database, clock, {"say": lambda *_: done.append("second")})

    def slow(session: Session, payload: Payload, now: datetime) -> None:
        done.append("first")

    class Sleeps(Worker):
        """Falls asleep between claiming and running."""

        def _run(self, job):  # type: ignore[no-untyped-def]
            clock.move(LEASE + timedelta(seconds=1))
            assert second.run_due() == 1
            super()._run(job)

    Sleeps(database, clock, {"say": slow}).run_one()
    assert done == ["second", "first"]
    with database.read() as session:
        assert session.exec(select(JobRow)).one().attempts == 2


def test_a_job_that_calls_out_begins_and_settles_in_two_transactions(database: Database, clock: StandingClock) -> None:
    seen: list[str] = []

    class Sends:
        def begin(self, session: Session, payload: Payload, now: datetime) -> str:
            put_job(session, "note", {}, run_at=now + timedelta(days=1), key="marked as being sent")
            return "begun"

        def call(self, begun: str) -> str:
            with database.read() as other:
                seen.extend(other.exec(select(JobRow.key).where(JobRow.kind == "note")))
            return "answer"

        def settle(self, session: Session, payload: Payload, begun: str, outcome: str, now: datetime) -> None:
            seen.append(f"{begun} {outcome}")

    put(database, clock)
    Worker(database, clock, {"say": Sends()}).run_due()
    assert seen == ["marked as being sent", "begun answer"]
