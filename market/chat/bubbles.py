"""A conversation as a page shows it: what was said, what was answered, and only those buttons that still do something."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from market.chat import queries
from market.chat.tables import Conversation, Turn


@dataclass(frozen=True)
class Pressable:
    """A button on a page: one with an address goes there, the others are posted by id."""

    id: str
    label: str
    means: str
    url: str = ""


@dataclass(frozen=True)
class Bubble:
    """One message. `mine` is the reader's own; `who` is the member of staff who said it, if
    one did. `is_newest` is where the latest turn begins. `key` tells it from every other, so that a page can add what
    is new and leave the rest as it is.
    """

    mine: bool
    text: str
    at: datetime
    urgent: bool = False
    who: str = ""
    buttons: tuple[Pressable, ...] = ()
    is_newest: bool = False
    key: str = ""


def bubbles_of(session: Session, conversation: Conversation, now: datetime) -> list[Bubble]:
    """The latest turns in order. Buttons that always work stand once: under the newest message that offers any."""
    turns = queries.turns(session, conversation.id)
    by_turn = [bubbles for turn in turns if (bubbles := _of_turn(turn))]
    if by_turn:
        by_turn[-1][0] = replace(by_turn[-1][0], is_newest=True)
    shown = [bubble for bubbles in by_turn for bubble in bubbles]
    usable = queries.usable_buttons(session, {b.id for bubble in shown for b in bubble.buttons if b.id}, now)
    newest = max((n for n, bubble in enumerate(shown) if any(usable.get(b.id) for b in bubble.buttons)), default=-1)
    return [_live(bubble, usable, newest=n == newest) for n, bubble in enumerate(shown)]


def _of_turn(turn: Turn) -> list[Bubble]:
    said = [Bubble(True, turn.said, turn.at, key=f"{turn.id}.0")] if turn.said else []
    return said + [
        Bubble(
            mine=False,
            text=reply["text"],
            at=turn.at,
            urgent=bool(reply.get("urgent")),
            who=str(reply.get("who", "")),
            buttons=tuple(Pressable(b["id"], b["label"], b["means"], b.get("url", "")) for b in reply["buttons"]),
            key=f"{turn.id}.{number}",
        )
        for number, reply in enumerate(turn.replies, 1)
    ]


def _live(bubble: Bubble, usable: dict[str, bool], *, newest: bool) -> Bubble:
    """Links always; questions while they can be answered; what always works only where it stands newest."""
    live = [b for b in bubble.buttons if b.url or (b.id in usable and (newest or not usable[b.id]))]
    return replace(bubble, buttons=tuple(live))
