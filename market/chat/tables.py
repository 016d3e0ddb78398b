"""Rows of conversations: where each stands, what was said, the buttons shown, and what came in from outside."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.chat.rules import Via
from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime


class Conversation(SQLModel, table=True):
    """One chat with one person over one channel. Without an account it is a visitor's.

    `address` is the channel's own: a Telegram chat id, a mobile number, the id of a web session or of a terminal. `grant_id` is the role
    the account acts in here. `state` is the bot's own, of the version it says inside. Private things want a code from
    the signed-in page when `locked` is set and `unlocked_until` has passed. `manner` is how this person wants to be talked to
    here; after `stopped_at` nothing is sent here but answers. From `passed_on_at` the address is somebody else's: what was said
    before is kept under another, for the record, and nothing goes on in it.
    """

    __tablename__: ClassVar[str] = "conversation"
    __table_args__ = (sa.UniqueConstraint("via", "address"),)

    id: str = Field(default_factory=lambda: new_id("cnv"), primary_key=True)
    via: Via = Field(sa_type=kept_as_word(Via))
    address: str
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    grant_id: str | None = Field(default=None, foreign_key="role_grant.id")
    state: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    locked: bool = False
    unlocked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    manner: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    wrong_codes: int = 0
    wrong_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    made_at: datetime = Field(sa_type=UtcDateTime)
    linked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    passed_on_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Turn(SQLModel, table=True):
    """Something said, and the replies to it; or, with nothing said, a message that arrived by itself.

    `incoming_id` is the channel's own id: the same twice is answered once. Replies hold button ids, never presses.
    """

    __tablename__: ClassVar[str] = "turn"
    __table_args__ = (sa.UniqueConstraint("conversation_id", "incoming_id"),)

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    incoming_id: str
    said: str = ""
    pushed: bool = False
    replies: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class ButtonRow(SQLModel, table=True):
    """A button that was shown. Channels know only its id; what it asks for stays here."""

    __tablename__: ClassVar[str] = "chat_button"

    id: str = Field(default_factory=lambda: new_id("btn"), primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    set_id: str = Field(index=True)
    verb: str
    facts: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    lasting: bool = False
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TelegramUpdate(SQLModel, table=True):
    """What Telegram sent, kept before it is told that we have it. Its id is Telegram's own, so that twice is once."""

    __tablename__: ClassVar[str] = "telegram_update"

    update_id: int = Field(primary_key=True, sa_type=sa.BigInteger, sa_column_kwargs={"autoincrement": False})
    body: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    received_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReceivedSms(SQLModel, table=True):
    """A text that a gateway passed on, kept before it is told that we have it. Its id is the gateway's own where it gives one."""

    __tablename__: ClassVar[str] = "received_sms"

    id: str = Field(primary_key=True)
    sender: str = Field(index=True)
    text: str
    received_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class LinkCode(SQLModel, table=True):
    """A code shown once on a signed-in page, that ties a chat to the account. Only its hash is kept."""

    __tablename__: ClassVar[str] = "link_code"

    id: str = Field(default_factory=lambda: new_id("lcd"), primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    grant_id: str | None = Field(default=None, foreign_key="role_grant.id")
    code_hash: str = Field(unique=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeskAct(SQLModel, table=True):
    """That a verb was done under a key: the same key again changes nothing more."""

    __tablename__: ClassVar[str] = "desk_act"

    key: str = Field(primary_key=True)
    verb: str
    answer: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
