"""Rows of concerns, reports of danger and requests for a human."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from market.safeguarding.rules import ReportKind


class Report(SQLModel, table=True):
    """Something a human must look at: danger now, a concern, or somebody who wants to talk to a person."""

    __tablename__: ClassVar[str] = "report"

    id: str = Field(default_factory=lambda: new_id("rep"), primary_key=True)
    key: str = Field(unique=True)
    kind: ReportKind = Field(sa_type=kept_as_word(ReportKind), index=True)
    danger: str = ""
    words: str
    wanted: str = ""
    person_id: str | None = Field(default=None, foreign_key="person.id", index=True)
    authority_id: str | None = Field(default=None, foreign_key="authority.id", index=True)
    conversation_id: str | None = Field(default=None, index=True)
    made_by: str
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)
    taken_by: str | None = None
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_note: str = ""
