"""Rows of what the register said."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class RegisterLook(SQLModel, table=True):
    """That the register was asked about one number, and what it said. `trouble`: it could not be asked."""

    __tablename__: ClassVar[str] = "register_look"

    id: str = Field(default_factory=lambda: new_id("rgl"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    number: str
    asked_by: str
    asked_at: datetime = Field(sa_type=UtcDateTime, index=True)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    found: bool = False
    name: str = ""
    standing: str = ""
    activities: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    postcode: str = ""
    rating: str = ""
    trouble: str = ""
