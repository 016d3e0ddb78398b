"""Every SELECT of payments."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.bookings.tables import Booking, Visit
from market.core.rows import held
from market.core.rows import one as one_row
from market.core.tables import JobRow
from market.payments.cards import KeyRefused
from market.payments.errors import NoSuchPayment
from market.payments.rules import UNDER_WAY, DisputeState, MoveKind, MoveState, PaymentState
from market.payments.tables import (
    BankPromise,
    Dispute,
    HeardEvent,
    MoneyMove,
    PaidAccount,
    Payment,
    PaymentLine,
    PayPlan,
    RefundAsked,
    SavedCard,
    SmokeRun,
)


def plan_of(session: Session, booking_id: str) -> PayPlan | None:
    """How a booking is paid; None where no card or bank stands behind it."""
    return session.get(PayPlan, booking_id)


def locked_plan(session: Session, booking_id: str) -> PayPlan | None:
    """The same as it is now, held until the transaction ends: asked for before anything is charged or given back."""
    return session.get(PayPlan, booking_id, with_for_update=True, populate_existing=True)


def plans_of_person(session: Session, person_id: str) -> Sequence[PayPlan]:
    """How a person's bookings are paid, newest first."""
    mine = select(PayPlan).where(PayPlan.person_id == person_id)
    return session.exec(mine.order_by(col(PayPlan.made_at).desc(), col(PayPlan.booking_id))).all()


def payment(session: Session, payment_id: str) -> Payment:
    """One payment. Raises `NoSuchPayment`."""
    row = session.get(Payment, payment_id)
    if row is None:
        raise NoSuchPayment
    return row


def locked_payment(session: Session, payment_id: str) -> Payment:
    """One payment as it is now, held. Raises `NotFound`."""
    return held(session, Payment, payment_id)


def payment_with_plan(session: Session, payment_id: str) -> Payment:
    """The same, its booking's plan held before it: whoever turns to another way of paying holds that too, in this order."""
    locked_plan(session, payment(session, payment_id).booking_id)
    return locked_payment(session, payment_id)


def payment_by_refs(
    session: Session, *, page_ref: str = "", intent_ref: str = "", charge_ref: str = ""
) -> Payment | None:
    """The payment that Stripe calls so."""
    for column, ref in (
        (Payment.page_ref, page_ref),
        (Payment.intent_ref, intent_ref),
        (Payment.charge_ref, charge_ref),
    ):
        if ref and (found := session.exec(select(Payment).where(col(column) == ref)).first()):
            return found
    return None


def payments_of(session: Session, booking_id: str) -> Sequence[Payment]:
    """The payments of a booking, oldest first."""
    mine = select(Payment).where(Payment.booking_id == booking_id)
    return session.exec(mine.order_by(col(Payment.made_at), col(Payment.id))).all()


def payments_of_person(session: Session, person_id: str, states: Collection[PaymentState]) -> Sequence[Payment]:
    """A person's payments in these states, newest first."""
    mine = select(Payment).where(Payment.person_id == person_id, col(Payment.state).in_(states))
    return session.exec(mine.order_by(col(Payment.made_at).desc(), col(Payment.id))).all()


def under_way(session: Session, booking_id: str) -> Sequence[Payment]:
    """Payments of a booking of which we do not know yet how they end."""
    return [one for one in payments_of(session, booking_id) if one.state in UNDER_WAY]


def lines_of(session: Session, payment_id: str) -> Sequence[PaymentLine]:
    """What a payment is for, in the order of its visits."""
    return session.exec(
        select(PaymentLine).where(PaymentLine.payment_id == payment_id).order_by(col(PaymentLine.id))
    ).all()


def lines_of_visit(session: Session, visit_id: str) -> Sequence[tuple[PaymentLine, Payment]]:
    """Every asking of money for a visit, oldest first."""
    rows = select(PaymentLine, Payment).join(Payment, col(Payment.id) == col(PaymentLine.payment_id))
    return session.exec(rows.where(PaymentLine.visit_id == visit_id).order_by(col(PaymentLine.id))).all()


def move(session: Session, move_id: str) -> MoneyMove:
    """One move as it is now, held. Raises `NotFound`."""
    return held(session, MoneyMove, move_id)


