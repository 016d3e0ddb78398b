"""Why a document was not taken or not opened."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal


@dataclass(eq=False)
class NothingShown(Refusal):
    """Neither a file nor a word."""


@dataclass(eq=False)
class NotForYouToOpen(NotAllowed):
    """Only an officer of the provider's own authority opens it, and never one who signs in for the provider."""


@dataclass(eq=False)
class AlreadyLookedAt(Refusal):
    """The desk has decided on this document."""


@dataclass(eq=False)
class FileGone(Refusal):
    """The file was deleted, since no decision needs it any more. What was decided still stands."""


@dataclass(eq=False)
class TooManyWaiting(Refusal):
    """More of one kind wait to be looked at than anybody needs to send."""

    most: int
