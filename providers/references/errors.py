"""Why somebody was not asked for a reference, or their answer was not taken."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal


@dataclass(eq=False)
class RefereeNotNamed(Refusal):
    """Something about the referee is missing: `field` names it (name, email, how_known)."""

    field: str


@dataclass(eq=False)
class RefereeAddressUnreadable(Refusal):
    """This is no e-mail address."""


@dataclass(eq=False)
class RefereeIsRelated(Refusal):
    """A relative cannot be a referee."""


@dataclass(eq=False)
class RefereeIsYou(Refusal):
    """It is the provider's own address."""


@dataclass(eq=False)
class RefereeAskedAlready(Refusal):
    """Somebody at this address was asked before."""


@dataclass(eq=False)
class EnoughAsked(Refusal):
    """As many were asked as may be."""

    most: int


@dataclass(eq=False)
class ReferenceClosed(Refusal):
    """It was answered, taken back, or its time is over."""


@dataclass(eq=False)
class AnswerIncomplete(Refusal):
    """Questions without an answer, by id."""

    missing: tuple[str, ...]


@dataclass(eq=False)
class NotYourReference(NotAllowed):
    """Only an officer of the provider's own authority reads it, and never one who signs in for the provider."""
