"""What a channel must be able to do, and how sending can end."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from bot.channels import delivery
from market.core.tables import OutboxRow


@dataclass(frozen=True)
class Sent:
    """The channel took it. `outside_id` is its own id of the message."""

    outside_id: str = ""


@dataclass(frozen=True)
class TryLater:
    """Nothing was sent; the channel may take it later. `seconds` when it said how long to wait."""

    why: str
    seconds: int | None = None


@dataclass(frozen=True)
class Blocked:
    """This address takes no more messages from us: the person blocked the bot, or left."""

    why: str = "blocked"


@dataclass(frozen=True)
class Failed:
    """This message will never go this way."""

    why: str


@dataclass(frozen=True)
class MaybeSent:
    """The answer was lost: it may have been sent."""

    why: str


Outcome = Sent | TryLater | Blocked | Failed | MaybeSent


def outcome_of(came: delivery.Delivery) -> Outcome:
    """What a channel of the bot said, as the outbox takes it."""
    match came:
        case delivery.Sent(message_id):
            return Sent(str(message_id))
        case delivery.Blocked(why):
            return Blocked(why)
        case delivery.Later(seconds, maybe_sent):
            return MaybeSent("cut off") if maybe_sent else TryLater("busy", int(seconds) + 1)
        case delivery.Unsendable(why):
            return Failed(why)


class Sender(Protocol):
    """One channel. `ready` runs in the transaction that marks the row as being sent; `send` in none at all."""

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        """Give the row what the channel needs (ids for its buttons). Doing it twice changes nothing."""
        ...

    def send(self, row: OutboxRow) -> Outcome:
        """Send it. Never raises for anything the channel does."""
        ...


class OutboxOnly:
    """Sends nothing: the row itself, seen on the outbox page, is the message. For a demo without a mail server."""

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        return

    def send(self, row: OutboxRow) -> Outcome:
        return Sent("outbox")
