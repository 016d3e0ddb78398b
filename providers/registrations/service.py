"""Asking the register, and what its answer makes of a provider's evidence.

The register is asked by a job, in no transaction: a page never waits for it. A good answer is written down as evidence
seen today; a bad one ends the evidence that stood, so that personal care is hidden at once.
"""

from dataclasses import dataclass
from datetime import datetime

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
from providers.organisations.tables import Provider
from providers.registers.errors import NoNumberToLookUp, RegisterAway
from providers.registers.rules import CareRegister, Registration, Standing, why_not_personal_care
from providers.registrations import queries
from providers.registrations.rules import AGAIN_AFTER, NO_REGISTER, wait_after
from providers.registrations.tables import RegisterLook

LOOK_UP = "registers.look_up"
ANSWERED = "register.answered"
BY = System("register")


def ask_register(
    session: Session, provider_id: str, *, by: Actor | System, now: datetime, number: str = ""
) -> RegisterLook:
    """Ask about a provider's number, or about one they would like to show, soon. An asking without an answer yet is not
    repeated. Raises `NoNumberToLookUp`."""
    number = number.strip() or lock_provider(session, provider_id).cqc_number.strip()
    if not number:
        raise NoNumberToLookUp
    known = queries.newest_look(session, provider_id, number)
    if known is not None and known.answered_at is None and not known.trouble:
        return known
    row = RegisterLook(provider_id=provider_id, number=number, asked_by=by.says, asked_at=now)
    session.add(row)
    session.flush()
    put_job(session, LOOK_UP, {"look_id": row.id}, run_at=now, key=f"{LOOK_UP}:{row.id}")
    return row


def number_changed(session: Session, owner: Provider, *, by: Actor | System, now: datetime) -> None:
    """A provider shows another number: what was seen of the old one counts no more. The new one is looked up by itself, unless
    the register has answered about it lately. The good answer first: where it replaces the old, nobody need be told."""
    number = owner.cqc_number.strip()
    known = queries.newest_look(session, owner.id, number) if number else None
    if known is not None and known.answered_at is not None and known.answered_at > now - AGAIN_AFTER:
        if not why_not(session, owner.id, _found(known)):
            _note_found(session, known, now)
    elif number:
        ask_register(session, owner.id, by=by, now=now)
    _end_evidence(session, owner.id, "It was for another CQC number.", now, but_for=number)


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
    """The job that asks. With no register set up the asking is marked so, and the desk looks with its own eyes. One that is
    away is asked again, soon at first and then once a day, until it answers or a newer asking takes over."""

    def __init__(self, register: CareRegister | None) -> None:
        self._register = register

    def begin(self, session: Session, payload: Payload, now: datetime) -> str | None:
        row = queries.look(session, payload["look_id"])
        newest = queries.newest_look(session, row.provider_id, row.number)
        return None if row.answered_at or (newest and newest.id != row.id) else row.number

    def call(self, begun: str) -> Answer:
        if self._register is None:
            return Answer(trouble=NO_REGISTER)
        try:
            return Answer(self._register.look_up(begun))
        except RegisterAway as away:
            return Answer(trouble=away.why)

    def settle(self, session: Session, payload: Payload, begun: str, outcome: Answer, now: datetime) -> None:
        row = note_answer(session, payload["look_id"], outcome, now)
        if row.answered_at is None and outcome.trouble and self._register is not None:
            tries = payload.get("tries", 0) + 1
            again = {"look_id": row.id, "tries": tries}
            put_job(session, LOOK_UP, again, run_at=now + wait_after(tries), key=f"{LOOK_UP}:{row.id}:{tries}")


def note_answer(session: Session, look_id: str, answer: Answer, now: datetime) -> RegisterLook:
    """Write down what the register said, and let the evidence follow where it is about the number that the provider shows now.
    Trouble changes no evidence."""
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
    is_shown = lock_provider(session, row.provider_id).cqc_number.strip() == row.number
    if is_shown:
        if why:
            _end_evidence(session, row.provider_id, why, now)
        else:
            _note_found(session, row, now)
    whose = row.provider_id
    record(session, ANSWERED, at=now, by=BY, subject=row.id, provider_id=whose, good=not why, is_shown=is_shown)
    return row


def why_not(session: Session, provider_id: str, registration: Registration | None) -> str:
    """Why this answer does not carry what the provider lists; empty when it does. For personal care the activity counts."""
    cares = any(
        row.includes_personal_care for row in listings_of(session, provider_id) if row.state is not ListingState.REMOVED
    )
    why = why_not_personal_care(registration)
    only_the_activity = registration is not None and "not for personal care" in why
    return "" if only_the_activity and not cares else why


def _found(row: RegisterLook) -> Registration | None:
    """What the register answered, as it was written down."""
    if not row.found:
        return None
    return Registration(row.number, "", row.name, Standing(row.standing), frozenset(row.activities), row.postcode)


def _note_found(session: Session, row: RegisterLook, now: datetime) -> None:
    answered = wall_day(row.answered_at or now)
    seen = Seen(REGISTRATION, answered, seen_by=BY.says, seen_for="the register of the CQC itself", note=row.number)
    note_evidence(session, row.provider_id, seen, by=BY, now=now)


def _end_evidence(session: Session, provider_id: str, why: str, now: datetime, *, but_for: str = "") -> None:
    """What stood of a registration ends, save what the register itself said of the number `but_for`."""
    for evidence in rows_of(session, provider_id):
        spared = bool(but_for) and (evidence.seen_by, evidence.note) == (BY.says, but_for)
        if evidence.kind == REGISTRATION and evidence.withdrawn_on is None and not spared:
            withdraw_evidence(session, evidence.id, by=BY, now=now, why=why)
