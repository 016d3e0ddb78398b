"""What a provider has earned by visits that are paid by card or bank, where it is, and why it waits, in words for pages."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings.tables import Visit
from market.core.money import Pence, pounds
from market.payments import queries
from market.payments.rules import DISPUTE_WINDOW, AccountState, MoveKind, Way
from market.payments.settling.reading import around, money_of, netted_of, owed_by
from market.payments.settling.rules import Hold, VisitMoney, hold_of
from market.payments.tables import PaidAccount
from market.web.filters import day, moment
from market.web.paying.shown import visit_words


@dataclass(frozen=True)
class Earning:
    """What a provider has from one visit: how much is theirs, where it is, why it waits, and our fee of it."""

    visit: Visit
    words: str
    pence: Pence
    tone: str
    where: str
    kind: str
    fee: Pence = 0


@dataclass(frozen=True)
class Earnings:
    """A provider's money, visit by visit, and its sums. `owes` is what they were sent and should give back."""

    lines: tuple[Earning, ...]
    account: PaidAccount | None
    owed: Pence = 0

    def sum_of(self, kind: str) -> Pence:
        return sum(line.pence for line in self.lines if line.kind == kind)

    @property
    def owes(self) -> Pence:
        """What could not be fetched back yet, and what is just being fetched."""
        return self.owed - self.sum_of("owes")


KIND_WORDS = {
    "paid": "Paid",
    "on_its_way": "On its way",
    "held": "Held",
    "owes": "To give back",
    "lost": "Not paid",
}
HELD_WORDS: dict[Hold, str] = {
    Hold.DISPUTED: "Held: the payer’s bank is looking into the payment. That can take two months. You need do nothing",
    Hold.LOST: "Held: the payer’s bank took this money back. Somebody from the payments desk rings you about it",
    Hold.SAID_WRONG: "Held: they say that something was not as agreed. Please ring them. The payments desk settles it",
    Hold.NOT_PAID: "Held: they have not paid yet. We have asked them to. You can ring them too",
    Hold.WINDOW: "On its way: sent {}",
    Hold.FAILED: "Held: it could not be sent. A person is looking into it. You need do nothing",
    Hold.NOT_SET_UP: "Held: say first where you are to be paid. The button is at the top of this page",
}
SENT_WORDS: dict[Hold, str] = {
    Hold.DISPUTED: "Paid to you. The payer’s bank is looking into the payment now. You need do nothing",
    Hold.LOST: "Paid to you. The payer’s bank took the money back. Somebody from the payments desk rings you about it",
}
ACCOUNT_WORDS: dict[AccountState, tuple[str, str]] = {
    AccountState.ASKED: ("wait", "Stripe’s page is being opened."),
    AccountState.FILLING_IN: ("wait", "Stripe still wants to know who you are and where to pay you."),
    AccountState.READY: ("good", "What you earn goes to your bank two days after each visit."),
    AccountState.STOPPED: ("bad", "Stripe has stopped payments to you for now. It wants to know something more."),
}


def earnings_of(session: Session, provider_id: str, fee_points: int, now: datetime) -> Earnings:
    """Everything a provider earned by visits that are paid by card or bank, newest first."""
    visits = queries.work_in_plans(session, provider_id)
    lines = [line for visit in visits if (line := _earning(session, visit, fee_points, now))]
    return Earnings(tuple(lines), queries.account_of(session, provider_id), owed_by(session, provider_id))


def _earning(session: Session, visit: Visit, fee_points: int, now: datetime) -> Earning | None:
    plan, money = queries.plan_of(session, visit.booking_id), money_of(session, visit)
    if plan is None or not (money.spent or money.sent or money.lost):
        return None
    points = fee_points if plan.fee_points is None else plan.fee_points
    words, fee = visit_words(visit), _fee(money, plan.way, points)
    due, stands = money.spent - fee, around(session, visit, plan, points)
    hold = hold_of(money, stands, now)
    if not money.spent and not money.sent:
        return Earning(visit, words, 0, "plain", "Not paid: the payer’s bank took this money back for good", "lost")
    if money.sent and hold in SENT_WORDS:
        return Earning(visit, words, money.sent, "wait", SENT_WORDS[hold], "paid", fee)
    if money.sent > due:
        back = "To be given back: the payer was given this back. We fetch it through Stripe"
        return Earning(visit, words, due - money.sent, "bad", back, "owes")
    if money.sent >= due:
        return Earning(visit, words, due, "good", _paid_words(session, visit, plan.way), "paid", fee)
    if plan.way is Way.BANK and money.kept < money.spent:
        return Earning(
            visit, words, due, "wait", "They pay you by bank transfer, straight to your account", "held", fee
        )
    if hold is None:
        return Earning(visit, words, due, "calm", "On its way", "on_its_way", fee)
    said = HELD_WORDS[hold].format(moment(stands.spent_at + DISPUTE_WINDOW) if stands.spent_at else "")
    kind = "on_its_way" if hold is Hold.WINDOW else "held"
    return Earning(visit, words, due, "calm" if hold is Hold.WINDOW else "wait", said, kind, fee)


def _fee(money: VisitMoney, way: Way, points: int) -> Pence:
    """Our fee once all of the price is paid: nothing of what goes, or will go, from bank to bank."""
    by_bank = max(0, money.spent - money.kept) if way is Way.BANK else 0
    return money.our_part(money.spent - by_bank, points)


def _paid_words(session: Session, visit: Visit, way: Way) -> str:
    sent = [one for one in queries.moves_of_visit(session, visit.id) if one.kind is MoveKind.TRANSFER and one.done_at]
    netted = netted_of(session, visit)
    against = f"{pounds(netted)} of it went against what you owed" if netted else ""
    if sent and sent[-1].done_at:
        paid = f"Paid to you on {day(sent[-1].done_at)}"
        return f"{paid}. {against}" if against else paid
    if against:
        return against
    return "Paid to you by bank transfer" if way is Way.BANK else "On its way"
