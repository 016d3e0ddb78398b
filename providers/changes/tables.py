"""Rows of what was changed in a listing, and of what waits to be."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.changes.rules import Part


class ListingChange(SQLModel, table=True):
    """One part of a listing that its provider changed. One that `waits` is not public until the desk has said yes.

    `weighed` says why it waits. `accepted` is empty while it does, and for one that the provider took back or changed again.
    """

    __tablename__: ClassVar[str] = "listing_change"

    id: str = Field(default_factory=lambda: new_id("lch"), primary_key=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    part: Part = Field(sa_type=kept_as_word(Part))
    was: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    becomes: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    waits: bool = Field(default=False, index=True)
    weighed: str = ""
    by: str
    at: datetime = Field(sa_type=UtcDateTime)
    accepted: bool | None = None
    decided_by: str = ""
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    why: str = ""
