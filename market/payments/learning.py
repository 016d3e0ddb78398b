"""Writing down what Stripe says of a thing: a payment, a move, a dispute, an account. The same from whichever side it came.

Whether it is the answer to our own asking, a webhook, the sweep or the nightly comparing: the state moves only upwards, and
each row of the ledger has a key of its own, so hearing it twice, late or in another order ends in the same books.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.actor import System
from market.core.database import insert_once
from market.core.events import record
from market.core.log import log
from market.core.money import Pence
from market.ledger import queries as ledger_queries
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.cards import AccountSeen, DisputeSeen, MoveSeen, PaymentSeen
from market.payments.rules import (
    AccountState,
    DisputeState,
    MoveKind,
    MoveState,
    Part,
    PaymentState,
    after_hearing,
    dispute_after_hearing,
    disputed_account,
    move_after_hearing,
    payer_account,
    sent_account,
    split,
    visit_account,
)
from market.payments.saved import keep_card
from market.payments.settling.reading import money_of
from market.payments.settling.service import wake
from market.payments.tables import Dispute, MoneyMove, PaidAccount, Payment, PaymentLine

BY = System("stripe")
_NOT_TAKEN = (PaymentState.DECLINED, PaymentState.NEEDS_PAYER, PaymentState.LAPSED)


def payment_learnt(session: Session, seen: PaymentSeen, *, now: datetime) -> bool:
    """A payment stands so. False where it is none of ours."""
    found = _payment_of(session, seen)
    if found is None:
        return False
    payment = queries.locked_payment(session, found.id)
    if seen.pence != payment.pence:
        log.error("payment.sum_differs", payment=payment.id)
        return True  # never written down as ours: the nightly comparing says it in words
    from_page = payment.card_id is None
    if from_page and not seen.page_ref and seen.state is not PaymentState.PAID:
        return True  # a card refused on a page: another may be tried there, and the page itself tells the end
    payment.page_ref = payment.page_ref or seen.page_ref or None
    payment.page_address = seen.page_address or payment.page_address
    payment.intent_ref = payment.intent_ref or seen.intent_ref or None
    payment.charge_ref = payment.charge_ref or seen.charge_ref or None
    payment.refused_why = seen.refused_why or payment.refused_why
    was, payment.state = payment.state, after_hearing(payment.state, seen.state)
    session.add(payment)
    if payment.state is PaymentState.PAID and payment.page_address:
        payment.page_address = ""
    if was is not payment.state:
        _payment_changed(session, payment, was, seen, now)
    return True


def _payment_of(session: Session, seen: PaymentSeen) -> Payment | None:
    known = queries.payment_by_refs(session, page_ref=seen.page_ref, intent_ref=seen.intent_ref)
    return known or (session.get(Payment, seen.key) if seen.key else None)


def _payment_changed(session: Session, payment: Payment, was: PaymentState, seen: PaymentSeen, now: datetime) -> None:
    if payment.state is PaymentState.PAID:
        _paid(session, payment, seen, now)
    elif payment.state in _NOT_TAKEN:
        payment_not_taken(session, payment, now=now)
    session.flush()


def _paid(session: Session, payment: Payment, seen: PaymentSeen, now: datetime) -> None:
    payment.paid_at = payment.ended_at = now
    lines = queries.lines_of(session, payment.id)
    owed = sum(money_of(session, bookings.visit(session, line.visit_id)).owed for line in lines)
    for line in lines:
        _take(session, payment, line, now)
        wake(session, line.visit_id, now)
    if seen.card is not None and payment.save_words:
        keep_card(session, payment, seen.card, now=now)
    name = "payment.received" if owed else "payment.came_late"
    _record(session, name, payment, now, pence=payment.pence, way=payment.way)


def _take(session: Session, payment: Payment, line: PaymentLine, now: datetime) -> None:
    """The hold is spent. One that was let go already, because the card came late, is written as a plain transfer."""
    why = Money(line.visit_id, f"charged:{payment.id}:{line.visit_id}", payment.person_id, payment.pot_id, now, BY)
    state = ledger_queries.hold_state(session, line.hold_id)
    if state is not None and state.open >= line.pence:
        ledger.post_hold(session, line.hold_id, line.pence, why)
    else:
        ledger.transfer(session, payer_account(payment.pot_id), visit_account(line.visit_id), line.pence, why)


def payment_not_taken(session: Session, payment: Payment, *, now: datetime) -> None:
    """Nothing was taken: what was set down as being charged is let go."""
    payment.ended_at = payment.ended_at or now
    for line in queries.lines_of(session, payment.id):
        key = f"not_charged:{payment.id}:{line.visit_id}"
        why = Money(line.visit_id, key, payment.person_id, payment.pot_id, now, BY)
        ledger.void_hold(session, line.hold_id, why)
    _record(session, "payment.not_taken", payment, now, state=payment.state, why=payment.refused_why)


def _record(session: Session, name: str, payment: Payment, now: datetime, **facts: Any) -> None:
    record(session, name, at=now, by=BY, subject=payment.id, person_id=payment.person_id, **facts)


def move_learnt(session: Session, seen: MoveSeen, *, now: datetime) -> bool:
    """A refund, transfer or reversal stands so. False where it is none of ours."""
    found = queries.move_by_ref(session, seen.outside_ref) or (session.get(MoneyMove, seen.key) if seen.key else None)
    if found is None:
        return False
    row = queries.move(session, found.id)
    if seen.pence != row.pence:
        log.error("move.sum_differs", move=row.id)
        return True
    row.outside_ref = row.outside_ref or seen.outside_ref
    heard(session, row, seen.state, seen.failed_why, now=now)
    return True


def heard(session: Session, row: MoneyMove, state: MoveState, why: str, *, now: datetime) -> None:
    """What became of a move, in the ledger too. A refund that comes back after it was done is written back."""
    was, row.state = row.state, move_after_hearing(row.state, state)
    session.add(row)
    if row.state is was:
        return
    if row.state is MoveState.DONE:
        row.done_at = now
        ledger.post_hold(session, row.hold_id, row.pence, _why(row, "done", now))
        wake(session, row.visit_id, now)
    elif row.state is MoveState.FAILED:
        row.failed_why = why
        if was is MoveState.DONE:
            ledger.transfer(session, *_back_again(row), row.pence, _why(row, "undone", now))
        else:
            ledger.void_hold(session, row.hold_id, _why(row, "failed", now))
    name = {MoveState.DONE: _NAMES[row.kind], MoveState.FAILED: "payment.move_failed"}.get(row.state)
    if name is not None:
        facts: dict[str, Any] = {"pence": row.pence, "kind": row.kind, "visit": row.visit_id}
        about = {"person_id": row.person_id, "provider_id": row.provider_id}
        record(session, name, at=now, by=BY, subject=row.id, **about, **facts)


_NAMES = {
    MoveKind.REFUND: "payment.refunded",
    MoveKind.TRANSFER: "payment.sent_on",
    MoveKind.REVERSAL: "payment.fetched_back",
}


def _why(row: MoneyMove, what: str, now: datetime) -> Money:
    return Money(row.visit_id, f"{what}:{row.id}", row.person_id, row.pot_id, now, BY)


def _back_again(row: MoneyMove) -> tuple[str, str]:
    ours, provider = visit_account(row.visit_id), sent_account(row.provider_id or "")
    return {
        MoveKind.REFUND: (payer_account(row.pot_id), ours),
        MoveKind.TRANSFER: (provider, ours),
        MoveKind.REVERSAL: (ours, provider),
    }[row.kind]


def dispute_learnt(session: Session, seen: DisputeSeen, *, now: datetime) -> bool:
    """A bank's dispute stands so. False where it is about no payment that we know (yet)."""
    payment = queries.payment_by_refs(session, charge_ref=seen.charge_ref)
    if payment is None:
        return False
    queries.locked_payment(session, payment.id)
    opened = insert_once(
        session,
        Dispute,
        id=seen.id,
        payment_id=payment.id,
        pence=0,
        reason=seen.reason,
        state=DisputeState.OPEN,
        opened_at=now,
    )
    dispute = session.get_one(Dispute, seen.id, populate_existing=True)
    if opened:
        _record(session, "payment.disputed", payment, now, dispute=dispute.id)
    if seen.pence > dispute.pence and dispute.state is DisputeState.OPEN:
        _withdraw(session, payment, dispute, seen.pence - dispute.pence, now)
    was, dispute.state = dispute.state, dispute_after_hearing(dispute.state, seen.state)
    session.add(dispute)
    if dispute.state is not was:
        dispute.closed_at = now
        _end(session, payment, dispute, now)
        _record(session, "payment.dispute_ended", payment, now, dispute=dispute.id, state=dispute.state)
    for line in queries.lines_of(session, payment.id):
        wake(session, line.visit_id, now)
    return True


