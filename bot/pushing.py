"""Keep a message that arrives by itself, in the midst of whatever is open.

A typed "yes" after a pushed question could mean either; so the open question is marked as interrupted, and is asked again
before such a yes counts. Whoever sends a pushed message calls `keep_pushed` in place of `Store.keep_buttons`.
"""

from dataclasses import replace
from datetime import datetime

from bot.messages import Reply
from bot.phrases.said import Manner, said, said_again, spoken_to
from bot.running import is_open
from bot.store import Store


def in_manner(reply: Reply, manner: Manner) -> Reply:
    """A message that was composed in plain English, as this person is spoken to: its numbers, names and buttons stay."""
    with spoken_to(manner):
        buttons = tuple(replace(button, label=str(said(button.label))) for button in reply.buttons)
        return replace(reply, text=str(said_again(reply.text)), buttons=buttons)


def keep_pushed(store: Store, conversation: str, reply: Reply, expires: datetime) -> Reply:
    """The pushed reply with ids on its buttons. Call it inside `Store.locked`, in the transaction that puts the message out."""
    kept = store.keep_buttons(conversation, reply, expires)
    state = store.load(conversation)
    asks = any(b.means in ("confirm", "decline") for b in reply.buttons)
    if asks and is_open(state):
        store.save(conversation, replace(state, open={**state.open, "interrupted": True}))
    return kept
