"""The rows of the floor: events, jobs, outbox, audit."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime


class EventRow(SQLModel, table=True):
    """Something that happened, written in the transaction that made it so. Audit trail and outbox at once."""

    __tablename__: ClassVar[str] = "event"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    by: str
    subject: str = Field(index=True)
    person_id: str | None = Field(default=None, index=True)
    provider_id: str | None = Field(default=None, index=True)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)


class JobRow(SQLModel, table=True):
    """Work to be done later, written with its cause. Done at least once: handlers are idempotent by key."""

    __tablename__: ClassVar[str] = "job"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    key: str = Field(unique=True)
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    run_at: datetime = Field(sa_type=UtcDateTime, index=True)
    attempts: int = 0
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lease_by: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    given_up_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None


class OutboxStatus(StrEnum):
    """Where a message on its way out stands. `unsure` may have been sent: staff decide."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    FAILED = "failed"


class OutboxRow(SQLModel, table=True):
    """One message to one recipient over one channel, queued in the transaction of its cause."""

    __tablename__: ClassVar[str] = "outbox"

    id: str = Field(default_factory=lambda: new_id("msg"), primary_key=True)
    key: str = Field(unique=True)
    account_id: str | None = Field(default=None, index=True)
    channel: str
    address: str
    kind: str
    again_if_cut_off: bool = False
    subject: str = ""
    text: str
    buttons: list[dict[str, str]] = Field(default_factory=list, sa_type=sa.JSON)
    about: str = Field(default="", index=True)
    status: OutboxStatus = Field(default=OutboxStatus.QUEUED, sa_type=kept_as_word(OutboxStatus), index=True)
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    outside_id: str | None = None
    error: str | None = None


class AuditRow(SQLModel, table=True):
    """Who looked at what. Reads of personal records, and denials."""

    __tablename__: ClassVar[str] = "audit"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    account_id: str = Field(index=True)
    role: str
    tag: str
    subject: str = Field(index=True)
    person_id: str | None = Field(default=None, index=True)
