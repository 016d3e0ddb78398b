"""Writing down who looked."""

from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor
from market.core.tables import AuditRow


def note_read(session: Session, actor: Actor, tag: str, subject: str, *, at: datetime, person_id: str | None) -> None:
    """Record that `actor` looked at a personal record. `tag` is `source:subject:action`, such as `web:plan:read`."""
    session.add(
        AuditRow(at=at, account_id=actor.account_id, role=actor.role, tag=tag, subject=subject, person_id=person_id)
    )
