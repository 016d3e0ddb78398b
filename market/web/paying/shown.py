"""Payments, what went back, what comes next, and bank transfers, in words for pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.once import queries as once
from market.bookings.tables import Visit
from market.core.money import Pence, pounds
from market.payments import queries
from market.payments.paying import Bill, Due
from market.payments.rules import (
    CHARGED_AHEAD,
    DisputeState,
    MoveKind,
    MoveState,
    PaymentState,
    Way,
)
from market.payments.tables import BankPromise, MoneyMove, Payment, PaymentLine, SavedCard
from market.web.filters import day, hours

PAYMENT_WORDS: dict[PaymentState, tuple[str, str]] = {
    # the tag's tone, and its words
    PaymentState.WANTED: ("wait", "Being asked"),
    PaymentState.OPEN: ("wait", "Waiting for your card"),
    PaymentState.NEEDS_PAYER: ("bad", "Your bank wants to hear from you"),
    PaymentState.DECLINED: ("bad", "The bank said no"),
    PaymentState.LAPSED: ("plain", "Not paid, and closed"),
    PaymentState.PAID: ("good", "Paid"),
}
DISPUTE_WORDS: dict[DisputeState, tuple[str, str]] = {
    DisputeState.OPEN: ("wait", "The bank looks into it"),
    DisputeState.LOST: ("bad", "Taken back by the bank"),
}
MOVE_WORDS: dict[tuple[MoveKind, MoveState], str] = {
    (MoveKind.REFUND, MoveState.WANTED): "{} goes back to your card",
    (MoveKind.REFUND, MoveState.SENT): "{} is on its way back to your card",
    (MoveKind.REFUND, MoveState.DONE): "{} went back to your card",
    (MoveKind.REFUND, MoveState.FAILED): "{} could not go back to your card. A person is looking into it",
}
WAY_WORDS: dict[Way, str] = {
    Way.UNCHOSEN: "Not chosen yet",
    Way.CARD_NOW: "By card, all of it at once",
    Way.CARD_EACH: "By a card we keep, two days before each visit",
    Way.BANK: "By bank transfer, after each visit",
}


def visit_words(visit: Visit) -> str:
    """ "Thursday 3 December, 9am to 10am"."""
    return f"{day(visit.starts_at)}, {hours(visit.starts_at, visit.ends_at)}"


@dataclass(frozen=True)
class Line:
    """One visit of a payment, what went back for it, and what of it pays for somebody who stood in."""

    visit: Visit
    words: str
    pence: Pence
    back: Pence
    carried: str = ""

    @property
    def note(self) -> str:
        """What became of it, under its sum."""
        went = (f"{pounds(self.back)} back" if self.back else "", self.carried)
        return ", ".join(one for one in went if one)


@dataclass(frozen=True)
class Receipt:
    """A payment as its payer reads it."""

    payment: Payment
    tone: str
    state: str
    lines: tuple[Line, ...]
    went_back: tuple[tuple[str, datetime], ...]
    card: str
    at: datetime


def receipt(session: Session, payment: Payment) -> Receipt:
    """One payment with its visits and what went back."""
    moves = queries.moves_of_payments(session, [payment.id], MoveKind.REFUND)
    paid = queries.lines_of(session, payment.id)
    lines = [_line(session, line, paid, moves) for line in paid if line.paid]
    tone, words = _state_words(session, payment, moves)
    back = tuple(
        (MOVE_WORDS[one.kind, one.state].format(pounds(one.pence)), one.done_at or one.made_at) for one in moves
    )
    card = card_words(queries.card(session, payment.card_id)) if payment.card_id else ""
    return Receipt(payment, tone, words, tuple(lines), back, card, payment.paid_at or payment.made_at)


def _state_words(session: Session, payment: Payment, moves: Sequence[MoneyMove]) -> tuple[str, str]:
    """The tag: how it stands, and for one that was paid what became of it since."""
    if payment.state is not PaymentState.PAID:
        return PAYMENT_WORDS[payment.state]
    for dispute in reversed(queries.disputes_of(session, [payment.id])):
        if dispute.state in DISPUTE_WORDS:
            return DISPUTE_WORDS[dispute.state]
    back = sum(one.pence for one in moves if one.state is not MoveState.FAILED)
    if not back:
        return PAYMENT_WORDS[PaymentState.PAID]
    return ("plain", "Given back") if back >= payment.pence else ("plain", "Part given back")


def _line(session: Session, line: PaymentLine, all_: Sequence[PaymentLine], moves: Sequence[MoneyMove]) -> Line:
    """A visit, with those that its money went on to: what went back of them went back for it."""
    followed, notes = [line.visit_id], list[str]()
    for visit_id in followed:  # grows while it is walked: one may stand in for another
        for after in (one for one in all_ if one.carried_from == visit_id):
            followed.append(after.visit_id)
            if after.here:
                notes.append(_went_on(after.here, bookings.visit(session, after.visit_id)))
    told = sum(one.carried_in for one in all_ if one.carried_from == line.visit_id)
    if (rest := line.carried - line.carried_in - told) > 0 and (later := once.took_on_once(session, line.visit_id)):
        notes.append(_went_on(rest, later))
    back = sum(one.pence for one in moves if one.visit_id in followed and one.state is not MoveState.FAILED)
    visit = bookings.visit(session, line.visit_id)
    return Line(visit, visit_words(visit), line.paid, back, ", ".join(notes))


def _went_on(pence: Pence, visit: Visit) -> str:
    """What money of another visit pays for now."""
    if visit.instead_of is not None:
        return f"{pounds(pence)} pays for {visit.who_comes}, who stood in"
    return f"{pounds(pence)} goes with the next visit, {visit_words(visit)}"


def card_words(card: SavedCard) -> str:
    """ "Visa card ending 4242"."""
    return f"{card.make.capitalize()} card ending {card.last_four}"


@dataclass(frozen=True)
class Next:
    """What will be charged by itself: for which visit, how much, from when on."""

    words: str
    pence: Pence
    on: datetime


def coming(bill: Bill) -> tuple[Next, ...]:
    """What a kept card pays next, soonest first. Nothing where no card is kept."""
    if not bill.pays_itself:
        return ()
    return tuple(_next(due) for due in bill.to_pay)


def _next(due: Due) -> Next:
    return Next(visit_words(due.visit), due.to_pay, due.visit.starts_at - CHARGED_AHEAD)


@dataclass(frozen=True)
class Transfer:
    """A bank transfer as every page shows it: what either side has said of it, and how it stands."""

    row: BankPromise
    state: str
    tone: str
    sides: tuple[str, ...]


def transfer(row: BankPromise) -> Transfer:
    """One bank transfer, in words."""
    payer = (
        f"They say they paid {pounds(row.paid_pence)}." if row.paid_pence else "They have not said yet that they paid."
    )
    provider = (
        f"{pounds(row.arrived_pence)} has arrived, the provider says."
        if row.arrived_pence
        else "The provider has not said yet that it has arrived."
    )
    if row.settled_at is not None and row.paid_pence is not None:
        short = row.pence - row.paid_pence
        rest = (f"{pounds(short)} of it is still to be paid.",) if short else ()
        return Transfer(row, f"{pounds(row.paid_pence)} settled", "good", (payer, provider, *rest))
    differs = bool(row.paid_pence and row.arrived_pence)
    return Transfer(row, "The sums differ" if differs else "Waiting", "bad" if differs else "wait", (payer, provider))
