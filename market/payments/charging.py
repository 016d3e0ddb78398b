"""Asking for money: rows, holds and jobs. Nothing here speaks to Stripe; the jobs do."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from market.bookings.tables import Visit
from market.core.actor import Actor, System
from market.core.jobs import put_job
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.rules import Way, payer_account, visit_account
from market.payments.tables import Payment, PaymentLine, PayPlan

BY = System("payments")
OPEN_PAGE = "payments.open_page"
CHARGE = "payments.charge"


def charge_card(session: Session, visit: Visit, plan: PayPlan, pence: Pence, *, now: datetime) -> Payment:
    """Charge the plan's saved card for one visit. Each try is a payment of its own."""
    assert plan.card_id is not None, "the rule charges only where there is a card"
    card = queries.card(session, plan.card_id)
    tries = sum(1 for _, payment in queries.lines_of_visit(session, visit.id) if payment.card_id is not None)
    key = f"card:{visit.id}:{tries}"
    payment = write_payment(session, plan, {visit.id: pence}, Way.CARD_EACH, card.account_id, key=key, by=BY, now=now)
    payment.card_id = card.id
    session.add(payment)
    put_job(session, CHARGE, {"payment_id": payment.id}, run_at=now, key=f"{CHARGE}:{payment.id}")
    return payment


def write_payment(
    session: Session,
    plan: PayPlan,
    lines: Mapping[str, Pence],
    way: Way,
    account_id: str,
    *,
    key: str,
    by: Actor | System,
    now: datetime,
    save_words: str = "",
) -> Payment:
    """The rows of one payment: what it is for, and a hold for each visit. The caller puts the job that asks."""
    payment = Payment(
        key=key,
        booking_id=plan.booking_id,
        person_id=plan.person_id,
        pot_id=plan.pot_id,
        asked_by=account_id,
        way=way,
        pence=sum(lines.values()),
        save_words=save_words,
        made_at=now,
    )
    session.add(payment)
    session.flush()
    for visit_id, pence in lines.items():
        why = Money(visit_id, f"charging:{payment.id}:{visit_id}", plan.person_id, plan.pot_id, now, by)
        hold = ledger.place_hold(session, payer_account(plan.pot_id), visit_account(visit_id), pence, why)
        session.add(PaymentLine(payment_id=payment.id, visit_id=visit_id, pence=pence, hold_id=hold.id))
    session.flush()
    return payment
