"""Rows of calendars that providers gave us, and of when those say they are busy. Never what for."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class GivenCalendar(SQLModel, table=True):
    """A calendar of a provider's own: a file read once, or an address read each hour. The address is a secret of theirs."""

    __tablename__: ClassVar[str] = "given_calendar"

    id: str = Field(default_factory=lambda: new_id("cal"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    name: str
    address: str = ""
    given_at: datetime = Field(sa_type=UtcDateTime)
    given_by: str
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tried_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    trouble: str = ""
    unread_events: int = 0


class BusyTime(SQLModel, table=True):
    """A stretch in which a given calendar says somebody is busy."""

    __tablename__: ClassVar[str] = "busy_time"

    id: int | None = Field(default=None, primary_key=True)
    calendar_id: str = Field(foreign_key="given_calendar.id", index=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime, index=True)
