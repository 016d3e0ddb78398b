"""Signing the code of conduct, sending an application, and the desk's decision on it."""

from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from providers.accreditation.schemes import conduct_words, schemes
from providers.applications import events, queries
from providers.applications.checked import Checked, checked
from providers.applications.errors import (
    ChecksNotComplete,
    ConductNotSigned,
    NameNotTyped,
    NobodyToCheck,
    NothingToCheckFor,
    NotWaiting,
    NotYourApplication,
    ReasonMissing,
    SentAlready,
    StillToShow,
)
from providers.applications.rules import IDENTITY, STANDING, Outcome, Stage, risk_of
from providers.applications.tables import Application, ApplicationDecision, ConductSigned
from providers.documents.service import let_go_of_waiting
from providers.organisations.queries import lock_provider
from providers.organisations.rules import ProviderState, may_decide
from providers.organisations.service import decide as decide_provider
from providers.organisations.tables import Provider

_BECOMES = {Outcome.APPROVED: ProviderState.APPROVED, Outcome.LISTED: ProviderState.LISTED}


def sign_conduct(session: Session, conduct: str, *, name: str, by: Actor, now: datetime) -> ConductSigned:
    """Sign one version of the code by typing one's name. Saying it twice changes nothing. Raises `NotFound`, `NameNotTyped`."""
    if by.provider_id is None or not conduct_words(conduct):
        raise NotFound
    if len(name.split()) < 1:
        raise NameNotTyped
    lock_provider(session, by.provider_id)
    for row in queries.signatures(session, by.provider_id):
        if row.conduct == conduct and row.account_id == by.account_id:
            return row
    row = ConductSigned(
        provider_id=by.provider_id, conduct=conduct, account_id=by.account_id, name=" ".join(name.split())[:100], at=now
    )
    session.add(row)
    session.flush()
    record(session, events.SIGNED, at=now, by=by, subject=by.provider_id, provider_id=by.provider_id, conduct=conduct)
    return row


def send(session: Session, *, by: Actor, now: datetime) -> Application:
    """Ask the desk to decide, first or again. Raises `NotFound`, `NobodyToCheck`, `NothingToCheckFor`, `SentAlready`,
    `StillToShow`, `ConductNotSigned`."""
    if by.provider_id is None:
        raise NotFound
    owner = lock_provider(session, by.provider_id)
    if owner.authority_id is None:
        raise NobodyToCheck
    stands = checked(session, owner, now)
    _refuse_to_send(stands)
    row = stands.application if stands.stage is Stage.MORE_ASKED else None
    if row is None:
        row = Application(provider_id=owner.id, first_sent_at=now, sent_at=now, sent_by=by.account_id)
    row.sent_at, row.sent_by = now, by.account_id
    row.tiers, row.risk = sorted(stands.asked.tiers), risk_of(stands.asked.tiers, schemes())
    session.add(row)
    session.flush()
    record(session, events.SENT, at=now, by=by, subject=row.id, provider_id=owner.id)
    return row


def _refuse_to_send(stands: Checked) -> None:
    if not stands.asked.tiers:
        raise NothingToCheckFor
    if stands.stage is Stage.WAITING:
        raise SentAlready
    if stands.to_show:
        raise StillToShow(stands.to_show)
    if stands.unsigned:
        raise ConductNotSigned


def decide(
    session: Session, application_id: str, outcome: Outcome, *, by: Actor, now: datetime, why: str = ""
) -> ApplicationDecision:
    """Approve, list, ask for more or refuse: once for each sending. Approved needs every check to stand; listed needs to
    know who they are; anything but approved needs a reason.

    Raises `NotFound`, `NotYourApplication`, `NotWaiting`, `ChecksNotComplete`, `ReasonMissing`, `CannotStand`.
    """
    row = queries.locked_application(session, application_id)
    owner = lock_provider(session, row.provider_id)
    if not may_decide_on(row, owner, by):
        raise NotYourApplication
    if queries.stage(row, queries.decisions_on(session, [row.id]).get(row.id, [])) is not Stage.WAITING:
        raise NotWaiting
    if outcome is not Outcome.APPROVED and not why.strip():
        raise ReasonMissing
    _check_complete(checked(session, owner, now), outcome)
    made = ApplicationDecision(application_id=row.id, outcome=outcome, why=why.strip(), by=by.says, at=now)
    session.add(made)
    session.flush()
    becomes = _BECOMES.get(outcome)
    if becomes is not None and owner.state is not becomes:
        decide_provider(session, owner.id, becomes, by=by, now=now, why=why)
    if outcome is Outcome.REFUSED:
        let_go_of_waiting(session, owner.id, by=by, now=now)
    record(session, events.DECIDED, at=now, by=by, subject=row.id, provider_id=owner.id, outcome=outcome)
    return made


def may_decide_on(row: Application, owner: Provider, by: Actor) -> bool:
    """Whether this officer may: of the same council, with no stake in it, and not the one who sent it."""
    mine = may_decide(by, provider_id=owner.id, authority_id=owner.authority_id)
    return mine and row.sent_by != by.account_id


def _check_complete(stands: Checked, outcome: Outcome) -> None:
    if outcome is Outcome.APPROVED:
        missing = stands.missing + (("The code of conduct, signed",) if stands.unsigned else ())
        if missing:
            raise ChecksNotComplete(missing)
    if outcome is Outcome.LISTED:
        who = next((item for item in stands.items if item.kind == IDENTITY), None)
        if who is None or who.state not in STANDING:
            raise ChecksNotComplete((who.label if who else "Who they are",))
