"""Having a visit's money looked at."""

from datetime import datetime

from sqlmodel import Session

from market.core.ids import new_id
from market.core.jobs import put_job

LOOK = "payments.look"


def wake(session: Session, visit_id: str, at: datetime) -> None:
    """Look at a visit's money at this moment. Looking too often is harmless."""
    put_job(session, LOOK, {"visit_id": visit_id}, run_at=at, key=f"{LOOK}:{visit_id}:{new_id('at')}")
