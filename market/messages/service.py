"""Telling people things, and what staff do about messages that did not arrive.

A message is a row in the transaction of its cause, once for each key; a job sends it afterwards.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.messages import Reply
from market.core import events
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.jobs import put_job
from market.core.tables import OutboxRow, OutboxStatus
from market.messages import queries
from market.messages.rules import Channel, Route, goes_again, plain_subject, routes, text_number
from market.messages.tables import ContactPoint, Envelope
from market.people.queries import accounts_with_phone
from market.people.tables import Account

SEND = "messages.send"
ANSWER_IN_DANGER = "chat.urgent"


@dataclass(frozen=True)
class Recipient:
    """Who a message is to. With an account, what is left empty is read from it; without one, give a phone or e-mail."""

    account_id: str | None = None
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Message:
    """What to say. `kind` is dotted, its family first ("cascade.question"), and decides how a cut-off is settled.

    `subject` is for e-mail and is replaced by general words if it holds a name or a word about health; `names` are
    those of people the text speaks of. `about` is the id of what it is about.
    """

    kind: str
    subject: str
    text: str
    buttons: tuple[Mapping[str, str], ...] = ()
    about: str = ""
    names: tuple[str, ...] = ()


def from_reply(kind: str, reply: Reply, *, subject: str = "", about: str = "", names: tuple[str, ...] = ()) -> Message:
    """A message with the words and buttons of a bot's reply (`bot.flows.pushed`)."""
    buttons = []
    for button in reply.buttons:
        kept = {"label": button.label, "means": button.means, "url": button.url}
        if button.press is not None:
            lasting = "yes" if button.press.lasting else ""
            kept |= {"verb": button.press.verb, "facts": json.dumps(dict(button.press.facts)), "lasting": lasting}
        buttons.append(kept)
    return Message(kind, subject, reply.text, tuple(buttons), about, names)


def tell(session: Session, *, to: Recipient, message: Message, key: str, at: datetime) -> OutboxRow | None:
    """Queue a message on the best channel, once for each key, and put the job that sends it.

    Returns None when there is no way to reach the recipient at all: the caller decides whom else to tell.
    Saying it again with the same key gives the row that is there.
    """
    if (known := queries.message_by_key(session, key)) is not None:
        return known
    ways, name = _ways(session, to)
    if not ways:
        return None
    row = OutboxRow(
        key=key,
        account_id=to.account_id,
        channel=ways[0].channel,
        address=ways[0].address,
        kind=message.kind,
        again_if_cut_off=goes_again(message.kind),
        subject=plain_subject(message.kind, message.subject, (name, *message.names)),
        text=message.text,
        buttons=[dict(button) for button in message.buttons],
        about=message.about,
        made_at=at,
    )
    session.add(row)
    session.flush()
    session.add(Envelope(message_id=row.id, name=name, routes=[[way.channel, way.address] for way in ways]))
    session.flush()
    if row.channel != Channel.CALL:
        put_job(session, SEND, {"message_id": row.id}, run_at=at, key=f"{SEND}:{row.id}")
    return row


def answer_at(session: Session, channel: Channel, address: str, reply: Reply, *, key: str, at: datetime) -> OutboxRow:
    """Queue the answer to what somebody has just written, to the very chat they wrote in and nowhere else.

    Its buttons have their ids already. It goes even where other messages were stopped: it was asked for. One about danger is
    of a kind of its own, so that no channel shortens it.
    """
    kind = ANSWER_IN_DANGER if reply.urgent else "chat.reply"
    row = OutboxRow(
        key=f"chat:{key}",
        channel=channel,
        address=address,
        kind=kind,
        again_if_cut_off=goes_again(kind),
        text=reply.text,
        buttons=[{"label": b.label, "means": b.means, "url": b.url, "id": b.id} for b in reply.buttons],
        made_at=at,
    )
    session.add(row)
    session.flush()
    session.add(Envelope(message_id=row.id, routes=[[channel, address]]))
    session.flush()
    put_job(session, SEND, {"message_id": row.id}, run_at=at, key=f"{SEND}:{row.id}")
    return row


def _ways(session: Session, to: Recipient) -> tuple[tuple[Route, ...], str]:
    account = session.get(Account, to.account_id) if to.account_id else None
    if account is None:
        return routes((), phone=to.phone, email=to.email), to.name
    points = queries.points_of(session, account.id)
    ways = routes(points, phone=to.phone or account.phone, email=to.email or account.email)
    return ways, to.name or account.name


def open_point(session: Session, *, account_id: str, channel: Channel, address: str, now: datetime) -> ContactPoint:
    """From now on this account is reached here, and nobody else is. Opening again takes away a stop or a block."""
    point = queries.point_at(session, channel, address)
    if point is None:
        point = ContactPoint(account_id=account_id, channel=channel, address=address, made_at=now)
    point.account_id, point.failing = account_id, False
    point.claimed_by = accounts_with_phone(session, address, text_number) if channel is Channel.SMS else []
    point.stopped_at = point.blocked_at = point.lost_at = None
    session.add(point)
    session.flush()
    return point


def stop_point(session: Session, *, channel: Channel, address: str, now: datetime) -> None:
    """Send nothing more here from this moment, messages already queued included: those take their next route."""
    point = queries.point_at(session, channel, address)
    if point is None:
        point = ContactPoint(channel=channel, address=address, made_at=now)
    point.stopped_at = point.stopped_at or now
    session.add(point)
    session.flush()


def lose_point(session: Session, *, channel: Channel, address: str, now: datetime) -> None:
    """The owner says that this telephone is lost: from this moment it is nobody's, and nothing goes there."""
    stop_point(session, channel=channel, address=address, now=now)
    point = queries.point_at(session, channel, address)
    assert point is not None, "it has just been written"
    point.account_id, point.lost_at = None, now
    session.add(point)
    session.flush()


def start_point(session: Session, *, channel: Channel, address: str) -> None:
    """Send here again."""
    if (point := queries.point_at(session, channel, address)) is not None:
        point.stopped_at = point.blocked_at = None
        point.failing = False
        session.add(point)


def settle_unsure(session: Session, *, message_id: str, again: bool, by: Actor, now: datetime) -> OutboxRow:
    """Staff decide about a message that may have been sent: send it again, or take it as sent. Raises `NotFound`."""
    row = session.get(OutboxRow, message_id, with_for_update=True)
    if row is None or row.status is not OutboxStatus.UNSURE:
        raise NotFound
    if again:
        row.status = OutboxStatus.QUEUED
        put_job(session, SEND, {"message_id": row.id}, run_at=now, key=f"{SEND}:{row.id}:again:{row.attempts}")
    else:
        row.status, row.sent_at = OutboxStatus.SENT, now
    session.add(row)
    events.record(session, "message.settled", at=now, by=by, subject=row.id, again=again)
    return row


def was_rung(session: Session, *, message_id: str, reached: bool, by: Actor, now: datetime) -> OutboxRow:
    """Staff rang somebody from the call list: reached, or given up. Raises `NotFound`."""
    row = session.get(OutboxRow, message_id, with_for_update=True)
    if row is None or row.channel != Channel.CALL or row.status is not OutboxStatus.QUEUED:
        raise NotFound
    row.status = OutboxStatus.SENT if reached else OutboxStatus.FAILED
    row.sent_at = now if reached else None
    session.add(row)
    events.record(session, "message.rung", at=now, by=by, subject=row.id, reached=reached)
    return row
