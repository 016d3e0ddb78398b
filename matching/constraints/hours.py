"""Clock times that a need states for the support itself."""

import re
from datetime import time
from typing import Final

_HOUR_WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
)  # fmt: skip
_SPOKEN: Final = rf"(half past |quarter past )?({'|'.join(_HOUR_WORDS)})"
_SPOKEN_BETWEEN: Final = re.compile(
    rf"\b(from|between)\s+(?:about |around )?{_SPOKEN}\s*(?:o'?clock)?\s+(to|till?|until|and)\s+(?:about |around )?"
    rf"{_SPOKEN}\b(?!\s+(?:others?|another|hundred|or|thirds?|to)\b)",
    re.IGNORECASE,
)
_PAST: Final = {"half past ": ":30", "quarter past ": ":15"}
_AGED: Final = re.compile(r"\b(?:aged?|ages|old|children|kids|score|scale|size|is|are|was|costs?|weighs?)\s+$", re.I)

_CLOCK: Final = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|noon)?"
_BETWEEN: Final = re.compile(
    rf"\b(?:from|between)?\s*{_CLOCK}\s*(?:o'?clock)?\s*(?:-|–|to|till?|until|and|thru)\s*(?:about |"
    rf"around )?(?:[^.,;]{{0,40}}?\b(?:at|by)\s+)?{_CLOCK}"
    r"(?!\d|\s*(?:times|hours?|hrs?|miles?|%|weeks?|wks?|days?|visits?|calls?|carers?|people|minutes?|mins?|months?|"
    r"years?|yrs?|of (?:us|them|you)|steps?|stone|stairs|children|kids|goes|pounds|quid|st\b|nd\b|rd\b|th\b))",
    re.IGNORECASE,
)
_LED: Final = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_LATE: Final = re.compile(
    r"\b(?:evenings?|eves|(?:his|her|their|my|our|for|cook|make|at|after) tea|tea ?time|supper|bed ?time|to bed|at night)\b",
    re.IGNORECASE,
)
_EARLY: Final = re.compile(
    r"\b(?:mornings?|breakfast|lunch|day ?time|all day|school|work|week ?days?|get up|getting up)\b", re.IGNORECASE
)

_NIGHT: Final = re.compile(r"\b(?:nights?|overnight|sleep(?:[- ]ins?)?|waking)\b", re.IGNORECASE)


def find_hours(text: str) -> tuple[time, time] | None:
    """Clock times from and to: "from 7.30 till I'm back at 6", "9-12", "between four and seven"."""
    text = _in_figures(text)
    for found in _BETWEEN.finditer(text):
        hour, minute, half, to_hour, to_minute, to_half = found.groups()
        clear = (
            minute or half or to_minute or to_half or _LED.search(found.group()[: 1 + len("between")].split(hour)[0])
        )
        if text[max(0, found.start() - 1) : found.start()] in ("£", ".") or "£" in found.group():
            continue
        hours = _daytime(int(hour), int(minute or 0), half), _daytime(int(to_hour), int(to_minute or 0), to_half)
        if hours[0] is None or hours[1] is None or (not clear and not _plausible(int(hour), int(to_hour))):
            continue
        late = not half and not to_half and _is_late(text)
        return _in_order(hours[0], hours[1], bool(half), bool(to_half), late=late, night=bool(_NIGHT.search(text)))
    return None


def _in_figures(text: str) -> str:
    """Hours said in words after "from" or "between", in figures; ages and counts so said stay words."""

    def figures(found: re.Match[str]) -> str:
        led, past, hour, joined, to_past, to_hour = found.groups()
        if _AGED.search(text[: found.start()]):
            return found.group()
        first, last = (str(_HOUR_WORDS.index(word.lower()) + 1) for word in (hour, to_hour))
        return f"{led} {first}{_PAST.get((past or '').lower(), '')} {joined} {last}{_PAST.get((to_past or '').lower(), '')}"

    return _SPOKEN_BETWEEN.sub(figures, text)


def _is_late(text: str) -> bool:
    return bool(_LATE.search(text)) and not _EARLY.search(text)


def _plausible(first: int, last: int) -> bool:
    """Bare numbers are hours only when they look like a shift: "9-5", "10 to 2", not "2-3"."""
    return 6 <= first <= 12 and (last < first or last - first >= 2) and last <= 12


def _daytime(hour: int, minute: int, half: str | None) -> time | None:
    if hour > 24 or minute > 59:
        return None
    if half and half.lower().startswith("p") and hour < 12:
        hour += 12
    if half and half.lower().startswith("a") and hour == 12:
        hour = 0
    return time(hour % 24, minute)


def _in_order(
    start: time, end: time, start_said: bool, end_said: bool, *, late: bool, night: bool
) -> tuple[time, time]:
    """Read bare hours as the day they would be worked in: 9-5 is 09:00 to 17:00, 2 to 4 afternoon.

    Where tea or an evening is told of, 7 to 9 are after it (10 to 2 are not); where a night, ten till six are it.
    """
    if night and not start_said and not end_said and 8 <= start.hour <= 11 and 5 <= end.hour <= 8:
        return start.replace(hour=start.hour + 12), end
    if late and start < end and end.hour < 12:
        return start.replace(hour=start.hour + 12), end.replace(hour=end.hour + 12)
    if not start_said and start.hour < 7 and not (end_said and end.hour < 12):
        start = start.replace(hour=start.hour + 12)
    if not end_said and end <= start and end.hour < 12:
        end = end.replace(hour=end.hour + 12)
    return start, end
