"""Carrying out what the rules say: asking, closing, covering, handing over.

Every step takes the cascade's row first and holds it. So a job that runs twice, two answers at once, or a restart after
kill -9 find the state as it is, and nobody is asked twice, counted twice or forgotten.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings import queries as visits
from market.bookings.cascade import queries
from market.bookings.cascade.covering import cover, is_suited, price_of_cover, within_means
from market.bookings.cascade.rules import (
    Answer,
    Ask,
    CascadeStatus,
    CloseQuestion,
    Cover,
    HandToDesk,
    Question,
    WaitFor,
    is_dearer,
    next_step,
    time_to_answer,
)
from market.bookings.cascade.tables import BackupContact, Cascade, CascadeQuestion
from market.bookings.tables import Visit
from market.core.actor import Actor, System
from market.core.database import insert_once
from market.core.events import record
from market.core.ids import new_id
from market.core.jobs import put_job
from market.people.tables import Authority, Person

BY = System("cascade")
USUAL_MINUTES = 20


def start(session: Session, visit: Visit, why: str, *, by: Actor | System, now: datetime) -> Cascade:
    """Begin to look for cover, once a visit. If it should have begun already, the desk is told in the same moment."""
    person = session.get(Person, visit.person_id)
    authority = session.get(Authority, person.authority_id) if person and person.authority_id else None
    setting = timedelta(minutes=authority.cascade_answer_minutes if authority else USUAL_MINUTES)
    wait = time_to_answer(setting, len(_contacts(session, visit)), now, visit.starts_at)
    added = insert_once(
        session,
        Cascade,
        id=new_id("cas"),
        visit_id=visit.id,
        person_id=visit.person_id,
        why=why,
        started_at=now,
        started_by=by.says,
        wait_seconds=int(wait.total_seconds()),
    )
    cascade = queries.cascade_of_visit(session, visit.id)
    assert cascade is not None, "it was there already or has just been written"
    if added:
        record(session, "cascade.started", at=now, by=by, subject=cascade.id, person_id=visit.person_id, why=why)
        if visit.starts_at <= now:
            tell_desk(session, cascade, now=now)
        put_job(session, "cascade.wake", {"cascade_id": cascade.id}, run_at=now, key=f"wake:{cascade.id}")
    return cascade


def wake(session: Session, cascade_id: str, *, now: datetime) -> None:
    """Go on from wherever the cascade stands. Safe at any time, any number of times."""
    advance(session, queries.locked_cascade(session, cascade_id), now=now)


def advance(session: Session, cascade: Cascade, *, now: datetime) -> None:
    """Take every step that can be taken now."""
    visit = visits.visit(session, cascade.visit_id)
    contacts = {contact.position: contact for contact in _contacts(session, visit)}
    while cascade.status is CascadeStatus.ASKING:
        asked = {question.position: question for question in queries.questions_of(session, cascade.id)}
        step = next_step(sorted(contacts), [_as_rule(question) for question in asked.values()], now)
        match step:
            case WaitFor(until):
                key = f"wake:{cascade.id}:{until.isoformat()}"
                put_job(session, "cascade.wake", {"cascade_id": cascade.id}, run_at=until, key=key)
                return
            case Ask(position):
                _ask(session, cascade, visit, contacts[position], now)
            case CloseQuestion(position, answer):
                close(session, cascade, asked[position], answer, now)
            case Cover(position):
                _cover(session, cascade, visit, contacts[position], asked[position], now)
            case HandToDesk():
                _hand_to_desk(session, cascade, visit, now)


def tell_desk(session: Session, cascade: Cascade, *, now: datetime) -> None:
    """Tell the out-of-hours desk while the asking goes on."""
    if cascade.desk_told_at is None:
        cascade.desk_told_at = now
        session.add(cascade)
        record(session, "desk.told", at=now, by=BY, subject=cascade.id, person_id=cascade.person_id)


def _contacts(session: Session, visit: Visit) -> list[BackupContact]:
    """Who may be asked: not the one who has just given this very visit up."""
    return [contact for contact in queries.contacts_of(session, visit.person_id) if contact.id != visit.contact_id]


def _as_rule(row: CascadeQuestion) -> Question:
    return Question(row.position, row.answer_by, row.answer, row.price_answer_by, row.price_agreed)


def _ask(session: Session, cascade: Cascade, visit: Visit, contact: BackupContact, now: datetime) -> None:
    """Put the question, or write down at once why it cannot be put to this contact."""
    price = price_of_cover(session, contact, visit)
    refused = _why_not(session, contact, visit, price, now)
    ceiling = _ceiling(contact, visit)
    dearer = price - visit.price_pence if price is not None and is_dearer(price, visit.price_pence, ceiling) else 0
    added = insert_once(
        session,
        CascadeQuestion,
        id=new_id("ask"),
        cascade_id=cascade.id,
        contact_id=contact.id,
        position=contact.position,
        price_pence=price or 0,
        dearer_pence=dearer,
        asked_at=now,
        answer_by=now + timedelta(seconds=cascade.wait_seconds),
        answer=refused,
        answered_at=now if refused else None,
    )
    if refused is Answer.UNREACHABLE:
        tell_desk(session, cascade, now=now)
    if added and refused is None:
        asked = queries.question_to(session, cascade.id, contact.id)
        about = cascade.person_id
        record(session, "cascade.asked", at=now, by=BY, subject=cascade.id, person_id=about, question=asked.id)


def _why_not(session: Session, contact: BackupContact, visit: Visit, price: int | None, now: datetime) -> Answer | None:
    if not (contact.account_id or contact.email or contact.phone or contact.provider_id):
        return Answer.UNREACHABLE
    if price is None or not is_suited(session, contact, visit, now):
        return Answer.NOT_SUITED
    return None if within_means(session, visit, price) else Answer.TOO_DEAR


def _ceiling(contact: BackupContact, visit: Visit) -> int | None:
    """The most the customer agreed to beforehand for a visit of this length, in pence."""
    if contact.ceiling_pence_per_hour is None:
        return None
    return round(contact.ceiling_pence_per_hour * ((visit.ends_at - visit.starts_at) / timedelta(hours=1)))


def close(session: Session, cascade: Cascade, question: CascadeQuestion, answer: Answer, now: datetime) -> None:
    """Write down how a question ended that its contact did not answer themself. The cascade is held."""
    question.answer, question.answered_at = answer, now
    session.add(question)
    session.flush()
    about = cascade.person_id
    record(session, "cascade.declined", at=now, by=BY, subject=cascade.id, person_id=about, answer=answer)


def _cover(
    session: Session, cascade: Cascade, visit: Visit, contact: BackupContact, question: CascadeQuestion, now: datetime
) -> None:
    """The contact comes, unless their time has gone meanwhile."""
    if not is_suited(session, contact, visit, now, lock=True) or not within_means(session, visit, question.price_pence):
        close(session, cascade, question, Answer.NOT_SUITED, now)
        return
    substitute = cover(session, visit, contact, question.price_pence, now=now)
    cascade.status, cascade.ended_at = CascadeStatus.COVERED, now
    session.add(cascade)
    session.flush()
    about = {"person_id": visit.person_id, "provider_id": substitute.provider_id}
    record(session, "visit.covered", at=now, by=BY, subject=visit.id, substitute=substitute.id, **about)
    record(session, "cascade.covered", at=now, by=BY, subject=cascade.id, contact=contact.id, **about)


def _hand_to_desk(session: Session, cascade: Cascade, visit: Visit, now: datetime) -> None:
    cascade.status, cascade.desk_told_at = CascadeStatus.WITH_DESK, cascade.desk_told_at or now
    session.add(cascade)
    session.flush()
    record(session, "cascade.handed_to_desk", at=now, by=BY, subject=cascade.id, person_id=cascade.person_id)
    end = max(visit.ends_at, now)
    put_job(session, "cascade.close", {"cascade_id": cascade.id}, run_at=end, key=f"close:{cascade.id}")
