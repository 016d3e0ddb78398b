"""Asking the register, and what its answer makes of a provider's evidence.

The register is asked by a job, in no transaction: a page never waits for it. A good answer is written down as evidence
seen today; a bad one ends the evidence that stood, so that personal care is hidden at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record
from market.core.jobs import Payload, put_job
from market.core.times import wall_day
from providers.accreditation.queries import rows_of
from providers.accreditation.rules import REGISTRATION
from providers.accreditation.service import Seen, note_evidence, withdraw_evidence
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState
from providers.organisations.queries import lock_provider
from providers.registers.errors import NoNumberToLookUp, RegisterAway
from providers.registers.rules import CareRegister, Registration, why_not_personal_care
from providers.registrations import queries
from providers.registrations.tables import RegisterLook

LOOK_UP = "registers.look_up"
AGAIN_AFTER = timedelta(days=28)
ANSWERED = "register.answered"
BY = System("register")


def ask_register(session: Session, provider_id: str, *, by: Actor | System, now: datetime) -> RegisterLook:
    """Ask about a provider's number, soon. An asking without an answer yet is not repeated. Raises `NoNumberToLookUp`."""
    number = lock_provider(session, provider_id).cqc_number.strip()
    if not number:
        raise NoNumberToLookUp
    known = queries.newest_look(session, provider_id)
    if known is not None and known.number == number and known.answered_at is None and not known.trouble:
        return known
    row = RegisterLook(provider_id=provider_id, number=number, asked_by=by.says, asked_at=now)
    session.add(row)
    session.flush()
    put_job(session, LOOK_UP, {"look_id": row.id}, run_at=now, key=f"{LOOK_UP}:{row.id}")
    return row


def ask_again(session: Session, now: datetime) -> int:
    """Ask about every number that nobody asked about for four weeks. Returns how many."""
    due = queries.not_looked_up_since(session, now - AGAIN_AFTER)
    for provider in due:
        ask_register(session, provider.id, by=BY, now=now)
    return len(due)


@dataclass(frozen=True)
class Answer:
    """What came of an asking: a registration, none, or trouble."""

    registration: Registration | None = None
    trouble: str = ""


class LookUp:
    """The job that asks. With no register set up the asking is marked so, and the desk looks with its own eyes."""

    def __init__(self, register: CareRegister | None) -> None:
        self._register = register

    def begin(self, session: Session, payload: Payload, now: datetime) -> str | None:
        row = queries.look(session, payload["look_id"])
        return None if row.answered_at else row.number

    def call(self, begun: str) -> Answer:
        if self._register is None:
            return Answer(trouble="no register is set up here")
        try:
            return Answer(self._register.look_up(begun))
        except RegisterAway as away:
            return Answer(trouble=away.why)

    def settle(self, session: Session, payload: Payload, begun: str, outcome: Answer, now: datetime) -> None:
        note_answer(session, payload["look_id"], outcome, now)


def note_answer(session: Session, look_id: str, answer: Answer, now: datetime) -> RegisterLook:
    """Write down what the register said, and let the evidence follow. Trouble changes no evidence."""
    row = queries.look(session, look_id)
    if row.answered_at is not None:
        return row
    session.add(row)
    if answer.trouble:
        row.trouble = answer.trouble
        return row
    row.answered_at, row.trouble = now, ""
    if (found := answer.registration) is not None:
        row.found, row.name, row.standing = True, found.name, found.standing
        row.activities, row.postcode, row.rating = sorted(found.activities), found.postcode, found.rating
    why = why_not(session, row.provider_id, answer.registration)
    _follow(session, row, why, now)
    record(session, ANSWERED, at=now, by=BY, subject=row.id, provider_id=row.provider_id, good=not why)
    return row


def why_not(session: Session, provider_id: str, registration: Registration | None) -> str:
    """Why this answer does not carry what the provider lists; empty when it does. For personal care the activity counts."""
    cares = any(
        row.includes_personal_care for row in listings_of(session, provider_id) if row.state is not ListingState.REMOVED
    )
    why = why_not_personal_care(registration)
    only_the_activity = registration is not None and "not for personal care" in why
    return "" if only_the_activity and not cares else why


def _follow(session: Session, row: RegisterLook, why: str, now: datetime) -> None:
    today = wall_day(now)
    if not why:
        seen = Seen(REGISTRATION, today, seen_by=BY.says, seen_for="the register of the CQC itself", note=row.number)
        note_evidence(session, row.provider_id, seen, by=BY, now=now)
        return
    for evidence in rows_of(session, row.provider_id):
        if evidence.kind == REGISTRATION and evidence.withdrawn_on is None:
            withdraw_evidence(session, evidence.id, by=BY, now=now, why=why)
