"""What is owed for one visit, and what has to happen next. One pure rule: values in, steps out.

What a customer owes is read from the pot's side of the ledger alone: what is still held for the visit, and what was
spent on it. So the moment a visit is called off, its money is owed back, whatever runs afterwards.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from market.core.money import Pence
from market.payments.rules import CHARGED_AHEAD, DISPUTE_WINDOW, Way, fee_of, netted


@dataclass(frozen=True)
class VisitMoney:
    """How one visit stands, in pence. Each sum counts what is under way as well as what is done.

    held, spent: the pot's side. charged: taken from cards and banks; charging: being taken. refunded: gone back.
    withdrawn: taken back by the payer's bank; lost: that of it which stays taken; borne: that of it which we made good.
    sent: passed on to the provider, less what was fetched back; what they owe counts as fetched back. fee: kept by us.
    carried: come from the visit this one stands in for, less what went on to the one that stands in for it. by_bank:
    that of charged which went from bank to bank, past us.
    """

    held: Pence = 0
    spent: Pence = 0
    charged: Pence = 0
    charging: Pence = 0
    refunded: Pence = 0
    withdrawn: Pence = 0
    sent: Pence = 0
    fee: Pence = 0
    lost: Pence = 0
    borne: Pence = 0
    carried: Pence = 0
    by_bank: Pence = 0

    @property
    def owed(self) -> Pence:
        """What the customer owes for the visit, as things stand."""
        return self.held + self.spent

    @property
    def kept(self) -> Pence:
        """What we have of the payer's money, or have sent on."""
        return self.charged + self.carried + self.borne - self.refunded - self.withdrawn

    @property
    def unborne(self) -> Pence:
        """What a bank took back for good for a visit that was done: a person says who bears it."""
        return max(0, min(self.lost - self.borne, self.spent - self.kept))

    @property
    def to_pay(self) -> Pence:
        """What is still to be paid and not being paid already. What a bank looks into, or took back for good after
        the visit was done, is not asked for a second time."""
        elsewhere = self.charging + (self.withdrawn - self.lost) + self.unborne
        return max(0, self.owed - self.kept - elsewhere)

    @property
    def to_give_back(self) -> Pence:
        """What was paid and is not owed."""
        return max(0, self.kept - self.owed)

    def due(self, paid: Pence, points: int) -> Pence:
        """What the provider gets when so much of the visit's price is paid: our fee is taken from cards alone."""
        return paid - self.our_part(paid, points)

    def our_part(self, paid: Pence, points: int) -> Pence:
        """Our fee when so much is paid. What went from bank to bank never came past us."""
        return fee_of(max(0, paid - self.by_bank), points)


@dataclass(frozen=True)
class Around:
    """What else the rule looks at. `spent_at` is when the visit was done, or called off at a charge.

    `card_doubted`: a bank looks into a payment of this booking, or took one back. `other_charging`: the visit this one
    stands in for is being charged just now. `provider_owes`: what could not be fetched back from the provider.
    """

    way: Way
    starts_at: datetime
    fee_points: int = 0
    spent_at: datetime | None = None
    has_card: bool = False
    charge_failed: bool = False
    card_doubted: bool = False
    other_charging: bool = False
    provider_ready: bool = False
    provider_owes: Pence = 0
    dispute_open: bool = False
    said_wrong: bool = False
    refund_failed: bool = False
    sending_failed: bool = False


class StepKind(StrEnum):
    """What can have to happen. A visit may need several at once: back from the provider, then back to the payer."""

    CHARGE = "charge"
    REVERSE = "reverse"
    REFUND = "refund"
    NET = "net"
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
    LOST = "lost"
    SAID_WRONG = "said_wrong"
    NOT_PAID = "not_paid"
    WINDOW = "window"
    FAILED = "failed"
    NOT_SET_UP = "not_set_up"


def next_steps(money: VisitMoney, around: Around, now: datetime) -> tuple[Step, ...]:
    """Everything that has to happen now. Nothing, when all is as it should be or a person has to look."""
    back = money.to_give_back if not around.dispute_open and not around.refund_failed else 0
    paid = min(money.spent, max(0, money.kept - back))
    due, undecided = money.due(paid, around.fee_points), around.dispute_open or money.unborne > 0
    steps: list[Step] = []
    if money.sent > due and not undecided:
        steps.append(Step(StepKind.REVERSE, money.sent - due))
    if back:
        steps.append(Step(StepKind.REFUND, back))
    if money.sent < due and hold_of(money, around, now) is None:
        against, on = netted(due - money.sent, around.provider_owes)
        steps += [Step(kind, pence) for kind, pence in ((StepKind.NET, against), (StepKind.SEND, on)) if pence]
    fee = money.our_part(paid, around.fee_points) - money.fee
    if fee and not undecided:
        steps.append(Step(StepKind.FEE, fee))
    if _charges_now(money, around, now):
        steps.append(Step(StepKind.CHARGE, money.to_pay))
    return tuple(steps)


def _charges_now(money: VisitMoney, around: Around, now: datetime) -> bool:
    if around.way is not Way.CARD_EACH or not around.has_card or around.charge_failed or around.dispute_open:
        return False
    if around.card_doubted or around.other_charging:
        return False
    return money.to_pay > 0 and now >= around.starts_at - CHARGED_AHEAD


def hold_of(money: VisitMoney, around: Around, now: datetime) -> Hold | None:
    """Why what a provider has earned is not sent on now; None when nothing stands in the way."""
    if around.dispute_open:
        return Hold.DISPUTED
    if money.unborne:
        return Hold.LOST
    if around.said_wrong:
        return Hold.SAID_WRONG
    if money.kept < money.spent:
        return Hold.NOT_PAID
    if around.spent_at is None or now < around.spent_at + DISPUTE_WINDOW:
        return Hold.WINDOW
    if around.sending_failed:
        return Hold.FAILED
    return None if around.provider_ready else Hold.NOT_SET_UP
