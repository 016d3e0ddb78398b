"""Telling a human. Each is idempotent by its key and never refuses for want of rights."""

from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.audit import note_read
from market.core.errors import NotFound
from market.core.events import record
from market.people.tables import Person
from market.safeguarding import queries
from market.safeguarding.rules import ReportKind, sees
from market.safeguarding.tables import Report

EVENT = {
    ReportKind.DANGER: "danger.reported",
    ReportKind.CONCERN: "concern.raised",
    ReportKind.TALK: "handover.requested",
}


def tell_human(
    session: Session,
    kind: ReportKind,
    words: str,
    *,
    by: Actor | System,
    key: str,
    now: datetime,
    person_id: str | None = None,
    danger: str = "",
    wanted: str = "",
    conversation_id: str | None = None,
) -> Report:
    """Write the report down and wake those who see it. `wanted` is what the person wants to happen."""
    if known := queries.report_by_key(session, key):
        return known
    person = session.get(Person, person_id) if person_id else None
    report = Report(
        key=key,
        kind=kind,
        danger=danger,
        words=words,
        wanted=wanted,
        person_id=person.id if person else None,
        authority_id=person.authority_id if person else by.authority_id,
        conversation_id=conversation_id,
        made_by=by.says,
        made_at=now,
    )
    session.add(report)
    session.flush()
    record(session, EVENT[kind], at=now, by=by, subject=report.id, person_id=report.person_id)
    return report


def add_words(session: Session, report_id: str, words: str) -> None:
    """More words for whoever has the report."""
    report = queries.report(session, report_id)
    report.words = f"{report.words}\n{words}"
    session.add(report)


def move_conversation(session: Session, before: str, after: str) -> None:
    """Reports made in one conversation belong to another: the telephone it was held on is somebody else's now."""
    for report in queries.reports_of_conversation(session, before):
        report.conversation_id = after
        session.add(report)
    session.flush()


def report_for(session: Session, officer: Actor, report_id: str) -> Report:
    """A report this officer may see. Raises `NotFound`."""
    report = queries.report(session, report_id)
    theirs = report.authority_id is None or report.authority_id == officer.authority_id
    if not theirs or not sees(officer.role, report.kind):
        raise NotFound
    return report


def whom(session: Session, officer: Actor, report: Report, now: datetime) -> Person | None:
    """Whom a report is about, for an officer who may see the report. The look is written down. Raises `NotFound`.

    A report of a person in no council's area is every desk's, so this does not ask whose person it is.
    """
    report_for(session, officer, report.id)
    if report.person_id is None:
        return None
    note_read(session, officer, "report:person:read", report.id, at=now, person_id=report.person_id)
    return session.get(Person, report.person_id)


def take(session: Session, officer: Actor, report_id: str, *, now: datetime) -> Report:
    """An officer has it: nobody else need ring too."""
    report = report_for(session, officer, report_id)
    if report.taken_at is None:
        report.taken_by, report.taken_at = officer.says, now
        session.add(report)
    return report


def settle(session: Session, officer: Actor, report_id: str, note: str, *, now: datetime) -> Report:
    """Write down what was done."""
    report = report_for(session, officer, report_id)
    was_open = report.settled_at is None
    report.settled_at, report.settled_note = now, note.strip()
    session.add(report)
    if report.kind is ReportKind.TALK and was_open:
        record(session, "handover.ended", at=now, by=officer, subject=report.id, person_id=report.person_id)
    return report


def end_talk(session: Session, conversation_id: str, *, now: datetime) -> None:
    """The person would go on without a human after all. Nothing to end is no error."""
    report = queries.open_talk(session, conversation_id)
    if report is not None:
        report.settled_at = now
        session.add(report)
