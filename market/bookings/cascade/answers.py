"""Answers that reach a cascade: a contact's yes or no, the customer's word on a dearer price, the desk's."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from market.bookings import queries as visits
from market.bookings.cascade import queries
from market.bookings.cascade.rules import Answer, CascadeStatus
from market.bookings.cascade.service import BY, advance, close, tell_desk
from market.bookings.cascade.tables import Cascade, CascadeQuestion
from market.bookings.freeing import release_hold
from market.core.actor import Actor, System
from market.core.events import record
from market.people.access import may_commit_money, person_for
from market.people.errors import NotYourPerson
from market.people.rules import Scope


class Outcome(StrEnum):
    """What came of an answer. A late yes is thanked and changes nothing."""

    DONE = "done"
    DECLINED = "declined"
    LATE = "late"
    ALREADY_COVERED = "already_covered"
    ALREADY_ANSWERED = "already_answered"


def answer(session: Session, question_id: str, yes: bool, *, by: Actor | System, now: datetime) -> Outcome:
    """A contact says yes or no. The first answer counts; later ones are told kindly how things stand."""
    cascade = queries.locked_cascade(session, queries.question(session, question_id).cascade_id)
    question = next(row for row in queries.questions_of(session, cascade.id) if row.id == question_id)
    if cascade.status is not CascadeStatus.ASKING or question.answer is not None:
        return _too_late(session, cascade, question, yes, now)
    question.answer, question.answered_at = (Answer.YES if yes else Answer.NO), now
    if yes and question.dearer_pence:
        question.price_answer_by = now + timedelta(seconds=cascade.wait_seconds)
    session.add(question)
    session.flush()
    about = cascade.person_id
    if not yes:
        record(session, "cascade.declined", at=now, by=by, subject=cascade.id, person_id=about, answer=Answer.NO)
    elif question.price_answer_by:
        record(session, "cascade.dearer", at=now, by=by, subject=cascade.id, person_id=about, question=question.id)
    advance(session, cascade, now=now)
    return Outcome.DONE if yes else Outcome.DECLINED


def _too_late(session: Session, cascade: Cascade, question: CascadeQuestion, yes: bool, now: datetime) -> Outcome:
    if question.answer in (Answer.YES, Answer.NO):
        return Outcome.ALREADY_ANSWERED
    if yes and question.late_yes_at is None:
        question.late_yes_at = now  # the desk sees it: somebody who would come after all
        session.add(question)
    return Outcome.ALREADY_COVERED if cascade.status is CascadeStatus.COVERED else Outcome.LATE


def agree_price(session: Session, actor: Actor, question_id: str, agreed: bool, *, now: datetime) -> Outcome:
    """The customer, or who may spend for them, says whether dearer cover is all right. Raises `NotYourPerson`."""
    cascade = queries.locked_cascade(session, queries.question(session, question_id).cascade_id)
    person = person_for(session, actor, cascade.person_id, Scope.SEE_VISITS, now)
    if not may_commit_money(session, actor, person, now):
        raise NotYourPerson(Scope.SPEND)
    question = next(row for row in queries.questions_of(session, cascade.id) if row.id == question_id)
    if question.price_agreed is not None:
        return Outcome.ALREADY_ANSWERED
    if cascade.status is not CascadeStatus.ASKING or question.answer is not Answer.YES:
        return Outcome.ALREADY_COVERED if cascade.status is CascadeStatus.COVERED else Outcome.LATE
    question.price_agreed, question.price_answered_by = agreed, actor.says
    session.add(question)
    session.flush()
    advance(session, cascade, now=now)
    return Outcome.DONE if agreed else Outcome.DECLINED


def not_reached(session: Session, question_id: str, *, now: datetime) -> None:
    """The message to a contact could not be delivered: the desk is told and the next is asked."""
    cascade = queries.locked_cascade(session, queries.question(session, question_id).cascade_id)
    question = next(row for row in queries.questions_of(session, cascade.id) if row.id == question_id)
    if cascade.status is not CascadeStatus.ASKING or question.answer is not None:
        return
    question.answer, question.answered_at = Answer.UNREACHABLE, now
    session.add(question)
    session.flush()
    tell_desk(session, cascade, now=now)
    advance(session, cascade, now=now)


def ask_no_more(session: Session, *, provider_id: str = "", listing_id: str = "", now: datetime) -> None:
    """A provider, or one listing of theirs, was taken down: what they were asked and have not answered is asked of the next."""
    for waiting in queries.open_questions_of(session, provider_id=provider_id, listing_id=listing_id):
        cascade = queries.locked_cascade(session, waiting.cascade_id)
        question = next(row for row in queries.questions_of(session, cascade.id) if row.id == waiting.id)
        if cascade.status is not CascadeStatus.ASKING or question.answer is not None:
            continue
        close(session, cascade, question, Answer.NOT_SUITED, now)
        advance(session, cascade, now=now)


def settle_by_desk(session: Session, officer: Actor, cascade_id: str, note: str, *, now: datetime) -> Cascade:
    """Somebody at the desk writes down what was done. Nobody else is asked after that. Raises `NotYourPerson`."""
    cascade = queries.locked_cascade(session, cascade_id)
    person_for(session, officer, cascade.person_id, Scope.SEE_VISITS, now)
    if cascade.desk_by is None:
        cascade.desk_by, cascade.desk_note = officer.says, note.strip()
        if cascade.status is not CascadeStatus.COVERED:
            cascade.status, cascade.ended_at = CascadeStatus.STOPPED, now
        session.add(cascade)
        record(session, "desk.settled", at=now, by=officer, subject=cascade.id, person_id=cascade.person_id)
    return cascade


def close_uncovered(session: Session, cascade_id: str, *, now: datetime) -> None:
    """The visit is over and nobody covered it: the money held for it is the person's again."""
    cascade = queries.locked_cascade(session, cascade_id)
    if cascade.status is not CascadeStatus.COVERED:
        release_hold(session, visits.visit(session, cascade.visit_id), by=BY, now=now)
