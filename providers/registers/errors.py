"""Why the register gave no answer."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class RegisterAway(Refusal):
    """The register cannot be asked now. `why` says it in a few words, without what was asked."""

    why: str


@dataclass(eq=False)
class NoNumberToLookUp(Refusal):
    """The provider gave no registration number."""
