"""Why no price could be given."""

from dataclasses import dataclass
from datetime import datetime

from market.core.errors import Refusal


@dataclass(eq=False)
class NoRateForVisit(Refusal):
    """The rate card has no price for a visit at this time, so none is made up."""

    start: datetime
    minutes: int
