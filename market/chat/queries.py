"""Every SELECT of conversations."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from market.chat.rules import Via
from market.chat.tables import Conversation, LinkCode, TelegramUpdate, Turn


def conversation(session: Session, conversation_id: str) -> Conversation | None:
    """One conversation."""
    return session.get(Conversation, conversation_id)


def conversation_at(session: Session, via: Via, address: str) -> Conversation | None:
    """The conversation at a channel's own address."""
    return session.exec(select(Conversation).where(Conversation.via == via, Conversation.address == address)).first()


def conversations_of(session: Session, account_id: str, vias: Sequence[Via]) -> Sequence[Conversation]:
    """An account's conversations over these channels, oldest first."""
    mine = select(Conversation).where(Conversation.account_id == account_id, col(Conversation.via).in_(vias))
    return session.exec(mine.order_by(col(Conversation.made_at), col(Conversation.id))).all()


def turn(session: Session, conversation_id: str, incoming_id: str) -> Turn | None:
    """The turn of one incoming message."""
    return session.exec(
        select(Turn).where(Turn.conversation_id == conversation_id, Turn.incoming_id == incoming_id)
    ).first()


def turns(session: Session, conversation_id: str, *, after: int = 0, limit: int = 60) -> Sequence[Turn]:
    """The latest turns of a conversation, in order."""
    latest = select(Turn).where(Turn.conversation_id == conversation_id, col(Turn.id) > after)
    return list(reversed(session.exec(latest.order_by(col(Turn.id).desc()).limit(limit)).all()))


def newest_turn(session: Session, conversation_id: str) -> int:
    """The number of the latest turn, 0 when nothing was said yet."""
    latest = select(Turn.id).where(Turn.conversation_id == conversation_id).order_by(col(Turn.id).desc())
    return session.exec(latest.limit(1)).first() or 0


def code_by_hash(session: Session, code_hash: str) -> LinkCode | None:
    """The link code with this hash."""
    return session.exec(select(LinkCode).where(LinkCode.code_hash == code_hash)).first()


def codes_open(session: Session, account_id: str, now: datetime) -> Sequence[LinkCode]:
    """An account's codes that could still be used."""
    mine = select(LinkCode).where(LinkCode.account_id == account_id, col(LinkCode.used_at).is_(None))
    return session.exec(mine.where(col(LinkCode.expires_at) > now)).all()


def update(session: Session, update_id: int) -> TelegramUpdate | None:
    """One stored update."""
    return session.get(TelegramUpdate, update_id)
