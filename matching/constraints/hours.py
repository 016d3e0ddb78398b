"""Clock times that a need states for the support itself."""

import re
from datetime import time
from typing import Final

_HOUR_WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
)  # fmt: skip
_SPOKEN: Final = (
    rf"(?:(half|quarter) (?:past )?)?({'|'.join(_HOUR_WORDS)})(?:[ -](fifteen|thirty|forty[ -]five))?\b(?:\s*o'?clock)?"
)
_HALF_OF_DAY: Final = r"(?:\s+(?:in the (?:morning|afternoon|evening)|at night))?"
_TILL: Final = r"(?:till?|until)"
_SPOKEN_PAIR: Final = re.compile(
    rf"(?:\b(from|between)\s+(?:about |around )?)?\b{_SPOKEN}({_HALF_OF_DAY})\s+(to|{_TILL}|and)\s+(?:about |around )?"
    rf"{_SPOKEN}(?!\s+(?:others?|another|hundred|or|thirds?|to)\b)",
    re.IGNORECASE,
)
_MINUTES: Final = {"half": ":30", "quarter": ":15", "fifteen": ":15", "thirty": ":30"}
_TOLD_MINUTES: Final = frozenset({"five", "ten"})
"""Hours that before "to" are minutes: ten to two is a time and no pair of them."""
_AGED: Final = re.compile(
    r"\b(?:aged?|ages|old|children|kids|score|scale|sizes?|pages?|chapters?|levels?|grades?|is|are|was|costs?|weighs?)"
    r"\s+(?:from\s+|between\s+)?$",
    re.IGNORECASE,
)
_NOON: Final = re.compile(r"\b(?:12\s*)?(?:noon|mid-?day)\b", re.IGNORECASE)
_MIDNIGHT: Final = re.compile(r"\b(?:12\s*)?midnight\b", re.IGNORECASE)
_IN_THE_MORNING: Final = re.compile(r"\b(\d{1,2}(?:[:.]\d{2})?)(?:\s*o'?clock)?\s+in the morning\b", re.IGNORECASE)
_LATER_ON: Final = re.compile(
    r"\b(\d{1,2}(?:[:.]\d{2})?)(?:\s*o'?clock)?\s+(?:in the (?:afternoon|evening)|at night)\b", re.IGNORECASE
)
_ROTA: Final = re.compile(
    rf"\b([01]\d|2[0-3])[:.]?(00|15|30|45)\s*(?:-|–|to|{_TILL})\s*([01]\d|2[0-3])[:.]?(00|15|30|45)\b(?!\s*[ap]\.?m)",
    re.IGNORECASE,
)
"""Hours as a rota has them, of four figures each: 0900-1300."""

_CLOCK: Final = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
_BETWEEN: Final = re.compile(
    rf"\b(?:from|between)?\s*{_CLOCK}\s*(o'?clock)?\s*(-|–|to|{_TILL}|and|thru)\s*(?:about |"
    rf"around )?(?:[^.,;]{{0,40}}?\b(?:at|by)\s+)?{_CLOCK}"
    r"(?!\d|\s*(?:%|(?:times|hours?|hrs?|miles?|weeks?|wks?|days?|visits?|calls?|carers?|people|minutes?|mins?|months?|"
    r"years?|yrs?|of (?:us|them|you)|steps?|stone|stairs|children|kids|goes|pounds|quid|st|nd|rd|th)\b))",
    re.IGNORECASE,
)
_LONG: Final = {"an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_FOR_HOURS: Final = re.compile(
    rf"\b(\d{{1,2}})(?:[:.](\d{{2}}))?\s*(am|pm)\s+for\s+([1-9]|{'|'.join(_LONG)})\s*(?:hours?|hrs?|h)\b", re.IGNORECASE
)
_LED: Final = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_LATE: Final = re.compile(
    r"\b(?:evenings?|eves|(?:his|her|their|my|our|for|cook|make|at|after) tea|tea ?time|supper|bed ?time|to bed)\b",
    re.IGNORECASE,
)
_EARLY: Final = re.compile(
    r"\b(?:mornings?|breakfast|lunch|day ?time|all day|school|work|week ?days?|get up|getting up)\b", re.IGNORECASE
)
_NIGHT: Final = re.compile(r"\b(?:nights?|overnight|sleep(?:[- ]ins?)?|waking)\b", re.IGNORECASE)


