"""What goes in and out of a conversation: messages, replies and buttons, the same for every channel.

Nothing here knows Telegram, the web or a terminal. A flow writes a `Reply` whose buttons carry a `Press`
(what pressing them asks for). The store swaps each press for an opaque id (`Store.keep_buttons`), so that a channel
only
ever sees a label and an id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Means = Literal["confirm", "decline", "option", "back", "more", "human", "emergency", "link"]
"""Why a button is there; part of the black-box format of `alongside chat --json`."""

Channel = Literal["terminal", "web", "telegram", "sms"]
Kind = Literal["text", "button", "voice", "picture", "file", "place", "other"]

MOST_BUTTONS = 5
"""No reply offers more than this: five choices is what a tired person can weigh."""


@dataclass(frozen=True)
class Press:
    """What a button asks for: a verb the engine knows, and the ids it needs. Values are strings, so it keeps in
    any store.

    `lasting` presses ("talk to a person", "what is on this week") may be used again and again and never go out of date.
    All others are used once, and using one uses up the others of the same reply.
    """

    verb: str
    facts: Mapping[str, str] = field(default_factory=dict)
    lasting: bool = False


@dataclass(frozen=True)
class Button:
    """One choice under a reply. `id` is empty until the store has kept it; `url` is only for means `link`."""

    label: str
    means: Means
    id: str = ""
    press: Press | None = None
    url: str = ""


def is_called(button: Button, words: str) -> bool:
    """Whether these words are the button's label, or its part in one language where it stands in two ("Tak / Yes")."""
    label, said = button.label.lower(), " ".join(words.lower().split())
    return said in (label, *label.split(" / "))


@dataclass(frozen=True)
class Reply:
    """One message to a person. `urgent` replies (danger, cover for a visit) jump quiet hours and queues."""

    text: str
    buttons: tuple[Button, ...] = ()
    urgent: bool = False

    def __post_init__(self) -> None:
        if len(self.buttons) > MOST_BUTTONS:
            raise ValueError(f"a reply has at most {MOST_BUTTONS} buttons, not {len(self.buttons)}")


@dataclass(frozen=True)
class Incoming:
    """One thing a person sent.

    `id` is the channel's own id of it: the same id twice is answered once. `conversation` is our id of the chat.
    `button` is the opaque id of the pressed button, with `kind` "button"; `text` is what was typed, else empty.
    """

    id: str
    conversation: str
    text: str = ""
    button: str = ""
    kind: Kind = "text"
    channel: Channel = "terminal"


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """A reply as plain values, to be kept or queued; `reply_from_json` is its inverse once buttons have ids.

    Presses are left out on purpose: they stay in the store, and only ids travel.
    """
    buttons = [{"label": b.label, "means": b.means, "id": b.id, "url": b.url} for b in reply.buttons]
    return {"text": reply.text, "buttons": buttons, "urgent": reply.urgent}


def reply_from_json(kept: Mapping[str, Any]) -> Reply:
    """The reply that `reply_as_json` wrote."""
    buttons = tuple(Button(b["label"], b["means"], id=b["id"], url=b.get("url", "")) for b in kept["buttons"])
    return Reply(kept["text"], buttons, bool(kept.get("urgent", False)))


def with_ids(reply: Reply, ids: Mapping[int, str]) -> Reply:
    """The reply with the ids given to its buttons by position, and their presses taken off."""
    buttons = tuple(
        replace(button, id=ids[at], press=None) if at in ids else button for at, button in enumerate(reply.buttons)
    )
    return replace(reply, buttons=buttons)
