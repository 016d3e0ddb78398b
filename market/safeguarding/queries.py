"""Every SELECT of reports."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.actor import Actor
from market.core.rows import one
from market.safeguarding.rules import ReportKind, sees
from market.safeguarding.tables import Report


def report(session: Session, report_id: str) -> Report:
    """One report. Raises `NotFound`."""
    return one(session, Report, report_id)


def report_by_key(session: Session, key: str) -> Report | None:
    """The report made under an idempotency key."""
    return session.exec(select(Report).where(Report.key == key)).first()


def open_reports(session: Session, officer: Actor) -> Sequence[Report]:
    """What waits for this officer: their own authority's, and those of people whom no authority knows. Danger first."""
    kinds = [kind for kind in ReportKind if sees(officer.role, kind)]
    theirs = sa.or_(col(Report.authority_id) == officer.authority_id, col(Report.authority_id).is_(None))
    waiting = select(Report).where(theirs, col(Report.kind).in_(kinds), col(Report.settled_at).is_(None))
    danger_first = sa.case((col(Report.kind) == ReportKind.DANGER, 0), else_=1)
    return session.exec(waiting.order_by(danger_first, col(Report.made_at))).all()


def open_talk(session: Session, conversation_id: str) -> Report | None:
    """The open request for a human in a conversation."""
    asked = select(Report).where(Report.conversation_id == conversation_id, Report.kind == ReportKind.TALK)
    return session.exec(asked.where(col(Report.settled_at).is_(None))).first()


def reports_of_conversation(session: Session, conversation_id: str) -> Sequence[Report]:
    """Everything that was reported in one conversation."""
    return session.exec(select(Report).where(Report.conversation_id == conversation_id)).all()
