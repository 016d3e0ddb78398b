"""Jobs of chats: answering stored updates, and copying messages into the conversations people look at."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.channels.telegram_updates import Arrived, InGroup, Reachable, read_update
from bot.engine import Turn
from market.chat import queries
from market.chat.handing_over import tell_ended
from market.chat.rules import Via
from market.chat.service import keep_for, open_conversation
from market.chat.sms import READ_TEXT, ReadText, SmsSender, gateway_of
from market.chat.telegram import READ_UPDATE, TelegramLine, TelegramSender
from market.chat.turns import ChatServices, answer
from market.core import events
from market.core.jobs import Handler, Outward, Payload
from market.core.log import log
from market.core.tables import EventRow, OutboxRow
from market.messages.handlers import email_sender
from market.messages.handlers import handlers as sending_handlers
from market.messages.rules import Channel
from market.messages.sending import Sender
from market.messages.service import answer_at, start_point, stop_point

COPY = "chat.copy"
ENDED = "chat.handover_ended"

for _event in ("message.sent", "message.unsure", "message.given_up", "message.to_call_list"):
    events.subscribe(_event, COPY)
events.subscribe("handover.ended", ENDED)


def copy_message(session: Session, payload: Payload, now: datetime) -> None:
    """Show a message to an account in its web and terminal chats too, whichever way it went. Done once."""
    event = session.get(EventRow, payload["event_id"])
    row = session.get(OutboxRow, event.subject) if event else None
    if row is None or row.account_id is None or row.kind.startswith(("sign_in", "chat.")):
        return
    terminals = queries.conversations_of(session, row.account_id, (Via.TERMINAL,))
    pages = queries.conversations_of(session, row.account_id, (Via.WEB,))
    for conversation in (*pages, *terminals[-1:]):  # of terminals only the one sat at last: each sitting has its own
        if conversation.stopped_at is None:
            keep_for(session, conversation, row, now)


@dataclass(frozen=True)
class Courtesy:
    """What is left to do for Telegram after a turn: stop a tap's spinner, or leave a group."""

    update: Arrived | InGroup
    used_up: bool = False


class ReadUpdate:
    """Answers one stored update: the turn and its replies in one transaction, courtesies to Telegram after it."""

    def __init__(self, services: ChatServices, line: TelegramLine) -> None:
        self._services = services
        self._line = line

    def begin(self, session: Session, payload: Payload, now: datetime) -> Courtesy | None:
        """Take the turn and queue its replies. None when it was answered before, or nothing is left to do."""
        row = queries.update_held(session, payload["update_id"])
        if row is None or row.answered_at is not None:
            return None
        row.answered_at = now
        session.add(row)
        match read_update(row.body):
            case Arrived() as arrived:
                turn = self._answer(session, arrived, now)
                row.body = {"update_id": row.update_id}  # what was said stands in the conversation, without any PIN
                used_up = not turn.duplicate and queries.is_used_up(session, arrived.button)
                return Courtesy(arrived, used_up) if arrived.press_id else None
            case InGroup() as group:
                return Courtesy(group)
            case Reachable(_, chat_id, reachable):
                _note_reach(session, str(chat_id), reachable=reachable, now=now)
        return None

    def _answer(self, session: Session, arrived: Arrived, now: datetime) -> Turn:
        conversation = open_conversation(session, Via.TELEGRAM, str(arrived.chat_id), now=now, locked=True)
        incoming = arrived.incoming(conversation.id)
        turn = answer(session, self._services, incoming, now)
        if not turn.duplicate:
            for number, reply in enumerate(turn.replies):
                key = f"{incoming.conversation}:{incoming.id}:{number}"
                answer_at(session, Channel.TELEGRAM, conversation.address, reply, key=key, at=now)
        return turn

    def call(self, begun: Courtesy) -> None:
        """Courtesies only: a failure costs nothing and is not tried again."""
        update = begun.update
        try:
            if isinstance(update, Arrived):
                self._line.run(lambda channel: channel.settle_press(update, used_up=begun.used_up))
            else:
                self._line.run(lambda channel: channel.leave(update))
        except Exception as trouble:
            log.warning("telegram.courtesy", error=type(trouble).__name__)

    def settle(self, session: Session, payload: Payload, begun: Courtesy, outcome: None, now: datetime) -> None:
        """Nothing is left to write down."""


def _note_reach(session: Session, address: str, *, reachable: bool, now: datetime) -> None:
    if reachable:
        start_point(session, channel=Channel.TELEGRAM, address=address)
    else:
        stop_point(session, channel=Channel.TELEGRAM, address=address, now=now)


def handlers(services: ChatServices) -> dict[str, Handler | Outward]:
    """Every job of chats and of sending, over the channels that are set up."""
    line = TelegramLine(services.settings)
    senders: dict[str, Sender] = {Channel.EMAIL: email_sender(services.settings)}
    if services.settings.has_telegram:
        senders[Channel.TELEGRAM] = TelegramSender(line, services.settings.public_address)
    if services.settings.has_sms:
        senders[Channel.SMS] = SmsSender(gateway_of(services.settings), services.settings.public_address)
    jobs: dict[str, Handler | Outward] = {
        COPY: copy_message,
        ENDED: tell_ended,
        READ_UPDATE: ReadUpdate(services, line),
        READ_TEXT: ReadText(services),
    }
    return jobs | sending_handlers(senders)
