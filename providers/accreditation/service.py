"""Noting what was seen, and noticing what has lapsed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.errors import NotFound
from market.core.events import record
from market.core.times import wall_day
from providers.accreditation import events
from providers.accreditation.errors import DbsLevelMissing, EvidenceUnknown, IssuedInTheFuture, NotYourOwnChecks
from providers.accreditation.queries import evidence_of, lapsed_untold
from providers.accreditation.rules import DbsLevel, trusted_until
from providers.accreditation.schemes import evidence_kinds
from providers.accreditation.tables import EvidenceRow


@dataclass(frozen=True)
class Seen:
    """What an officer has in front of them. `seen_by` is their account, `seen_for` the authority that the badge names."""

    kind: str
    issued_on: date
    expires_on: date | None = None
    level: DbsLevel | None = None
    barred_list: bool = False
    update_service_on: date | None = None
    note: str = ""
    seen_by: str = ""
    seen_for: str = ""


def note_evidence(
    session: Session,
    provider_id: str,
    seen: Seen,
    *,
    by: Actor | System,
    now: datetime,
    dbs_months: int | None = None,
    evidence_id: str | None = None,
) -> EvidenceRow:
    """Write down that something was seen. How long it is trusted is fixed now: by `dbs_months` of the authority for a DBS
    check, else by the scheme. Raises `NotYourOwnChecks`, `EvidenceUnknown`, `DbsLevelMissing`, `IssuedInTheFuture`."""
    _refuse_nonsense(provider_id, seen, by, now)
    months = evidence_kinds()[seen.kind].trusted_months
    if seen.kind == "dbs" and dbs_months is not None:
        months = dbs_months
    row = EvidenceRow(
        provider_id=provider_id,
        kind=seen.kind,
        level=seen.level,
        barred_list=seen.barred_list,
        issued_on=seen.issued_on,
        expires_on=seen.expires_on,
        trusted_until=None if seen.expires_on else trusted_until(seen.issued_on, months),
        seen_by=seen.seen_by or by.says,
        seen_for=seen.seen_for,
        seen_at=now,
        update_service_on=seen.update_service_on,
        note=seen.note,
    )
    if evidence_id:
        row.id = evidence_id
    session.add(row)
    record(session, events.SEEN, at=now, by=by, subject=row.id, provider_id=provider_id, kind=seen.kind)
    return row


def note_update_service(session: Session, evidence_id: str, *, on: date, by: Actor | System, now: datetime) -> None:
    """Write down that the update service still shows the certificate as current. It does not make the check younger."""
    row = session.get(EvidenceRow, evidence_id)
    if row is None:
        raise NotFound
    if isinstance(by, Actor) and by.has_stake_in(row.provider_id):
        raise NotYourOwnChecks
    row.update_service_on = on
    record(session, events.SEEN, at=now, by=by, subject=row.id, provider_id=row.provider_id, kind=row.kind)


def note_lapses(session: Session, now: datetime) -> list[EvidenceRow]:
    """Record `evidence.lapsed` once for each check whose last day is past, unless a newer one of its kind stands."""
    today = wall_day(now)
    told = []
    for row in lapsed_untold(session, today):
        row.lapse_told_at = now
        if _replaced(session, row, today):
            continue
        record(
            session,
            events.LAPSED,
            at=now,
            by=System("accreditation"),
            subject=row.id,
            provider_id=row.provider_id,
            kind=row.kind,
        )
        told.append(row)
    return told


def _replaced(session: Session, row: EvidenceRow, today: date) -> bool:
    """Whether a check as good stands in its stead."""
    return any(
        one.kind == row.kind
        and one.stands(today)
        and (one.level or DbsLevel.NONE).reaches(row.level or DbsLevel.NONE)
        and one.barred_list >= row.barred_list
        for one in evidence_of(session, row.provider_id)
    )


def _refuse_nonsense(provider_id: str, seen: Seen, by: Actor | System, now: datetime) -> None:
    if isinstance(by, Actor) and by.has_stake_in(provider_id):
        raise NotYourOwnChecks
    if seen.kind not in evidence_kinds():
        raise EvidenceUnknown(seen.kind)
    if seen.kind == "dbs" and seen.level is None:
        raise DbsLevelMissing
    if seen.issued_on > wall_day(now):
        raise IssuedInTheFuture(seen.kind)
