"""Rows of backup contacts, cascades and the questions they put. A cascade is a row with a state; jobs only wake it."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.bookings.cascade.rules import Answer, CascadeStatus, ContactKind
from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime


class BackupContact(SQLModel, table=True):
    """Somebody the customer chose, beforehand, to be asked when a visit fails. Three at most, in order."""

    __tablename__: ClassVar[str] = "backup_contact"
    __table_args__ = (sa.UniqueConstraint("person_id", "position"),)

    id: str = Field(default_factory=lambda: new_id("bac"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    position: int
    kind: ContactKind = Field(sa_type=kept_as_word(ContactKind))
    name: str
    relation: str = ""
    phone: str = ""
    email: str = ""
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    listing_id: str | None = Field(default=None, foreign_key="listing.id")
    kinds: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    ceiling_pence_per_hour: int | None = None
    agreed_at: datetime = Field(sa_type=UtcDateTime)
    agreed_by: str


class Cascade(SQLModel, table=True):
    """The search for cover for one visit."""

    __tablename__: ClassVar[str] = "cascade"

    id: str = Field(default_factory=lambda: new_id("cas"), primary_key=True)
    visit_id: str = Field(foreign_key="visit.id", unique=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    status: CascadeStatus = Field(default=CascadeStatus.ASKING, sa_type=kept_as_word(CascadeStatus), index=True)
    why: str
    started_at: datetime = Field(sa_type=UtcDateTime)
    started_by: str
    wait_seconds: int
    desk_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    desk_note: str = ""
    desk_by: str | None = None


class CascadeQuestion(SQLModel, table=True):
    """One question to one contact. One row a contact, ever; the first answer counts."""

    __tablename__: ClassVar[str] = "cascade_question"
    __table_args__ = (sa.UniqueConstraint("cascade_id", "contact_id"),)

    id: str = Field(default_factory=lambda: new_id("ask"), primary_key=True)
    cascade_id: str = Field(foreign_key="cascade.id", index=True)
    contact_id: str = Field(foreign_key="backup_contact.id", index=True)
    position: int
    price_pence: int = 0
    dearer_pence: int = 0
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answer_by: datetime = Field(sa_type=UtcDateTime)
    answer: Answer | None = Field(default=None, sa_type=kept_as_word(Answer))
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    price_answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    price_agreed: bool | None = None
    price_answered_by: str | None = None
    late_yes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
