"""Why money was not taken, sent or given back."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, NotFound, Refusal
from market.core.money import Pence


@dataclass(eq=False)
class CardsNotSetUp(Refusal):
    """This installation has no keys for card payments."""


@dataclass(eq=False)
class NothingToPay(Refusal):
    """Everything that is owed for this booking has been paid, or is being paid."""


@dataclass(eq=False)
class ToPayChanged(Refusal):
    """The sum is not the one that was seen."""

    seen: Pence
    now: Pence


@dataclass(eq=False)
class CardNotAgreed(Refusal):
    """A card can be kept only where its owner says so."""


@dataclass(eq=False)
class NotPaidByCard(Refusal):
    """The pot of this booking is not one that a card stands behind."""


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """A refund beyond the terms says why."""


@dataclass(eq=False)
class MoreThanPaid(Refusal):
    """More would go back than was paid for the visit and is not back already."""

    most: Pence
    asked: Pence


@dataclass(eq=False)
class SecondPersonNeeded(Refusal):
    """Who asked for a refund above the limit cannot agree to it themself."""

    limit: Pence


@dataclass(eq=False)
class YourOwnMoney(NotAllowed):
    """The officer paid it, or it is theirs as the person or the provider: another officer looks after it."""


@dataclass(eq=False)
class SumsDiffer(Refusal):
    """More is said to have been paid by bank transfer than was to be paid, or nothing."""

    most: Pence


@dataclass(eq=False)
class AlreadySettled(Refusal):
    """Both sides said that a bank transfer was made: neither takes its word back alone."""

    pence: Pence


@dataclass(eq=False)
class WindowPassed(Refusal):
    """The days in which to say that something was wrong with a visit are over."""

    days: int


class NotFromStripe(Refusal):
    """A webhook without Stripe's signature for this installation, too old, or meant for somebody else."""


class NoSuchPayment(NotFound):
    """There is no such payment, or none that the actor may know of."""
