"""When a calendar says that somebody is busy. Pure: text in, spans out. Only the times are read, never what they are for.

Recurring events are expanded by the wall clock of their own zone, so that a weekly nine o'clock stays at nine when the clocks
change. A calendar comes from outside: its size, its events and every repetition are bounded, and a rule that could run long
without giving a date is not run at all, but counted as unread.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

from market.core.times import LONDON
from providers.interchange.errors import CalendarUnreadable

MOST_BYTES = 1024 * 1024
MOST_EVENTS = 3_000
MOST_TIMES = 5_000
"""Of all events together, how many times are looked at. A person's year has a few hundred."""
AHEAD = timedelta(days=200)
_BEGIN = b"BEGIN:VEVENT"
_DEEPEST = 200
_OURS = re.compile(r"vis_[0-9a-z]{24}@")
_PARTS = {
    # Which parts a rule of each frequency may have: others can search for thousands of years and find nothing.
    "DAILY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}),
    "WEEKLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}),
    "MONTHLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}),
}
_MOST_INTERVAL, _MOST_COUNT = 120, 5_000
_STEP = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(days=7)}
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Busy:
    """The stretches, joined, in UTC; and how many events could not be read."""

    spans: tuple[Span, ...]
    unread: int


@dataclass
class _Left:
    """How many times may still be looked at."""

    times: int = MOST_TIMES


def busy_times(content: bytes, since: datetime, ahead: timedelta = AHEAD) -> Busy:
    """When the calendar is busy from an instant on. Raises `CalendarUnreadable` for what is none, or is too large."""
    if len(content) > MOST_BYTES:
        raise CalendarUnreadable("It is larger than 1 MB. Share a calendar with fewer old events.")
    if content.count(_BEGIN) > MOST_EVENTS or content.count(b"BEGIN:") - content.count(b"END:") > _DEEPEST:
        raise CalendarUnreadable(f"It has more than {MOST_EVENTS:,} events. Share a calendar with fewer old events.")
    events = _events(content)
    until, left, unread = since + ahead, _Left(), 0
    moved = _moved_away(events)
    spans: list[Span] = []
    for event in events:
        if not _counts(event):
            continue
        try:
            spans += _times(event, since, until, moved.get(_uid(event), frozenset()), left)
        except (ValueError, TypeError, OverflowError, AttributeError, KeyError, IndexError):
            unread += 1
    return Busy(tuple(_joined(spans)), unread)


def _events(content: bytes) -> list[Any]:
    try:
        calendars = Calendar.from_ical(content, multiple=True)
        return [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as trouble:
        raise CalendarUnreadable("It is not a calendar file (.ics).") from trouble


def _counts(event: Any) -> bool:
    """Free time and what was called off are not busy; nor are our own visits, come back through a calendar that has our feed."""
    if _OURS.match(_uid(event)):
        return False
    status, shown = str(event.get("STATUS", "")).upper(), str(event.get("TRANSP", "")).upper()
    return status != "CANCELLED" and shown != "TRANSPARENT"


def _uid(event: Any) -> str:
    return str(event.get("UID", ""))


def _moved_away(events: Iterable[Any]) -> dict[str, frozenset[datetime]]:
    """The times of a series that were moved, by its UID: where they went stands as an event of its own."""
    found: dict[str, set[datetime]] = {}
    for event in events:
        moved = event.get("RECURRENCE-ID")
        if moved is not None and not isinstance(moved, list):
            found.setdefault(_uid(event), set()).add(_instant(moved.dt))
    return {uid: frozenset(times) for uid, times in found.items()}


def _times(event: Any, since: datetime, until: datetime, moved: frozenset[datetime], left: _Left) -> list[Span]:
    start = event["DTSTART"].dt
    length = _length(event, start)
    if length <= timedelta(0):
        return []
    starts = _starts(event, start, since - length, until, left)
    skipped = moved if event.get("RECURRENCE-ID") is None else frozenset()
    found = ((one, _after(one, start, length)) for one in starts if one not in skipped)
    return [(one, end) for one, end in found if end > since and one < until]


def _length(event: Any, start: date) -> timedelta:
    if event.get("DTEND") is not None:
        end = event["DTEND"].dt
        if not isinstance(start, datetime) or not isinstance(end, datetime):
            return timedelta(days=max(1, (_day(end) - _day(start)).days))
        return _instant(end) - _instant(start)
    if event.get("DURATION") is not None:
        given: timedelta = event["DURATION"].dt
        return given
    return timedelta(0) if isinstance(start, datetime) else timedelta(days=1)


def _after(start: datetime, said: date, length: timedelta) -> datetime:
    """The end. Whole days end at a midnight by the clock, whatever the clocks did that night."""
    if isinstance(said, datetime):
        return start + length
    day = start.astimezone(LONDON).date() + timedelta(days=length.days)
    return datetime.combine(day, time(), tzinfo=LONDON).astimezone(UTC)


def _starts(event: Any, start: date, since: datetime, until: datetime, left: _Left) -> list[datetime]:
    """Each time it begins between two instants."""
    zone = start.tzinfo if isinstance(start, datetime) and start.tzinfo else LONDON
    clock = _clock(start)
    series = rruleset()
    series.rdate(clock)
    for rule in _listed(event.get("RRULE")):
        series.rrule(_rule(rule, clock, since, until, zone))
    for dates in _listed(event.get("RDATE")):
        for one in dates.dts:
            series.rdate(_clock(one.dt[0] if isinstance(one.dt, tuple) else one.dt, zone))
    for dates in _listed(event.get("EXDATE")):
        for one in dates.dts:
            series.exdate(_clock(one.dt, zone))
    found = []
    for one in islice(series, max(0, left.times)):
        left.times -= 1
        instant = one.replace(tzinfo=zone).astimezone(UTC)
        if instant >= until:
            break
        if instant >= since:
            found.append(instant)
    return found


def _rule(rule: Any, clock: datetime, since: datetime, until: datetime, zone: tzinfo) -> Any:
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
    if often == "YEARLY" and "BYMONTHDAY" in parts and interval > 1:
        raise ValueError("it may never come")
    last = (until + timedelta(days=1)).astimezone(zone).replace(tzinfo=None)
    if said := _only(parts.pop("UNTIL", None)):
        last = min(last, _clock(said, zone) if isinstance(said, datetime) else datetime.combine(said, time(23, 59, 59)))
    first = clock
    if not count and often in _STEP:
        step = _STEP[often] * interval
        behind = (since - timedelta(days=2)).astimezone(zone).replace(tzinfo=None) - clock
        first = clock + max(0, behind // step) * step
    text = rule.to_ical().decode().upper()
    kept = ";".join(part for part in text.split(";") if not part.startswith("UNTIL="))
    return rrulestr(kept if count else f"{kept};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=first)


def _only(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _clock(value: date, zone: tzinfo | None = None) -> datetime:
    """The wall time of a value, in its own zone or the series'; of a whole day its midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value.tzinfo is None:
        return value
    return (value.astimezone(zone) if zone else value).replace(tzinfo=None)


def _instant(value: date) -> datetime:
    """A time without a zone is London's."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), tzinfo=LONDON).astimezone(UTC)
    return (value if value.tzinfo else value.replace(tzinfo=LONDON)).astimezone(UTC)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for start, end in sorted(spans):
        if held is None:
            held = (start, end)
        elif start <= held[1]:
            held = (held[0], max(held[1], end))
        else:
            yield held
            held = (start, end)
    if held is not None:
        yield held
