"""Noting what was seen, and noticing what has lapsed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record
from market.core.times import wall_day
from providers.accreditation import events
from providers.accreditation.errors import (
    DbsLevelMissing,
    EndBeforeStart,
    EndMissing,
    EvidenceUnknown,
    IssuedInTheFuture,
    MoreThanMayBeAsked,
    NotYourOwnChecks,
)
from providers.accreditation.lapsing import best_of_each, notice_due
from providers.accreditation.queries import all_evidence, ending_between, evidence_of, evidence_row, lapsed_untold
from providers.accreditation.rules import DbsAsk, DbsLevel, trusted_until
from providers.accreditation.schemes import evidence_kinds
from providers.accreditation.tables import EvidenceRow, UpdateServiceLook


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
    could_not_be_had: bool = False


def note_evidence(
    session: Session,
    provider_id: str,
    seen: Seen,
    *,
    by: Actor | System,
    now: datetime,
    dbs_months: int | None = None,
    evidence_id: str | None = None,
    most: DbsAsk | None = None,
) -> EvidenceRow:
    """Write down that something was seen. How long it is trusted is fixed now: by `dbs_months` of the authority for a DBS
    check, else by the scheme. With `most`, a check above what may lawfully be asked is not written down. Raises
    `NotYourOwnChecks`, `EvidenceUnknown`, `DbsLevelMissing`, `IssuedInTheFuture`, `EndMissing`, `EndBeforeStart`,
    `MoreThanMayBeAsked`."""
    _refuse_nonsense(provider_id, seen, by, now)
    if seen.kind == "dbs" and most is not None:
        _refuse_too_much(seen, most)
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
        could_not_be_had=seen.could_not_be_had,
    )
    if evidence_id:
        row.id = evidence_id
    session.add(row)
    record(session, events.SEEN, at=now, by=by, subject=row.id, provider_id=provider_id, kind=seen.kind)
    return row


def note_update_service(
    session: Session, evidence_id: str, *, on: date, by: Actor | System, now: datetime, is_current: bool = True
) -> EvidenceRow:
    """Write down what the update service says of a certificate. Still current: that does not make the check younger.
    No longer current: it stands no more from today. Raises `NotFound`, `NotYourOwnChecks`, `IssuedInTheFuture`."""
    row = evidence_row(session, evidence_id)
    if isinstance(by, Actor) and by.has_stake_in(row.provider_id):
        raise NotYourOwnChecks
    if on > wall_day(now):
        raise IssuedInTheFuture(row.kind)
    session.add(UpdateServiceLook(evidence_id=row.id, on=on, is_current=is_current, by=by.says, at=now))
    if not is_current:
        return withdraw_evidence(session, row.id, by=by, now=now, why="The update service says that it is out of date.")
    row.update_service_on = on
    record(session, events.SEEN, at=now, by=by, subject=row.id, provider_id=row.provider_id, kind=row.kind)
    return row


def withdraw_evidence(
    session: Session, evidence_id: str, *, by: Actor | System, now: datetime, why: str
) -> EvidenceRow:
    """From today it stands no more: what it covered is hidden, and whoever has visits is told. The days before it stay
    as they were. Saying it twice changes nothing. Raises `NotFound`, `NotYourOwnChecks`."""
    row = evidence_row(session, evidence_id)
    if isinstance(by, Actor) and by.has_stake_in(row.provider_id):
        raise NotYourOwnChecks
    if row.withdrawn_on is not None:
        return row
    row.withdrawn_on, row.withdrawn_why, row.withdrawn_by = wall_day(now), why, by.says
    session.add(row)
    if row.lapse_told_at is None and not _replaced(session, row, wall_day(now)):
        _tell_lapsed(session, row, by=by, now=now)
    row.lapse_told_at = row.lapse_told_at or now
    return row


def note_expiring(session: Session, now: datetime) -> list[EvidenceRow]:
    """Record `evidence.expiring` for each check whose holder is due a notice today: at the days its scheme names."""
    today, kinds = wall_day(now), evidence_kinds()
    furthest = max(days for kind in kinds.values() for days in kind.notice_days)
    rows = ending_between(session, today, today + timedelta(days=furthest))
    told = []
    for provider_id, evidence in all_evidence(session, {row.provider_id for row in rows.values()}).items():
        for one in best_of_each(evidence, today).values():
            row = rows.get(one.id)
            if row is None or one.last_day is None or one.kind not in kinds:
                continue
            within = notice_due(one.last_day, today, kinds[one.kind].notice_days, row.reminded_within)
            if within is None:
                continue
            row.reminded_within = within
            record(
                session,
                events.EXPIRING,
                at=now,
                by=System("accreditation"),
                subject=row.id,
                provider_id=provider_id,
                kind=one.kind,
                within=within,
                last_day=one.last_day.isoformat(),
            )
            told.append(row)
    return told


def note_lapses(session: Session, now: datetime) -> list[EvidenceRow]:
    """Record `evidence.lapsed` once for each check whose last day is past, unless a newer one of its kind stands."""
    today = wall_day(now)
    told = []
    for row in lapsed_untold(session, today):
        row.lapse_told_at = now
        if _replaced(session, row, today):
            continue
        _tell_lapsed(session, row, by=System("accreditation"), now=now)
        told.append(row)
    return told


def _tell_lapsed(session: Session, row: EvidenceRow, *, by: Actor | System, now: datetime) -> None:
    record(session, events.LAPSED, at=now, by=by, subject=row.id, provider_id=row.provider_id, kind=row.kind)


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
    if evidence_kinds()[seen.kind].has_expiry and seen.expires_on is None:
        raise EndMissing(seen.kind)
    if seen.expires_on is not None and seen.expires_on < seen.issued_on:
        raise EndBeforeStart(seen.kind)


def _refuse_too_much(seen: Seen, most: DbsAsk) -> None:
    """A check above the role's level must not be asked for, and so is not kept (Police Act 1997 s.124)."""
    level = seen.level or DbsLevel.NONE
    if not most.level.reaches(level) or (seen.barred_list and not most.barred_list):
        raise MoreThanMayBeAsked(most.level, most.barred_list)
