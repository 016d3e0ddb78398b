"""What money can be, and how much of it is free. No I/O."""

from dataclasses import dataclass
from enum import StrEnum

from market.core.money import Pence


class Kind(StrEnum):
    """A transfer moves money; a hold sets it aside; a post spends (part of) a hold; a void lets (part of) it go."""

    TRANSFER = "transfer"
    HOLD = "hold"
    POST = "post"
    VOID = "void"


@dataclass(frozen=True)
class Balance:
    """How one account stands. `free` is derived, never kept."""

    allocated: Pence
    spent: Pence
    held: Pence

    @property
    def free(self) -> Pence:
        return self.allocated - self.spent - self.held


@dataclass(frozen=True)
class HoldState:
    """What became of a hold."""

    amount: Pence
    posted: Pence
    voided: Pence

    @property
    def open(self) -> Pence:
        """What is still set aside."""
        return self.amount - self.posted - self.voided


def pot_account(pot_id: str) -> str:
    """The account of one pot of one person."""
    return f"pot:{pot_id}"


def provider_account(provider_id: str) -> str:
    """What a provider has earned."""
    return f"provider:{provider_id}"


def source_account(authority_id: str | None, person_id: str) -> str:
    """Where a pot's money comes from: the council, or the person's own purse."""
    return f"authority:{authority_id}" if authority_id else f"own:{person_id}"
