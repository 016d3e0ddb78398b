"""Why a change was not taken."""

from dataclasses import dataclass

from market.core.errors import Refusal
from providers.listings.rules import ListingState


@dataclass(eq=False)
class NotToBeChanged(Refusal):
    """A listing that was taken down cannot be changed until that is settled."""

    state: ListingState


@dataclass(eq=False)
class NothingWaits(Refusal):
    """There is no change to decide on: it was decided, or taken back."""


@dataclass(eq=False)
class NothingWouldBeLeft(Refusal):
    """A listing that people may see would lose the last of something they cannot ask without. `gone` names it."""

    gone: tuple[str, ...]


@dataclass(eq=False)
class OfAnotherListing(Refusal):
    """The change would make another listing of the same provider unlawful. `because` says why."""

    title: str
    because: Refusal


@dataclass(eq=False)
class ChangedSinceSeen(Refusal):
    """What would be decided on is not what the officer looked at: its provider has changed it since."""
