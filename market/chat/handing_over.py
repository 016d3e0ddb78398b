"""Staff reading a conversation they were asked into, and answering in it while the bot is quiet."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.messages import Button, Press, Reply, reply_as_json
from bot.phrases.said import care, home, spoken_to
from market.chat import queries
from market.chat.errors import NumberPassedOn
from market.chat.service import manner_of
from market.chat.store import ChatStore
from market.chat.tables import Conversation, Turn
from market.core import events
from market.core.actor import Actor
from market.core.audit import note_read
from market.core.errors import NotFound
from market.core.jobs import Payload
from market.core.tables import EventRow
from market.messages.service import answer_at
from market.people.tables import Account
from market.safeguarding import service as safeguarding
from market.safeguarding.tables import Report

MOST_LETTERS = 2000
BACK_LASTS = timedelta(days=2)


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

    The same key again says nothing more. Raises `NotFound`, and `NumberPassedOn` when it is not theirs any more.
    """
    conversation = conversation_of(session, officer, report_id, now=now)
    if queries.turn(session, conversation.id, f"human:{key}") is not None:
        return conversation
    if conversation.passed_on_at is not None:
        raise NumberPassedOn
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


def tell_ended(session: Session, payload: Payload, now: datetime) -> None:
    """Staff have settled a talk: the person hears that the bot answers again, with the way back to what was open. Done once."""
    event = session.get(EventRow, payload["event_id"])
    report = session.get(Report, event.subject) if event else None
    conversation = queries.conversation(session, report.conversation_id or "") if report else None
    if event is None or report is None or conversation is None or conversation.passed_on_at is not None:
        return
    incoming_id = f"ended:{report.id}"
    if queries.turn(session, conversation.id, incoming_id) is not None:
        return
    store = ChatStore(session, now)
    with store.locked(conversation.id):
        said = _ended_words(session, conversation, report, parked=bool(store.load(conversation.id).open))
        reply = store.keep_buttons(conversation.id, said, now + BACK_LASTS)
    turn = Turn(conversation_id=conversation.id, incoming_id=incoming_id, pushed=True, at=now)
    turn.replies = [reply_as_json(reply)]
    session.add(turn)
    session.flush()
    if channel := conversation.via.channel:
        answer_at(session, channel, conversation.address, reply, key=incoming_id, at=now)


def _ended_words(session: Session, conversation: Conversation, report: Report, *, parked: bool) -> Reply:
    officer = session.get(Account, report.taken_by) if report.taken_by else None
    with spoken_to(manner_of(conversation)):
        text = care.HUMAN_ENDED.format(who=officer.name if officer else "The desk")
        verb, label = ("unpark", home.WAY_BACK) if parked else ("home", home.GO_ON)
        return Reply(text, (Button(label, "back", press=Press(verb, lasting=True)),))