def move_by_ref(session: Session, outside_ref: str) -> MoneyMove | None:
    """The move that Stripe calls so."""
    return session.exec(select(MoneyMove).where(MoneyMove.outside_ref == outside_ref)).first()


def moves_of_visit(session: Session, visit_id: str) -> Sequence[MoneyMove]:
    """What was sent back or on for a visit, oldest first."""
    rows = select(MoneyMove).where(MoneyMove.visit_id == visit_id)
    return session.exec(rows.order_by(col(MoneyMove.made_at), col(MoneyMove.id))).all()


def moves_of_payments(session: Session, payment_ids: Collection[str], kind: MoveKind) -> Sequence[MoneyMove]:
    """Moves of a kind that came from these payments, oldest first."""
    rows = select(MoneyMove).where(col(MoneyMove.payment_id).in_(payment_ids), MoneyMove.kind == kind)
    return session.exec(rows.order_by(col(MoneyMove.made_at), col(MoneyMove.id))).all()


def failed_moves(session: Session, person_ids: Collection[str]) -> Sequence[MoneyMove]:
    """Moves that failed and that nobody has looked at, of these people."""
    rows = select(MoneyMove).where(MoneyMove.state == MoveState.FAILED, col(MoneyMove.looked_past_at).is_(None))
    return session.exec(rows.where(col(MoneyMove.person_id).in_(person_ids)).order_by(col(MoneyMove.made_at))).all()


def reversals_failed(session: Session, provider_id: str) -> Sequence[MoneyMove]:
    """Fetchings back from a provider that failed, and that nobody has looked past."""
    rows = select(MoneyMove).where(MoneyMove.provider_id == provider_id, MoneyMove.kind == MoveKind.REVERSAL)
    return session.exec(rows.where(MoneyMove.state == MoveState.FAILED, col(MoneyMove.looked_past_at).is_(None))).all()


def disputes_of(session: Session, payment_ids: Collection[str]) -> Sequence[Dispute]:
    """Disputes about these payments, oldest first."""
    return session.exec(
        select(Dispute).where(col(Dispute.payment_id).in_(payment_ids)).order_by(col(Dispute.opened_at))
    ).all()


def is_doubted(session: Session, booking_id: str) -> bool:
    """Whether a bank looks into a payment of this booking, or took one back for good."""
    paid = [one.id for one in payments_of(session, booking_id)]
    return any(one.state is not DisputeState.WON for one in disputes_of(session, paid))


def disputes_about(session: Session, person_ids: Collection[str]) -> Sequence[Dispute]:
    """Disputes about payments for these people, oldest first."""
    rows = select(Dispute).join(Payment, col(Payment.id) == col(Dispute.payment_id))
    return session.exec(rows.where(col(Payment.person_id).in_(person_ids)).order_by(col(Dispute.opened_at))).all()


def payouts_failed(session: Session, person_ids: Collection[str]) -> Sequence[PaidAccount]:
    """Where providers are paid whose own bank did not take a pay-out, of those who come to these people; oldest first."""
    theirs = select(Visit.provider_id).join(PayPlan, col(PayPlan.booking_id) == col(Visit.booking_id))
    rows = select(PaidAccount).where(
        col(PaidAccount.payout_failed_at).is_not(None),
        col(PaidAccount.provider_id).in_(theirs.where(col(PayPlan.person_id).in_(person_ids))),
    )
    return session.exec(rows.order_by(col(PaidAccount.payout_failed_at))).all()


def key_is_refused(session: Session) -> bool:
    """Whether an asking waits because Stripe did not take our key. As soon as it goes through, it waits no more."""
    waits = select(JobRow.id).where(
        col(JobRow.done_at).is_(None), col(JobRow.given_up_at).is_(None), JobRow.error == KeyRefused.__name__
    )
    return session.exec(waits.limit(1)).first() is not None


def dispute(session: Session, dispute_id: str) -> Dispute:
    """One dispute. Raises `NotFound`."""
    return one_row(session, Dispute, dispute_id)


def card(session: Session, card_id: str) -> SavedCard:
    """One saved card. Raises `NoSuchPayment`."""
    row = session.get(SavedCard, card_id)
    if row is None:
        raise NoSuchPayment
    return row


