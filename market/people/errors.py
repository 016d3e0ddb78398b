"""Why signing in, or acting for somebody, was refused."""

from dataclasses import dataclass

from market.core.errors import NotAllowed, Refusal
from market.people.rules import Basis, Scope


@dataclass(eq=False)
class NotYourPerson(NotAllowed):
    """The actor has no grant that covers this for this person."""

    scope: Scope


@dataclass(eq=False)
class LinkOutOfDate(Refusal):
    """The link or code was used, is too old, or never was. `purpose`: what a private link was for; empty for sign-in."""

    purpose: str = ""


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


@dataclass(eq=False)
class PinTooEasy(Refusal):
    """Not four to six digits, or among the first that anybody would try."""


@dataclass(eq=False)
class PinsDiffer(Refusal):
    """The PIN was typed twice, and not the same."""


@dataclass(eq=False)
class PinWrong(Refusal):
    """Not this person's PIN."""

    tries_left: int


@dataclass(eq=False)
class PinShut(Refusal):
    """Too many wrong PINs: only a signed-in page helps now."""


@dataclass(eq=False)
class AddressUnreadable(Refusal):
    """What was typed is not an e-mail address."""


@dataclass(eq=False)
class ArrangementMissing(Refusal):
    """Somebody would offer support without saying how they work."""


@dataclass(eq=False)
class NameMissing(Refusal):
    """Somebody joins without saying what to call them, or whom they help."""

    whose: str


@dataclass(eq=False)
class NoRoleNow(NotAllowed):
    """The account is known but holds no role at present."""


@dataclass(eq=False)
class NotYourRole(NotAllowed):
    """The role is not one that this account holds now."""


@dataclass(eq=False)
class NotAStaffRole(Refusal):
    """Only staff are invited by command. Others join by themselves, or are added by their authority."""

    role: str


@dataclass(eq=False)
class WhichAuthority(Refusal):
    """There is more than one authority here, or none with this name."""

    named: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NotTheirsToAgree(NotAllowed):
    """Only the person agrees for themself; their authority's broker may write down what they said, with the evidence."""


@dataclass(eq=False)
class BeyondTheBasis(Refusal):
    """The basis cannot carry this: a power over money is not one over care, nor the other way round."""

    basis: Basis
    beyond: tuple[Scope, ...]
