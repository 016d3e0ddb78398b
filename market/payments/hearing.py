"""Webhooks: kept once and answered at once, worked later by asking Stripe how the thing stands now.

What a webhook says of its object may be old by the time it is read, so its words are not used: only what it is about.
That makes order, repeats and losses harmless.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.core.database import insert_once
from market.core.jobs import Payload, put_job
from market.payments import queries
from market.payments.account_news import account_learnt, payout_learnt
from market.payments.cards import AccountSeen, DisputeSeen, Heard, MoveSeen, PaymentSeen, PayoutSeen, Rejected
from market.payments.disputing import dispute_learnt
from market.payments.jobs import Asks
from market.payments.learning import move_learnt, payment_learnt
from market.payments.rules import MoveKind
from market.payments.tables import HeardEvent

HEAR = "payments.hear"
Seen = PaymentSeen | MoveSeen | DisputeSeen | AccountSeen | PayoutSeen


def keep_heard(session: Session, heard: Heard, *, now: datetime) -> bool:
    """Keep a webhook and put the job that works it. False for a repeat, and for another's account: nothing is added."""
    if heard.account_ref and queries.account_by_ref(session, heard.account_ref) is None:
        return False
    kept = insert_once(
        session,
        HeardEvent,
        id=heard.id,
        name=heard.name,
        about=heard.about,
        account_ref=heard.account_ref,
        happened_at=heard.happened_at,
        heard_at=now,
    )
    if kept:
        put_job(session, HEAR, {"event_id": heard.id}, run_at=now, key=f"{HEAR}:{heard.id}")
    return kept


class Hear(Asks):
    """Works one webhook."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> tuple[str, str, str] | None:
        event = queries.event(session, payload["event_id"])
        if event is None or event.worked_at is not None:
            return None
        payment = queries.payment_by_refs(session, page_ref=event.about, intent_ref=event.about)
        return event.name, (payment.page_ref if payment else "") or event.about, event.account_ref

    def call(self, begun: tuple[str, str, str]) -> Seen | None:
        try:
            return self._ask(*begun)
        except Rejected:
            return None

    def _ask(self, name: str, about: str, account_ref: str) -> Seen | None:
        if about.startswith("po_"):
            return self.cards.payout(account_ref, about)
        if about.startswith("cs_"):
            return self.cards.payment(page_ref=about)
        if about.startswith("pi_"):
            return self.cards.payment(intent_ref=about)
        if about.startswith("re_"):
            return self.cards.moved(MoveKind.REFUND, about, "")
        if about.startswith("tr_"):
            return self.cards.moved(MoveKind.TRANSFER, about, "")
        if name.startswith("charge.dispute."):
            return self.cards.dispute(about)
        if about.startswith("acct_"):
            return self.cards.account(about)
        return None

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        event = queries.event(session, payload["event_id"])
        if event is None:
            return
        if learnt(session, outcome, now=now):
            event.worked_at = now
            session.add(event)


def learnt(session: Session, seen: Seen | None, *, now: datetime) -> bool:
    """Write down whatever this is. False for a dispute about a payment that we do not know yet: it is heard again."""
    if isinstance(seen, PaymentSeen):
        payment_learnt(session, seen, now=now)
    elif isinstance(seen, MoveSeen):
        move_learnt(session, seen, now=now)
    elif isinstance(seen, AccountSeen):
        account_learnt(session, seen, now=now)
    elif isinstance(seen, PayoutSeen):
        payout_learnt(session, seen, now=now)
    elif isinstance(seen, DisputeSeen):
        return dispute_learnt(session, seen, now=now)
    return True