def cards_of(session: Session, person_id: str) -> Sequence[SavedCard]:
    """The cards kept for a person's visits, newest first."""
    mine = select(SavedCard).where(SavedCard.person_id == person_id, col(SavedCard.stopped_at).is_(None))
    return session.exec(mine.order_by(col(SavedCard.agreed_at).desc(), col(SavedCard.id))).all()


def plans_by_card(session: Session, card_id: str) -> Sequence[PayPlan]:
    """Bookings that a card pays for."""
    return session.exec(select(PayPlan).where(PayPlan.card_id == card_id)).all()


def account_of(session: Session, provider_id: str) -> PaidAccount | None:
    """Where a provider is paid."""
    return session.get(PaidAccount, provider_id)


def locked_account(session: Session, provider_id: str) -> PaidAccount | None:
    """The same as it is now, held: what they owe is counted against what they earn only by whoever holds it."""
    return session.get(PaidAccount, provider_id, with_for_update=True, populate_existing=True)


def account_by_ref(session: Session, account_ref: str) -> PaidAccount | None:
    """The provider's account that Stripe calls so."""
    return session.exec(select(PaidAccount).where(PaidAccount.account_ref == account_ref)).first()


def work_in_plans(session: Session, provider_id: str) -> Sequence[Visit]:
    """A provider's visits whose money comes by card or bank, of bookings they have accepted, newest first."""
    rows = (
        select(Visit)
        .join(PayPlan, col(PayPlan.booking_id) == col(Visit.booking_id))
        .join(Booking, col(Booking.id) == col(Visit.booking_id))
        .where(Visit.provider_id == provider_id, col(Booking.accepted_at).is_not(None), col(Visit.price_pence) > 0)
    )
    return session.exec(rows.order_by(col(Visit.starts_at).desc(), col(Visit.id))).all()


def event(session: Session, event_id: str) -> HeardEvent | None:
    """A webhook that was kept."""
    return session.get(HeardEvent, event_id)


def promises_of(session: Session, booking_id: str) -> Sequence[BankPromise]:
    """Bank transfers for a booking, newest first."""
    rows = select(BankPromise).where(BankPromise.booking_id == booking_id)
    return session.exec(rows.order_by(col(BankPromise.made_at).desc())).all()


def promise(session: Session, promise_id: str) -> BankPromise:
    """One bank transfer as it is now, held. Raises `NotFound`."""
    return held(session, BankPromise, promise_id)


def promises_to(session: Session, provider_id: str) -> Sequence[BankPromise]:
    """Bank transfers to a provider, newest first."""
    rows = select(BankPromise).where(BankPromise.provider_id == provider_id)
    return session.exec(rows.order_by(col(BankPromise.made_at).desc())).all()


def refund_asked(session: Session, asked_id: str) -> RefundAsked:
    """One refund that an officer asked for, held. Raises `NotFound`."""
    return held(session, RefundAsked, asked_id)


def refunds_asked_of(session: Session, visit_id: str) -> Sequence[RefundAsked]:
    """Refunds beyond the terms asked for a visit, oldest first."""
    rows = select(RefundAsked).where(RefundAsked.visit_id == visit_id)
    return session.exec(rows.order_by(col(RefundAsked.asked_at))).all()


def refunds_waiting(session: Session, person_ids: Collection[str]) -> Sequence[RefundAsked]:
    """Refunds that wait for a second officer, of these people, oldest first."""
    undecided = sa.and_(col(RefundAsked.agreed_at).is_(None), col(RefundAsked.refused_at).is_(None))
    rows = select(RefundAsked).where(undecided, col(RefundAsked.person_id).in_(person_ids))
    return session.exec(rows.order_by(col(RefundAsked.asked_at))).all()


def newest_event(session: Session) -> HeardEvent | None:
    """The webhook that was taken in last."""
    return session.exec(select(HeardEvent).order_by(col(HeardEvent.heard_at).desc()).limit(1)).first()


def newest_smoke_run(session: Session) -> SmokeRun | None:
    """The last run of the smoke test against real keys."""
    return session.exec(select(SmokeRun).order_by(col(SmokeRun.id).desc())).first()
