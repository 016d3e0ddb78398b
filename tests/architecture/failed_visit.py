"""One agreed visit of a side that failed: its booking, the question put to a backup contact, a report, a message."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.tables import BackupContact, Cascade, CascadeQuestion
from market.bookings.rules import slot_on
from market.bookings.tables import Booking, Visit
from market.core.tables import OutboxRow, OutboxStatus
from market.messages.tables import Envelope
from market.people.tables import Account, Person
from market.safeguarding.rules import ReportKind
from market.safeguarding.tables import Report
from providers.listings.tables import Listing

DAY = date(2026, 12, 3)


def failed_visit(session: Session, person: Person, listing: Listing, asker: Account) -> dict[str, str]:
    """The ids of what was written, by the name that stands for them in addresses."""
    at, slot = person.made_at, slot_on(DAY, time(9), time(10))
    booking = Booking(
        key=f"walk:{person.id}", person_id=person.id, provider_id=listing.provider_id, listing_id=listing.id,
        asked_by=asker.id, title="Company", kind="companionship", arrangement="community", first_day=DAY, until_day=DAY,
        wall_start=slot.wall_start, wall_end=slot.wall_end, total_pence=0, asked_at=at,
        answer_by=at + timedelta(days=1), accepted_at=at, last_end=slot.ends_at,
    )  # fmt: skip
    session.add(booking)
    session.flush()
    visit = Visit(
        booking_id=booking.id, person_id=person.id, provider_id=listing.provider_id, listing_id=listing.id,
        title="Company", day=DAY, wall_start=slot.wall_start, wall_end=slot.wall_end, starts_at=slot.starts_at,
        ends_at=slot.ends_at, given_up_at=at,
    )  # fmt: skip
    contact = BackupContact(
        person_id=person.id, position=1, kind=ContactKind.SOMEONE_KNOWN, name=f"Friend of {person.name}",
        email="friend@example.org", agreed_at=at, agreed_by="test",
    )  # fmt: skip
    session.add_all([visit, contact])
    session.flush()
    cascade, question = _cascade(session, visit, contact, at)
    report = Report(
        key=f"walk:{person.id}", kind=ReportKind.DANGER, words=f"{person.name} is in danger.", person_id=person.id,
        authority_id=person.authority_id, made_by=asker.id, made_at=at,
    )  # fmt: skip
    session.add(report)
    session.flush()
    return {
        "booking_id": booking.id,
        "visit_id": visit.id,
        "cascade_id": cascade.id,
        "question_id": question.id,
        "report_id": report.id,
        "message_id": _call(session, person, visit, at).id,
    }


def _cascade(session: Session, visit: Visit, contact: BackupContact, at: datetime) -> tuple[Cascade, CascadeQuestion]:
    cascade = Cascade(
        visit_id=visit.id, person_id=visit.person_id, why="cannot_come", started_at=at, started_by="test",
        wait_seconds=1200, desk_told_at=at,
    )  # fmt: skip
    session.add(cascade)
    session.flush()
    question = CascadeQuestion(
        cascade_id=cascade.id, contact_id=contact.id, position=1, asked_at=at, answer_by=at + timedelta(minutes=20)
    )
    session.add(question)
    session.flush()
    return cascade, question


def _call(session: Session, person: Person, visit: Visit, at: datetime) -> OutboxRow:
    """Somebody whom no message reaches, to be rung."""
    row = OutboxRow(
        key=f"walk:{person.id}", channel="call", address="01632 960222", kind="visit.changed",
        text=f"Nobody comes to {person.name}.", about=visit.id, status=OutboxStatus.QUEUED, made_at=at,
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add(Envelope(message_id=row.id, name=f"Friend of {person.name}", routes=[["call", row.address]]))
    session.flush()
    return row
