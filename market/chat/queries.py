"""Every SELECT of conversations."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.chat.rules import Via
from market.chat.tables import ButtonRow, Conversation, LinkCode, ReceivedSms, TelegramUpdate, Turn
from market.core.actor import Role
from market.core.database import locked
from market.core.tables import EventRow, JobRow
from market.people.tables import Account, RoleGrant


def conversation(session: Session, conversation_id: str) -> Conversation | None:
    """One conversation."""
    return session.get(Conversation, conversation_id)


def conversation_at(session: Session, via: Via, address: str) -> Conversation | None:
    """The conversation at a channel's own address."""
    return session.exec(select(Conversation).where(Conversation.via == via, Conversation.address == address)).first()


def conversation_held(session: Session, conversation_id: str) -> Conversation | None:
    """One conversation, held until the transaction ends."""
    found = locked(select(Conversation).where(Conversation.id == conversation_id))
    return session.exec(found, execution_options={"populate_existing": True}).first()


def conversations_of(session: Session, account_id: str, vias: Sequence[Via]) -> Sequence[Conversation]:
    """An account's conversations over these channels, oldest first; none that passed on to somebody else."""
    mine = select(Conversation).where(Conversation.account_id == account_id, col(Conversation.via).in_(vias))
    mine = mine.where(col(Conversation.passed_on_at).is_(None))
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


def newest_turn_of_all(session: Session) -> int:
    """The number of the latest turn in any conversation, 0 when there is none."""
    return session.exec(select(Turn.id).order_by(col(Turn.id).desc()).limit(1)).first() or 0


def turned_since(session: Session, number: int) -> Sequence[tuple[int, str]]:
    """Turns since, each with its conversation."""
    rows = session.exec(select(Turn.id, Turn.conversation_id).where(col(Turn.id) > number))
    return [(turn_id, conversation_id) for turn_id, conversation_id in rows if turn_id is not None]


def usable_buttons(session: Session, ids: Collection[str], now: datetime) -> dict[str, bool]:
    """Which of these buttons can still be pressed; True marks those that always can."""
    rows = session.exec(select(ButtonRow).where(col(ButtonRow.id).in_(ids)))
    return {row.id: row.lasting for row in rows if row.lasting or (row.used_at is None and now < row.expires_at)}


def is_shown_in(session: Session, conversation_id: str, ids: Collection[str]) -> bool:
    """Whether any of these buttons was shown in this conversation."""
    shown = select(ButtonRow.id).where(col(ButtonRow.id).in_(ids), ButtonRow.conversation_id == conversation_id)
    return session.exec(shown.limit(1)).first() is not None


def button_held(session: Session, button_id: str) -> ButtonRow | None:
    """One button, held until the transaction ends."""
    found = locked(select(ButtonRow).where(ButtonRow.id == button_id))
    return session.exec(found, execution_options={"populate_existing": True}).first()


def used_together(session: Session, set_id: str) -> Sequence[ButtonRow]:
    """The buttons of one reply that are used up when one of them is pressed."""
    return session.exec(select(ButtonRow).where(ButtonRow.set_id == set_id, col(ButtonRow.lasting).is_(False))).all()


def code_by_hash(session: Session, code_hash: str) -> LinkCode | None:
    """The link code with this hash."""
    return session.exec(select(LinkCode).where(LinkCode.code_hash == code_hash)).first()


def codes_open(session: Session, account_id: str, now: datetime) -> Sequence[LinkCode]:
    """An account's codes that could still be used."""
    mine = select(LinkCode).where(LinkCode.account_id == account_id, col(LinkCode.used_at).is_(None))
    return session.exec(mine.where(col(LinkCode.expires_at) > now)).all()


def update_held(session: Session, update_id: int) -> TelegramUpdate | None:
    """One stored update, held until the transaction ends."""
    found = locked(select(TelegramUpdate).where(TelegramUpdate.update_id == update_id))
    return session.exec(found, execution_options={"populate_existing": True}).first()


def text_held(session: Session, text_id: str) -> ReceivedSms | None:
    """One kept text, held until the transaction ends."""
    found = locked(select(ReceivedSms).where(ReceivedSms.id == text_id))
    return session.exec(found, execution_options={"populate_existing": True}).first()


def texts_since(session: Session, sender: str, since: datetime) -> int:
    """How many texts came from a number since then, answered or not."""
    counted = select(sa.func.count()).select_from(ReceivedSms).where(ReceivedSms.sender == sender)
    return session.exec(counted.where(col(ReceivedSms.received_at) > since)).one()


def last_text_at(session: Session, sender: str, *, before: datetime | None = None) -> datetime | None:
    """When a number last wrote to us; with `before`, the last time before that moment."""
    latest = select(ReceivedSms.received_at).where(ReceivedSms.sender == sender)
    if before is not None:
        latest = latest.where(col(ReceivedSms.received_at) < before)
    return session.exec(latest.order_by(col(ReceivedSms.received_at).desc()).limit(1)).first()


def is_used_up(session: Session, button_id: str) -> bool:
    """Whether this button, and those beside it, can do nothing any more."""
    button = session.get(ButtonRow, button_id) if button_id else None
    return button is not None and button.used_at is not None


def holders(session: Session, role: Role, now: datetime) -> Sequence[tuple[Account, RoleGrant]]:
    """Everybody who holds a role now, those who have held it longest first."""
    held = (
        select(Account, RoleGrant)
        .join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        .where(RoleGrant.role == role, col(RoleGrant.starts_at) <= now)
        .where(sa.or_(col(RoleGrant.ends_at).is_(None), col(RoleGrant.ends_at) > now))
    )
    return session.exec(held.order_by(col(RoleGrant.starts_at), col(RoleGrant.id))).all()


def newest_event(session: Session) -> int:
    """The number of the latest event, 0 when nothing has happened."""
    return session.exec(select(EventRow.id).order_by(col(EventRow.id).desc()).limit(1)).first() or 0


def events_after(session: Session, number: int) -> Sequence[EventRow]:
    """What has happened since, in order."""
    return session.exec(select(EventRow).where(col(EventRow.id) > number).order_by(col(EventRow.id))).all()


def next_job_at(session: Session, until: datetime) -> datetime | None:
    """When the next job falls due, if that is no later than `until`."""
    waiting = select(JobRow.run_at).where(col(JobRow.done_at).is_(None), col(JobRow.given_up_at).is_(None))
    return session.exec(waiting.where(col(JobRow.run_at) <= until).order_by(col(JobRow.run_at)).limit(1)).first()
