"""The days of a rule that repeats by the month or the year (RFC 5545, section 3.3.10), laid out month by month. Pure.

Written out here because the library goes on to the year 9999 after a day that never comes, such as the 31st of each February.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$")
MONTHLY, YEARLY = "MONTHLY", "YEARLY"


def laid_out(
    parts: Mapping[str, Any], often: str, clock: datetime, after: datetime, last: datetime, interval: int
) -> Iterator[datetime]:
    """Each time from the first on, in order, of periods that end after one instant, until another. Raises ValueError."""
    chosen = _Chosen(parts, often, clock)
    for year, month in _periods(often, clock, after, last, interval):
        for day in chosen.of(year, month):
            at = datetime.combine(day, clock.time())
            if clock <= at <= last:
                yield at


class _Chosen:
    """Which days of a period a rule means; where it does not say, those like its first."""

    def __init__(self, parts: Mapping[str, Any], often: str, clock: datetime) -> None:
        self._by_day = [_weekday(str(one)) for one in _listed(parts.get("BYDAY"))]
        self._month_days = [int(one) for one in _listed(parts.get("BYMONTHDAY"))]
        self._months = sorted({int(one) for one in _listed(parts.get("BYMONTH"))})
        self._places = [int(one) for one in _listed(parts.get("BYSETPOS"))]
        if not self._by_day and not self._month_days:
            self._month_days = [clock.day]
            if often == YEARLY and not self._months:
                self._months = [clock.month]
        if any(not 1 <= month <= 12 for month in self._months) or 0 in self._month_days or 0 in self._places:
            raise ValueError("a part that means nothing")

    def of(self, year: int, month: int | None) -> Sequence[date]:
        """The days of a month, or of a whole year."""
        months = [month] if month is not None else self._months or list(range(1, 13))
        groups = [_days(year, one) for one in months]
        if month is None and not self._months:
            groups = [[day for group in groups for day in group]]
        days = [day for group in groups for day in self._of_group(group)]
        if not self._places:
            return days
        places = {place - 1 if place > 0 else len(days) + place for place in self._places}
        return [days[place] for place in sorted(places) if 0 <= place < len(days)]

    def _of_group(self, group: Sequence[date]) -> Iterator[date]:
        wanted = self._by_weekday(group) if self._by_day else None
        for day in group:
            if wanted is not None and day not in wanted:
                continue
            if self._month_days and not _is_among(day, self._month_days):
                continue
            yield day

    def _by_weekday(self, group: Sequence[date]) -> set[date]:
        found: set[date] = set()
        for place, weekday in self._by_day:
            alike = [day for day in group if day.weekday() == weekday]
            if not place:
                found.update(alike)
            elif -len(alike) <= place <= len(alike):
                found.add(alike[place - 1 if place > 0 else place])
        return found


def _periods(
    often: str, clock: datetime, after: datetime, last: datetime, interval: int
) -> Iterator[tuple[int, int | None]]:
    if often == YEARLY:
        skipped = max(0, after.year - clock.year) // interval * interval
        yield from ((year, None) for year in range(clock.year + skipped, last.year + 1, interval))
        return
    begin, end = clock.year * 12 + clock.month - 1, last.year * 12 + last.month - 1
    skipped = max(0, after.year * 12 + after.month - 1 - begin) // interval * interval
    for number in range(begin + skipped, end + 1, interval):
        yield number // 12, number % 12 + 1


def _days(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [first + timedelta(days=more) for more in range(monthrange(year, month)[1])]


def _is_among(day: date, month_days: Iterable[int]) -> bool:
    from_end = day.day - monthrange(day.year, day.month)[1] - 1
    return day.day in month_days or from_end in month_days


def _weekday(written: str) -> tuple[int, int]:
    found = _BY_DAY.match(written.upper())
    if found is None:
        raise ValueError(written)
    return int(found.group(1) or 0), _WEEKDAYS.index(found.group(2))


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
