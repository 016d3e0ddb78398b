"""Why a photograph was not taken."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class NotAPhotograph(Refusal):
    """What was sent is no picture of a kind we know, whatever its name says."""


@dataclass(eq=False)
class PhotographTooLarge(Refusal):
    """The file, or the picture in it, is larger than we take."""

    most_bytes: int
