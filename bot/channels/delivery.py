"""What came of handing a message to a channel: a value, for the outbox to act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """The channel has it, under this id of its own ("" where it gives none)."""

    message_id: int | str


@dataclass(frozen=True)
class Blocked:
    """The person takes nothing more from us there, or is gone: fall back to the next channel, do not try again here."""

    why: str


@dataclass(frozen=True)
class Later:
    """Too fast, or it cannot be reached: try again after so many seconds. `maybe_sent`: the cut came while sending."""

    seconds: float
    maybe_sent: bool = False


@dataclass(frozen=True)
class Unsendable:
    """The channel will never take this message: a note to staff."""

    why: str


Delivery = Sent | Blocked | Later | Unsendable
