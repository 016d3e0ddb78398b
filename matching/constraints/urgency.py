"""How soon it is needed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from matching.constraints.deadlines import deadlines
from matching.constraints.found import Urgency

_TODAY: Final = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|right now|right away now|within (?:the|a few) hours?)\b",
    re.IGNORECASE,
)
_TOMORROW: Final = re.compile(r"\btomorrow\b", re.IGNORECASE)
_DAY_AFTER: Final = re.compile(r"\bday after tomorrow\b", re.IGNORECASE)
_SOON: Final = re.compile(
    r"\b(?:asap|as soon as (?:possible|poss|you can)|urgent(?:ly)?|(?:straight|right) ?away|immediate(?:ly)?|"
    r"quick(?:ly)? as|soonest|(?:as )?soon as (?:you can|we can|ever)|without delay|"
    r"emergency (?:cover|care|respite|help|support|placement|sitter))\b",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_YEAR: Final = r"(?:,?\s+((?:19|20)\d\d)\b)?"
_BY_DATE: Final = re.compile(
    rf"\b(?:(by|before|on|from|for|starting|until)\s+)?(?:the\s+)?(\d{{1,2}})(st|nd|rd|th)?\s+(of\s+)?{_MONTH}{_YEAR}",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)\b{_YEAR}", re.IGNORECASE)
_PAST: Final = re.compile(
    r"\b(?:since|born|last|until|from)\s+(?:\w+\s+)?$|\b(?:was|were|died|fell|had)\b[^.,;!?]{0,25}$", re.IGNORECASE
)
SOON: Final = timedelta(days=183)
"""A date without a year lies nearest to today: one further ahead than this has been."""
_NUMBERS: Final = re.compile(
    r"\b(?:by|before|on|from|starting|home|hospital)\s+(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?\b", re.IGNORECASE
)
_MONTH_END: Final = re.compile(
    rf"\b(?:by|before)\s+(?:the\s+)?end\s+(?:of\s+)?(?:(?:the|this)\s+month\b|{_MONTH})", re.IGNORECASE
)
_FEASTS: Final = (
    (re.compile(r"\b(?:christmas|xmas) eve\b", re.IGNORECASE), "24 December"),
    (re.compile(r"\b(?:christmas|xmas) day\b", re.IGNORECASE), "25 December"),
    (re.compile(r"\bboxing day\b", re.IGNORECASE), "26 December"),
    (re.compile(r"\bnew year'?s eve\b", re.IGNORECASE), "31 December"),
    (re.compile(r"\b(?:by|before|in time for) (?:christmas|xmas)\b", re.IGNORECASE), "by 25 December"),
    (re.compile(r"\b(?:by|before|in time for) (?:the )?new year\b", re.IGNORECASE), "by 1 January"),
)
"""Days known by name; Christmas alone is a season, and a date only where something is wanted by it."""
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
    if _DAY_AFTER.search(told):
        return Urgency("by", today + timedelta(days=2))
    if _TOMORROW.search(told):
        return Urgency("tomorrow")
    by = _by(told, today)
    if by is not None:
        return Urgency("by", by)
    return Urgency("asap") if _SOON.search(told) else None


def _by(text: str, today: date) -> date | None:
    for found in deadlines(text):
        if not found.past:
            return _coming(found.weekday, today) + timedelta(weeks=found.next_week)
    for feast, when in _FEASTS:
        text = feast.sub(when, text)
    for said in _dates(text, today):
        return said
    if numbers := _NUMBERS.search(text):
        return _next(today, int(numbers.group(1)), int(numbers.group(2)))
    if end := _MONTH_END.search(text):
        return _month_end(today, end.group(1))
    return None


def _month_end(today: date, month: str | None) -> date:
    number = _MONTHS.index(month.lower()[:3]) + 1 if month else today.month
    year = today.year + (number < today.month)
    return date(year, number, monthrange(year, number)[1])


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _dates(text: str, today: date) -> Iterator[date]:
    """Dates with their month in letters that lie ahead: "by 12 dec", "the anniversary, 10th December"."""
    for found in _BY_DATE.finditer(text):
        led, day, ordinal, of, month, year = found.groups()
        a_word = month.lower() in ("may", "mar") and not (ordinal or of)
        certain = (led or "").lower() in ("by", "before")
        if (a_word and not led) or (not certain and _PAST.search(text[: found.start()])):
            continue  # "2 mar" may be anything
        yield from _ahead(today, int(day), month, year, certain=certain)
    for found in _TURNED.finditer(text):
        month, day, year = found.groups()
        if not _PAST.search(text[: found.start()]):
            yield from _ahead(today, int(day), month, year, certain=False)


def _ahead(today: date, day: int, month: str, year: str | None, *, certain: bool) -> Iterator[date]:
    number = _MONTHS.index(month.lower()[:3]) + 1
    found = _next(today, day, number) if year is None or int(year) >= today.year else None
    if found is not None and (certain or found - today <= SOON):
        yield found


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
