"""Every SELECT on evidence."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlmodel import Session, col, or_, select

from market.core.rows import held
from market.core.rows import one as one_row
from market.core.times import wall_day
from providers.accreditation.rules import Evidence
from providers.accreditation.tables import EvidenceRow, UpdateServiceLook


def evidence_of(session: Session, provider_id: str) -> tuple[Evidence, ...]:
    """Everything seen of one provider, oldest first, lapsed or not."""
    statement = (
        select(EvidenceRow)
        .where(EvidenceRow.provider_id == provider_id)
        .order_by(col(EvidenceRow.issued_on), col(EvidenceRow.id))
    )
    return tuple(_evidence(row) for row in session.exec(statement))


def all_evidence(session: Session, provider_ids: Collection[str] | None = None) -> Mapping[str, tuple[Evidence, ...]]:
    """The same by provider: of those named, or of all."""
    statement = select(EvidenceRow).order_by(col(EvidenceRow.issued_on), col(EvidenceRow.id))
    if provider_ids is not None:
        statement = statement.where(col(EvidenceRow.provider_id).in_(provider_ids))
    found: dict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    for row in session.exec(statement):
        found[row.provider_id] += (_evidence(row),)
    return found


def lapsed_untold(session: Session, today: date) -> list[EvidenceRow]:
    """Evidence whose last day is past and of which nobody has been told yet."""
    over = or_(col(EvidenceRow.expires_on) < today, col(EvidenceRow.trusted_until) < today)
    statement = select(EvidenceRow).where(over).where(col(EvidenceRow.lapse_told_at).is_(None))
    return list(session.exec(statement.order_by(col(EvidenceRow.id))))


def evidence_by_id(session: Session, evidence_id: str) -> EvidenceRow:
    """One row, to look at. Raises `NotFound`."""
    return one_row(session, EvidenceRow, evidence_id)


def evidence_row(session: Session, evidence_id: str) -> EvidenceRow:
    """One row, held: for withdrawing it or looking it up again. Raises `NotFound`."""
    return held(session, EvidenceRow, evidence_id)


def rows_of(session: Session, provider_id: str) -> list[EvidenceRow]:
    """The rows behind `evidence_of`, newest first: for the desk."""
    mine = select(EvidenceRow).where(EvidenceRow.provider_id == provider_id)
    return list(session.exec(mine.order_by(col(EvidenceRow.issued_on).desc(), col(EvidenceRow.id).desc())))


def looks_at(session: Session, provider_id: str) -> Sequence[UpdateServiceLook]:
    """Every look in the update service at certificates of one provider, newest first."""
    looks = (
        select(UpdateServiceLook)
        .join(EvidenceRow, col(EvidenceRow.id) == col(UpdateServiceLook.evidence_id))
        .where(EvidenceRow.provider_id == provider_id)
    )
    return session.exec(looks.order_by(col(UpdateServiceLook.id).desc())).all()


def ending_between(session: Session, first: date, last: date) -> dict[str, EvidenceRow]:
    """By id, the evidence that stands and whose own end lies between these days, both inclusive."""
    within = or_(
        col(EvidenceRow.expires_on).between(first, last),
        col(EvidenceRow.trusted_until).between(first, last),
    )
    rows = select(EvidenceRow).where(within, col(EvidenceRow.withdrawn_on).is_(None)).order_by(col(EvidenceRow.id))
    return {row.id: row for row in session.exec(rows)}


def _evidence(row: EvidenceRow) -> Evidence:
    withdrawn = row.withdrawn_on - timedelta(days=1) if row.withdrawn_on else None
    ends = [end for end in (row.expires_on, row.trusted_until, withdrawn) if end is not None]
    return Evidence(
        kind=row.kind,
        issued_on=row.issued_on,
        last_day=min(ends) if ends else None,
        level=row.level,
        barred_list=row.barred_list,
        seen_by=row.seen_by,
        seen_for=row.seen_for,
        seen_on=wall_day(row.seen_at),
        update_service_on=row.update_service_on,
        note=row.note,
        could_not_be_had=row.could_not_be_had,
        id=row.id,
    )
