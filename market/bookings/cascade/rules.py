"""What the cascade does next. One pure function decides; everything else carries it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_CONTACTS = 3
SHORTEST_WAIT = timedelta(minutes=2)
BEGUN_WAIT = timedelta(minutes=5)


class ContactKind(StrEnum):
    """What a backup contact is to the person."""

    SOMEONE_KNOWN = "someone_known"
    WORKER_KNOWN = "worker_known"
    PROVIDER = "provider"


class Answer(StrEnum):
    """What came of one question."""

    YES = "yes"
    NO = "no"
    SILENCE = "silence"
    UNREACHABLE = "unreachable"
    NOT_SUITED = "not_suited"
    TOO_DEAR = "too_dear"


class CascadeStatus(StrEnum):
    """Where a cascade stands."""

    ASKING = "asking"
    COVERED = "covered"
    WITH_DESK = "with_desk"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Question:
    """One question put to one contact, as the rules see it."""

    position: int
    answer_by: datetime
    answer: Answer | None = None
    price_answer_by: datetime | None = None
    price_agreed: bool | None = None


@dataclass(frozen=True)
class Ask:
    """Put the question to the contact at this position."""

    position: int


@dataclass(frozen=True)
class WaitFor:
    """Somebody still has time to answer."""

    until: datetime


@dataclass(frozen=True)
class CloseQuestion:
    """Time is up for the question at this position: write down what its silence means."""

    position: int
    answer: Answer


@dataclass(frozen=True)
class Cover:
    """The contact at this position comes."""

    position: int


@dataclass(frozen=True)
class HandToDesk:
    """Nobody is left to ask: a human takes over."""


Step = Ask | WaitFor | CloseQuestion | Cover | HandToDesk


def next_step(positions: Sequence[int], questions: Sequence[Question], now: datetime) -> Step:
    """What to do now, given the contacts' positions in order and what has been asked. Safe to ask again at any time."""
    for question in questions:
        if (step := _unsettled(question, now)) is not None:
            return step
    asked = {question.position for question in questions}
    for position in positions[:MOST_CONTACTS]:
        if position not in asked:
            return Ask(position)
    return HandToDesk()


def _unsettled(question: Question, now: datetime) -> Step | None:
    if question.answer is None:
        if now < question.answer_by:
            return WaitFor(question.answer_by)
        return CloseQuestion(question.position, Answer.SILENCE)
    if question.answer is not Answer.YES:
        return None
    if question.price_answer_by is None or question.price_agreed:
        return Cover(question.position)
    if question.price_agreed is None and now < question.price_answer_by:
        return WaitFor(question.price_answer_by)
    return CloseQuestion(question.position, Answer.TOO_DEAR)


def time_to_answer(setting: timedelta, contacts: int, started_at: datetime, visit_starts_at: datetime) -> timedelta:
    """How long each contact has.

    The authority's setting, shortened so that the last of them is asked before half the time left is gone. When the
    visit should have begun already there is no half to keep: five minutes each, and the desk knows at the same time.
    """
    left = visit_starts_at - started_at
    if left <= timedelta(0):
        return min(setting, BEGUN_WAIT)
    if contacts <= 1:
        return max(SHORTEST_WAIT, min(setting, left / 2))
    return max(SHORTEST_WAIT, min(setting, left / 2 / (contacts - 1)))


def is_dearer(price: int, usual: int, ceiling: int | None) -> bool:
    """Whether cover costs more than was agreed beforehand: the usual price, or the ceiling if there is one."""
    return price > max(usual, ceiling or 0)


class Standing(StrEnum):
    """How a question stands for the contact who was asked, whenever they look."""

    OPEN = "open"
    WAITING = "waiting"
    GOING = "going"
    SAID_NO = "said_no"
    COVERED = "covered"
    LATE = "late"
    NOT_THIS_TIME = "not_this_time"
    SETTLED = "settled"
    OVER = "over"


def standing(status: CascadeStatus, answer: Answer | None, *, goes: bool, over: bool) -> Standing:
    """How it stands. `goes`: this contact's yes was taken and the visit is still theirs. `over`: the visit has ended.

    Time that is up but not yet written down is still open: the first answer counts, as it does in `answers.answer`.
    """
    if goes:
        return Standing.GOING
    if answer is Answer.NO:
        return Standing.SAID_NO
    if status is CascadeStatus.COVERED:
        return Standing.COVERED
    if status is CascadeStatus.STOPPED:
        return Standing.SETTLED
    if over:
        return Standing.OVER
    if status is CascadeStatus.ASKING and answer is None:
        return Standing.OPEN
    if answer is Answer.YES:
        return Standing.WAITING
    return Standing.NOT_THIS_TIME if answer in (Answer.NOT_SUITED, Answer.TOO_DEAR) else Standing.LATE
