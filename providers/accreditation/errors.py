"""Why evidence was not taken."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal
from providers.accreditation.rules import DbsLevel


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


@dataclass(eq=False)
class EndMissing(Refusal):
    """This kind of evidence carries an end of its own, and it was not given."""

    kind: str


@dataclass(eq=False)
class EndBeforeStart(Refusal):
    """It would end before it begins."""

    kind: str


@dataclass(eq=False)
class MoreThanMayBeAsked(Refusal):
    """A DBS check above what this work allows anybody to ask for. The fields are the most that may be."""

    level: DbsLevel
    barred_list: bool
