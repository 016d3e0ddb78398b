"""Rows of when somebody can come."""

from datetime import date, time
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id


class WindowRow(SQLModel, table=True):
    """A stretch of the week, in wall time. An end not after the start runs past midnight."""

    __tablename__: ClassVar[str] = "availability_window"

    id: str = Field(default_factory=lambda: new_id("win"), primary_key=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    weekdays: list[int] = Field(default_factory=list, sa_type=sa.JSON)
    starts: time
    ends: time


class DatedHoursRow(SQLModel, table=True):
    """Hours of one date that stand instead of the week's. Several rows of a date are several stretches of it."""

    __tablename__: ClassVar[str] = "dated_hours"

    id: str = Field(default_factory=lambda: new_id("dat"), primary_key=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    day: date
    starts: time
    ends: time


class AwayRow(SQLModel, table=True):
    """Days away, both inclusive: of the whole provider, or of one listing."""

    __tablename__: ClassVar[str] = "away"

    id: str = Field(default_factory=lambda: new_id("awy"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    listing_id: str | None = Field(default=None, foreign_key="listing.id", index=True)
    first_day: date
    last_day: date
    why: str = ""