def _withdraw(session: Session, payment: Payment, dispute: Dispute, pence: Pence, now: datetime) -> None:
    """The bank has taken money back from us, for the visits of the payment in their order."""
    for part in split(pence, _by_visit(session, payment)):
        why = _about(payment, f"withdrawn:{dispute.id}:{dispute.pence}:{part.payment_id}", part.payment_id, now)
        ledger.transfer(session, visit_account(part.payment_id), disputed_account(dispute.id), part.pence, why)
    dispute.pence += pence


def _end(session: Session, payment: Payment, dispute: Dispute, now: datetime) -> None:
    """Won: it comes back to the visits. Lost: it is with the payer."""
    for part in split(dispute.pence, _by_visit(session, payment)):
        why = _about(payment, f"{dispute.state}:{dispute.id}:{part.payment_id}", part.payment_id, now)
        won = dispute.state is DisputeState.WON
        to = visit_account(part.payment_id) if won else payer_account(payment.pot_id)
        ledger.transfer(session, disputed_account(dispute.id), to, part.pence, why)


def _by_visit(session: Session, payment: Payment) -> list[Part]:
    return [Part(line.visit_id, line.pence) for line in queries.lines_of(session, payment.id)]


def _about(payment: Payment, key: str, visit_id: str, now: datetime) -> Money:
    return Money(visit_id, key, payment.person_id, payment.pot_id, now, BY)


