"""Writing down what Stripe says of a payment or a move. The same from whichever side it came.

Whether it is the answer to our own asking, a webhook, the sweep or the nightly comparing: the state moves only upwards, and
each row of the ledger has a key of its own, so hearing it twice, late or in another order ends in the same books.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.actor import System
from market.core.events import record
from market.core.log import log
from market.ledger import queries as ledger_queries
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.cards import MoveSeen, PaymentSeen
from market.payments.costs import note_cost
from market.payments.rules import (
    MoveKind,
    MoveState,
    PaymentState,
    after_hearing,
    move_after_hearing,
    owed_account,
    payer_account,
    sent_account,
    visit_account,
)
from market.payments.saved import keep_card
from market.payments.settling.reading import money_of
from market.payments.settling.waking import wake
from market.payments.tables import MoneyMove, Payment, PaymentLine

BY = System("stripe")
_NOT_TAKEN = (PaymentState.DECLINED, PaymentState.NEEDS_PAYER, PaymentState.LAPSED)


def payment_learnt(session: Session, seen: PaymentSeen, *, now: datetime) -> bool:
    """A payment stands so. False where it is none of ours."""
    found = _payment_of(session, seen)
    if found is None:
        return False
    payment = queries.payment_with_plan(session, found.id)
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
    if seen.state is PaymentState.PAID and seen.cost:
        note_cost(session, payment, payment.id, seen.cost, now=now)
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
        for line in queries.lines_of(session, payment.id):
            wake(session, line.visit_id, now)  # whoever stands in may have waited for this
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
        if row.kind is MoveKind.REVERSAL:
            _owed_now(session, row, now)
    name = {MoveState.DONE: _NAMES[row.kind], MoveState.FAILED: "payment.move_failed"}.get(row.state)
    if name is not None:
        facts: dict[str, Any] = {"pence": row.pence, "kind": row.kind, "visit": row.visit_id}
        about = {"person_id": row.person_id, "provider_id": row.provider_id}
        record(session, name, at=now, by=BY, subject=row.id, **about, **facts)


def _owed_now(session: Session, row: MoneyMove, now: datetime) -> None:
    """What could not be fetched back is owed, and goes against what the provider earns next."""
    owed = owed_account(row.provider_id or "")
    ledger.transfer(session, owed, visit_account(row.visit_id), row.pence, _why(row, "owed", now))
    wake(session, row.visit_id, now)


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
