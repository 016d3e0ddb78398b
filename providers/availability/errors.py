"""Why time off was not written down."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class AwayBackwards(Refusal):
    """The last day away comes before the first."""
