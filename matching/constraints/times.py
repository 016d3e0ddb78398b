"""Days, parts of the day and hours that a need states for the support itself."""

import re
from datetime import time
from typing import Final

from rapidfuzz.distance import OSA

from matching.constraints.found import DAY_NAMES, TimeOfDay

SLIPS = 2
"""Letters that may be wrong in the name of a day that starts and ends as it should."""

_DAY: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:days?|s|nesdays?|nes|sdays?|rsdays?|rs|r|urdays?|urs)?"
_DAY_WORD: Final = re.compile(
    r"\b(mon(?:days?|s)?|tue(?:s(?:days?)?)?|wed(?:nesdays?|s)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?|"
    r"s)?|sat(?:urdays?|s)?|sun(?:days?|s)?)\b",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"(?<!go from )(?<!gone from )\b({_DAY})\s*(?:-|–|to|thru|through|till?)\s*({_DAY})\b", re.IGNORECASE
)
_BY_EAR: Final = re.compile(r"\b(mo|mu|tu|te|we|th|fr|sa|su)[a-z]{1,6}d(?:a?y|ey|ie)(s?)\b", re.IGNORECASE)
_STARTS: Final = {"mo": 0, "mu": 0, "tu": 1, "te": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
_SAT_DOWN: Final = re.compile(r"\b(?:i|he|she|they|we|is|was|be|been|are|am|get|just|\w+ed)\s+$", re.IGNORECASE)
_STORY: Final = re.compile(
    r"\b(?:since|last|until|till|from|by|go from|before|this|was|fell|happened|home on|on the|"
    r"discharged?(?: from hospital)?(?: on)?|"
    r"out on|coming home|back on|due)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_WEEKDAYS: Final = re.compile(
    r"\b(?:week\s?days?|working days|during the week|mon(?:day)?s?\s*(?:-|–|to)\s*fri(?:day)?s?)\b", re.IGNORECASE
)
_WEEKEND: Final = re.compile(r"(?<!last )\bweek[- ]?ends?\b(?! (?:away|break|bag))", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:used to|took|went|worst|hardest|longest|stuck|dread|hate|lonel\w+|without (?:a|any|seeing)|"
    r"never|spent|since|always (?:went|did))\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[.,;!?:]|\s(?:but|and)\s")

_PARTS: Final[tuple[tuple[TimeOfDay, re.Pattern[str]], ...]] = (
    (
        "night",
        re.compile(
            r"\b(?:overnight|night ?times?|nights|waking night|sleep[- ]?ins?|sleeping night|"
            r"through the night|night sit\w*|night ca\w+|"
            r"(?:every|each|at|all) night|after dark|a night|of a night|the night shift|night cover)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "evening",
        re.compile(
            r"\b(?:evenings?|of an evening|after tea|bed ?time|tea ?time|to bed|tuck\w* (?:him|her|me|them|"
            r"mum|dad) in)\b",
            re.IGNORECASE,
        ),
    ),
    ("afternoon", re.compile(r"\b(?:afternoons?|p\.?m)\b", re.IGNORECASE)),
    ("morning", re.compile(r"\b(?:mornings?|first thing|a\.?m|in the morn|breakfast ?time)\b", re.IGNORECASE)),
)
_NOT_ASKED: Final = re.compile(
    r"\b(?:last night|the other night|good (?:night|morning|afternoon|evening)|tonight|"
    r"this (?:morning|afternoon|evening)|coffee mornings?|"
    r"night (?:club|light|out)|i am|in the night|nights? out|\d+ ?[ap]\.?m|until the morning|all day|"
    r"a night in|night[- ]?mares?|"
    r"(?:two|three|four|five|several|a few|\d+) (?:mornings|afternoons|evenings|nights) (?:a|each|per|every) week|"
    r"(?:one|two|three|four|\d+) nights?(?: in a| away| of)|nights? away)\b",
    re.IGNORECASE,
)

_CLOCK: Final = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|noon)?"
_BETWEEN: Final = re.compile(
    rf"\b(?:from|between)?\s*{_CLOCK}\s*(?:o'?clock)?\s*(?:-|–|to|till?|until|and|thru)\s*(?:about |"
    rf"around )?(?:[^.,;]{{0,40}}?\b(?:at|by)\s+)?{_CLOCK}"
    r"(?!\d|\s*(?:times|hours?|hrs?|miles?|%|weeks?|days?|visits?|carers?|people|minutes?|mins?|months?|"
    r"years?|steps?|stone|pounds|quid|st\b|nd\b|rd\b|th\b))",
    re.IGNORECASE,
)
_LED: Final = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def find_days(text: str) -> tuple[int, ...]:
    """Weekdays the support is wanted on, Monday 0; days told in a story do not count."""
    text = " , ".join(clause for clause in _CLAUSE.split(spelt(text)) if not _TOLD.search(clause)) or ""
    found: set[int] = set()
    rest = text
    for pair in _RANGE.finditer(text):
        first, last = _day(pair.group(1)), _day(pair.group(2))
        found |= {day % 7 for day in range(first, last + 1 if last >= first else last + 8)}
    rest = _RANGE.sub(" ", rest)
    if _WEEKDAYS.search(text):
        found |= set(range(5))
    if _WEEKEND.search(text):
        found |= {5, 6}
    if re.search(r"\bgo(?:ne)? from \w+ to \w+", text, re.IGNORECASE):
        return tuple(sorted(found))
    for word in _DAY_WORD.finditer(rest):
        typed = word.group()
        short = typed.lower() in {"sat", "sun", "wed", "mon", "fri", "tue", "suns"} and not typed[0].isupper()
        at_the_end = not rest[word.end() :].strip(" ,.") and not _SAT_DOWN.search(rest[: word.start()])
        if (not short or at_the_end) and not _STORY.search(rest[: word.start()]):
            found.add(_day(typed))
    return tuple(sorted(found))


def spelt(text: str) -> str:
    """The text with days put right that were spelt by ear: "satdays", "wensday", "thirsday"."""

    def put_right(found: re.Match[str]) -> str:
        day = DAY_NAMES[_STARTS[found.group(1).lower()]]
        near = OSA.distance(found.group().lower().removesuffix("s"), day.lower()) <= SLIPS
        return day + found.group(2) if near else found.group()

    return _BY_EAR.sub(put_right, text)


def _day(word: str) -> int:
    return _WEEK.index(word.lower()[:3])


def find_part(text: str) -> TimeOfDay | None:
    """The one part of the day asked for; None where none or several are."""
    asked = _NOT_ASKED.sub(" ", text)
    found = [part for part, pattern in _PARTS if pattern.search(asked)]
    if "night" in found and len(found) == 2:
        return "night"
    return found[0] if len(found) == 1 else None


def find_hours(text: str) -> tuple[time, time] | None:
    """Clock times from and to: "from 7.30 till I'm back at 6", "9-12", "between 10 and 2"."""
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
        return _in_order(hours[0], hours[1], bool(half), bool(to_half))
    return None


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


def _in_order(start: time, end: time, start_said: bool, end_said: bool) -> tuple[time, time]:
    """Read bare hours as the day they would be worked in: 9-5 is 09:00 to 17:00, 2 to 4 afternoon."""
    if not start_said and start.hour < 7 and not (end_said and end.hour < 12):
        start = start.replace(hour=start.hour + 12)
    if not end_said and end <= start and end.hour < 12:
        end = end.replace(hour=end.hour + 12)
    return start, end
