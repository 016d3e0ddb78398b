"""What a run of visits costs, itemised in whole pence, each line rounded once.

How a rate is chosen, in this order:

1. the card in force on the day the visit starts; a night, and a bank holiday, belong to that day;
2. the most exact `when` that the card has: bank holiday, then weekend, then evening, then weekday, then any;
3. a call price (30 or 45 minutes) where it is exactly as long as the visit, else the hourly price;
4. a half day before a day where the visit is short enough for it, and a live-in day only where somebody stays day and night.

Added to that price: miles, a second worker at a price of their own (else at the first one's), and what is paid once, at the
first visit of somebody who has not paid it before.

Evening is 18:00 to 06:00 by the clock; an hourly visit across that line is two lines. Time is charged in quarters of an
hour begun. Length is real time passed: a night over the spring change is an hour shorter, and so is its price by the hour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from market.core.money import Pence, share
from market.core.times import at_wall, wall_day
from providers.pricing.card import (
    ADDED,
    EVENING_FROM,
    EVENING_UNTIL,
    LONGEST_HALF_DAY_MINUTES,
    MINUTES,
    NIGHTS,
    NOTHING_TO_PAY,
    SHORTEST_LIVE_IN_MINUTES,
    Rate,
    Unit,
    When,
    is_bank_holiday,
    most_exact_first,
)
from providers.pricing.errors import NoRateForVisit

__all__ = [
    "ADDED",
    "MINUTES",
    "NIGHTS",
    "NOTHING_TO_PAY",
    "Occurrence",
    "Quote",
    "QuoteLine",
    "Rate",
    "ShortPersonalCare",
    "Unit",
    "When",
    "is_bank_holiday",
    "most_exact_first",
    "quote",
]

SHORT_VISIT_MINUTES = 30
_QUARTER = 15
_DAY_MINUTES = 24 * 60
_OVERNIGHT = timedelta(hours=6)


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
    """One price: a visit, or a part of it. `minutes` is what was charged for, in quarters begun; None for a flat price.

    `days` counts live-in days; `extra_minutes` is the time of a second worker, which is no time of the visit's own.
    """

    visit_start: datetime
    unit: Unit
    when: When
    rate_pence: Pence
    pence: Pence
    minutes: int | None = None
    workers: int = 1
    miles: int = 0
    days: int = 1
    extra_minutes: int = 0


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


def quote(
    rates: Sequence[Rate], occurrences: Iterable[Occurrence], *, personal_care: bool = False, first_time: bool = True
) -> Quote:
    """The price of every visit by the rate card, in the provider's order of rates (the first that fits is meant).

    Lines are in order of time. A price by the week or month is paid at the first visit and covers those that follow in it;
    what is paid once is paid at the first visit, unless this is not the `first_time`.
    Raises `NoRateForVisit` rather than guess, and ValueError for a visit that ends before it starts.
    """
    lines: list[QuoteLine] = []
    warnings: list[ShortPersonalCare] = []
    paid_until: dict[Unit, date] = {}
    for visit in sorted(occurrences, key=lambda one: one.start):
        if visit.end <= visit.start:
            raise ValueError("a visit must end after it starts")
        lines.extend(_price(rates, visit, paid_until))
        if first_time and not lines_once(lines):
            lines.extend(_once(rates, visit))
        if personal_care and visit.minutes < SHORT_VISIT_MINUTES:
            warnings.append(ShortPersonalCare(visit.start, visit.minutes))
    return Quote(tuple(lines), sum(line.pence for line in lines), tuple(warnings))


def lines_once(lines: Iterable[QuoteLine]) -> bool:
    """Whether a price that is paid once is among these."""
    return any(line.unit is Unit.ONE_OFF for line in lines)


def _price(rates: Sequence[Rate], visit: Occurrence, paid_until: dict[Unit, date]) -> list[QuoteLine]:
    day = wall_day(visit.start)
    card = [rate for rate in rates if rate.in_force(day)]
    main = next((unit for unit in _units_to_try(card, visit) if _fits(unit, card, visit)), None)
    if main is None and (by_the_mile := _mileage(card, visit)) and all(rate.unit in ADDED for rate in card):
        return by_the_mile
    if main is None:
        raise NoRateForVisit(visit.start, visit.minutes)
    if main in NOTHING_TO_PAY:
        return [QuoteLine(visit.start, main, When.ANY, 0, 0)]
    return [*_main_lines(main, card, visit, paid_until), *_second(card, visit), *_mileage(card, visit)]


def _main_lines(main: Unit, card: Sequence[Rate], visit: Occurrence, paid_until: dict[Unit, date]) -> list[QuoteLine]:
    if main in MINUTES:
        return _by_time(card, visit)
    if main in (Unit.WEEK, Unit.MONTH):
        day = wall_day(visit.start)
        if day < paid_until.get(main, day):
            return []
        paid_until[main] = day + (timedelta(weeks=1) if main is Unit.WEEK else relativedelta(months=1))
    rate = _best([rate for rate in card if rate.unit is main], visit, visit.start)
    if rate is None:
        return []
    days = -(-visit.minutes // _DAY_MINUTES) if main is Unit.LIVE_IN_DAY else 1
    return [_flat(rate, visit, times=days, workers=_paid_alike(card, visit))]


def _units_to_try(card: Sequence[Rate], visit: Occurrence) -> list[Unit]:
    """Units of the card in the provider's order: the night first where the visit is one, a half day before a day, and
    whoever lives in first of all where the visit is as long as that."""
    units: list[Unit] = list(dict.fromkeys(rate.unit for rate in card if rate.unit not in ADDED))
    if Unit.LIVE_IN_DAY in units and visit.minutes >= SHORTEST_LIVE_IN_MINUTES:
        return [Unit.LIVE_IN_DAY]
    if Unit.DAY in units and Unit.HALF_DAY in units:
        units.remove(Unit.HALF_DAY)
        units.insert(units.index(Unit.DAY), Unit.HALF_DAY)
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
    if unit is Unit.LIVE_IN_DAY and visit.minutes < SHORTEST_LIVE_IN_MINUTES:
        return False
    if unit is Unit.HALF_DAY and visit.minutes > LONGEST_HALF_DAY_MINUTES:
        return False
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
        workers = _paid_alike(card, visit)
        pence = share(rate.pence * workers, minutes, MINUTES[rate.unit])
        lines.append(QuoteLine(visit.start, rate.unit, rate.when, rate.pence, pence, minutes, workers))
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


def _flat(rate: Rate, visit: Occurrence, *, times: int, workers: int) -> QuoteLine:
    pence = rate.pence * times * workers
    return QuoteLine(visit.start, rate.unit, rate.when, rate.pence, pence, workers=workers, days=times)


def _paid_alike(card: Sequence[Rate], visit: Occurrence) -> int:
    """How many workers are paid the first one's price: all, unless a second has a price of their own."""
    return 1 if _best(_seconds(card), visit, visit.start) else visit.workers


