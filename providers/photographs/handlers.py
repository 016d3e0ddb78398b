"""The nightly round of photographs: those that nobody sees are deleted."""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.core.files import FileStore
from market.core.jobs import Handler, Payload, put_job
from providers.photographs.service import let_unused_go

TIDY = "photographs.tidy"
_A_DAY = timedelta(days=1)


def plan_tidying(session: Session, now: datetime) -> None:
    """Put the next round, a day on. Saying it again changes nothing: the day is the key."""
    at = now + _A_DAY
    put_job(session, TIDY, {}, run_at=at, key=f"{TIDY}:{at.date().isoformat()}")


def tidier(pictures: FileStore) -> Handler:
    """The job, on the folder where the pictures lie."""

    def tidy(session: Session, payload: Payload, now: datetime) -> None:
        let_unused_go(session, pictures, now)
        plan_tidying(session, now)

    return tidy
