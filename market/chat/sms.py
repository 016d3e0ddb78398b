"""SMS: texts are kept before they are answered, answers go out through the outbox with their choices numbered."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.answering import plain
from bot.channels.sms import as_sms, chosen, number_said, numbered_of
from bot.channels.sms_gateway import Gateway, HttpGateway, ReceivedText, Wiring
from bot.commands import STOP_WORDS
from bot.messages import Button, Incoming, Reply
from market.chat import queries
from market.chat.rules import Via, may_answer_texts
from market.chat.service import buttons_of, keep_for, open_conversation, start_anew
from market.chat.tables import Conversation, ReceivedSms
from market.chat.turns import ChatServices, answer
from market.core.database import insert_once
from market.core.ids import new_id
from market.core.jobs import Payload, put_job
from market.core.log import log
from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.messages import queries as messages
from market.messages import sending
from market.messages.mail import whole_address
from market.messages.rules import Channel, text_number
from market.messages.service import ANSWER_IN_DANGER, answer_at
from matching.danger import look_for_danger

READ_TEXT = "chat.sms"
OFFERED_FOR = timedelta(days=2)


def keep_text(session: Session, received: ReceivedText, now: datetime) -> None:
    """Keep one text, once for each of the gateway's ids, and put the job that answers it.

    What comes from no number (a company's name, a short code, a group) is kept nowhere: nobody could be answered.
    """
    number = text_number(received.sender)
    if not number:
        log.info("sms.no_number")
        return
    text_id = received.id or new_id("sms")
    if insert_once(session, ReceivedSms, id=text_id, sender=number, text=received.text, received_at=now):
        put_job(session, READ_TEXT, {"text_id": text_id}, run_at=now, key=f"{READ_TEXT}:{text_id}")


class ReadText:
    """Answers one kept text: the turn and its replies in one transaction."""

    def __init__(self, services: ChatServices) -> None:
        self._services = services

    def __call__(self, session: Session, payload: Payload, now: datetime) -> None:
        row = queries.text_held(session, payload["text_id"])
        if row is None or row.answered_at is not None:
            return
        lately = queries.texts_since(session, row.sender, row.received_at - timedelta(hours=1))
        answered = may_answer_texts(lately) or look_for_danger(row.text) is not None
        if not answered and plain(row.text) not in STOP_WORDS:
            row.answered_at, row.text = now, ""
            session.add(row)
            log.warning("sms.too_many")
            return
        conversation = conversation_of(session, row.sender, now)
        incoming = _incoming(session, conversation, row)
        turn = answer(session, self._services, incoming, now)
        row.answered_at, row.text = now, ""  # what was said stands in the conversation, without any PIN
        session.add(row)
        for number, reply in enumerate(turn.replies if answered and not turn.duplicate else ()):
            key = f"{conversation.id}:{incoming.id}:{number}"
            answer_at(session, Channel.SMS, conversation.address, reply, key=key, at=now)


def conversation_of(session: Session, number: str, now: datetime) -> Conversation:
    """The conversation with a number, tied to the one account that has it.

    Two accounts with one number, and a number that nobody has, are tied to nobody (`messages.rules.holder`). A number that
    passes from one account to another begins anew: nothing that was said, asked or opened for the first goes on with the second.
    It is always locked: numbers can be forged, and telephones are lent.
    """
    conversation = open_conversation(session, Via.SMS, number, now=now, locked=True)
    account_id = messages.holder_of(session, number)
    if conversation.account_id != account_id:
        start_anew(session, conversation, now=now)
        conversation.account_id, conversation.grant_id = account_id, None
        session.add(conversation)
        session.flush()
    return conversation


def _incoming(session: Session, conversation: Conversation, row: ReceivedSms) -> Incoming:
    """The text as words, or as a press of what its number or its words chose among what was sent since the one before."""
    since = _since(queries.last_text_at(session, row.sender, before=row.received_at), row.received_at)
    for sent in messages.sent_to(session, Channel.SMS, row.sender, since=since):
        first = _first_number(sent)
        if first and not queries.is_shown_in(session, conversation.id, [button.id for button in buttons_of(sent)]):
            break  # it was sent to somebody else, who had this number before
        if first and (button := chosen(row.text, buttons_of(sent), first)):
            return Incoming(f"sms_{row.id}", conversation.id, button=button.id, kind="button", channel="sms")
        if first and number_said(row.text) is None:
            break  # words choose among the newest offer alone
    return Incoming(f"sms_{row.id}", conversation.id, row.text, channel="sms")


def _since(last: datetime | None, now: datetime) -> datetime:
    """From when what we sent may be what is answered."""
    return max(last, now - OFFERED_FOR) if last else now - OFFERED_FOR


def _first_number(row: OutboxRow) -> int:
    """The number its first choice was sent with; 0 for a message that offered none."""
    return next((int(kept["number"]) for kept in row.buttons if kept.get("number")), 0)


class SmsSender:
    """Sends outbox rows as texts. Buttons are kept and numbered first, so that a row sent again has the same ones."""

    def __init__(self, gateway: Gateway, home: str) -> None:
        self._gateway = gateway
        self._home = home

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        if any(kept.get("number") for kept in row.buttons):
            return
        conversation = conversation_of(session, row.address, now)
        is_answer = row.kind.startswith("chat.")
        if not is_answer and (row.account_id is None or conversation.account_id != row.account_id):
            return  # nobody we know would be answering: the links must do
        reply = Reply(row.text, buttons_of(row)) if is_answer else keep_for(session, conversation, row, now)
        row.text = reply.text
        row.buttons = _numbered(row.buttons, list(reply.buttons), self._next_number(session, row))

    def _next_number(self, session: Session, row: OutboxRow) -> int:
        """One more than the last number sent since this person wrote: two messages in a row share none."""
        since = _since(queries.last_text_at(session, row.address), row.made_at)
        earlier = messages.sent_to(session, Channel.SMS, row.address, since=since)
        others = (kept for sent in earlier if sent.id != row.id for kept in sent.buttons)
        return max((int(kept["number"]) for kept in others if kept.get("number")), default=0) + 1

    def send(self, row: OutboxRow) -> sending.Outcome:
        return sending.outcome_of(self._gateway.send(row.address, self._text(row), row.id))

    def _text(self, row: OutboxRow) -> str:
        buttons = tuple(replace(b, url=whole_address(b.url, self._home)) if b.url else b for b in buttons_of(row))
        asks = [b for b in buttons if b.means in ("confirm", "decline", "option") and not b.url]
        first, chat = _first_number(row), f"{self._home.rstrip('/')}/chat"
        if asks and not first and not any(b.url for b in buttons):
            buttons = (*buttons, Button("To answer, sign in", "link", url=chat))
        urgent = row.kind == ANSWER_IN_DANGER or (row.again_if_cut_off and not row.kind.startswith("chat."))
        reply = Reply(row.text, buttons[:5], urgent=urgent)
        return as_sms(reply, first=first or 1, can_answer=bool(first) or not asks, read_on=chat)


def _numbered(kept: list[dict[str, str]], buttons: list[Button], first: int) -> list[dict[str, Any]]:
    """The row's buttons with their ids, and a number on each that gets one."""
    numbers = {b.id: str(n) for n, b in enumerate(numbered_of(buttons), first)}
    return [
        {**told, "id": b.id, "label": b.label, **({"number": numbers[b.id]} if b.id in numbers else {})}
        for told, b in zip(kept, buttons, strict=True)
    ]


def gateway_of(settings: Settings) -> HttpGateway:
    """The gateway of the settings."""
    return HttpGateway(
        Wiring(
            address=settings.sms_address,
            key=settings.sms_key.get_secret_value(),
            key_header=settings.sms_key_header,
            key_prefix=settings.sms_key_prefix,
            body=settings.sms_body,
            to=settings.sms_to_field,
            text=settings.sms_text_field,
            sender=settings.sms_sender,
            sender_field=settings.sms_from_field,
            reference=settings.sms_reference_field,
            id=settings.sms_id_field,
        )
    )
