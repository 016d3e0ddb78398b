"""Why nothing was looked for, or kept."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class NothingAsked(Refusal):
    """There are no words to look with."""


@dataclass(eq=False)
class EmptyShortlist(Refusal):
    """A shortlist needs at least one listing."""


@dataclass(eq=False)
class ShortlistFull(Refusal):
    """More than a person would want to weigh."""

    most: int
