"""Rows of where people can be reached, and of the routes a message may take."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from market.messages.rules import Channel


class ContactPoint(SQLModel, table=True):
    """One way to reach an account. E-mail and phone stand on the account itself; this is for chats.

    `address` is the channel's own: a Telegram chat id, a mobile number. Without an account it is kept for its stop alone.
    After `lost_at` the owner has said that the telephone is lost: it is nobody's until a code is typed on it again.
    `claimed_by` are the accounts that gave this number as theirs when the code was typed: the code stands above them, and
    not above anybody who claims it later.
    """

    __tablename__: ClassVar[str] = "contact_point"
    __table_args__ = (sa.UniqueConstraint("channel", "address"),)

    id: str = Field(default_factory=lambda: new_id("cpt"), primary_key=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    channel: Channel = Field(sa_type=kept_as_word(Channel))
    address: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    blocked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lost_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failing: bool = False
    claimed_by: list[str] = Field(default_factory=list, sa_type=sa.JSON)


class Envelope(SQLModel, table=True):
    """The routes a message in the outbox may take, best first. Its id is the order in which messages were written.

    Until `sending_until` a row marked as being sent is somebody's work; after it, that worker is known to have died.
    """

    __tablename__: ClassVar[str] = "envelope"

    id: int | None = Field(default=None, primary_key=True)
    message_id: str = Field(foreign_key="outbox.id", unique=True)
    name: str = ""
    routes: list[list[str]] = Field(default_factory=list, sa_type=sa.JSON)
    at_route: int = 0
    sending_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
