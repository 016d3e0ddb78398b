"""The nightly round of the supply side: what went stale, what lapsed. Search hides both by the dates alone; this tells."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from market.core.jobs import Handler, Outward, Payload, put_job
from market.core.times import at_wall, wall_day
from providers.accreditation.service import note_lapses
from providers.listings.freshness import ask_still_right, mark_stale

NIGHTLY = "providers.nightly"
_JUST_AFTER_MIDNIGHT = time(0, 5)


def plan_night(session: Session, now: datetime) -> None:
    """Put the round of the coming midnight. Saying it again changes nothing: the day is the key."""
    day = wall_day(now) + timedelta(days=1)
    put_job(session, NIGHTLY, {}, run_at=at_wall(day, _JUST_AFTER_MIDNIGHT), key=f"{NIGHTLY}:{day.isoformat()}")


def _nightly(session: Session, payload: Payload, now: datetime) -> None:
    mark_stale(session, now)
    ask_still_right(session, now)
    note_lapses(session, now)
    plan_night(session, now)


HANDLERS: dict[str, Handler | Outward] = {NIGHTLY: _nightly}
