"""Why a rate of pay was refused."""

from dataclasses import dataclass
from datetime import date

from market.core.errors import Refusal
from market.core.money import Pence
from providers.organisations.rules import AgeBand


@dataclass(eq=False)
class BelowMinimumWage(Refusal):
    """An employed PA would be paid less than the law's least for a day. Both figures are pence an hour."""

    pence_per_hour: Pence
    least_pence: Pence
    age_band: AgeBand
    on: date
    source: str
    rate_known: bool = True
