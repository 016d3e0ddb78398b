"""Times as written. A weekly window is read only where the words can mean one thing. Pure."""

import re
from collections.abc import Sequence
from datetime import date, time
from itertools import pairwise

from matching.offering import Window

DAY_NUMBERS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
_DAYS = {name[:3]: number for name, number in DAY_NUMBERS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_CODES = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm|noon)?(?:Z|[+-]\d{2}:?\d{2})?", re.I)
_WEEKLY = re.compile(
    r"(?:every )?(?P<days>[a-z ,&]+?)s?,?\s+(?:from )?(?P<start>[\d:.]+\s*(?:am|pm|noon)?)\s*(?:-|–|to|until)\s*"
    r"(?P<end>[\d:.]+\s*(?:am|pm|noon)?)\.?",
    re.I,
)
_A_WEEK = 7


def clock(value: object) -> time | None:
    """`09:00`, `9am`, `9.30 pm`, `10:00:00`; None for `hh:mm:ss` and everything else that is no time of day."""
    found = _CLOCK.fullmatch(str(value or "").strip())
    if not found:
        return None
    hour, minute, half = int(found.group(1)), int(found.group(2) or 0), (found.group(3) or "").lower()
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not found.group(2) and half != "noon":
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def weekday(value: object) -> int | None:
    """Monday 0, from a whole name or its usual short forms."""
    word = str(value or "").strip().casefold().rstrip("s.") if value else ""
    return DAY_NUMBERS.get(word) if word in DAY_NUMBERS else _DAYS.get(word, DAY_NUMBERS.get(f"{word}s"))


def window(days: Sequence[int], starts: object, ends: object) -> Window | None:
    """A stretch of the week; None where a day or time is missing, or it would end before it starts."""
    start, end = clock(starts), clock(ends)
    if not days or start is None or end is None or end <= start:
        return None
    return Window(tuple(sorted(set(days))), start, end)


def byday(codes: object) -> tuple[int, ...] | None:
    """`TH,FR` as weekdays; None where a code is not one, or has a place in the month before it (`1MO`)."""
    parts = [part.strip().upper() for part in str(codes or "").split(",") if part.strip()]
    days = [_CODES.get(part) for part in parts]
    return tuple(day for day in days if day is not None) if days and None not in days else None


def weekly_words(words: str) -> Window | None:
    """The window of words that are days and two clock times and nothing more: `Tuesdays 10am-12pm`. None for all others."""
    found = _WEEKLY.fullmatch(" ".join(words.split()))
    if not found:
        return None
    days = _named_days(found.group("days"))
    start, end = found.group("start").strip(), found.group("end").strip()
    half = re.search(r"(am|pm)$", end, re.I)
    if half and not re.search(r"(am|pm|noon)$", start, re.I) and ":" not in start and "." not in start:
        return None  # "10-12pm": morning or evening is not said of the first
    return window(days, start, end) if days else None


def _named_days(words: str) -> tuple[int, ...]:
    lower = words.casefold().strip()
    if lower in {"every day", "daily", "day"}:
        return tuple(range(_A_WEEK))
    if lower in {"weekday", "weekdays"}:
        return tuple(range(5))
    span = re.fullmatch(r"([a-z]+)\s+(?:to|-)\s+([a-z]+)", lower)
    if span:
        first, last = weekday(span.group(1)), weekday(span.group(2))
        return tuple(range(first, last + 1)) if first is not None and last is not None and first < last else ()
    days = [weekday(part) for part in re.split(r"\s*(?:,|&|\band\b)\s*", lower) if part]
    return tuple(day for day in days if day is not None) if None not in days else ()


def is_weekly(days: Sequence[date]) -> bool:
    """Whether dates are a weekly series: at least three, and more than half of the steps a week long.

    A few weeks missed (a school holiday) leave it weekly; first Fridays of the month are not.
    """
    steps = [(later - sooner).days for sooner, later in pairwise(sorted(set(days)))]
    return len(steps) >= 2 and all(step % _A_WEEK == 0 for step in steps) and steps.count(_A_WEEK) * 2 > len(steps)