def find_hours(text: str) -> tuple[time, time] | None:
    """Clock times from and to: "from 7.30 till I'm back at 6", "9-12", "0900-1300", "half nine till four"."""
    if rota := _ROTA.search(text):
        return time(int(rota.group(1)), int(rota.group(2))), time(int(rota.group(3)), int(rota.group(4)))
    text = _in_figures(text)
    for found in _BETWEEN.finditer(text):
        hour, minute, half, o_clock, joined, to_hour, to_minute, to_half = found.groups()
        led = _LED.search(found.group()[: 1 + len("between")].split(hour)[0])
        clear = minute or half or o_clock or to_minute or to_half or led or re.match(_TILL, joined.lower())
        before = f"{text[max(0, found.start() - 20) : found.start()].rstrip()} "
        if (
            text[max(0, found.start() - 1) : found.start()] in ("£", ".")
            or "£" in found.group()
            or (not half and not to_half and _AGED.search(before))
        ):
            continue
        hours = _daytime(int(hour), int(minute or 0), half), _daytime(int(to_hour), int(to_minute or 0), to_half)
        if hours[0] is None or hours[1] is None or (not clear and not _plausible(int(hour), int(to_hour))):
            continue
        late = not half and not to_half and bool(_LATE.search(text)) and not _EARLY.search(text)
        return _in_order(hours[0], hours[1], bool(half), bool(to_half), late=late, night=bool(_NIGHT.search(text)))
    return _so_long(text)


def _in_figures(text: str) -> str:
    """Hours said in words, in figures, with am and pm where the half of the day is told; ages stay words."""
    text = _MIDNIGHT.sub("12am", _NOON.sub("12pm", _SPOKEN_PAIR.sub(_figures, text)))
    return _LATER_ON.sub(r"\1pm", _IN_THE_MORNING.sub(r"\1am", text))


def _figures(found: re.Match[str]) -> str:
    led, part, hour, minutes, told, joined, to_part, to_hour, to_minutes = found.groups()
    first, last = (_HOUR_WORDS.index(word.lower()) + 1 for word in (hour, to_hour))
    till = re.match(_TILL, joined.lower())
    shift = joined.lower() == "to" and hour.lower() not in _TOLD_MINUTES and last < first and first > 6
    counted = _AGED.search(found.string[max(0, found.start() - 20) : found.start()])
    on_the_clock = joined.lower() != "and" and (part or "clock" in found.group().lower())
    if counted or not (led or till or on_the_clock or shift):
        return found.group()
    return f"{led or 'from'} {first}{_minutes(part or minutes)}{told} {joined} {last}{_minutes(to_part or to_minutes)}"


def _minutes(said: str | None) -> str:
    return _MINUTES.get(said.lower(), ":45") if said else ""


def _so_long(text: str) -> tuple[time, time] | None:
    """From an hour on for some: "10am for 4 hours"."""
    found = _FOR_HOURS.search(text)
    start = _daytime(int(found.group(1)), int(found.group(2) or 0), found.group(3)) if found else None
    if found is None or start is None:
        return None
    hours = _LONG.get(found.group(4).lower()) or int(found.group(4))
    return start, start.replace(hour=(start.hour + hours) % 24)


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
    if not start_said and end_said and end.hour > 12 and start.hour < 12 and start.hour + 12 < end.hour:
        return start.replace(hour=start.hour + 12), end  # 8-10pm
    if not start_said and start.hour < 7 and not (end_said and end.hour < 12):
        start = start.replace(hour=start.hour + 12)
    if not end_said and end <= start and end.hour < 12:
        end = end.replace(hour=end.hour + 12)
    return start, end
