"""Why a provider's standing was not changed."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal
from providers.organisations.rules import ProviderState


@dataclass(eq=False)
class NotYourDecision(NotAllowed):
    """Only an accreditation officer of the provider's own authority decides, and nobody on their own application."""


@dataclass(eq=False)
class CannotStand(Refusal):
    """A provider in this state cannot be put into that one."""

    state: ProviderState
    to: ProviderState
