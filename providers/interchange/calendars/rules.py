"""When a calendar says that somebody is busy. Pure: text in, spans out. Only the times are read, never what they are for.

Recurring events are expanded by the wall clock of their own zone, so that a weekly nine o'clock stays at nine when the clocks
change. A calendar comes from outside: its size, its events and every repetition are bounded, and a rule that could run long
without giving a date is not run at all, but counted as unread.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from market.core.times import LONDON
from providers.interchange.calendars.parsing import events_of, has_unknown_zone
from providers.interchange.calendars.repeating import Budget, starts

AHEAD = timedelta(days=200)
_OURS = re.compile(r"vis_[0-9a-z]{24}@")
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Busy:
    """The stretches, joined, in UTC; and how many events could not be read."""

    spans: tuple[Span, ...]
    unread: int


def busy_times(content: bytes, since: datetime, ahead: timedelta = AHEAD) -> Busy:
    """When the calendar is busy from an instant on. Raises `CalendarUnreadable` for what is none, or is too much to read."""
    events = events_of(content)
    until, budget, unread = since + ahead, Budget(), 0
    moved = _moved_away(events)
    spans: list[Span] = []
    for event in events:
        if not _counts(event):
            continue
        try:
            spans += _times(event, since, until, moved.get(_uid(event), frozenset()), budget)
        except (ValueError, TypeError, OverflowError, AttributeError, KeyError, IndexError):
            unread += 1
    return Busy(tuple(_joined(spans)), unread)


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


def _times(event: Any, since: datetime, until: datetime, moved: frozenset[datetime], budget: Budget) -> list[Span]:
    if has_unknown_zone(event):
        raise ValueError("its zone")
    start = event["DTSTART"].dt
    length = _length(event, start)
    if length <= timedelta(0):
        return []
    skipped = moved if event.get("RECURRENCE-ID") is None else frozenset()
    found = (
        (one, _after(one, start, length))
        for one in starts(event, start, since - length, until, budget)
        if one not in skipped
    )
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


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


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
