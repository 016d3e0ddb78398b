"""The nightly comparing, the sweep that asks for what never came, and the rhythm of both."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from market.core.actor import System
from market.core.events import record
from market.core.jobs import Payload, put_job
from market.core.money import Pence
from market.core.tables import JobRow
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow
from market.payments import queries
from market.payments.cards import Everything, Rejected
from market.payments.charging import CHARGE, OPEN_PAGE
from market.payments.costs import costs_of
from market.payments.disputing import dispute_learnt
from market.payments.hearing import HEAR
from market.payments.jobs import Asks, not_taken
from market.payments.learning import move_learnt, payment_learnt
from market.payments.reconciling import queries as looked_at
from market.payments.reconciling.rules import STRIPES_FEE, OurMove, OurPayment, Ours, differences, without_trials
from market.payments.rules import CHARGED_AHEAD, PAGE_LASTS, MoveState, PaymentState, key_is_old
from market.payments.saved import FORGET
from market.payments.settling.service import MOVE
from market.payments.settling.waking import wake
from market.payments.tables import Dispute, MoneyMove, Payment, Reconciliation

SWEEP = "payments.sweep"
RECONCILE = "payments.reconcile"
ASK_PAYMENT = "payments.ask_payment"
ASK_MOVE = "payments.ask_move"
LAPSE = "payments.lapse"
KEY_REFUSED = "payments.key_refused"
EVERY = timedelta(minutes=5)
QUIET_FOR = timedelta(minutes=2)
LOOKED_BACK = timedelta(days=40)
COMPARED_BACK = timedelta(days=35)
BY = System("payments")


def plan_rhythm(session: Session, now: datetime) -> None:
    """Put the next sweep and the next nightly comparing, where cards are taken. Said again it changes nothing."""
    _next_sweep(session, now)
    _next_night(session, now)


def _next_sweep(session: Session, now: datetime) -> None:
    at = now + EVERY - timedelta(seconds=now.timestamp() % EVERY.total_seconds())
    put_job(session, SWEEP, {}, run_at=at, key=f"{SWEEP}:{at:%Y%m%dT%H%M}")


def _next_night(session: Session, now: datetime) -> None:
    night = (now + timedelta(days=1)).replace(hour=2, minute=40, second=0, microsecond=0)
    put_job(session, RECONCILE, {}, run_at=night, key=f"{RECONCILE}:{night:%Y%m%d}")


def sweep(session: Session, _payload: Payload, now: datetime) -> None:
    """Ask after what is still open, hear again what came to nothing, look at visits that are near or newly done.

    It calls nobody itself: it puts the jobs that do, once for each spell of five minutes.
    """
    spell = f"{int(now.timestamp() // EVERY.total_seconds())}"
    if queries.key_is_refused(session):
        put_job(session, KEY_REFUSED, {}, run_at=now, key=f"{KEY_REFUSED}:{now:%Y%m%d}")
    for payment in looked_at.unsettled_payments(session, now - QUIET_FOR):
        if payment.page_ref or payment.intent_ref:
            _put(session, ASK_PAYMENT, {"payment_id": payment.id}, spell, now)
        elif payment.card_id is None and now >= payment.made_at + PAGE_LASTS:
            _put(session, LAPSE, {"payment_id": payment.id}, spell, now)
        else:
            _once_more(session, OPEN_PAGE if payment.card_id is None else CHARGE, "payment_id", payment.id, spell, now)
    for move in looked_at.unsettled_moves(session, now - QUIET_FOR):
        if move.state is MoveState.SENT:
            _put(session, ASK_MOVE, {"move_id": move.id}, spell, now)
        else:
            _once_more(session, MOVE, "move_id", move.id, spell, now)
    for card in looked_at.cards_to_forget(session, now - QUIET_FOR):
        _once_more(session, FORGET, "card_id", card.id, spell, now)
    for event in looked_at.unworked_events(session, now - timedelta(days=3), now - QUIET_FOR):
        _put(session, HEAR, {"event_id": event.id}, spell, now)
    if now.minute < EVERY.total_seconds() // 60:  # once an hour is enough for what has its own job already
        for visit_id in looked_at.visits_to_look_at(session, now + CHARGED_AHEAD, now - LOOKED_BACK):
            wake(session, visit_id, now)
    _next_sweep(session, now)


def lapse(session: Session, payload: Payload, now: datetime) -> None:
    """A page that was never opened in its time: nobody waits for it any more, and nothing was taken."""
    not_taken(session, payload["payment_id"], PaymentState.LAPSED, "page_never_opened", now=now)


def say_key_refused(session: Session, _payload: Payload, now: datetime) -> None:
    """Stripe does not take our key: it is said once a day, while it is so."""
    record(session, "payment.key_refused", at=now, by=BY, subject=f"key_{now:%Y%m%d}")


def _put(session: Session, kind: str, payload: dict[str, str], spell: str, now: datetime) -> None:
    about = next(iter(payload.values()))
    put_job(session, kind, payload, run_at=now, key=f"{kind}:{about}:sweep:{spell}")


def _once_more(session: Session, kind: str, name: str, about: str, spell: str, now: datetime) -> None:
    """Put an asking again whose job gave up. One whose job still waits is left to it."""
    waiting = select(JobRow.id).where(
        JobRow.kind == kind,
        col(JobRow.key).startswith(f"{kind}:{about}"),
        col(JobRow.done_at).is_(None),
        col(JobRow.given_up_at).is_(None),
    )
    if session.exec(waiting).first() is None:
        _put(session, kind, {name: about}, spell, now)


class Reconcile(Asks):
    """Compares everything of the last five weeks, writes down what was missed, and says what still differs."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> datetime:
        _next_night(session, now)
        return now - COMPARED_BACK

    def call(self, begun: datetime) -> Everything | Rejected:
        try:
            return self.cards.everything_since(begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if isinstance(outcome, Rejected):
            found: tuple[str, ...] = (f"Stripe could not be asked: {outcome.why}.",)
            looked_at = 0
        else:
            found = compare(session, outcome, since=begun, now=now)
            looked_at = len(outcome.payments) + len(outcome.moves) + len(outcome.disputes)
        row = Reconciliation(at=now, since=begun, looked_at=looked_at, differences=list(found))
        session.add(row)
        session.flush()
        if found:
            record(session, "payment.books_differ", at=now, by=BY, subject=f"rec_{row.id}", differences=len(found))


def compare(session: Session, theirs: Everything, *, since: datetime, now: datetime) -> tuple[str, ...]:
    """Learn what Stripe knows and we do not, then say what still differs. What was put right is said too."""
    theirs = without_trials(theirs)
    before = differences(ours_since(session, since), theirs)
    _learn(session, theirs, now)
    session.flush()
    after = differences(ours_since(session, since), theirs)
    mended = [f"Put right: {one}" for one in before if one not in after and not one.startswith(STRIPES_FEE)]
    _ask_again(session, theirs, now)
    return (*after, *mended)


def _learn(session: Session, theirs: Everything, now: datetime) -> None:
    for payment in theirs.payments:
        if payment.key:
            payment_learnt(session, payment, now=now)
    for move in theirs.moves:
        if move.key:
            move_learnt(session, move, now=now)
    for dispute in theirs.disputes:
        dispute_learnt(session, dispute, now=now)


def _ask_again(session: Session, theirs: Everything, now: datetime) -> None:
    """What was asked so long ago that its key may be forgotten, and is not at Stripe: it may be asked again.

    What is younger is left alone: its key still makes it once, and its age goes on being counted from the first asking.
    """
    there = {seen.key for seen in theirs.payments} | {seen.key for seen in theirs.moves}
    rows: list[Payment | MoneyMove] = [
        *looked_at.unsettled_payments(session, now),
        *looked_at.unsettled_moves(session, now),
    ]
    for row in rows:
        wanted = row.state in (PaymentState.WANTED, MoveState.WANTED)
        if wanted and key_is_old(row.asked_at, now) and row.id not in there:
            row.asked_at = None
            session.add(row)


def ours_since(session: Session, since: datetime) -> Ours:
    """What we believe of everything made since a moment."""
    payments, moves = looked_at.payments_since(session, since), looked_at.moves_since(session, since)
    taken = _in_ledger(session, "charged:", [payment.id for payment in payments])
    moved = _in_ledger(session, "done:", [move.id for move in moves])
    undone = _in_ledger(session, "undone:", [move.id for move in moves])
    disputes = session.exec(select(Dispute.id)).all()
    return Ours(
        {
            one.id: OurPayment(one.id, one.state, one.pence, taken.get(one.id, 0), costs_of(session, one.id))
            for one in payments
        },
        {
            one.id: OurMove(one.id, one.kind, one.state, one.pence, moved.get(one.id, 0) - undone.get(one.id, 0))
            for one in moves
        },
        {dispute_id: costs_of(session, dispute_id) for dispute_id in disputes},
    )


def _in_ledger(session: Session, first: str, ids: Sequence[str]) -> dict[str, Pence]:
    """What the ledger has under keys that begin so, by the id that follows."""
    rows = select(LedgerRow.key, LedgerRow.amount_pence).where(
        col(LedgerRow.key).startswith(first), col(LedgerRow.kind).in_((Kind.POST, Kind.TRANSFER))
    )
    wanted, sums = set(ids), dict[str, Pence]()
    for key, pence in session.exec(rows):
        about = key.removeprefix(first).split(":", 1)[0]
        if about in wanted:
            sums[about] = sums.get(about, 0) + pence
    return sums
