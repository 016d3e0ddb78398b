"""The nightly round tells what the dates have done."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlmodel import select

from bot.hearing import by_rules
from market.chat.turns import ChatServices
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.tables import EventRow, JobRow
from market.search.live import LiveIndex
from market.worker import make_worker
from providers.handlers import plan_night
from tests.factories.providers import a_listing, a_provider, seen

TOLD = ("evidence.lapsed", "listing.stale")


def test_each_night_tells_what_lapsed_and_went_stale_once_and_plans_the_next(
    database: Database, tmp_path: Path
) -> None:
    clock = StandingClock(datetime(2026, 11, 24, 21, tzinfo=UTC))
    with database.write() as session:
        provider = a_provider(session)
        seen(session, provider, "first_aid", expires_on=date(2026, 11, 24))
        a_listing(session, provider, checked_at=datetime(2025, 11, 24, 21, tzinfo=UTC))
        plan_night(session, clock.now())
        plan_night(session, clock.now())
    settings = Settings(data_folder=tmp_path, _env_file=None)
    worker = make_worker(ChatServices(settings, LiveIndex(), by_rules), database, clock)
    assert worker.run_due() == 0
    for _ in range(2):
        clock.move(timedelta(days=1))
        assert worker.run_due() >= 1
    with database.read() as session:
        told = sorted(event.name for event in session.exec(select(EventRow)) if event.name in TOLD)
        waiting = [
            job.run_at
            for job in session.exec(select(JobRow))
            if job.done_at is None and job.kind == "providers.nightly"
        ]
    assert told == ["evidence.lapsed", "listing.stale"]
    assert waiting == [datetime(2026, 11, 27, 0, 5, tzinfo=UTC)]
