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
