"""The telephones an account is tied to, and taking one away that was lost, sold or lent."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from market.chat import queries
from market.chat.rules import Via
from market.chat.tables import Conversation
from market.core import events
from market.core.actor import Actor
from market.core.errors import NotFound
from market.messages.service import lose_point

OUTSIDE = (Via.TELEGRAM, Via.SMS)


def chats_outside(session: Session, account_id: str) -> Sequence[Conversation]:
    """Chats on telephones that speak as this account, the oldest first."""
    return queries.conversations_of(session, account_id, OUTSIDE)


def take_away(session: Session, actor: Actor, conversation_id: str, *, now: datetime) -> None:
    """From this moment the telephone is a stranger's: nothing is shown there, nothing is sent there.

    What was begun there is forgotten; what was said stays for the record. Raises `NotFound` for a chat that is not one's own.
    """
    conversation = queries.conversation(session, conversation_id)
    if conversation is None or conversation.account_id != actor.account_id or conversation.via.channel is None:
        raise NotFound
    lose_point(session, channel=conversation.via.channel, address=conversation.address, now=now)
    conversation.account_id = conversation.grant_id = conversation.unlocked_until = None
    conversation.state = {}
    session.add(conversation)
    events.record(session, "account.unlinked", at=now, by=actor, subject=conversation.id, via=conversation.via)
