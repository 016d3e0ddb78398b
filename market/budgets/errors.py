"""Why a pot will not pay."""

from dataclasses import dataclass
from datetime import date

from market.core.errors import Refusal
from market.core.money import Pence


@dataclass(eq=False)
class BudgetExceeded(Refusal):
    """The pot has less free than this would take."""

    pot: str
    free: Pence
    needed: Pence

    @property
    def short(self) -> Pence:
        return self.needed - self.free


@dataclass(eq=False)
class OutsidePotPeriod(Refusal):
    """A visit lies outside the year that the pot was agreed for."""

    pot: str
    starts_on: date
    ends_on: date


@dataclass(eq=False)
class NoPot(Refusal):
    """The person has no pot that could pay on that day."""
