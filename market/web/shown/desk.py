"""A search for cover as the out-of-hours desk sees it: who, when, what has been asked and answered, whom to ring."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.rules import Answer, CascadeStatus
from market.bookings.cascade.tables import BackupContact, Cascade, CascadeQuestion
from market.core.actor import Actor
from market.core.times import wall
from market.people.access import person_for, supporters_who_may
from market.people.rules import Scope
from market.people.tables import Person
from market.web.filters import clock, counted
from providers.organisations.queries import provider as provider_by_id

_ANSWERED = {
    Answer.YES: "said yes",
    Answer.NO: "said no",
    Answer.SILENCE: "did not answer in time",
    Answer.UNREACHABLE: "cannot be reached",
    Answer.NOT_SUITED: "was not asked: not free, or not cleared for this",
    Answer.TOO_DEAR: "was not wanted: it costs more than was agreed",
}
_TONES = {Answer.YES: "good", Answer.UNREACHABLE: "bad"}
_STATUS = {
    CascadeStatus.ASKING: "Still asking. You know so that you can help.",
    CascadeStatus.WITH_DESK: "Nobody has said yes. It is yours now.",
    CascadeStatus.COVERED: "Covered.",
    CascadeStatus.STOPPED: "Settled.",
}
_WHY = {"cannot_come": "{worker} cannot come", "not_arrived": "{worker} has not come"}


@dataclass(frozen=True)
class Happened:
    """One line of what happened, as the timeline takes it."""

    at: datetime
    words: str
    tone: str = "plain"
    icon: str = "check"
    note: str = ""


@dataclass(frozen=True)
class Ring:
    """Somebody to ring: who they are to the person, and on what number."""

    name: str
    who: str
    phone: str
    would_come: bool = False


@dataclass(frozen=True)
class ShownCascade:
    """One failed visit on the desk. `gone` is how much of the time from the failing to the visit has passed, of 160."""

    id: str
    name: str
    what: str
    start: datetime
    end: datetime
    why: str
    status: str
    is_urgent: bool
    left: str
    gone: int
    happened: tuple[Happened, ...]
    to_ring: tuple[Ring, ...]
    settled: bool


def shown_cascade(session: Session, officer: Actor, cascade: Cascade, now: datetime) -> ShownCascade:
    """The cascade, for an officer who may see this person's visits. Raises `NotYourPerson`; the look is written down."""
    person = person_for(session, officer, cascade.person_id, Scope.SEE_VISITS, now)
    failed = queries.visit(session, cascade.visit_id)
    worker = failed.who_comes or "The worker"
    return ShownCascade(
        id=cascade.id,
        name=person.name,
        what=failed.title,
        start=wall(failed.starts_at),
        end=wall(failed.ends_at),
        why=_WHY.get(cascade.why, "{worker} cannot come").format(worker=worker),
        status=_STATUS[cascade.status],
        is_urgent=cascade.status is CascadeStatus.WITH_DESK or failed.starts_at <= now,
        left=time_left(failed.starts_at, failed.ends_at, now),
        gone=gone_of(160, cascade.started_at, failed.starts_at, now),
        happened=_happened(session, cascade, worker),
        to_ring=_to_ring(session, cascade, person, failed.provider_id, now),
        settled=cascade.desk_by is not None or cascade.status is CascadeStatus.COVERED,
    )


def time_left(starts_at: datetime, ends_at: datetime, now: datetime) -> str:
    """`2 hours 10 minutes left`, `Should have begun 15 minutes ago`, `Over`."""
    if now >= ends_at:
        return "The visit is over"
    if now >= starts_at:
        return f"Should have begun {_length(now - starts_at)} ago"
    return f"{_length(starts_at - now)} left"


def _length(span: timedelta) -> str:
    days, minutes = span.days, span.seconds // 60
    if days:
        return counted(days, "day")
    hours, rest = divmod(minutes, 60)
    said = [counted(hours, "hour")] if hours else []
    return " ".join([*said, counted(rest, "minute")] if rest or not said else said)


def gone_of(whole: int, since: datetime, until: datetime, now: datetime) -> int:
    """How much of a stretch of time has passed, out of `whole`."""
    if until <= since:
        return whole
    return max(0, min(whole, int(whole * ((now - since) / (until - since)))))


def _happened(session: Session, cascade: Cascade, worker: str) -> tuple[Happened, ...]:
    lines = [
        Happened(
            cascade.started_at, _WHY.get(cascade.why, "{worker} cannot come").format(worker=worker), "bad", "calendar-x"
        )
    ]
    for question in cascades.questions_of(session, cascade.id):
        lines += _asked(question, cascades.contact(session, question.contact_id))
    if cascade.desk_told_at:
        lines.append(Happened(cascade.desk_told_at, "The desk was told", "wait", "bell"))
    return tuple(sorted(lines, key=lambda line: line.at))


def _asked(question: CascadeQuestion, contact: BackupContact) -> list[Happened]:
    lines = []
    never_asked = (
        question.answer in (Answer.NOT_SUITED, Answer.UNREACHABLE) and question.answered_at == question.asked_at
    )
    if not never_asked:
        until = f"Has until {clock(question.answer_by)}." if question.answer is None else ""
        lines.append(Happened(question.asked_at, f"{contact.name} was asked", "calm", "send", until))
    if question.answer is not None:
        words = f"{contact.name} {_ANSWERED[question.answer]}"
        lines.append(Happened(question.answered_at or question.asked_at, words, _TONES.get(question.answer, "plain")))
    if question.late_yes_at is not None:
        words = f"{contact.name} said yes, too late"
        lines.append(
            Happened(question.late_yes_at, words, "good", "user-check", "They would come after all. Ring them.")
        )
    return lines


def _to_ring(
    session: Session, cascade: Cascade, person: Person, provider_id: str | None, now: datetime
) -> tuple[Ring, ...]:
    late = {q.contact_id for q in cascades.questions_of(session, cascade.id) if q.late_yes_at is not None}
    contacts = [
        Ring(
            one.name,
            f"Backup contact {one.position}" + (f", {one.relation}" if one.relation else ""),
            one.phone,
            one.id in late,
        )
        for one in cascades.contacts_of(session, person.id)
    ]
    circle = [
        Ring(one.name, "Watches over their visits", one.phone)
        for one in supporters_who_may(session, person.id, Scope.SEE_VISITS, now)
    ]
    worker = provider_by_id(session, provider_id) if provider_id else None
    theirs = [Ring(worker.name, "Should have come", worker.phone)] if worker else []
    everyone = [Ring(person.name, "The customer", person.phone), *contacts, *circle, *theirs]
    return tuple(sorted(everyone, key=lambda ring: not ring.would_come))
