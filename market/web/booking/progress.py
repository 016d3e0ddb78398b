"""The search for cover in words, in order: who was told, who was asked, what they said, who comes, what happens next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as visits
from market.bookings.cascade import queries
from market.bookings.cascade.rules import Answer, CascadeStatus
from market.bookings.cascade.tables import Cascade, CascadeQuestion
from market.bookings.tables import Visit
from market.web.filters import clock

_AT_ONCE = frozenset({Answer.NOT_SUITED, Answer.UNREACHABLE, Answer.TOO_DEAR})
_ANSWERS = {
    # what came of asking: the words, the icon and the tone
    Answer.YES: ("{name} said yes.", "check", "good"),
    Answer.NO: ("{name} cannot come.", "x", "plain"),
    Answer.SILENCE: ("{name} did not answer in time.", "hourglass", "plain"),
    Answer.UNREACHABLE: ("We could not reach {name}.", "phone", "wait"),
    Answer.NOT_SUITED: ("{name} is not free then, or is not cleared for this.", "x", "plain"),
    Answer.TOO_DEAR: ("{name} would cost more than was agreed.", "banknote", "plain"),
}


@dataclass(frozen=True)
class Happened:
    """One line of the timeline."""

    at: datetime
    words: str
    icon: str = "check"
    tone: str = "plain"
    note: str = ""


@dataclass(frozen=True)
class Progress:
    """How the search for cover stands. `price_question` waits for a yes or no on a dearer price."""

    status: CascadeStatus
    lines: tuple[Happened, ...]
    next_words: str
    price_question: str = ""


def progress_of(session: Session, visit: Visit, now: datetime) -> Progress | None:
    """The search for cover for a visit, if there was one."""
    cascade = queries.cascade_of_visit(session, visit.id)
    if cascade is None:
        return None
    questions = list(queries.questions_of(session, cascade.id))
    lines = [_started(cascade, visit), *_desk(cascade, visit)]
    for question in questions:
        lines += _asked(session, question)
    lines += _ended(session, cascade, visit)
    open_price = next((q.id for q in questions if q.price_answer_by and q.price_agreed is None), "")
    waiting = open_price if cascade.status is CascadeStatus.ASKING else ""
    ordered = tuple(sorted(lines, key=lambda line: line.at))
    return Progress(cascade.status, ordered, _next(session, cascade, questions), waiting)


def _started(cascade: Cascade, visit: Visit) -> Happened:
    if cascade.why == "not_arrived":
        words = "We heard that nobody has come."
        return Happened(cascade.started_at, words, "triangle-alert", "bad", f"{visit.who_comes} is told, too.")
    return Happened(cascade.started_at, f"{visit.who_comes} said they cannot come.", "message-circle", "wait")


def _desk(cascade: Cascade, visit: Visit) -> Iterator[Happened]:
    if cascade.desk_told_at is not None:
        yield Happened(cascade.desk_told_at, "The out-of-hours desk was told.", "bell", "calm")


def _asked(session: Session, question: CascadeQuestion) -> Iterator[Happened]:
    name = queries.contact(session, question.contact_id).name
    at_once = question.answer in _AT_ONCE and question.answered_at == question.asked_at
    if not at_once:
        until = f"They have until {clock(question.answer_by)} to answer." if question.answer is None else ""
        yield Happened(question.asked_at, f"{name} was asked.", "send", "calm", until)
    if question.answer is not None and question.answered_at is not None:
        words, icon, tone = _ANSWERS[question.answer]
        yield Happened(question.answered_at, words.format(name=name), icon, tone)
    if question.late_yes_at is not None:
        yield Happened(question.late_yes_at, f"{name} said yes after all, too late. The desk can see it.", "check")


def _ended(session: Session, cascade: Cascade, visit: Visit) -> Iterator[Happened]:
    if cascade.ended_at is None:
        return
    if cascade.status is CascadeStatus.COVERED:
        stand_in = visits.substitute_of(session, visit.id)
        name = stand_in.who_comes if stand_in else "Somebody"
        yield Happened(cascade.ended_at, f"{name} is coming. Everybody was told.", "user-check", "good")
    elif cascade.status is CascadeStatus.STOPPED:
        yield Happened(cascade.ended_at, "The out-of-hours desk has dealt with it.", "check", "good")


def _next(session: Session, cascade: Cascade, questions: list[CascadeQuestion]) -> str:
    if cascade.status is CascadeStatus.COVERED:
        return "There is nothing you need to do."
    if cascade.status is CascadeStatus.STOPPED:
        return "Nobody else is being asked."
    if cascade.status is CascadeStatus.WITH_DESK:
        return "Nobody on the backup list could come. The out-of-hours desk is looking now, and will ring."
    waiting = next((question for question in questions if question.answer is None), None)
    if waiting is not None:
        name = queries.contact(session, waiting.contact_id).name
        return f"If {name} does not answer by {clock(waiting.answer_by)}, we ask the next. If nobody can, the desk takes over."
    if any(question.price_answer_by and question.price_agreed is None for question in questions):
        return "Somebody can come for a dearer price. It waits for a yes or no from whoever looks after the money."
    return "We are asking the backup contacts now, in their order. If nobody can, the out-of-hours desk takes over."
