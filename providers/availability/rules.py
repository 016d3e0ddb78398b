"""When somebody is free. Windows are wall time in London; everything else is instants.

A window that runs past midnight belongs to the day it starts, and so does a day away: somebody away from Monday still
works the night that began on Sunday. Hours given for one date stand instead of that day's part of the week.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from market.core.times import at_wall, wall, wall_day
from matching.offering import Window

Span = tuple[datetime, datetime]
"""From, until (not included), both aware."""

LOOK_AHEAD_DAYS = 28
SHORTEST_STRETCH = timedelta(minutes=30)
_DAY = timedelta(days=1)
_LOOK_STEP = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Away:
    """Whole days on which nothing begins, both inclusive."""

    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Dated:
    """Hours of one date, instead of what the week says for it. An `end` not after `start` runs past midnight."""

    day: date
    start: time
    end: time


def gap_between(buffer_minutes: int, travel_minutes: int) -> timedelta:
    """The time kept free between two visits of one worker: a breath, and the way from one to the next."""
    return timedelta(minutes=buffer_minutes + travel_minutes)


def is_free(
    windows: Sequence[Window],
    away: Sequence[Away],
    busy: Iterable[Span],
    start: datetime,
    end: datetime,
    *,
    at_once: int = 1,
    buffer: timedelta = timedelta(0),
    dated: Sequence[Dated] = (),
) -> bool:
    """Whether a visit from `start` to `end` fits: wholly inside the windows, and a worker left over at every moment.

    `busy` is every time already promised; `at_once` how many visits can run side by side (workers of a provider, places
    of a group); `buffer` the gap kept between two visits of one worker. Raises ValueError unless `start < end`.
    """
    if start >= end:
        raise ValueError("a visit must end after it starts")
    return any(
        span[0] <= start and end <= span[1]
        for span in free_slots(windows, away, busy, start, end, at_once=at_once, buffer=buffer, dated=dated)
    )


def free_slots(
    windows: Sequence[Window],
    away: Sequence[Away],
    busy: Iterable[Span],
    since: datetime,
    until: datetime,
    *,
    at_once: int = 1,
    buffer: timedelta = timedelta(0),
    shortest: timedelta = timedelta(0),
    dated: Sequence[Dated] = (),
) -> tuple[Span, ...]:
    """The longest free stretches between two instants, in order, in UTC; those shorter than `shortest` are left out."""
    taken = _full(busy, at_once, buffer)
    found = _without(_open(windows, away, since, until, dated), taken)
    return tuple(span for span in found if span[1] - span[0] >= shortest)


def next_free(
    windows: Sequence[Window],
    away: Sequence[Away],
    busy: Iterable[Span],
    now: datetime,
    *,
    notice: timedelta = timedelta(0),
    at_once: int = 1,
    buffer: timedelta = timedelta(0),
    shortest: timedelta = SHORTEST_STRETCH,
    days: int = LOOK_AHEAD_DAYS,
    dated: Sequence[Dated] = (),
) -> date | None:
    """The first day with a free stretch long enough, after the notice asked for; None when there is none in `days`."""
    promised = list(busy)
    since, last = now + notice, now + notice + days * _DAY
    while since < last:
        # A week at a time, since most are free soon; a little over, so that no stretch is cut in two.
        until = min(since + _LOOK_STEP, last)
        slots = free_slots(
            windows,
            away,
            promised,
            since,
            until + shortest,
            at_once=at_once,
            buffer=buffer,
            shortest=shortest,
            dated=dated,
        )
        if slots:
            return wall_day(slots[0][0])
        since = until
    return None


def is_near_enough(day: date, today: date, ahead_days: int | None) -> bool:
    """Whether a day lies no further ahead than the listing may be booked; with no such limit every day does."""
    return ahead_days is None or (day - today).days <= ahead_days


def gives_notice(start: datetime, now: datetime, notice_hours: int) -> bool:
    """Whether the visit is far enough ahead for the notice that the listing asks for."""
    return start - now >= timedelta(hours=notice_hours)


def _open(
    windows: Sequence[Window], away: Sequence[Away], since: datetime, until: datetime, dated: Sequence[Dated]
) -> list[Span]:
    """The windows as instants, joined where they touch and cut to the stretch asked about."""
    spans: list[Span] = []
    day = wall_day(since) - _DAY
    while day <= wall_day(until):
        if not any(spell.covers(day) for spell in away):
            own = [hours for hours in dated if hours.day == day]
            weekly = (window for window in windows if day.weekday() in window.weekdays)
            spans.extend(_on(day, hours) for hours in (own or weekly))
        day += _DAY
    cut = ((max(start, since), min(end, until)) for start, end in spans)
    return _joined(span for span in cut if span[0] < span[1])


def _on(day: date, window: Window | Dated) -> Span:
    last = day if window.end > window.start else day + _DAY
    return _clock_shows(day, window.start), _clock_shows(last, window.end)


def _clock_shows(day: date, clock: time) -> datetime:
    """The first instant at which London's clocks show this time or later.

    In the hour that spring skips that is the change itself, 01:00 UTC, so that windows stay in order and still touch.
    """
    instant = at_wall(day, clock)
    skipped = wall(instant).time() != clock
    return datetime.combine(day, time(1), tzinfo=UTC) if skipped else instant


def _joined(spans: Iterable[Span]) -> list[Span]:
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


def _full(busy: Iterable[Span], at_once: int, buffer: timedelta) -> list[Span]:
    """The stretches in which as many visits run as can run side by side."""
    edges = sorted(_edges(busy, buffer))
    full: list[Span] = []
    running, since = 0, None
    for moment, step in edges:
        running += step
        if running >= at_once and since is None:
            since = moment
        elif running < at_once and since is not None:
            full.append((since, moment))
            since = None
    return _joined(span for span in full if span[0] < span[1])


def _edges(busy: Iterable[Span], buffer: timedelta) -> Iterator[tuple[datetime, int]]:
    for start, end in busy:
        yield start - buffer, 1
        yield end + buffer, -1


def _without(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    for start, end in spans:
        at = start
        for taken_from, taken_until in taken:
            if taken_until <= at or taken_from >= end:
                continue
            if at < taken_from:
                yield at, taken_from
            at = taken_until
        if at < end:
            yield at, end
