"""Why nothing was looked for, shown or kept."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class NothingAsked(Refusal):
    """There are no words to look with."""


@dataclass(eq=False)
class TooMuchAsked(Refusal):
    """More than a need is ever told in. Counted in letters."""

    typed: int
    most: int


@dataclass(eq=False)
class NotOnOffer(Refusal):
    """The listing is known, but nobody may ask for it now: it rests, it went stale, or a check ran out."""


@dataclass(eq=False)
class EmptyShortlist(Refusal):
    """A shortlist needs at least one listing."""


@dataclass(eq=False)
class ShortlistFull(Refusal):
    """More than a person would want to weigh."""

    most: int
