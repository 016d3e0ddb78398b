"""Asking for references, taking the answers, and what the desk makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from email_validator import EmailNotValidError, validate_email
from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.audit import note_read
from market.core.errors import NotFound
from market.core.events import record
from market.core.jobs import put_job
from market.core.retention import keep_months
from market.core.times import wall_day
from providers.accreditation.queries import evidence_of
from providers.accreditation.service import Seen, note_evidence
from providers.organisations.queries import lock_provider
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_decide
from providers.references import events, queries
from providers.references.errors import (
    AnswerIncomplete,
    EnoughAsked,
    NotYourReference,
    RefereeAddressUnreadable,
    RefereeAskedAlready,
    RefereeIsRelated,
    RefereeIsYou,
    RefereeNotNamed,
    ReferenceClosed,
)
from providers.references.rules import MOST_ASKED, NEEDED, OPEN, QUESTIONS, REMIND_AFTER, ReferenceState, left_out
from providers.references.tables import Reference

REMIND = "references.remind"
KIND = "references"
LONGEST_ANSWER = 2000
BY_REFEREE = System("referee")


@dataclass(frozen=True)
class Referee:
    """Whom a provider names. `related`: they said so themself."""

    name: str
    email: str
    how_known: str
    phone: str = ""
    related: bool = False


def ask_referee(session: Session, referee: Referee, *, by: Actor, now: datetime) -> Reference:
    """Ask somebody by a link of their own. Raises `NotFound` for who is no provider, `RefereeNotNamed`, `RefereeIsRelated`,
    `RefereeAddressUnreadable`, `RefereeIsYou`, `RefereeAskedAlready`, `EnoughAsked`."""
    if by.provider_id is None:
        raise NotFound
    owner = lock_provider(session, by.provider_id)
    email = _tidy(referee)
    asked = queries.references_of(session, owner.id)
    if email == owner.email.strip().lower():
        raise RefereeIsYou
    if any(row.email == email and row.cancelled_at is None for row in asked):
        raise RefereeAskedAlready
    if len(asked) >= MOST_ASKED:
        raise EnoughAsked(MOST_ASKED)
    row = Reference(
        provider_id=owner.id,
        name=" ".join(referee.name.split())[:100],
        email=email,
        phone=referee.phone.strip()[:40],
        how_known=referee.how_known.strip()[:300],
        asked_by=by.account_id,
        asked_at=now,
    )
    session.add(row)
    session.flush()
    record(session, events.ASKED, at=now, by=by, subject=row.id, provider_id=owner.id)
    put_job(session, REMIND, {"reference_id": row.id}, run_at=now + REMIND_AFTER, key=f"{REMIND}:{row.id}")
    return row


def _tidy(referee: Referee) -> str:
    for field in ("name", "email", "how_known"):
        if not getattr(referee, field).strip():
            raise RefereeNotNamed(field)
    if referee.related:
        raise RefereeIsRelated
    try:
        validate_email(referee.email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise RefereeAddressUnreadable from None
    return referee.email.strip().lower()


def remind(session: Session, reference_id: str, now: datetime) -> None:
    """Ask once more, if there is still something to wait for."""
    row = queries.locked_reference(session, reference_id)
    if row.asking.state(now) not in OPEN or row.reminded_at is not None:
        return
    row.reminded_at = now
    session.add(row)
    record(session, events.REMINDED, at=now, by=System("references"), subject=row.id, provider_id=row.provider_id)


def not_reached(session: Session, reference_id: str, now: datetime) -> None:
    """The question could not be delivered: its provider sees that, and may name another."""
    row = queries.locked_reference(session, reference_id)
    row.not_reached_at = row.not_reached_at or now
    session.add(row)


def take_back(session: Session, reference_id: str, *, by: Actor, now: datetime) -> Reference:
    """The provider wants this one asked no more. Raises `NotFound`, `ReferenceClosed`."""
    row = queries.locked_reference(session, reference_id)
    if row.provider_id != by.provider_id:
        raise NotFound
    if row.asking.state(now) not in OPEN:
        raise ReferenceClosed
    row.cancelled_at = now
    session.add(row)
    return row


def answer(session: Session, reference_id: str, answers: Mapping[str, str], *, now: datetime) -> Reference:
    """What the referee says, once. Raises `ReferenceClosed`, `AnswerIncomplete`."""
    row = _open(session, reference_id, now)
    kept = {one.id: answers.get(one.id, "").strip()[:LONGEST_ANSWER] for one in QUESTIONS}
    if missing := left_out(kept):
        raise AnswerIncomplete(missing)
    row.answers, row.answered_at = {name: words for name, words in kept.items() if words}, now
    record(session, events.ANSWERED, at=now, by=BY_REFEREE, subject=row.id, provider_id=row.provider_id)
    return row


def say_no(session: Session, reference_id: str, *, now: datetime) -> Reference:
    """The referee would rather not, and need not say why. Raises `ReferenceClosed`."""
    row = _open(session, reference_id, now)
    row.said_no_at = now
    record(session, events.SAID_NO, at=now, by=BY_REFEREE, subject=row.id, provider_id=row.provider_id)
    return row


def _open(session: Session, reference_id: str, now: datetime) -> Reference:
    row = queries.locked_reference(session, reference_id)
    if row.asking.state(now) not in OPEN:
        raise ReferenceClosed
    session.add(row)
    return row


def read(session: Session, reference_id: str, *, by: Actor, now: datetime) -> Reference:
    """One reference with its answers, for the desk alone; every look is written down. Raises `NotFound`,
    `NotYourReference`."""
    row = queries.reference(session, reference_id)
    if not _may_read(session, row, by):
        note_read(session, by, "evidence:reference:refused", row.id, at=now, person_id=None)
        raise NotYourReference
    note_read(session, by, "evidence:reference:read", row.id, at=now, person_id=None)
    return row


def settle(
    session: Session, reference_id: str, *, accepted: bool, by: Actor, seen_for: str, now: datetime, why: str = ""
) -> Reference:
    """The desk takes an answer as a reference, or does not. With the second taken, "references" is written down as seen.

    Raises `NotFound`, `NotYourReference`, `ReferenceClosed`.
    """
    row = queries.locked_reference(session, reference_id)
    if not _may_read(session, row, by):
        raise NotYourReference
    if row.asking.state(now) is not ReferenceState.ANSWERED or row.settled_at is not None:
        raise ReferenceClosed
    row.accepted, row.settled_at, row.settled_by, row.settled_why = accepted, now, by.says, why
    session.add(row)
    session.flush()
    record(session, events.SETTLED, at=now, by=by, subject=row.id, provider_id=row.provider_id, accepted=accepted)
    if accepted:
        _note_when_enough(session, row.provider_id, by=by, seen_for=seen_for, now=now)
    return row


def _note_when_enough(session: Session, provider_id: str, *, by: Actor, seen_for: str, now: datetime) -> None:
    today, lately = wall_day(now), now - timedelta(days=365)
    asked = queries.references_of(session, provider_id)
    taken = [row for row in asked if row.accepted and row.settled_at is not None and row.settled_at >= lately]
    stands = any(
        one.kind == KIND and one.stands(today) and not one.could_not_be_had for one in evidence_of(session, provider_id)
    )
    if len(taken) >= NEEDED and not stands:
        note_evidence(session, provider_id, Seen(KIND, today, seen_for=seen_for), by=by, now=now)


def _may_read(session: Session, row: Reference, by: Actor) -> bool:
    owner = provider_by_id(session, row.provider_id)
    return may_decide(by, provider_id=owner.id, authority_id=owner.authority_id) and row.asked_by != by.account_id


def forget(session: Session, now: datetime) -> int:
    """Delete the words and addresses of references that were over longer ago than they may be kept. Returns how many."""
    old = queries.over_since(session, now - timedelta(days=round(keep_months("references") * 365.25 / 12)))
    for row in old:
        row.answers, row.email, row.phone, row.how_known, row.words_gone_at = {}, "", "", "", now
        session.add(row)
    return len(old)
