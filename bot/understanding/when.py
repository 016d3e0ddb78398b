"""Everything a message says of when, found once: days, parts of day, times, ranges and lengths."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.understanding.clock import TimeMention, TimeRange, find_ranges, find_times, settle_range
from bot.understanding.days import DayMention, find_days
from bot.understanding.lengths import Length, find_lengths
from bot.understanding.parts import PartMention, dinner_time, find_parts

_MORNING = re.compile(
    r"(?<!\w)(?:breakfast|up and dressed|(?:get|getting|got) (?:\w+ )?up|up and ready|out of bed|a\.m)(?!\w)"
)
_LATE = re.compile(
    r"(?<!\w)(?:(?:to|into|for|ready for) bed|bedtime|tonight|tea(?! ?(?:bag|dance|towel|and))|teatime|pyjamas|"
    r"nightie|supper|p\.m|last night)(?!\w)"
)
_SPENT = re.compile(
    r"(?:ago|late|behind|overdue|away|off|later|earlier|sooner|back|forward|forwards|a week|"
    r"per week|/ ?week|weekly|pw|each week|notice|late running|out|wait|a month|every week|now|"
    r"delay)(?!\w)"
)


@dataclass(frozen=True)
class When:
    """What a message says of when."""

    plain: str
    now: datetime
    days: list[DayMention]
    parts: list[PartMention]
    times: list[TimeMention]
    ranges: list[TimeRange]
    lengths: list[Length]
    dinner: bool

    @classmethod
    def read(
        cls, plain: str, now: datetime, *, backward: bool = False, taken: tuple[tuple[int, int], ...] = ()
    ) -> "When":
        days = find_days(plain, now, backward=backward)
        lengths = find_lengths(plain)
        barred = (
            *taken,
            *((d.start, d.end) for d in days if not plain[d.start : d.end].endswith("day")),
            *((x.start, x.end) for x in lengths),
        )
        times = [t for t in find_times(plain, barred) if not (t.now_told and _about_now(t, now))]
        return cls(plain, now, days, find_parts(plain), times, find_ranges(plain, times), lengths, dinner_time(plain))

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Every stretch that tells of when, with the small words that lead up to it."""
        found: list[tuple[int, int]] = [(d.start, d.end) for d in self.days]
        found += [(p.start, p.end) for p in self.parts]
        found += [(t.start, t.end) for t in self.times]
        found += [(x.start, x.end) for x in self.lengths]
        return [(self._lead(start), end) for start, end in found]

    def _lead(self, start: int) -> int:
        m = re.search(
            r"(?:(?:on|at|for|in|from|by|about|around|until|till|to|every|the|this|of|a|an|each|"
            r"between|before|after|next|starting|come) )+$",
            self.plain[:start],
        )
        return m.start() if m else start

    @property
    def half(self) -> str:
        """What settles morning or evening for a bare hour, if one thing alone does.

        "am" and "pm" where a part of day is told; "am?" and "pm?" where a meal or getting up only hints at it.
        """
        told = {p.part for p in self.parts} | {d.part for d in self.days if d.part}
        halves = {_HALVES[p] for p in told if p in _HALVES}
        if not halves:
            halves = ({"am?"} if _MORNING.search(self.plain) else set()) | (
                {"pm?"} if _LATE.search(self.plain) else set()
            )
        return halves.pop() if len(halves) == 1 else ""

    @property
    def unsure_day(self) -> bool:
        return any(d.unsure for d in self.days) and not any(d.dates or d.weekdays for d in self.days)

    @property
    def either_day(self) -> tuple[date, ...]:
        """The two days that an unsure day may be."""
        return next((d.either for d in self.days if d.unsure), ())

    @property
    def either_time(self) -> tuple[time, ...]:
        """The two times that an open hour may be, the morning first."""
        told = next((t for t in self.times if t.as_time(half=self.half) is None), None)
        return (time(told.hour, told.minute), time(told.hour + 12, told.minute)) if told else ()

    def part(self) -> str | None:
        """The one part of day told, if it holds for the whole; None beside a clock time."""
        told = {p.part for p in self.parts} | {d.part for d in self.days if d.part}
        if {"evening", "night"} <= told and any(d.part == "evening" for d in self.days):
            told.discard("night")
        if told & {"bedtime", "teatime"}:
            told -= {"evening", "night"}
        if len(told) != 1 or self.times:
            return None
        return told.pop() if not self._holds_for_some() else None

    def _holds_for_some(self) -> bool:
        """ "Monday morning and Thursday": a part said of one day among several."""
        many = [d for d in self.days if len(d.dates) > 1 or len(d.weekdays) > 1]
        if len([d for d in self.days if d.dates and not d.until]) > 1 and self.parts:
            return True
        return any(d.start < p.start and p.end < d.end for d in many for p in self.parts)

    def stated_length(self) -> int | None:
        """A length stated for the visit: not lateness, not hours a week, not the unit of a price."""
        for x in self.lengths:
            before, after = self.plain[: x.start].rstrip(), self.plain[x.end :].lstrip()
            if _SPENT.match(after) or (
                re.search(
                    r"(?:£ ?[\d.]+|pounds?|quid|\d|much|per|/|late|by|in|within|about every|every|rate|charge|"
                    r"costs?|pay|back|forwards?|earlier|later|sooner|on|put off|delay(?:ed)?)$",
                    before,
                )
                and not re.search(r"(?:for|book|need) \d+$", before)
            ):
                continue
            return x.minutes
        return None

    def clock(self, *, nearest: bool) -> tuple[time | None, time | None, bool]:
        """Start, end, and whether a time was said that could be morning or evening."""
        if not self.times:
            return None, None, False
        if self.ranges and not nearest:
            start, end = settle_range(self.ranges[0], self.half)
            return start, end, start is None
        first = self.times[0]
        if nearest:
            return (
                (
                    first.as_time(half=self.half)
                    if self.half in ("am", "pm") and not first.half
                    else first.nearest(self.now)
                ),
                None,
                False,
            )
        told = first.as_time(half=self.half if first.hour != 12 else "")
        return told, None, told is None

    def later_time(self, after: int) -> time | None:
        """The first time said after this offset."""
        for t in self.times:
            if t.start >= after:
                return t.as_time(half=self.half)
        return None

    def implied_morning(self) -> date | None:
        """ "In the morning" with no day, said in the evening, means tomorrow."""
        if (
            self.days
            or self.now.hour < 18
            or not re.search(r"(?<!\w)(?:in the morning|first thing|the morning)(?!\w)", self.plain)
        ):
            return None
        return self.now.date() + timedelta(days=1)


_NEAR_NOW = 90


def _about_now(told: TimeMention, now: datetime) -> bool:
    """Whether a time told with "it is" is the time now: within an hour and a half of it, by its nearest reading."""
    said = told.nearest(now)
    apart = (said.hour * 60 + said.minute - now.hour * 60 - now.minute) % 1440
    return min(apart, 1440 - apart) <= _NEAR_NOW


_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm", "teatime": "pm", "bedtime": "pm"}
