"""Instants are UTC; people agree in wall time. The one place where the two meet."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

LONDON = ZoneInfo("Europe/London")


class UtcDateTime(TypeDecorator[datetime]):
    """A column of aware instants, kept in UTC. SQLite hands back naive times; this gives them their zone again."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time cannot be stored: say which zone it is in")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        instant: datetime = value
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def at_wall(day: date, clock: time) -> datetime:
    """The instant at which London clocks show `clock` on `day`.

    In the hour that spring skips, the wall time does not exist: the visit keeps its length and begins that much
    later. In the hour that autumn repeats, the first of the two is meant.
    """
    return datetime.combine(day, clock, tzinfo=LONDON).astimezone(UTC)


def wall(instant: datetime) -> datetime:
    """The same instant as London clocks show it."""
    return instant.astimezone(LONDON)


def wall_day(instant: datetime) -> date:
    """The date in London at this instant."""
    return wall(instant).date()


def read_instant(text: str) -> datetime:
    """An ISO instant; one without an offset is London time. Raises ValueError when it is not a time."""
    moment = datetime.fromisoformat(text)
    return (moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment).astimezone(UTC)
