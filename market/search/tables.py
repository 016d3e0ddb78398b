"""Rows of what was asked and what was kept."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class SearchedNeed(SQLModel, table=True):
    """A need as it was asked: the words, where, and what came of it. What the market lacks is read from these."""

    __tablename__: ClassVar[str] = "searched_need"

    id: str = Field(default_factory=lambda: new_id("ned"), primary_key=True)
    words: str
    place: str = ""
    district: str = Field(default="", index=True)
    person_id: str | None = Field(default=None, foreign_key="person.id", index=True)
    account_id: str | None = Field(default=None, index=True)
    outcome_id: str | None = Field(default=None, foreign_key="outcome.id")
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    found: int = 0
    signpost: str = ""
    kinds: list[str] = Field(default_factory=list, sa_type=sa.JSON)


class Kept(SQLModel, table=True):
    """A listing somebody kept for later."""

    __tablename__: ClassVar[str] = "kept"
    __table_args__ = (sa.UniqueConstraint("account_id", "listing_id"),)

    id: str = Field(default_factory=lambda: new_id("kep"), primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    listing_id: str = Field(foreign_key="listing.id")
    need_id: str | None = Field(default=None, foreign_key="searched_need.id")
    at: datetime = Field(sa_type=UtcDateTime)


class Shortlist(SQLModel, table=True):
    """A few listings somebody chose for a person, to be looked at together."""

    __tablename__: ClassVar[str] = "shortlist"

    id: str = Field(default_factory=lambda: new_id("sho"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    outcome_id: str | None = Field(default=None, foreign_key="outcome.id")
    words: str = ""
    note: str = ""
    made_by: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ShortlistItem(SQLModel, table=True):
    """One listing on a shortlist, with the reasons as they stood when it was chosen."""

    __tablename__: ClassVar[str] = "shortlist_item"
    __table_args__ = (sa.UniqueConstraint("shortlist_id", "listing_id"),)

    id: str = Field(default_factory=lambda: new_id("shi"), primary_key=True)
    shortlist_id: str = Field(foreign_key="shortlist.id", index=True)
    listing_id: str = Field(foreign_key="listing.id")
    place: int
    reasons: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
