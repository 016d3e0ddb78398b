"""What the sweep and the night look at."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from market.bookings.tables import Visit
from market.payments.rules import UNDER_WAY, MoveState, Way
from market.payments.tables import HeardEvent, MoneyMove, Payment, PayPlan, Reconciliation, SavedCard


def unworked_events(session: Session, since: datetime, until: datetime) -> Sequence[HeardEvent]:
    """Webhooks kept between two moments that nothing came of yet."""
    rows = select(HeardEvent).where(col(HeardEvent.worked_at).is_(None))
    return session.exec(rows.where(col(HeardEvent.heard_at) >= since, col(HeardEvent.heard_at) <= until)).all()


def unsettled_payments(session: Session, before: datetime) -> Sequence[Payment]:
    """Payments still under way that were made before a moment."""
    rows = select(Payment).where(col(Payment.state).in_(UNDER_WAY), col(Payment.made_at) <= before)
    return session.exec(rows.order_by(col(Payment.made_at), col(Payment.id))).all()


def unsettled_moves(session: Session, before: datetime) -> Sequence[MoneyMove]:
    """Moves still under way that were made before a moment."""
    unsure = (MoveState.WANTED, MoveState.SENT)
    rows = select(MoneyMove).where(col(MoneyMove.state).in_(unsure), col(MoneyMove.made_at) <= before)
    return session.exec(rows.order_by(col(MoneyMove.made_at), col(MoneyMove.id))).all()


def visits_to_look_at(session: Session, until: datetime, since: datetime) -> Sequence[str]:
    """Visits with a plan that begin between two moments: those whose card may be due, or whose money may be sent on."""
    rows = (
        select(Visit.id)
        .join(PayPlan, col(PayPlan.booking_id) == col(Visit.booking_id))
        .where(col(Visit.starts_at) <= until, col(Visit.starts_at) >= since, col(PayPlan.way) != Way.BANK)
    )
    return session.exec(rows.order_by(col(Visit.starts_at), col(Visit.id))).all()


def payments_since(session: Session, since: datetime) -> Sequence[Payment]:
    """Payments made since a moment."""
    return session.exec(select(Payment).where(col(Payment.made_at) >= since).order_by(col(Payment.made_at))).all()


def moves_since(session: Session, since: datetime) -> Sequence[MoneyMove]:
    """Moves made since a moment."""
    return session.exec(select(MoneyMove).where(col(MoneyMove.made_at) >= since).order_by(col(MoneyMove.made_at))).all()


def newest_reconciliation(session: Session) -> Reconciliation | None:
    """The last comparing of Stripe with our books."""
    return session.exec(select(Reconciliation).order_by(col(Reconciliation.id).desc())).first()


def cards_to_forget(session: Session, until: datetime) -> Sequence[SavedCard]:
    """Cards that were stopped before this moment and that Stripe still keeps."""
    rows = select(SavedCard).where(col(SavedCard.forgotten_at).is_(None), col(SavedCard.stopped_at) <= until)
    return session.exec(rows).all()
