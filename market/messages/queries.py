"""Every SELECT about messages: the outbox, the order they go in, and what waits for staff."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from market.core.database import locked
from market.core.tables import OutboxRow, OutboxStatus
from market.messages.rules import Channel, Point, holder, text_number
from market.messages.tables import ContactPoint, Envelope
from market.people.queries import accounts_with_phone

_ON_ITS_WAY = (OutboxStatus.QUEUED, OutboxStatus.SENDING)


def message_by_key(session: Session, key: str) -> OutboxRow | None:
    """The message that was queued under this key."""
    return session.exec(select(OutboxRow).where(OutboxRow.key == key)).first()


def outbox(session: Session, *, limit: int = 50, offset: int = 0) -> Sequence[OutboxRow]:
    """Messages, newest first: the page that shows what was or would have been sent."""
    rows = select(OutboxRow).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
    return session.exec(rows.order_by(col(Envelope.id).desc()).limit(limit).offset(offset)).all()


def messages_to(session: Session, account_id: str, *, limit: int = 50) -> Sequence[OutboxRow]:
    """Messages to one account, newest first."""
    rows = select(OutboxRow).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
    return session.exec(
        rows.where(OutboxRow.account_id == account_id).order_by(col(Envelope.id).desc()).limit(limit)
    ).all()


def messages_about(session: Session, subject: str) -> Sequence[OutboxRow]:
    """Messages about one thing (a visit, a booking), in the order they were written."""
    rows = select(OutboxRow).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
    return session.exec(rows.where(OutboxRow.about == subject).order_by(col(Envelope.id))).all()


def unsure(session: Session) -> Sequence[OutboxRow]:
    """Messages that may have been sent, oldest first: staff look and decide."""
    rows = select(OutboxRow).where(OutboxRow.status == OutboxStatus.UNSURE)
    return session.exec(rows.order_by(col(OutboxRow.made_at))).all()


def call_list(session: Session) -> Sequence[tuple[OutboxRow, Envelope]]:
    """People no message can reach, whom staff ring, oldest first. The envelope holds the name to ask for."""
    rows = select(OutboxRow, Envelope).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
    waiting = rows.where(OutboxRow.channel == Channel.CALL, OutboxRow.status == OutboxStatus.QUEUED)
    return session.exec(waiting.order_by(col(Envelope.id))).all()


def envelope_of(session: Session, message_id: str) -> Envelope:
    """The envelope of a message. Raises when there is none: each is written with its message."""
    return session.exec(select(Envelope).where(Envelope.message_id == message_id)).one()


def held_up_by(session: Session, row: OutboxRow) -> bool:
    """Whether an earlier message to the same address must go first. One that is urgent waits only for urgent ones.

    The earlier rows are held until the transaction ends, so that their own settling is waited for, not missed.
    """
    mine = envelope_of(session, row.id)
    ahead = _to_address(row.channel, row.address).where(
        col(OutboxRow.status).in_(_ON_ITS_WAY), col(Envelope.id) < mine.id
    )
    return any(other.again_if_cut_off or not row.again_if_cut_off for other in session.exec(locked(ahead)))


def waiting_for(session: Session, channel: str, address: str) -> list[OutboxRow]:
    """What may go to this address once another has gone: the first not tried yet, and the first urgent one."""
    queued = _to_address(channel, address).where(OutboxRow.status == OutboxStatus.QUEUED, OutboxRow.attempts == 0)
    first = queued.order_by(col(Envelope.id)).limit(1)
    urgent = first.where(col(OutboxRow.again_if_cut_off).is_(True))
    found = [session.exec(statement).first() for statement in (urgent, first)]
    return list({row.id: row for row in found if row is not None}.values())


def sent_to(session: Session, channel: Channel, address: str, *, since: datetime) -> Sequence[OutboxRow]:
    """Messages to one address written since then, the newest first."""
    rows = _to_address(channel, address).where(col(OutboxRow.made_at) >= since)
    return session.exec(rows.order_by(col(Envelope.id).desc()).limit(20)).all()


def _to_address(channel: str, address: str) -> SelectOfScalar[OutboxRow]:
    rows = select(OutboxRow).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
    return rows.where(OutboxRow.channel == channel, OutboxRow.address == address)


def points_of(session: Session, account_id: str) -> tuple[Point, ...]:
    """Where an account can be reached by chat, as the rules see it."""
    rows = session.exec(select(ContactPoint).where(ContactPoint.account_id == account_id).order_by(ContactPoint.id))
    return tuple(Point(row.channel, row.address, is_open(row)) for row in rows)


def is_open(point: ContactPoint) -> bool:
    """Whether messages may go there: not stopped, not blocked, not lost."""
    return point.stopped_at is None and point.blocked_at is None and point.lost_at is None


def point_at(session: Session, channel: Channel, address: str) -> ContactPoint | None:
    """The contact point with this address."""
    return session.exec(
        select(ContactPoint).where(ContactPoint.channel == channel, ContactPoint.address == address)
    ).first()


def holder_of(session: Session, number: str) -> str | None:
    """The account that a mobile number is of: see `rules.holder`."""
    return _held(session, number)[0]


def others_hold(session: Session, account_id: str, number: str) -> bool:
    """Whether somebody else has, or claims, this number: then nothing of this account goes there."""
    held_by, claims = _held(session, number)
    return held_by != account_id and (held_by is not None or any(claim != account_id for claim in claims))


def _held(session: Session, number: str) -> tuple[str | None, list[str]]:
    point, claims = point_at(session, Channel.SMS, number), accounts_with_phone(session, number, text_number)
    if point is None:
        return holder(claims), claims
    proved_by = point.account_id or ""
    return holder(claims, proved_by=proved_by, known=point.claimed_by, lost=point.lost_at is not None), claims
