"""Payments, what went back, what comes next, and what a provider is owed, in words for pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.money import Pence, pounds
from market.payments import queries
from market.payments.paying import Bill, Due
from market.payments.rules import (
    CHARGED_AHEAD,
    DISPUTE_WINDOW,
    AccountState,
    MoveKind,
    MoveState,
    PaymentState,
    Way,
    after_fee,
)
from market.payments.settling.reading import around, money_of
from market.payments.settling.rules import Hold, hold_of
from market.payments.tables import MoneyMove, PaidAccount, Payment, SavedCard
from market.web.filters import day, hours, moment

PAYMENT_WORDS: dict[PaymentState, tuple[str, str]] = {
    # the tag's tone, and its words
    PaymentState.WANTED: ("wait", "Being asked"),
    PaymentState.OPEN: ("wait", "Waiting for your card"),
    PaymentState.NEEDS_PAYER: ("bad", "Your bank wants to hear from you"),
    PaymentState.DECLINED: ("bad", "The bank said no"),
    PaymentState.LAPSED: ("plain", "Not paid, and closed"),
    PaymentState.PAID: ("good", "Paid"),
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
    """One visit of a payment, and what went back for it."""

    visit: Visit
    words: str
    pence: Pence
    back: Pence


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
    lines = [_line(session, line.visit_id, line.pence, moves) for line in queries.lines_of(session, payment.id)]
    tone, words = PAYMENT_WORDS[payment.state]
    back = tuple(
        (MOVE_WORDS[one.kind, one.state].format(pounds(one.pence)), one.done_at or one.made_at) for one in moves
    )
    card = card_words(queries.card(session, payment.card_id)) if payment.card_id else ""
    return Receipt(payment, tone, words, tuple(lines), back, card, payment.paid_at or payment.made_at)


def _line(session: Session, visit_id: str, pence: Pence, moves: Sequence[MoneyMove]) -> Line:
    visit = bookings.visit(session, visit_id)
    back = sum(one.pence for one in moves if one.visit_id == visit_id and one.state is not MoveState.FAILED)
    return Line(visit, visit_words(visit), pence, back)


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
    if bill.plan.way is not Way.CARD_EACH or bill.plan.card_id is None:
        return ()
    return tuple(_next(due) for due in bill.to_pay)


def _next(due: Due) -> Next:
    return Next(visit_words(due.visit), due.to_pay, due.visit.starts_at - CHARGED_AHEAD)


@dataclass(frozen=True)
class Earning:
    """What a provider has from one visit: how much is theirs, where it is, and why it waits."""

    visit: Visit
    words: str
    pence: Pence
    tone: str
    where: str
    kind: str


@dataclass(frozen=True)
class Earnings:
    """A provider's money, visit by visit, and its sums."""

    lines: tuple[Earning, ...]
    account: PaidAccount | None

    def sum_of(self, kind: str) -> Pence:
        return sum(line.pence for line in self.lines if line.kind == kind)

    @property
    def owes(self) -> Pence:
        """What they were sent and the payer has back: taken from them, or still to be."""
        return -sum(line.pence for line in self.lines if line.kind == "owes")


HELD_WORDS: dict[Hold, str] = {
    Hold.DISPUTED: "Held: the payer’s bank is looking into the payment",
    Hold.SAID_WRONG: "Held: they say that something was not as agreed",
    Hold.NOT_PAID: "Held: it has not been paid yet",
    Hold.WINDOW: "On its way: sent {}",
    Hold.FAILED: "Held: it could not be sent. A person is looking into it",
    Hold.NOT_SET_UP: "Held: say first where you are to be paid",
}


def earnings_of(session: Session, provider_id: str, fee_points: int, now: datetime) -> Earnings:
    """Everything a provider earned by visits that are paid by card or bank, newest first."""
    visits = queries.work_in_plans(session, provider_id)
    lines = [line for visit in visits if (line := _earning(session, visit, fee_points, now))]
    return Earnings(tuple(lines), queries.account_of(session, provider_id))


def _earning(session: Session, visit: Visit, fee_points: int, now: datetime) -> Earning | None:
    plan = queries.plan_of(session, visit.booking_id)
    money = money_of(session, visit)
    if plan is None or not (money.spent or money.sent):
        return None
    words, due = visit_words(visit), after_fee(money.spent, fee_points)
    stands = around(session, visit, plan, fee_points)
    if money.sent > max(due, 0) or (money.sent and money.kept < money.sent + money.fee):
        short = money.sent - min(due, max(0, money.kept - money.fee))
        return Earning(visit, words, -short, "bad", "To be given back: the payer was given this back", "owes")
    if money.sent >= due:
        return Earning(visit, words, due, "good", _paid_words(session, visit, plan.way), "paid")
    if plan.way is Way.BANK:
        return Earning(visit, words, due, "wait", "They pay you by bank transfer", "held")
    hold = hold_of(money, stands, now)
    if hold is None:
        return Earning(visit, words, due, "calm", "On its way", "on_its_way")
    said = HELD_WORDS[hold].format(moment(stands.spent_at + DISPUTE_WINDOW) if stands.spent_at else "")
    kind = "on_its_way" if hold is Hold.WINDOW else "held"
    return Earning(visit, words, due, "calm" if hold is Hold.WINDOW else "wait", said, kind)


def _paid_words(session: Session, visit: Visit, way: Way) -> str:
    sent = [one for one in queries.moves_of_visit(session, visit.id) if one.kind is MoveKind.TRANSFER and one.done_at]
    if sent and sent[-1].done_at:
        return f"Paid to you on {day(sent[-1].done_at)}"
    return "Paid to you by bank transfer" if way is Way.BANK else "On its way"


ACCOUNT_WORDS: dict[AccountState, tuple[str, str]] = {
    AccountState.ASKED: ("wait", "Stripe’s page is being opened."),
    AccountState.FILLING_IN: ("wait", "Stripe still wants to know who you are and where to pay you."),
    AccountState.READY: ("good", "What you earn goes to your bank two days after each visit."),
    AccountState.STOPPED: ("bad", "Stripe has stopped payments to you for now. It wants to know something more."),
}
