"""Rows of photographs. The pictures themselves are files outside the tree, under names that nobody can guess."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class Photograph(SQLModel, table=True):
    """A picture that a provider sent, made safe. On show only while it is its provider's `photo`."""

    __tablename__: ClassVar[str] = "photograph"

    id: str = Field(default_factory=lambda: new_id("pho"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    file: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    by: str
