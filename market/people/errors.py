"""Why signing in, or acting for somebody, was refused."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal
from market.people.rules import Scope


@dataclass(eq=False)
class NotYourPerson(NotAllowed):
    """The actor has no grant that covers this for this person."""

    scope: Scope


@dataclass(eq=False)
class LinkOutOfDate(Refusal):
    """The link or code was used, is older than fifteen minutes, or never was."""


@dataclass(eq=False)
class CodeWrong(Refusal):
    """The six digits are not the ones that were sent."""

    tries_left: int


@dataclass(eq=False)
class TooManyTries(Refusal):
    """Asked or tried too often in a quarter of an hour."""

    wait_minutes: int


@dataclass(eq=False)
class SecondStepWrong(Refusal):
    """The authenticator's code is wrong or was used before."""
