"""What a rate card is made of: units, times of the week, prices with their dates. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache

import holidays

from market.core.money import Pence
from market.core.times import wall, wall_day

EVENING_FROM = time(18)
EVENING_UNTIL = time(6)


class Unit(StrEnum):
    """What a price is for. `FREE` and `FUNDED` cost the customer nothing; `ADDED` ones come on top of another price.

    Those that a council buys are here: Hackney's price list has hours, an additional carer, escorts, live-in days, sleeping
    and waking nights, day opportunities, transport, and sums paid once.
    """

    HOUR = "hour"
    QUARTER_HOUR = "quarter_hour"
    HALF_HOUR = "half_hour"
    THREE_QUARTER_HOUR = "three_quarter_hour"
    VISIT = "visit"
    SESSION = "session"
    NIGHT_SLEEP_IN = "night_sleep_in"
    NIGHT_WAKING = "night_waking"
    HALF_DAY = "half_day"
    DAY = "day"
    LIVE_IN_DAY = "live_in_day"
    WEEK = "week"
    MILE = "mile"
    MONTH = "month"
    SECOND_WORKER = "second_worker"
    ONE_OFF = "one_off"
    FREE = "free"
    FUNDED = "funded"


class When(StrEnum):
    """When a price holds."""

    ANY = "any"
    WEEKDAY = "weekday"
    EVENING = "evening"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"


MINUTES: Mapping[Unit, int] = {
    Unit.HOUR: 60,
    Unit.THREE_QUARTER_HOUR: 45,
    Unit.HALF_HOUR: 30,
    Unit.QUARTER_HOUR: 15,
}
NIGHTS = frozenset({Unit.NIGHT_SLEEP_IN, Unit.NIGHT_WAKING})
NOTHING_TO_PAY = frozenset({Unit.FREE, Unit.FUNDED})
ADDED = frozenset({Unit.MILE, Unit.SECOND_WORKER, Unit.ONE_OFF})
LONGEST_HALF_DAY_MINUTES = 5 * 60
SHORTEST_LIVE_IN_MINUTES = 16 * 60


@dataclass(frozen=True, slots=True)
class Rate:
    """One line of a rate card, in force between two days, both inclusive."""

    unit: Unit
    pence: Pence
    when: When = When.ANY
    note: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    def in_force(self, on: date) -> bool:
        return (self.starts_on is None or self.starts_on <= on) and (self.ends_on is None or on <= self.ends_on)


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_bank_holiday(day: date) -> bool:
    """Whether this is a bank holiday in England, by the package `holidays`. A holiday that falls on a weekend counts, and
    so does the weekday given in its place."""
    return day in _bank_holidays(day.year)


def most_exact_first(start: datetime, at: datetime) -> tuple[When, ...]:
    """The sorts of rate that may price the moment `at` of a visit that began at `start`, the most exact first."""
    day = wall_day(start)
    clock = wall(at).time()
    weekend = day.weekday() >= 5
    evening = clock >= EVENING_FROM or clock < EVENING_UNTIL
    return (
        *((When.BANK_HOLIDAY,) if is_bank_holiday(day) else ()),
        *((When.WEEKEND,) if weekend else ()),
        *((When.EVENING,) if evening else ()),
        *(() if weekend else (When.WEEKDAY,)),
        When.ANY,
    )
