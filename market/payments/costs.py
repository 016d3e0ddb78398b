"""What taking cards costs us: Stripe's own fees, as it says them of a charge or a dispute, in the ledger."""

from datetime import datetime

from sqlmodel import Session, col, select

from market.core.actor import System
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.rules import Kind
from market.ledger.service import Money
from market.ledger.tables import LedgerRow
from market.payments.rules import COSTS_ACCOUNT, STRIPE_FEES_ACCOUNT
from market.payments.tables import Payment

BY = System("stripe")


def costs_of(session: Session, about: str) -> Pence:
    """What the ledger has of Stripe's fees for a payment or a dispute."""
    rows = select(LedgerRow.debit, LedgerRow.amount_pence).where(
        col(LedgerRow.key).startswith(f"cost:{about}:"), LedgerRow.kind == Kind.TRANSFER
    )
    return sum(pence if debit == COSTS_ACCOUNT else -pence for debit, pence in session.exec(rows))


def note_cost(session: Session, payment: Payment, about: str, pence: Pence, *, now: datetime) -> None:
    """Stripe says that so much was its fee, in all. Only what is new of it is written; less than before is given back."""
    known = costs_of(session, about)
    if pence == known:
        return
    why = Money(payment.id, f"cost:{about}:{known}:{pence}", payment.person_id, payment.pot_id, now, BY)
    sides = (COSTS_ACCOUNT, STRIPE_FEES_ACCOUNT) if pence > known else (STRIPE_FEES_ACCOUNT, COSTS_ACCOUNT)
    ledger.transfer(session, *sides, abs(pence - known), why)