def account_learnt(session: Session, seen: AccountSeen, *, now: datetime) -> bool:
    """A provider's account stands so. False where it is none of ours."""
    row = queries.account_by_ref(session, seen.account_ref)
    if row is None:
        return False
    was, row.state, row.looked_at = row.state, seen.state, now
    session.add(row)
    if seen.state is was:
        return True
    if seen.state is AccountState.READY:
        row.ready_at, row.page_address = row.ready_at or now, ""
        row.payout_failed_at, row.payout_failed_why = None, ""
        for visit in queries.work_in_plans(session, row.provider_id):
            wake(session, visit.id, now)
    _about_account(session, f"provider.account_{seen.state}", row, now)
    return True


def payout_failed(session: Session, account_ref: str, why: str, *, now: datetime) -> None:
    """The provider's own bank did not take what Stripe paid out: they are told, and put it right on Stripe's page."""
    row = queries.account_by_ref(session, account_ref)
    if row is not None:
        row.payout_failed_at, row.payout_failed_why = now, why
        session.add(row)
        _about_account(session, "provider.payout_failed", row, now)


def _about_account(session: Session, name: str, row: PaidAccount, now: datetime) -> None:
    record(session, name, at=now, by=BY, subject=row.provider_id, provider_id=row.provider_id)
