"""Why a listing was not put up or changed."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal
from providers.arrangement.rules import Arrangement, Basis
from providers.listings.rules import ListingState
from providers.organisations.rules import ProviderState


@dataclass(eq=False)
class NotYourListing(NotAllowed):
    """Neither the provider's own, nor of the officer's authority."""


@dataclass(eq=False)
class NotYourOwnDecision(NotAllowed):
    """Nobody decides on their own application."""


@dataclass(eq=False)
class CannotMove(Refusal):
    """A listing in this state cannot be put into that one."""

    state: ListingState
    to: ListingState


@dataclass(eq=False)
class NothingOffered(Refusal):
    """Something without which nobody could ask: kinds, price, times or area. `missing` names them."""

    missing: tuple[str, ...]


@dataclass(eq=False)
class NoLawfulBasis(Refusal):
    """Personal care with no valid basis for this arrangement. `needed` is the one that would do; None: there is none."""

    arrangement: Arrangement
    needed: Basis | None


@dataclass(eq=False)
class CqcNumberMissing(Refusal):
    """This arrangement must show its registration with the Care Quality Commission."""

    arrangement: Arrangement


@dataclass(eq=False)
class NotOnRegister(Refusal):
    """The number is not on the regulator's register, or not for personal care, or no longer. `why` says which, in words."""

    number: str
    why: str


@dataclass(eq=False)
class NotLookedUpYet(Refusal):
    """Nobody has found the number in the regulator's register lately: it was not asked, or has not answered."""

    number: str


@dataclass(eq=False)
class ProviderNotListed(Refusal):
    """The provider has not shown who they are yet, or is suspended."""

    state: ProviderState
