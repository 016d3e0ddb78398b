"""Why a plan was not changed."""

from dataclasses import dataclass

from market.core.errors import Refusal
from market.core.money import Pence


@dataclass(eq=False)
class NoWords(Refusal):
    """An outcome needs the person's words, and not a book of them."""

    most: int


@dataclass(eq=False)
class AboveYourLimit(Refusal):
    """The plan costs more than this officer may sign."""

    limit: Pence
    yearly: Pence


@dataclass(eq=False)
class OwnPlan(Refusal):
    """Nobody signs a plan they made."""


@dataclass(eq=False)
class NotWaiting(Refusal):
    """The plan is not waiting for a signature."""


@dataclass(eq=False)
class NothingPlanned(Refusal):
    """A plan without a single outcome is not ready to be signed."""


@dataclass(eq=False)
class NoYearlyCost(Refusal):
    """A plan goes to sign-off with what it costs in a year."""


@dataclass(eq=False)
class NoReasonGiven(Refusal):
    """A plan comes back with a reason, or its broker cannot mend it."""
