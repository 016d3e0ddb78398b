"""What a run of visits costs, itemised in whole pence, each line rounded once.

How a rate is chosen, in this order:

1. the card in force on the day the visit starts; a night, and a bank holiday, belong to that day;
2. the most exact `when` that the card has: bank holiday, then weekend, then evening, then weekday, then any;
3. a call price (30 or 45 minutes) where it is exactly as long as the visit, else the hourly price.

Evening is 18:00 to 06:00 by the clock; an hourly visit across that line is two lines. Time is charged in quarters of an
hour begun. Length is real time passed: a night over the spring change is an hour shorter, and so is its price by the hour.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays
from dateutil.relativedelta import relativedelta

from market.core.money import Pence, share
from market.core.times import at_wall, wall, wall_day
from providers.pricing.errors import NoRateForVisit

EVENING_FROM = time(18)
EVENING_UNTIL = time(6)
SHORT_VISIT_MINUTES = 30
_QUARTER = 15
_OVERNIGHT = timedelta(hours=6)


class Unit(StrEnum):
    """What a price is for. `MILE` is added to a visit; `FREE` and `FUNDED` cost the customer nothing."""

    HOUR = "hour"
    QUARTER_HOUR = "quarter_hour"
    HALF_HOUR = "half_hour"
    THREE_QUARTER_HOUR = "three_quarter_hour"
    VISIT = "visit"
    SESSION = "session"
    NIGHT_SLEEP_IN = "night_sleep_in"
    NIGHT_WAKING = "night_waking"
    DAY = "day"
    WEEK = "week"
    MILE = "mile"
    MONTH = "month"
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
_FLAT = frozenset({Unit.VISIT, Unit.SESSION, Unit.DAY})


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


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One visit to be priced. `night` says which sort of night it is, where it is one; `workers` how many come."""

    start: datetime
    end: datetime
    night: Unit | None = None
    workers: int = 1
    miles: int = 0

    @property
    def minutes(self) -> int:
        """Real minutes passed, a part counted whole."""
        return -(int((self.start - self.end).total_seconds()) // 60)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One price: a visit, or a part of it. `minutes` is what was charged for, in quarters begun; None for a flat price."""

    visit_start: datetime
    unit: Unit
    when: When
    rate_pence: Pence
    pence: Pence
    minutes: int | None = None
    workers: int = 1
    miles: int = 0


@dataclass(frozen=True, slots=True)
class ShortPersonalCare:
    """A warning, not a refusal: personal care in under half an hour is poor practice (NICE guideline NG21)."""

    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What a run of visits costs. The total is the sum of the lines, never rounded again."""

    lines: tuple[QuoteLine, ...]
    total_pence: Pence
    warnings: tuple[ShortPersonalCare, ...] = ()

    def pence_of(self, visit_start: datetime) -> Pence:
        """What the visit that starts then costs."""
        return sum(line.pence for line in self.lines if line.visit_start == visit_start)


def quote(rates: Sequence[Rate], occurrences: Iterable[Occurrence], *, personal_care: bool = False) -> Quote:
    """The price of every visit by the rate card, in the provider's order of rates (the first that fits is meant).

    Lines are in order of time. A price by the week or month is paid at the first visit and covers those that follow in it.
    Raises `NoRateForVisit` rather than guess, and ValueError for a visit that ends before it starts.
    """
    lines: list[QuoteLine] = []
    warnings: list[ShortPersonalCare] = []
    paid_until: dict[Unit, date] = {}
    for visit in sorted(occurrences, key=lambda one: one.start):
        if visit.end <= visit.start:
            raise ValueError("a visit must end after it starts")
        lines.extend(_price(rates, visit, paid_until))
        if personal_care and visit.minutes < SHORT_VISIT_MINUTES:
            warnings.append(ShortPersonalCare(visit.start, visit.minutes))
    return Quote(tuple(lines), sum(line.pence for line in lines), tuple(warnings))


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


def _price(rates: Sequence[Rate], visit: Occurrence, paid_until: dict[Unit, date]) -> list[QuoteLine]:
    day = wall_day(visit.start)
    card = [rate for rate in rates if rate.in_force(day)]
    main = next((unit for unit in _units_to_try(card, visit) if _fits(unit, card, visit)), None)
    if main is None and (by_the_mile := _mileage(card, visit)) and all(rate.unit is Unit.MILE for rate in card):
        return by_the_mile
    if main is None:
        raise NoRateForVisit(visit.start, visit.minutes)
    if main in NOTHING_TO_PAY:
        return [QuoteLine(visit.start, main, When.ANY, 0, 0)]
    return [*_main_lines(main, card, visit, paid_until), *_mileage(card, visit)]


def _main_lines(main: Unit, card: Sequence[Rate], visit: Occurrence, paid_until: dict[Unit, date]) -> list[QuoteLine]:
    if main in MINUTES:
        return _by_time(card, visit)
    if main in (Unit.WEEK, Unit.MONTH):
        day = wall_day(visit.start)
        if day < paid_until.get(main, day):
            return []
        paid_until[main] = day + (timedelta(weeks=1) if main is Unit.WEEK else relativedelta(months=1))
    rate = _best([rate for rate in card if rate.unit is main], visit, visit.start)
    return [_flat(rate, visit)] if rate else []


def _units_to_try(card: Sequence[Rate], visit: Occurrence) -> list[Unit]:
    """Units of the card in the provider's order, with the night first where the visit is one."""
    units: list[Unit] = list(dict.fromkeys(rate.unit for rate in card if rate.unit != Unit.MILE))
    timed = [unit for unit in units if unit not in NIGHTS]
    if visit.night is Unit.NIGHT_SLEEP_IN:
        return [visit.night] if visit.night in units else [unit for unit in units if unit in NOTHING_TO_PAY]
    if visit.night is not None:
        return ([visit.night] if visit.night in units else []) + timed
    overnight = visit.end - visit.start >= _OVERNIGHT and wall_day(visit.end) > wall_day(visit.start)
    return ([unit for unit in units if unit in NIGHTS] if overnight else []) + timed


def _fits(unit: Unit, card: Sequence[Rate], visit: Occurrence) -> bool:
    if unit in NOTHING_TO_PAY:
        return True
    family = [rate for rate in card if (rate.unit in MINUTES if unit in MINUTES else rate.unit is unit)]
    if unit not in MINUTES:
        return _best(family, visit, visit.start) is not None
    return all(_best(family, visit, start) is not None for start, _ in _parts(family, visit))


def _best(family: Sequence[Rate], visit: Occurrence, at: datetime) -> Rate | None:
    """The most exact rate for a moment; of those, a call exactly as long as the visit, else the hour, else the longest call."""
    for when in most_exact_first(visit.start, at):
        fitting = [rate for rate in family if rate.when is when]
        if fitting:
            return max(fitting, key=lambda rate: (MINUTES.get(rate.unit) == visit.minutes, MINUTES.get(rate.unit, 0)))
    return None


def _by_time(card: Sequence[Rate], visit: Occurrence) -> list[QuoteLine]:
    family = [rate for rate in card if rate.unit in MINUTES]
    parts = _parts(family, visit)
    lines = []
    unpaid = -(-visit.minutes // _QUARTER) * _QUARTER
    for number, (start, end) in enumerate(parts):
        rate = _best(family, visit, start)
        assert rate is not None  # `_fits` asked before
        last = number == len(parts) - 1
        minutes = unpaid if last else int((end - start).total_seconds()) // 60
        unpaid -= minutes
        pence = share(rate.pence * visit.workers, minutes, MINUTES[rate.unit])
        lines.append(QuoteLine(visit.start, rate.unit, rate.when, rate.pence, pence, minutes, visit.workers))
    return lines


def _parts(family: Sequence[Rate], visit: Occurrence) -> list[tuple[datetime, datetime]]:
    """The visit, cut where evening begins or ends if that changes its price."""
    if not any(rate.when is When.EVENING for rate in family):
        return [(visit.start, visit.end)]
    cuts = [visit.start]
    day = wall_day(visit.start)
    while day <= wall_day(visit.end):
        for line in (EVENING_UNTIL, EVENING_FROM):
            moment = at_wall(day, line)
            if visit.start < moment < visit.end and _best(family, visit, cuts[-1]) != _best(family, visit, moment):
                cuts.append(moment)
        day += timedelta(days=1)
    return list(zip(cuts, [*cuts[1:], visit.end], strict=True))


def _flat(rate: Rate, visit: Occurrence) -> QuoteLine:
    return QuoteLine(visit.start, rate.unit, rate.when, rate.pence, rate.pence * visit.workers, workers=visit.workers)


def _mileage(card: Sequence[Rate], visit: Occurrence) -> list[QuoteLine]:
    rate = _best([rate for rate in card if rate.unit is Unit.MILE], visit, visit.start)
    if rate is None or visit.miles <= 0:
        return []
    return [QuoteLine(visit.start, Unit.MILE, rate.when, rate.pence, rate.pence * visit.miles, miles=visit.miles)]
