"""Recording what happened, and who reacts.

An event is a row in the transaction that caused it. For each subscriber a job is written beside it, so that a reaction
is never lost between a commit and a crash, and one that fails is tried again alone.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.jobs import put_job
from market.core.tables import EventRow

_SUBSCRIBERS: dict[str, list[str]] = defaultdict(list)


def subscribe(event: str, job_kind: str) -> None:
    """From now on each `event` puts a job of this kind, its payload `{"event_id": ...}`. Saying it twice changes nothing."""
    if job_kind not in _SUBSCRIBERS[event]:
        _SUBSCRIBERS[event].append(job_kind)


def subscribed_kinds() -> frozenset[str]:
    """Every job kind that some event puts: a test holds it against the registered handlers."""
    return frozenset(kind for kinds in _SUBSCRIBERS.values() for kind in kinds)


def record(
    session: Session,
    name: str,
    *,
    at: datetime,
    by: Actor | System,
    subject: str,
    person_id: str | None = None,
    provider_id: str | None = None,
    **facts: Any,
) -> EventRow:
    """Write down that `name` happened to `subject`, and wake whoever reacts. Facts are JSON values, never free text of people."""
    event = EventRow(
        name=name, at=at, by=by.says, subject=subject, person_id=person_id, provider_id=provider_id, facts=facts
    )
    session.add(event)
    session.flush()
    for kind in _SUBSCRIBERS.get(name, ()):
        put_job(session, kind, {"event_id": event.id}, run_at=at, key=f"{kind}:{event.id}")
    return event


def record_all(
    session: Session, name: str, subjects: Sequence[tuple[str, str | None]], *, at: datetime, by: Actor | System
) -> None:
    """The same thing happened to many subjects, each with its provider: their rows are written in one go."""
    events = [
        EventRow(name=name, at=at, by=by.says, subject=subject, provider_id=provider_id)
        for subject, provider_id in subjects
    ]
    session.add_all(events)
    session.flush()
    for kind in _SUBSCRIBERS.get(name, ()):
        for event in events:
            put_job(session, kind, {"event_id": event.id}, run_at=at, key=f"{kind}:{event.id}")
