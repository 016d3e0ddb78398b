"""The whole story of one payment, in words and in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from market.core.money import pounds
from market.core.tables import EventRow
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow
from market.payments import queries
from market.payments.rules import Bearer, DisputeState, PaymentState
from market.payments.tables import Payment
from market.people.tables import Account


@dataclass(frozen=True)
class Told:
    """One thing that happened, as a timeline takes it."""

    at: datetime
    words: str
    by: str = ""
    icon: str = "check"
    tone: str = "plain"
    note: str = ""


def story_of(session: Session, payment: Payment) -> tuple[Told, ...]:
    """Everything that happened with a payment, in order: what was asked, said, taken, sent and given back."""
    visit_ids = [line.visit_id for line in queries.lines_of(session, payment.id)]
    told = [Told(payment.made_at, f"{pounds(payment.pence)} was asked for", icon="credit-card")]
    told += [_of_event(session, row) for row in _events(session, payment, visit_ids)]
    told += [told_row for row in _ledger(session, visit_ids) if (told_row := _of_row(row))]
    for visit_id in visit_ids:
        for asked in queries.refunds_asked_of(session, visit_id):
            told.append(
                Told(asked.asked_at, f"An officer asked for {pounds(asked.pence)} to go back", note=asked.reason)
            )
    return tuple(sorted(told, key=lambda one: one.at))


_EVENTS = {
    "payment.received": ("The card paid", "circle-check", "good"),
    "payment.came_late": ("The card paid after the visits were let go", "circle-alert", "wait"),
    "payment.not_taken": ("Nothing was taken", "circle-x", "bad"),
    "payment.disputed": ("The payer’s bank asked for the money back", "triangle-alert", "bad"),
    "payment.dispute_ended": ("The bank has decided", "scale", "wait"),
    "payment.loss_decided": ("An officer said who bears what the bank took", "scale", "good"),
    "payment.move_failed": ("It did not go through", "circle-x", "bad"),
    "payment.tried_again": ("An officer had it tried again", "refresh-cw", "wait"),
    "payment.refund_agreed": ("The refund was agreed", "check", "good"),
    "payment.refund_refused": ("The refund was refused", "x", "plain"),
    "visit.completed": ("A visit was done", "calendar-check", "good"),
    "visit.cancelled": ("A visit was called off", "calendar-x", "plain"),
    "visit.said_wrong": ("They said that a visit was not as agreed", "circle-alert", "wait"),
    "visit.wrong_settled": ("An officer settled it", "check", "good"),
    "booking.accepted": ("The provider said yes", "check", "good"),
    "booking.declined": ("The provider said no", "x", "plain"),
    "booking.expired": ("The request ran out", "hourglass", "plain"),
    "booking.cancelled": ("The booking was called off", "calendar-x", "plain"),
}


_FACTS = {
    PaymentState.DECLINED: "The bank said no",
    PaymentState.NEEDS_PAYER: "The bank wants to hear from the card’s owner",
    PaymentState.LAPSED: "The card page was closed",
    DisputeState.WON: "The payment stands",
    DisputeState.LOST: "The payer keeps the money",
    Bearer.US: "We bear it: the provider is paid all the same",
    Bearer.PROVIDER: "The provider bears it",
    "not_wanted_any_more": "Nothing was to be paid any more",
    "page_never_opened": "The card page could not be opened",
}
"""What states and reasons of ours mean. Whatever else stands there are Stripe's own codes."""


def _events(session: Session, payment: Payment, visit_ids: Sequence[str]) -> Sequence[EventRow]:
    moves = [move.id for visit_id in visit_ids for move in queries.moves_of_visit(session, visit_id)]
    asked = [one.id for visit_id in visit_ids for one in queries.refunds_asked_of(session, visit_id)]
    about = [payment.id, payment.booking_id, *visit_ids, *moves, *asked]
    rows = select(EventRow).where(col(EventRow.subject).in_(about), col(EventRow.name).in_(list(_EVENTS)))
    return session.exec(rows.order_by(col(EventRow.at), col(EventRow.id))).all()


def _of_event(session: Session, row: EventRow) -> Told:
    words, icon, tone = _EVENTS[row.name]
    account = session.get(Account, row.by)
    facts = [str(row.facts[name]) for name in ("state", "why", "bearer") if row.facts.get(name)]
    note = ". ".join(_FACTS.get(fact, f"Stripe says: {fact.replace('_', ' ')}") for fact in facts)
    return Told(row.at, words, account.name if account else "", icon, tone, note)


def _ledger(session: Session, visit_ids: Sequence[str]) -> Sequence[LedgerRow]:
    rows = select(LedgerRow).where(
        col(LedgerRow.cause).in_(visit_ids), col(LedgerRow.kind).in_((Kind.POST, Kind.TRANSFER))
    )
    return session.exec(rows.order_by(col(LedgerRow.at), col(LedgerRow.id))).all()


def _of_row(row: LedgerRow) -> Told | None:
    """A row of the ledger in words. Those of the pot's own side are said by the visit they belong to."""
    pence = pounds(row.amount_pence)
    sides = {
        ("payer", "visit"): f"{pence} came from the payer",
        ("visit", "payer"): f"{pence} went back to the payer",
        ("visit", "sent"): f"{pence} went on to the provider",
        ("sent", "visit"): f"{pence} was fetched back from the provider",
        ("visit", "fees"): f"{pence} was kept as our fee",
        ("fees", "visit"): f"{pence} of our fee was given up",
        ("visit", "disputed"): f"{pence} was taken back by the payer’s bank",
        ("disputed", "visit"): f"{pence} came back from the payer’s bank",
        ("disputed", "payer"): f"{pence} stayed with the payer",
        ("provider", "pot"): f"{pence} of what the provider earned was given back",
        ("visit", "owed"): f"{pence} went against what the provider owed",
        ("owed", "visit"): f"{pence} could not be fetched back: the provider owes it",
        ("losses", "visit"): f"{pence} was made good by us",
    }
    if row.key.startswith("carried:"):
        return Told(row.at, f"{pence} now pays for the visit of who stands in", icon="banknote")
    if row.key.startswith("carried_once:"):
        return Told(row.at, f"{pence}, paid once to set things up, goes with the next visit", icon="banknote")
    words = sides.get((row.debit.split(":", 1)[0], row.credit.split(":", 1)[0]))
    return Told(row.at, words, icon="banknote") if words else None
