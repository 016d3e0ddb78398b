"""Every SELECT of backup contacts and cascades."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from market.bookings.cascade.rules import MOST_CONTACTS, Answer, CascadeStatus, ContactKind
from market.bookings.cascade.tables import BackupContact, Cascade, CascadeQuestion
from market.bookings.tables import Visit
from market.core.rows import held, one
from market.people.tables import Person


def contacts_of(session: Session, person_id: str) -> Sequence[BackupContact]:
    """A person's backup contacts in the order they are asked."""
    mine = select(BackupContact).where(BackupContact.person_id == person_id)
    return session.exec(mine.order_by(col(BackupContact.position)).limit(MOST_CONTACTS)).all()


def contact(session: Session, contact_id: str) -> BackupContact:
    """One backup contact. Raises `NotFound`."""
    return one(session, BackupContact, contact_id)


def cascade_of_visit(session: Session, visit_id: str) -> Cascade | None:
    """The search for cover for a visit, if there was one."""
    return session.exec(select(Cascade).where(Cascade.visit_id == visit_id)).first()


def cascade(session: Session, cascade_id: str) -> Cascade:
    """One cascade, to look at. Raises `NotFound`."""
    return one(session, Cascade, cascade_id)


def locked_cascade(session: Session, cascade_id: str) -> Cascade:
    """A cascade as it is now, held until the transaction ends: every answer and every step takes this first."""
    return held(session, Cascade, cascade_id)


def questions_of(session: Session, cascade_id: str) -> Sequence[CascadeQuestion]:
    """What was asked, in order."""
    asked = select(CascadeQuestion).where(CascadeQuestion.cascade_id == cascade_id)
    ordered = asked.order_by(col(CascadeQuestion.position))
    return session.exec(ordered, execution_options={"populate_existing": True}).all()


def question(session: Session, question_id: str) -> CascadeQuestion:
    """One question. Raises `NotFound`."""
    return one(session, CascadeQuestion, question_id)


def is_cover_question(session: Session, question_id: str) -> bool:
    """Whether this is the id of a question that its contact has not answered yet."""
    row = session.get(CascadeQuestion, question_id)
    return row is not None and row.answer is None


def question_to(session: Session, cascade_id: str, contact_id: str) -> CascadeQuestion:
    """What one contact was asked in one cascade."""
    asked = select(CascadeQuestion).where(CascadeQuestion.cascade_id == cascade_id)
    return session.exec(asked.where(CascadeQuestion.contact_id == contact_id)).one()


def open_questions_for(session: Session, account_id: str, provider_id: str | None) -> Sequence[CascadeQuestion]:
    """Questions waiting for the answer of this account, or of the provider it acts for, soonest first."""
    mine = col(BackupContact.account_id) == account_id
    if provider_id is not None:
        mine = mine | (col(BackupContact.provider_id) == provider_id)
    waiting = (
        select(CascadeQuestion)
        .join(BackupContact, col(BackupContact.id) == col(CascadeQuestion.contact_id))
        .join(Cascade, col(Cascade.id) == col(CascadeQuestion.cascade_id))
        .where(mine, col(CascadeQuestion.answer).is_(None), Cascade.status == CascadeStatus.ASKING)
    )
    return session.exec(waiting.order_by(col(CascadeQuestion.answer_by))).all()


def open_questions_of(session: Session, *, provider_id: str, listing_id: str) -> Sequence[CascadeQuestion]:
    """Questions waiting for the answer of a provider, or that one of its listings is asked for."""
    theirs = BackupContact.provider_id == provider_id if provider_id else BackupContact.listing_id == listing_id
    waiting = (
        select(CascadeQuestion)
        .join(BackupContact, col(BackupContact.id) == col(CascadeQuestion.contact_id))
        .join(Cascade, col(Cascade.id) == col(CascadeQuestion.cascade_id))
        .where(theirs, BackupContact.kind != ContactKind.SOMEONE_KNOWN)
        .where(col(CascadeQuestion.answer).is_(None), Cascade.status == CascadeStatus.ASKING)
    )
    return session.exec(waiting.order_by(col(CascadeQuestion.id))).all()


def price_questions_for(session: Session, person_ids: Sequence[str]) -> Sequence[CascadeQuestion]:
    """Dearer cover waiting for a customer's yes or no."""
    waiting = (
        select(CascadeQuestion)
        .join(Cascade, col(Cascade.id) == col(CascadeQuestion.cascade_id))
        .where(col(Cascade.person_id).in_(person_ids), Cascade.status == CascadeStatus.ASKING)
        .where(col(CascadeQuestion.price_answer_by).is_not(None), col(CascadeQuestion.price_agreed).is_(None))
    )
    return session.exec(waiting.order_by(col(CascadeQuestion.price_answer_by))).all()


def contacts_held_by(session: Session, account_id: str, provider_id: str | None) -> Sequence[BackupContact]:
    """Whose backup contact this account is, or the provider it acts for."""
    mine = col(BackupContact.account_id) == account_id
    if provider_id is not None:
        mine = mine | (col(BackupContact.provider_id) == provider_id)
    return session.exec(select(BackupContact).where(mine).order_by(col(BackupContact.id))).all()


def cover_to_come(session: Session, contact_ids: Sequence[str], since: datetime) -> Sequence[CascadeQuestion]:
    """Questions these contacts said yes to, of visits that end after an instant, soonest first."""
    agreed = (
        select(CascadeQuestion)
        .join(Cascade, col(Cascade.id) == col(CascadeQuestion.cascade_id))
        .join(Visit, col(Visit.instead_of) == col(Cascade.visit_id))
        .where(col(CascadeQuestion.contact_id).in_(contact_ids), CascadeQuestion.answer == Answer.YES)
        .where(col(Visit.contact_id) == col(CascadeQuestion.contact_id), col(Visit.ends_at) > since)
    )
    return session.exec(agreed.order_by(col(Visit.starts_at))).all()


def desk_list(session: Session, authority_id: str) -> Sequence[Cascade]:
    """Cascades an out-of-hours desk should look at: handed to it or told to it, and not settled. Newest last."""
    told = (
        select(Cascade)
        .join(Person, col(Person.id) == col(Cascade.person_id))
        .where(
            Person.authority_id == authority_id, col(Cascade.desk_told_at).is_not(None), col(Cascade.desk_by).is_(None)
        )
        .where(Cascade.status != CascadeStatus.COVERED)
    )
    return session.exec(told.order_by(col(Cascade.started_at))).all()
