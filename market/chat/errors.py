"""Why something about a chat was refused."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class NumberPassedOn(Refusal):
    """The telephone that this was said on is somebody else's now: nothing more is sent there."""
