"""Rows of references."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.references.rules import Asking


class Reference(SQLModel, table=True):
    """One person asked about a provider. `answers` are for the desk alone, never for the one they are about."""

    __tablename__: ClassVar[str] = "reference"

    id: str = Field(default_factory=lambda: new_id("ref"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    name: str
    email: str
    phone: str = ""
    how_known: str = ""
    asked_by: str
    asked_at: datetime = Field(sa_type=UtcDateTime, index=True)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    not_reached_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    said_no_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answers: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    accepted: bool | None = None
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_by: str | None = None
    settled_why: str = ""
    words_gone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def asking(self) -> Asking:
        """Its moments, as the rules see them."""
        return Asking(
            self.asked_at,
            self.reminded_at,
            self.not_reached_at,
            self.answered_at,
            self.said_no_at,
            self.cancelled_at,
        )
