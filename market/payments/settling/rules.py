"""What is owed for one visit, and what has to happen next. One pure rule: values in, steps out.

What a customer owes is read from the pot's side of the ledger alone: what is still held for the visit, and what was
spent on it. So the moment a visit is called off, its money is owed back, whatever runs afterwards.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from market.core.money import Pence
from market.payments.rules import CHARGED_AHEAD, DISPUTE_WINDOW, Way, after_fee, fee_of


@dataclass(frozen=True)
class VisitMoney:
    """How one visit stands, in pence. Each sum counts what is under way as well as what is done.

    held, spent: the pot's side. charged: taken from cards; charging: being taken. refunded: gone back. withdrawn: taken
    back by the payer's bank. sent: passed on to the provider, less what was fetched back. fee: kept by us.
    """

    held: Pence = 0
    spent: Pence = 0
    charged: Pence = 0
    charging: Pence = 0
    refunded: Pence = 0
    withdrawn: Pence = 0
    sent: Pence = 0
    fee: Pence = 0

    @property
    def owed(self) -> Pence:
        """What the customer owes for the visit, as things stand."""
        return self.held + self.spent

    @property
    def kept(self) -> Pence:
        """What we have of the payer's money, or have sent on."""
        return self.charged - self.refunded - self.withdrawn

    @property
    def to_pay(self) -> Pence:
        """What is still to be paid and not being paid already."""
        return max(0, self.owed - self.kept - self.charging)

    @property
    def to_give_back(self) -> Pence:
        """What was paid and is not owed."""
        return max(0, self.kept - self.owed)


@dataclass(frozen=True)
class Around:
    """What else the rule looks at. `spent_at` is when the visit was done, or called off at a charge."""

    way: Way
    starts_at: datetime
    fee_points: int = 0
    spent_at: datetime | None = None
    has_card: bool = False
    charge_failed: bool = False
    provider_ready: bool = False
    dispute_open: bool = False
    said_wrong: bool = False
    refund_failed: bool = False
    reversal_failed: bool = False
    sending_failed: bool = False


class StepKind(StrEnum):
    """What can have to happen. A visit may need several at once: back from the provider, then back to the payer."""

    CHARGE = "charge"
    REVERSE = "reverse"
    REFUND = "refund"
    SEND = "send"
    FEE = "fee"


@dataclass(frozen=True)
class Step:
    """One thing to do. A fee below nought is given back."""

    kind: StepKind
    pence: Pence


class Hold(StrEnum):
    """Why a provider's money is not sent yet, the weightiest first."""

    DISPUTED = "disputed"
    SAID_WRONG = "said_wrong"
    NOT_PAID = "not_paid"
    WINDOW = "window"
    FAILED = "failed"
    NOT_SET_UP = "not_set_up"


def next_steps(money: VisitMoney, around: Around, now: datetime) -> tuple[Step, ...]:
    """Everything that has to happen now. Nothing, when all is as it should be or a person has to look."""
    steps: list[Step] = []
    back = money.to_give_back if not around.dispute_open and not around.refund_failed else 0
    kept = max(0, money.kept - back)
    due = after_fee(min(money.spent, kept), around.fee_points)
    if money.sent > due and not around.dispute_open and not around.reversal_failed:
        steps.append(Step(StepKind.REVERSE, money.sent - due))
    if back:
        steps.append(Step(StepKind.REFUND, back))
    if money.sent < due and hold_of(money, around, now) is None:
        steps.append(Step(StepKind.SEND, due - money.sent))
    if not around.dispute_open:
        steps += _fee(money, min(money.spent, kept), around.fee_points)
    if _charges_now(money, around, now):
        steps.append(Step(StepKind.CHARGE, money.to_pay))
    return tuple(steps)


def _fee(money: VisitMoney, paid: Pence, points: int) -> list[Step]:
    owed = fee_of(paid, points)
    return [Step(StepKind.FEE, owed - money.fee)] if owed != money.fee else []


def _charges_now(money: VisitMoney, around: Around, now: datetime) -> bool:
    if around.way is not Way.CARD_EACH or not around.has_card or around.charge_failed or around.dispute_open:
        return False
    return money.to_pay > 0 and now >= around.starts_at - CHARGED_AHEAD


def hold_of(money: VisitMoney, around: Around, now: datetime) -> Hold | None:
    """Why what a provider has earned is not sent on now; None when nothing stands in the way."""
    if around.dispute_open:
        return Hold.DISPUTED
    if around.said_wrong:
        return Hold.SAID_WRONG
    if money.kept < money.spent:
        return Hold.NOT_PAID
    if around.spent_at is None or now < around.spent_at + DISPUTE_WINDOW:
        return Hold.WINDOW
    if around.sending_failed:
        return Hold.FAILED
    return None if around.provider_ready else Hold.NOT_SET_UP