def _seconds(card: Sequence[Rate]) -> list[Rate]:
    return [rate for rate in card if rate.unit is Unit.SECOND_WORKER]


def _second(card: Sequence[Rate], visit: Occurrence) -> list[QuoteLine]:
    """Each worker beyond the first, by the hour, at their own price where the card has one."""
    rate, more = _best(_seconds(card), visit, visit.start), visit.workers - 1
    if rate is None or more <= 0:
        return []
    minutes = -(-visit.minutes // _QUARTER) * _QUARTER
    pence = share(rate.pence * more, minutes, 60)
    return [
        QuoteLine(visit.start, Unit.SECOND_WORKER, rate.when, rate.pence, pence, workers=more, extra_minutes=minutes)
    ]


def _once(rates: Sequence[Rate], visit: Occurrence) -> list[QuoteLine]:
    day = wall_day(visit.start)
    found = [rate for rate in rates if rate.unit is Unit.ONE_OFF and rate.in_force(day)]
    return [QuoteLine(visit.start, Unit.ONE_OFF, When.ANY, rate.pence, rate.pence) for rate in found[:1]]


def _mileage(card: Sequence[Rate], visit: Occurrence) -> list[QuoteLine]:
    rate = _best([rate for rate in card if rate.unit is Unit.MILE], visit, visit.start)
    if rate is None or visit.miles <= 0:
        return []
    return [QuoteLine(visit.start, Unit.MILE, rate.when, rate.pence, rate.pence * visit.miles, miles=visit.miles)]
