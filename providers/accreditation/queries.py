"""Every SELECT on evidence."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlmodel import Session, col, or_, select

from market.core.times import wall_day
from providers.accreditation.rules import Evidence
from providers.accreditation.tables import EvidenceRow


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


def _evidence(row: EvidenceRow) -> Evidence:
    ends = [end for end in (row.expires_on, row.trusted_until) if end is not None]
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
    )
