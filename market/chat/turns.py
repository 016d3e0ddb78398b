"""One turn: something comes in over a channel, and is answered within the transaction of whoever called."""

import traceback
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from bot.engine import BUTTONS_LAST, Engine, Turn
from bot.flows.home import home_reply
from bot.hearing import Hearing, Understands, by_rules
from bot.messages import Incoming, Reply
from bot.safety import check
from bot.store import State
from market.chat import queries
from market.chat.desk import ChatDesk
from market.chat.desk.within import Services
from market.chat.linking import actor_of
from market.chat.store import ChatStore
from market.chat.tables import Conversation
from market.core.actor import Actor, Visitor
from market.core.log import log
from market.core.settings import Settings
from market.people.tables import Account
from market.search.live import LiveIndex
from matching.danger import Alarm


@dataclass(frozen=True)
class ChatServices:
    """What every turn uses, made once when a process starts."""

    settings: Settings
    search: LiveIndex
    understand: Understands = by_rules
    alarm: Alarm | None = None
    """Hears danger by what is meant, where the weights are installed."""


HIDDEN = "••••"
"""Stands in a conversation for a PIN or a code that was typed."""

BROKEN = (
    "Something went wrong here. That is our fault, and nothing was changed. Please try again in a minute.\n"
    "If someone needs help now, ring 999, or the number on your backup sheet."
)


class _Undo(Exception):
    """A turn that broke after danger: nothing of it is kept, but its words are said."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn


def take_turn(session: Session, services: ChatServices, incoming: Incoming, now: datetime) -> Turn:
    """Answer one incoming message in its conversation. The same id again has the same answer.

    The caller commits. A turn that broke is undone, and whatever was to be said of danger is said all the same.
    """
    try:
        with session.begin_nested():
            turn = _turn(session, services, incoming, now)
            if turn.broken:
                raise _Undo(turn)
            return turn
    except _Undo as undone:
        return undone.turn


def answer(session: Session, services: ChatServices, incoming: Incoming, now: datetime) -> Turn:
    """`take_turn`, but what breaks in us is said kindly, and nothing of it is kept: the same message may be sent again.

    A database that is away is raised: whoever called tries again. Danger has been answered before anything can break.
    """
    try:
        return take_turn(session, services, incoming, now)
    except sa.exc.DBAPIError:
        raise
    except Exception as trouble:
        log.error("chat.turn", error=type(trouble).__name__, at=_places(trouble))
        return Turn((Reply(BROKEN),))


def _places(trouble: Exception) -> list[str]:
    """Files and lines on the way to where it arose: never the words that were said."""
    steps = traceback.extract_tb(trouble.__traceback__)
    return [f"{Path(step.filename).name}:{step.lineno}" for step in steps[-6:]]


def _turn(session: Session, services: ChatServices, incoming: Incoming, now: datetime) -> Turn:
    store = ChatStore(session, now)
    with store.locked(incoming.conversation):
        conversation = queries.conversation(session, incoming.conversation)
        assert conversation is not None, "a conversation is opened before its first turn"
        desk = desk_for(session, services, conversation, now)
        understand = Hearing(desk, services.understand, services.alarm)
        pressed, secret = _label(session, incoming), _is_secret(store.load(incoming.conversation), incoming)
        turn = Engine(desk, store, understand, partial(check, alarm=services.alarm), lambda: now).turn(incoming)
        if not turn.duplicate and not turn.broken:
            _keep_said(session, incoming, HIDDEN if secret else incoming.text or pressed)
        return turn


def greet(session: Session, services: ChatServices, conversation: Conversation, now: datetime) -> None:
    """Begin a conversation in which nothing was said yet, with what can be done here."""
    if queries.turns(session, conversation.id, limit=1):
        return
    store = ChatStore(session, now)
    hello = home_reply(desk_for(session, services, conversation, now).me())
    store.remember(conversation.id, "hello", (store.keep_buttons(conversation.id, hello, now + BUTTONS_LAST),))


def desk_for(session: Session, services: ChatServices, conversation: Conversation, now: datetime) -> ChatDesk:
    """The desk of whoever talks in this conversation, as they stand now."""
    return ChatDesk(
        session,
        actor=who_talks(session, conversation, now),
        conversation=conversation,
        now=now,
        services=Services(services.settings, services.search),
    )


def who_talks(session: Session, conversation: Conversation, now: datetime) -> Actor | Visitor:
    """The account behind a conversation, in the role chosen for it while it holds that role; else a visitor."""
    account = session.get(Account, conversation.account_id) if conversation.account_id else None
    return (actor_of(session, account, conversation.grant_id, now) if account else None) or Visitor()


def _keep_said(session: Session, incoming: Incoming, said: str) -> None:
    """The words stay with the turn, so that a human who takes over sees what was said."""
    turn = queries.turn(session, incoming.conversation, incoming.id)
    if turn is not None:
        turn.said = said
        session.add(turn)
        session.flush()


def _is_secret(state: State, incoming: Incoming) -> bool:
    """Whether this is, or may hold, a PIN or a code: such words are kept nowhere and shown to nobody."""
    if not incoming.text:
        return False
    asked, words = state.open.get("question") or {}, incoming.text.lower().split()
    if asked.get("kind") == "code":
        return len(words) == 1 or any(letter.isdigit() for letter in incoming.text)
    return "pin" in words and any(letter.isdigit() for letter in incoming.text)


def _label(session: Session, incoming: Incoming) -> str:
    """What stood on the button that was pressed."""
    if not incoming.button:
        return ""
    for turn in reversed(queries.turns(session, incoming.conversation)):
        for reply in turn.replies:
            for button in reply["buttons"]:
                if button["id"] == incoming.button:
                    return str(button["label"])
    return ""
