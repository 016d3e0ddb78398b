"""Why an application was not sent, or not decided on."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal


@dataclass(eq=False)
class NotYourApplication(NotAllowed):
    """Nobody decides on their own application, in any of their roles, nor on one they sent for somebody else."""


@dataclass(eq=False)
class NothingToCheckFor(Refusal):
    """The provider lists nothing yet, so there is nothing to be checked for."""


@dataclass(eq=False)
class StillToShow(Refusal):
    """What must be shown before an application can be sent, in words."""

    labels: tuple[str, ...]


@dataclass(eq=False)
class ConductNotSigned(Refusal):
    """The code of conduct waits for a signature."""


@dataclass(eq=False)
class NameNotTyped(Refusal):
    """A signature is a name typed in full."""


@dataclass(eq=False)
class SentAlready(Refusal):
    """It is with the desk."""


@dataclass(eq=False)
class NotWaiting(Refusal):
    """It does not wait for a decision: it was decided, or more was asked."""


@dataclass(eq=False)
class ChecksNotComplete(Refusal):
    """It cannot be approved while these do not stand, in words."""

    labels: tuple[str, ...]


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """Whoever is not approved is told why."""


@dataclass(eq=False)
class NobodyToCheck(Refusal):
    """No council on this installation checks providers where this one is."""
