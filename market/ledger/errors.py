"""Why money did not move."""

from dataclasses import dataclass

from market.core.errors import Refusal
from market.core.money import Pence


@dataclass(eq=False)
class AmountNotPositive(Refusal):
    """A row of the ledger is always more than nothing."""

    amount: Pence


@dataclass(eq=False)
class HoldExceeded(Refusal):
    """More would be posted or voided than the hold still has."""

    still_open: Pence
    asked: Pence


@dataclass(eq=False)
class NoSuchHold(Refusal):
    """There is no hold with this id."""

    hold_id: str
