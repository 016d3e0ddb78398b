"""What the bot remembers between turns, as a Protocol. The real one is tables in `market/chat`; the fake is a dict.

One turn happens inside `locked(conversation)`: two messages at once from one person are taken one after the other.
The store never commits: the edge that called the engine does (one transaction a turn).
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from bot.messages import Press, Reply

STATE_VERSION = 1
"""Raised when the shape of `State.open` changes; an older or newer state is dropped kindly, never misread."""


@dataclass(frozen=True)
class State:
    """Where a conversation stands. Plain JSON values only.

    `open` is the running flow: its name, its answers so far, the question asked and that question's number; {}
    when idle.
    `asked` counts questions ever asked here, so that a button of an older question is known for what it is.
    `danger` is the id of a danger report whose calm question is still open, else "".
    `undo` is the last deed that may be taken back, what it was about, and until when (ISO); {} when there is none.
    """

    version: int = STATE_VERSION
    asked: int = 0
    open: dict[str, Any] = field(default_factory=dict)
    danger: str = ""
    undo: dict[str, str] = field(default_factory=dict)


Freshness = Literal["fresh", "used", "expired", "unknown"]


@dataclass(frozen=True)
class Taken:
    """A pressed button looked up: its press (None if unknown here) and whether it may still be acted on."""

    freshness: Freshness
    press: Press | None = None


class Store(Protocol):
    """Everything the bot keeps. Each method is about one conversation and sees nothing of another."""

    def locked(self, conversation: str) -> AbstractContextManager[None]:
        """Hold this conversation until the block ends; another turn of it waits.

        Other conversations are not held up.
        """
        ...

    def load(self, conversation: str) -> State:
        """The state last saved, or `State()` for a conversation not seen before."""
        ...

    def save(self, conversation: str, state: State) -> None:
        """Keep the state, in place of the last."""
        ...

    def answered(self, conversation: str, incoming_id: str) -> tuple[Reply, ...] | None:
        """The replies already given to this incoming id, or None if it is new.

        A message delivered twice is answered once.
        """
        ...

    def remember(self, conversation: str, incoming_id: str, replies: Sequence[Reply]) -> None:
        """Keep the replies given to this incoming id. Once for each id: a second time raises `AlreadyAnswered`."""
        ...

    def keep_buttons(self, conversation: str, reply: Reply, expires: datetime) -> Reply:
        """The reply with an id on each button that has a press: opaque, unguessable, ASCII, at most 64 bytes
        (Telegram's limit).

        The buttons of one reply are one set. `expires` is an aware instant; a lasting press ignores it.
        """
        ...

    def take_button(self, conversation: str, button_id: str, now: datetime) -> Taken:
        """Look a button up and use up its whole set, unless its press is lasting.

        "fresh" once only, however many taps arrive; then "used". "expired" from `expires` on. "unknown" for an id that
        was never kept, or belongs to another conversation (ids are not passes: a forwarded button does nothing).
        """
        ...


class AlreadyAnswered(Exception):
    """This incoming id has its answer already; nothing was changed."""

    def __init__(self, conversation: str, incoming_id: str) -> None:
        super().__init__(f"{incoming_id} was answered before")
        self.conversation = conversation
        self.incoming_id = incoming_id
