"""The jobs that speak to Stripe. Each is two transactions with the call between them, and none is open during the call.

`begin` looks whether there is still something to ask and writes down that it is being asked; `call` asks, with our own id
as the key; `settle` writes down what came of it. Killed anywhere, the job runs again and the key makes it once.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.errors import NotFound
from market.core.jobs import Payload
from market.core.settings import Settings
from market.core.times import wall
from market.payments import queries
from market.payments.cards import CardOrder, Cards, MoveOrder, MoveSeen, PageOrder, PaymentSeen, Rejected
from market.payments.learning import heard, move_learnt, payment_learnt, payment_not_taken
from market.payments.rules import PAGE_LASTS, MoveKind, MoveState, PaymentState, Way, key_is_old
from market.payments.settling.reading import money_of
from market.payments.settling.waking import wake
from market.payments.tables import MoneyMove, Payment
from market.people.tables import Account


@dataclass(frozen=True)
class Asks:
    """What every one of these jobs stands on."""

    cards: Cards
    settings: Settings


class OpenPage(Asks):
    """Opens the page on which somebody pays with a card."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> PageOrder | None:
        payment = queries.locked_payment(session, payload["payment_id"])
        if payment.state is not PaymentState.WANTED or key_is_old(payment.asked_at, now):
            return None
        payment.asked_at = payment.asked_at or now
        session.add(payment)
        return self._order(session, payment)

    def _order(self, session: Session, payment: Payment) -> PageOrder:
        base, account = self.settings.public_address.rstrip("/"), session.get_one(Account, payment.asked_by)
        return PageOrder(
            key=payment.id,
            lines=[(visit_words(session, line.visit_id), line.pence) for line in queries.lines_of(session, payment.id)],
            back=f"{base}/payments/{payment.id}",
            cancelled=f"{base}/bookings/{payment.booking_id}/pay",
            expires_at=payment.made_at + PAGE_LASTS,
            email=account.email,
            save_card=payment.way is Way.CARD_EACH,
        )

    def call(self, begun: PageOrder) -> PaymentSeen | Rejected:
        try:
            return self.cards.open_page(begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if isinstance(outcome, Rejected):
            not_taken(session, payload["payment_id"], PaymentState.LAPSED, outcome.why, now=now)
        else:
            payment_learnt(session, outcome, now=now)


class Charge(Asks):
    """Charges a saved card."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> CardOrder | None:
        payment = queries.payment_with_plan(session, payload["payment_id"])
        if payment.state is not PaymentState.WANTED or key_is_old(payment.asked_at, now) or payment.card_id is None:
            return None
        card = queries.card(session, payment.card_id)
        (line,) = queries.lines_of(session, payment.id)
        if payment.asked_at is None and (card.stopped_at is not None or not _still_owed(session, line.visit_id)):
            not_taken(session, payment.id, PaymentState.LAPSED, "not_wanted_any_more", now=now)
            return None
        payment.asked_at = payment.asked_at or now
        session.add(payment)
        words = visit_words(session, line.visit_id)
        return CardOrder(payment.id, payment.pence, card.customer_ref, card.method_ref, words)

    def call(self, begun: CardOrder) -> PaymentSeen | Rejected:
        try:
            return self.cards.charge(begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if isinstance(outcome, Rejected):
            not_taken(session, payload["payment_id"], PaymentState.DECLINED, outcome.why, now=now)
        else:
            payment_learnt(session, outcome, now=now)


def _still_owed(session: Session, visit_id: str) -> bool:
    money = money_of(session, bookings.visit(session, visit_id))
    return money.owed > money.kept


def not_taken(session: Session, payment_id: str, state: PaymentState, why: str, *, now: datetime) -> None:
    """It will not be taken: Stripe refused to ask, or there is nothing to ask for any more."""
    payment = queries.payment_with_plan(session, payment_id)
    if payment.state is PaymentState.WANTED:
        payment.state, payment.refused_why = state, why
        session.add(payment)
        payment_not_taken(session, payment, now=now)
        for line in queries.lines_of(session, payment.id):
            wake(session, line.visit_id, now)


class Move(Asks):
    """Sends money back, on, or fetches it back."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> MoveOrder | None:
        row = queries.move(session, payload["move_id"])
        if row.state is not MoveState.WANTED or key_is_old(row.asked_at, now):
            return None
        row.asked_at = row.asked_at or now
        session.add(row)
        return self._order(session, row)

    def _order(self, session: Session, row: MoneyMove) -> MoveOrder:
        of = _of(session, row)
        account = queries.account_of(session, row.provider_id) if row.provider_id else None
        account_ref = (account.account_ref or "") if account and row.kind is MoveKind.TRANSFER else ""
        return MoveOrder(row.id, row.kind, row.pence, of, account_ref, group=row.payment_id)

    def call(self, begun: MoveOrder) -> MoveSeen | Rejected:
        try:
            return self.cards.move(begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if isinstance(outcome, Rejected):
            row = queries.move(session, payload["move_id"])
            if row.state is MoveState.WANTED:
                heard(session, row, MoveState.FAILED, outcome.why, now=now)
        else:
            move_learnt(session, outcome, now=now)


def _of(session: Session, row: MoneyMove) -> str:
    """What Stripe calls the thing that a move is made from."""
    payment = queries.payment(session, row.payment_id)
    if row.kind is MoveKind.REFUND:
        return payment.intent_ref or ""
    if row.kind is MoveKind.TRANSFER:
        return payment.charge_ref or ""
    sent = session.get(MoneyMove, row.of_move_id) if row.of_move_id else None
    if sent is None:
        raise NotFound
    return sent.outside_ref or ""


class AskPayment(Asks):
    """Asks how a payment stands: for what a webhook never told."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> tuple[str, str] | None:
        payment = queries.payment(session, payload["payment_id"])
        if payment.state is PaymentState.PAID or not (payment.page_ref or payment.intent_ref):
            return None
        return payment.page_ref or "", payment.intent_ref or ""

    def call(self, begun: tuple[str, str]) -> PaymentSeen | Rejected:
        page_ref, intent_ref = begun
        try:
            return self.cards.payment(page_ref=page_ref, intent_ref=intent_ref)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if not isinstance(outcome, Rejected):
            payment_learnt(session, outcome, now=now)


class AskMove(Asks):
    """Asks how a move stands that is not through yet."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> tuple[MoveKind, str, str] | None:
        row = queries.move(session, payload["move_id"])
        return (row.kind, row.outside_ref, _of(session, row)) if row.outside_ref else None

    def call(self, begun: tuple[MoveKind, str, str]) -> MoveSeen | Rejected:
        try:
            return self.cards.moved(*begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if not isinstance(outcome, Rejected):
            move_learnt(session, outcome, now=now)


class ClosePage(Asks):
    """Closes a page that nobody shall pay on any more, and asks how it ended."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> str | None:
        return queries.payment(session, payload["payment_id"]).page_ref

    def call(self, begun: str) -> PaymentSeen | Rejected:
        try:
            self.cards.close_page(begun)
            return self.cards.payment(page_ref=begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if not isinstance(outcome, Rejected):
            payment_learnt(session, outcome, now=now)


class ForgetCard(Asks):
    """Has Stripe forget a card that its owner stopped."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> str | None:
        card = queries.card(session, payload["card_id"])
        return None if card.forgotten_at else card.method_ref

    def call(self, begun: str) -> None:
        self.cards.forget_card(begun)

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        card = queries.card(session, payload["card_id"])
        card.forgotten_at = now
        session.add(card)


def visit_words(session: Session, visit_id: str) -> str:
    """What a payer reads beside a sum: the day and the times. No name and no kind of support goes to Stripe."""
    visit = bookings.visit(session, visit_id)
    start, end = wall(visit.starts_at), wall(visit.ends_at)
    return f"Visit on {start:%A} {start.day} {start:%B}, {start:%H:%M} to {end:%H:%M}"
