"""What the edge itself refuses."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal


@dataclass(eq=False)
class SignInNeeded(Refusal):
    """The page is for people who have signed in."""


@dataclass(eq=False)
class SecondStepNeeded(Refusal):
    """Staff prove themselves twice before they see anybody's record."""


@dataclass(eq=False)
class NotThisRole(NotAllowed):
    """The page is for another role than the one the actor is in now."""

    others: tuple[str, ...] = ()


@dataclass(eq=False)
class FormTooOld(Refusal):
    """The form was not one that we showed to this browser, or it was shown before signing in or out."""


@dataclass(eq=False)
class FormTooLarge(Refusal):
    """More was sent than this page takes."""

    most_bytes: int


@dataclass(eq=False)
class FormUnreadable(Refusal):
    """What was sent is not a form."""


@dataclass(eq=False)
class NothingWritten(Refusal):
    """A form came without the one thing it asks for. `missing` says in a sentence what that is."""

    field: str
    missing: str
