"""What our fee means for one provider: how much of a price is theirs, and what we kept. Of bank transfers we take nothing."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.bookings.tables import Visit
from market.core.money import Pence
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow
from market.payments import queries
from market.payments.rules import FEES_ACCOUNT, Way, fee_of


def points_of(session: Session, booking_id: str) -> int:
    """Our fee of a booking in hundredths of a percent, as it was frozen into it. Nought where nothing is paid by card."""
    plan = queries.plan_of(session, booking_id)
    return 0 if plan is None or plan.way is Way.BANK else plan.fee_points or 0


def after_fee(session: Session, booking_id: str, pence: Pence) -> Pence:
    """What a provider gets of a price by this booking, once our fee is off."""
    return pence - fee_of(pence, points_of(session, booking_id))


def fees_kept(session: Session, provider_id: str, since: datetime, until: datetime) -> Pence:
    """What we kept of a provider's visits between two moments, less what we gave up again."""
    kept = sa.case((col(LedgerRow.credit) == FEES_ACCOUNT, LedgerRow.amount_pence), else_=-col(LedgerRow.amount_pence))
    rows = (
        select(sa.func.coalesce(sa.func.sum(kept), 0))
        .join(Visit, col(Visit.id) == col(LedgerRow.cause))
        .where(
            Visit.provider_id == provider_id,
            LedgerRow.kind == Kind.TRANSFER,
            sa.or_(col(LedgerRow.credit) == FEES_ACCOUNT, col(LedgerRow.debit) == FEES_ACCOUNT),
            col(LedgerRow.at) >= since,
            col(LedgerRow.at) < until,
        )
    )
    return int(session.exec(rows).one())
