"""Days that go by a name in England: Christmas, Easter, the bank holidays."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import holidays
from dateutil.easter import easter


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: date(year, month, day)


def _easter(offset: int) -> Callable[[int], date | None]:
    return lambda year: easter(year) + timedelta(days=offset)


def _leap(year: int) -> date | None:
    return date(year, 2, 29) if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else None


def _bank(month: int, *, last: bool = False) -> Callable[[int], date | None]:
    def of(year: int) -> date | None:
        found = [day for day in bank_holidays(year) if day.month == month and day.weekday() == 0]
        return (found[-1] if last else found[0]) if found else None

    return of


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> tuple[date, ...]:
    """The bank holidays of England in a year, in order (source: the `holidays` package, GB/ENG)."""
    return tuple(sorted(holidays.country_holidays("GB", subdiv="ENG", years=year)))


_NAMED: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    (r"boxing day", _fixed(12, 26)),
    (r"christmas (?:eve|evening)", _fixed(12, 24)),
    (
        r"(?<!over )christmas(?: day)?(?! (?:card|party|shop\w*|dinner|present|do|lunch|tree|week|period|"
        r"time|hol\w*|club|fair|market))",
        _fixed(12, 25),
    ),
    (r"new year(?: 's|s)? (?:eve|evening)|nye|hogmanay|old year 's night", _fixed(12, 31)),
    (r"new year(?: 's|s)? day|nyd", _fixed(1, 1)),
    (r"leap day", _leap),
    (r"good friday", _easter(-2)),
    (r"easter saturday", _easter(-1)),
    (r"easter monday", _easter(1)),
    (
        r"(?<!over )easter(?: sunday| day)?(?! (?:week\w*|hol\w*|time|egg\w*|break|party|saturday|service|fair|cards?))",
        _easter(0),
    ),
    (r"(?:shrove tuesday|pancake (?:day|tuesday))", _easter(-47)),
    (r"ash wednesday", _easter(-46)),
    (r"maundy thursday", _easter(-3)),
    (r"palm sunday", _easter(-7)),
    (r"(?:mothering sunday|mothers? day|mother 's day)", _easter(-21)),
    (r"valentine(?: 's|s)?(?: day)?", _fixed(2, 14)),
    (r"(?:st|saint) george(?: 's|s)? day", _fixed(4, 23)),
    (r"(?:st|saint) patrick(?: 's|s)? day|paddy 's day", _fixed(3, 17)),
    (r"(?:halloween|hallowe 'en)", _fixed(10, 31)),
    (r"(?:bonfire night|guy fawkes(?: night)?)", _fixed(11, 5)),
    (r"(?:remembrance day|armistice day)", _fixed(11, 11)),
    (r"(?:early )?may (?:day(?: bank holiday)?|bank holiday(?: monday)?)", _bank(5)),
    (r"(?:spring|late may|whit(?:sun)?) bank holiday(?: monday)?|whit monday", _bank(5, last=True)),
    (r"(?:august|summer) bank holiday(?: monday)?", _bank(8)),
)
NAMED_DAYS = "|".join(f"(?:{pattern})" for pattern, _ in _NAMED)
_COMPILED = tuple((re.compile(pattern), of) for pattern, of in _NAMED)


def named_day(words: str, today: date, *, backward: bool = False) -> date | None:
    """The day meant by its name: the next one, today included, or the last one before today."""
    for pattern, of in _COMPILED:
        if pattern.fullmatch(words):
            return _nearest(of, today, backward)
    return None


def _nearest(of: Callable[[int], date | None], today: date, backward: bool) -> date | None:
    years = range(today.year, today.year - 9, -1) if backward else range(today.year, today.year + 9)
    for year in years:
        day = of(year)
        if day is not None and (day < today if backward else day >= today):
            return day
    return None


def next_bank_holiday(today: date, weekday: int | None = None, *, backward: bool = False) -> date | None:
    """The next bank holiday, today included, on this weekday if one is given; or the last before today."""
    days = [d for year in range(today.year - 1, today.year + 2) for d in bank_holidays(year)]
    days = [d for d in days if weekday is None or d.weekday() == weekday]
    if backward:
        return max((d for d in days if d < today), default=None)
    return min((d for d in days if d >= today), default=None)
