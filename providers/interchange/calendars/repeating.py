"""When an event begins, again and again, within a budget that all events of a calendar share. Pure.

A calendar comes from outside. A rule is begun not long before the time that is asked about and ended where nobody asks; how
many steps it may take is known before it takes one; a rule that could search for ever without giving a date is not run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rruleset, rrulestr

from market.core.times import LONDON
from providers.interchange.calendars.periods import MONTHLY, YEARLY, laid_out
from providers.interchange.errors import CalendarUnreadable

MOST_TIMES = 10_000
"""Of all events together, how many times are looked at. A person's half year has a few hundred."""
MOST_STEPS = 40_000
"""Of all rules together, how many days, weeks, months or years they step through, whether or not one is a time."""
_PARTS = {
    # Which parts a rule of each frequency may have: others can search for thousands of years and find nothing.
    "DAILY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}),
    "WEEKLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}),
    "MONTHLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}),
}
_MOST_INTERVAL, _MOST_COUNT = 120, 5_000
_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
_COSTS = {"DAILY": 1, "WEEKLY": 1, "MONTHLY": 2, "YEARLY": 6}
"""What a step of each costs beside a day's: a year is laid out whole to look for its days."""
_LONGEST_COUNTED = timedelta(days=40 * 366)


@dataclass
class Budget:
    """What may still be spent on one calendar. Raises `CalendarUnreadable` when it is spent."""

    times: int = MOST_TIMES
    steps: int = MOST_STEPS

    def take_time(self) -> None:
        self.times -= 1
        if self.times < 0:
            raise CalendarUnreadable("It has too many dates for us to read. Share a calendar with fewer events.")

    def take_steps(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise CalendarUnreadable("Its events repeat too often for us to read. Share a calendar with fewer events.")


def starts(event: Any, start: date, since: datetime, until: datetime, budget: Budget) -> list[datetime]:
    """Each time it begins between two instants. Raises ValueError for a rule that is not run, `CalendarUnreadable`."""
    zone = start.tzinfo if isinstance(start, datetime) and start.tzinfo else LONDON
    clock = clock_of(start)
    series = rruleset()
    series.rdate(clock)
    for rule in _listed(event.get("RRULE")):
        series.rrule(_rule(rule, clock, since, until, zone, budget))  # type: ignore[arg-type]
    for dates in _listed(event.get("RDATE")):
        for one in dates.dts:
            series.rdate(clock_of(one.dt[0] if isinstance(one.dt, tuple) else one.dt, zone))
    for dates in _listed(event.get("EXDATE")):
        for one in dates.dts:
            series.exdate(clock_of(one.dt, zone))
    found = []
    for one in series:
        budget.take_time()
        instant = one.replace(tzinfo=zone).astimezone(UTC)
        if instant >= until:
            break
        if instant >= since:
            found.append(instant)
    return found


def _rule(rule: Any, clock: datetime, since: datetime, until: datetime, zone: tzinfo, budget: Budget) -> Iterable[Any]:
    """A rule on the wall clock, begun not long before it is asked about, ended where nobody asks. Raises ValueError."""
    parts = {str(name).upper(): value for name, value in rule.items()}
    often = str(_only(parts.get("FREQ"))).upper()
    if often not in _PARTS or not set(parts) <= _PARTS[often]:
        raise ValueError(often)
    interval, count = int(_only(parts.get("INTERVAL", 1))), int(_only(parts.get("COUNT", 0)))
    if not 1 <= interval <= _MOST_INTERVAL or not 0 <= count <= _MOST_COUNT:
        raise ValueError("how often")
    if often == "DAILY" and "BYDAY" in parts and interval % 7 == 0:
        raise ValueError("it may never come")
    last = (until + timedelta(days=1)).astimezone(zone).replace(tzinfo=None)
    if said := _only(parts.get("UNTIL")):
        ends = clock_of(said, zone) if isinstance(said, datetime) else datetime.combine(said, time(23, 59, 59))
        last = min(last, ends)
    asked = (since - timedelta(days=2)).astimezone(zone).replace(tzinfo=None)
    if count and asked - clock > _LONGEST_COUNTED:
        raise ValueError("it would have to be counted from too long ago")
    after = clock if count else max(clock, asked)
    if last < after:
        return ()
    budget.take_steps(_COSTS[often] * (1 + (last - after).days // (_DAYS[often] * interval)))
    by_period = often in {MONTHLY, YEARLY}
    times = (
        laid_out(parts, often, clock, after, last, interval)
        if by_period
        else _stepped(rule, often, clock, after, last, interval)
    )
    return islice(times, count) if count else times


def _stepped(
    rule: Any, often: str, clock: datetime, after: datetime, last: datetime, interval: int
) -> Iterable[datetime]:
    """Each time of a rule by the day or the week: the library's own, begun a whole number of steps on."""
    step = timedelta(days=_DAYS.get(often, 1) * interval)
    kept = [part for part in rule.to_ical().decode().upper().split(";") if not part.startswith(("UNTIL=", "COUNT="))]
    return rrulestr(";".join((*kept, f"UNTIL={last:%Y%m%dT%H%M%S}")), dtstart=clock + ((after - clock) // step) * step)


def _only(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def clock_of(value: date, zone: tzinfo | None = None) -> datetime:
    """The wall time of a value, in its own zone or the series'; of a whole day its midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value.tzinfo is None:
        return value
    return (value.astimezone(zone) if zone else value).replace(tzinfo=None)
