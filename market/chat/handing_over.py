"""Staff reading a conversation they were asked into, and answering in it while the bot is quiet."""

from datetime import datetime

from sqlmodel import Session

from bot.messages import Reply, reply_as_json
from market.chat import queries
from market.chat.tables import Conversation, Turn
from market.core import events
from market.core.actor import Actor
from market.core.audit import note_read
from market.core.errors import NotFound
from market.messages.service import answer_at
from market.safeguarding import service as safeguarding

MOST_LETTERS = 2000


def conversation_of(session: Session, officer: Actor, report_id: str, *, now: datetime) -> Conversation:
    """The conversation a report came from, for staff who may see the report. Who looked is written down.

    Raises `NotFound` for a report of another authority, or one that was not made in a chat.
    """
    report = safeguarding.report_for(session, officer, report_id)
    conversation = queries.conversation(session, report.conversation_id) if report.conversation_id else None
    if conversation is None:
        raise NotFound
    note_read(session, officer, "chat:conversation:read", conversation.id, at=now, person_id=report.person_id)
    return conversation


def say_as_human(
    session: Session, officer: Actor, report_id: str, words: str, *, key: str, now: datetime
) -> Conversation:
    """Answer in the person's own chat, by name. Whoever answers has the report from then on.

    The same key again says nothing more. Raises `NotFound`.
    """
    conversation = conversation_of(session, officer, report_id, now=now)
    if queries.turn(session, conversation.id, f"human:{key}") is not None:
        return conversation
    safeguarding.take(session, officer, report_id, now=now)
    reply = Reply(words.strip()[:MOST_LETTERS])
    turn = Turn(conversation_id=conversation.id, incoming_id=f"human:{key}", pushed=True, at=now)
    turn.replies = [{**reply_as_json(reply), "who": officer.name}]
    session.add(turn)
    session.flush()
    if channel := conversation.via.channel:
        named = Reply(f"{officer.name}: {reply.text}")
        answer_at(session, channel, conversation.address, named, key=f"human:{key}", at=now)
    events.record(session, "handover.answered", at=now, by=officer, subject=report_id)
    return conversation
