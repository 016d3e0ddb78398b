"""Why evidence was not taken."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal


@dataclass(eq=False)
class NotYourOwnChecks(NotAllowed):
    """Nobody decides on their own application."""


@dataclass(eq=False)
class EvidenceUnknown(Refusal):
    """No kind of evidence has this name."""

    kind: str


@dataclass(eq=False)
class DbsLevelMissing(Refusal):
    """A DBS check was noted without its level."""


@dataclass(eq=False)
class IssuedInTheFuture(Refusal):
    """The issue date has not come yet."""

    kind: str
