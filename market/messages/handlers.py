"""The job that sends one message: claim and mark as being sent; call the channel; settle what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from market.core import events
from market.core.actor import System
from market.core.jobs import LEASE, Outward, Payload, put_job
from market.core.log import log
from market.core.settings import Settings
from market.core.tables import OutboxRow, OutboxStatus
from market.messages import queries
from market.messages.mail import Smtp
from market.messages.rules import MOST_TRIES_PER_CHANNEL, Channel, wait_before_retry
from market.messages.sending import Blocked, Failed, MaybeSent, OutboxOnly, Outcome, Sender, Sent, TryLater
from market.messages.service import SEND
from market.messages.tables import Envelope

_US = System("messages")


@dataclass(frozen=True)
class Begun:
    """A message marked as being sent, and the channel that shall send it."""

    row: OutboxRow
    sender: Sender


class Delivery:
    """Sends messages in order for each person, by the channel each row names, and falls back when one will not do."""

    def __init__(self, senders: Mapping[str, Sender]) -> None:
        self._senders = senders

    def begin(self, session: Session, payload: Payload, now: datetime) -> Begun | None:
        """Mark the row as being sent. None when there is nothing to do: settled already, or another must go first."""
        row = session.get(OutboxRow, payload["message_id"], with_for_update=True)
        if row is None or row.status not in (OutboxStatus.QUEUED, OutboxStatus.SENDING):
            return None
        envelope = queries.envelope_of(session, row.id)
        if row.status is OutboxStatus.SENDING and not self._was_cut_off(session, row, envelope, now):
            return None
        while not self._can_go(session, row):
            if not self._next_route(session, row, now):
                return None
        session.flush()
        if queries.held_up_by(session, row):
            return None
        row.status, row.attempts = OutboxStatus.SENDING, row.attempts + 1
        envelope.sending_until = now + LEASE
        sender = self._senders[row.channel]
        sender.ready(session, row, now)
        session.add_all([row, envelope])
        return Begun(row, sender)

    def call(self, begun: Begun) -> Outcome:
        """Send it. Whatever goes wrong here unforeseen leaves us unsure."""
        try:
            return begun.sender.send(begun.row)
        except Exception as trouble:
            log.warning("message.trouble", message=begun.row.id, error=type(trouble).__name__)
            return MaybeSent(type(trouble).__name__)

    def settle(self, session: Session, payload: Payload, begun: Begun, outcome: Outcome, now: datetime) -> None:
        """Write down what came of it, and wake the message that waited behind."""
        row = session.get(OutboxRow, begun.row.id, with_for_update=True)
        if row is None or row.status is not OutboxStatus.SENDING:
            return
        match outcome:
            case Sent():
                self._sent(session, row, outcome, now)
            case MaybeSent(why) if not row.again_if_cut_off:
                self._unsure(session, row, why, now)
            case TryLater(why) | MaybeSent(why):
                self._later(session, row, why, getattr(outcome, "seconds", None), now)
            case Blocked(why) | Failed(why):
                row.error = why
                self._close_point(session, row, outcome, now)
                self._fall_back(session, row, now)

    def _was_cut_off(self, session: Session, row: OutboxRow, envelope: Envelope, now: datetime) -> bool:
        """Whether a row marked as being sent shall go again now. One that must not is left to staff as unsure."""
        if envelope.sending_until is not None and now < envelope.sending_until:
            key = f"{SEND}:{row.id}:cut:{envelope.at_route}:{row.attempts}"
            put_job(session, SEND, {"message_id": row.id}, run_at=envelope.sending_until, key=key)
            return False
        if not row.again_if_cut_off:
            self._unsure(session, row, "cut off while sending", now)
        return row.again_if_cut_off

    def _can_go(self, session: Session, row: OutboxRow) -> bool:
        """Whether the channel is set up here, and the person has not stopped or blocked it, nor lost the number, meanwhile."""
        if row.channel not in self._senders:
            return False
        if row.channel == Channel.SMS and row.account_id and queries.others_hold(session, row.account_id, row.address):
            return False
        point = queries.point_at(session, Channel(row.channel), row.address)
        if point is None or row.kind.startswith("chat."):
            return True
        return queries.is_open(point)

    def _sent(self, session: Session, row: OutboxRow, outcome: Sent, now: datetime) -> None:
        row.status, row.sent_at, row.outside_id, row.error = OutboxStatus.SENT, now, outcome.outside_id, None
        session.add(row)
        if not row.kind.startswith("chat."):  # an answer is part of its conversation, and nobody's news
            events.record(session, "message.sent", at=now, by=_US, subject=row.id, kind=row.kind, channel=row.channel)
        _wake_next(session, row.channel, row.address, row, now)

    def _unsure(self, session: Session, row: OutboxRow, why: str, now: datetime) -> None:
        row.status, row.error = OutboxStatus.UNSURE, why
        session.add(row)
        events.record(session, "message.unsure", at=now, by=_US, subject=row.id, kind=row.kind, channel=row.channel)
        _wake_next(session, row.channel, row.address, row, now)

    def _later(self, session: Session, row: OutboxRow, why: str, seconds: int | None, now: datetime) -> None:
        row.error = why
        if row.attempts >= MOST_TRIES_PER_CHANNEL:
            self._fall_back(session, row, now)
            return
        row.status = OutboxStatus.QUEUED
        session.add(row)
        wait = wait_before_retry(row.attempts) if seconds is None else timedelta(seconds=seconds)
        _put(session, row, now + wait)

    def _fall_back(self, session: Session, row: OutboxRow, now: datetime) -> None:
        if self._next_route(session, row, now):
            _put(session, row, now)

    def _close_point(self, session: Session, row: OutboxRow, outcome: Blocked | Failed, now: datetime) -> None:
        if (point := queries.point_at(session, Channel(row.channel), row.address)) is not None:
            point.blocked_at = now if isinstance(outcome, Blocked) else point.blocked_at
            point.failing = True
            session.add(point)

    def _next_route(self, session: Session, row: OutboxRow, now: datetime) -> bool:
        """Send the row down its next route. False when it leaves our hands: to the call list, or given up."""
        left = (row.channel, row.address)
        envelope = queries.envelope_of(session, row.id)
        envelope.at_route += 1
        row.attempts, row.status = 0, OutboxStatus.QUEUED
        more = envelope.at_route < len(envelope.routes)
        if more:
            row.channel, row.address = envelope.routes[envelope.at_route]
        else:
            row.status = OutboxStatus.FAILED
        session.add_all([row, envelope])
        session.flush()
        _wake_next(session, *left, row, now)
        if not more or row.channel == Channel.CALL:
            name = "message.to_call_list" if more else "message.given_up"
            events.record(session, name, at=now, by=_US, subject=row.id, kind=row.kind, about=row.about)
            return False
        return True


def _put(session: Session, row: OutboxRow, at: datetime) -> None:
    route = queries.envelope_of(session, row.id).at_route
    put_job(session, SEND, {"message_id": row.id}, run_at=at, key=f"{SEND}:{row.id}:{route}:{row.attempts}")


def _wake_next(session: Session, channel: str, address: str, after: OutboxRow, now: datetime) -> None:
    for waiting in queries.waiting_for(session, channel, address):
        if waiting.id != after.id:
            put_job(session, SEND, {"message_id": waiting.id}, run_at=now, key=f"{SEND}:{waiting.id}:after:{after.id}")


def email_sender(settings: Settings) -> Sender:
    """SMTP where a server is set, else the outbox page alone."""
    return Smtp(settings) if settings.sends_mail else OutboxOnly()


def handlers(senders: Mapping[str, Sender]) -> dict[str, Outward]:
    """This feature's jobs, for the channels that are set up. `market.chat.handlers` adds the chats."""
    return {SEND: Delivery(senders)}


def mail_only(settings: Settings) -> dict[str, Any]:
    """This feature's jobs with e-mail alone: for a worker without chats, and for tests of other features."""
    return handlers({Channel.EMAIL: email_sender(settings)})
