"""How soon it is needed."""

import re
from datetime import date, timedelta
from typing import Final

from matching.constraints.found import Urgency

_TODAY: Final = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|right now|right away now|within (?:the|a few) hours?)\b",
    re.IGNORECASE,
)
_TOMORROW: Final = re.compile(r"\btomorrow\b", re.IGNORECASE)
_SOON: Final = re.compile(
    r"\b(?:asap|as soon as (?:possible|poss|you can)|urgent(?:ly)?|straight ?away|immediate(?:ly)?|"
    r"quick(?:ly)? as|soonest|emergency (?:cover|care|respite|help|support|placement|sitter))\b",
    re.IGNORECASE,
)
_BY_DAY: Final = re.compile(
    r"\b(?:by|before|home on|home|out on|discharged?(?: from hospital)?(?: on)?|"
    r"from hospital (?:on )?|starts?(?:ing)?(?: on| from)?)\s+(?:this |next |on )?"
    r"(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs)?\b(?!\s*s)",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BY_DATE: Final = re.compile(
    r"\b(?:by|before|on|from|for|starting|until)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|"
    r"th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(
    r"\b(?:by|before|on|from|starting|home|hospital)\s+(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?\b", re.IGNORECASE
)
_CHRISTMAS: Final = re.compile(r"\b(?:by|before|in time for)\s+(?:christmas|xmas)\b", re.IGNORECASE)
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STORY: Final = re.compile(
    r"\b(?:what's for dinner|even today|(?:once|twice|again|times) (?:already )?today|these days|isn't urgent|"
    r"not urgent|no rush|nothing urgent|"
    r"emergency (?:cord|pull|button|alarm|contact|card|plan))\b",
    re.IGNORECASE,
)


def find_urgency(text: str, today: date) -> Urgency | None:
    """The soonest need stated: today, tomorrow, by a date, or as soon as possible."""
    told = _STORY.sub(" ", text)
    if _TODAY.search(told):
        return Urgency("today")
    if _TOMORROW.search(told):
        return Urgency("tomorrow")
    by = _by(told, today)
    if by is not None:
        return Urgency("by", by)
    return Urgency("asap") if _SOON.search(told) else None


def _by(text: str, today: date) -> date | None:
    if found := _BY_DAY.search(text):
        ahead = (_WEEK.index(found.group(1).lower()[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if found := _BY_DATE.search(text):
        return _next(today, int(found.group(1)), _MONTHS.index(found.group(2).lower()[:3]) + 1)
    if found := _NUMBERS.search(text):
        return _next(today, int(found.group(1)), int(found.group(2)))
    return _next(today, 25, 12) if _CHRISTMAS.search(text) else None


def _next(today: date, day: int, month: int) -> date | None:
    """The next such date from today; None for a date no calendar has."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue  # 29 February is there next year, perhaps
        if found >= today:
            return found
    return None
