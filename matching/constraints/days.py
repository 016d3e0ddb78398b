"""Days that a need states for the support itself."""

import re
from typing import Final

from rapidfuzz.distance import OSA

from matching.constraints.deadlines import WEEK, without_deadlines
from matching.constraints.found import DAY_NAMES

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
    r"\b(?:since|last|until|till?|from|by|go from|before|this|was|fell|happened|home on|on the|"
    r"back on|due)\s+(?:(?:on|the)\s+)*$|\bit's\s+$",
    re.IGNORECASE,
)
_JOINED: Final = r"(?:and|n|or|&|\+|,|/)"
_BESIDE: Final = (
    re.compile(rf"\b{_DAY}\s*{_JOINED}?\s*$", re.IGNORECASE),
    re.compile(
        rf"^\s*(?:{_JOINED}?\s*{_DAY}\b|(?:am|pm|morn\w*|aft\w*|eve\w*|nights?|only|please|pls)\b)", re.IGNORECASE
    ),
)
"""What makes a day of a short word that is also another: "fri n sat", "sun mornings"."""
_INITIAL: Final = r"(?:Mo|M|Tu|Th|T|We|W|Fr|F|Sa|Su|S)"
_INITIALS: Final = re.compile(rf"(?<![\w/]){_INITIAL}(?:\s?[/+&]\s?{_INITIAL})+(?![\w/])|\bMWF\b|\bTThS?\b")
_OF_INITIALS: Final = re.compile(_INITIAL)
_BY_INITIAL: Final = {
    "M": 0,
    "Mo": 0,
    "T": 1,
    "Tu": 1,
    "W": 2,
    "We": 2,
    "Th": 3,
    "F": 4,
    "Fr": 4,
    "Sa": 5,
    "S": 5,
    "Su": 6,
}
_ALSO_WORDS: Final = frozenset({"sat", "sun", "wed", "mon", "suns"})
_WEEKDAYS: Final = re.compile(
    r"\b(?:week\s?days?|working days|during the week|mon(?:day)?s?\s*(?:-|–|to)\s*fri(?:day)?s?)\b", re.IGNORECASE
)
_WEEKEND: Final = re.compile(r"(?<!last )(?<!out of )\bweek[- ]?ends?\b(?! (?:away|break|bag))", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:used to|took|went|worst|hardest|longest|stuck|dread|hate|lonel\w+|without (?:a|any|seeing)|"
    r"never|spent|since|always (?:went|did))\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[.,;!?:]|\s(?:but|and)\s")


def find_days(text: str) -> tuple[int, ...]:
    """Weekdays the support is wanted on, Monday 0; days told in a story do not count."""
    text = without_deadlines(_INITIALS.sub(_named, spelt(text)))
    text = " , ".join(clause for clause in _CLAUSE.split(text) if not _TOLD.search(clause)) or ""
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
        typed, before, after = word.group(), rest[: word.start()], rest[word.end() :]
        short = typed.lower() in _ALSO_WORDS and not typed[0].isupper()
        if short and (_SAT_DOWN.search(before) or not (_alone(after) or _beside(before, after))):
            continue
        if not _STORY.search(before):
            found.add(_day(typed))
    return tuple(sorted(found))


def _alone(after: str) -> bool:
    return not after.strip(" ,.")


def _beside(before: str, after: str) -> bool:
    """Whether a short word that is also another stands where only a day would: "fri n sat"."""
    return bool(_BESIDE[0].search(before) or _BESIDE[1].search(after))


def _named(found: re.Match[str]) -> str:
    """Days given by their letters, in full: MWF, Tu/Th; "M/F" is a man or a woman and stays."""
    initials = _OF_INITIALS.findall(found.group())
    if len(initials) < 3 and all(len(initial) == 1 for initial in initials):
        return found.group()
    days = [DAY_NAMES[_BY_INITIAL[initial]] for initial in initials]
    if initials.count("T") == 2:
        days[len(initials) - 1 - initials[::-1].index("T")] = "Thursday"  # T/T/S
    return " , ".join(days)


def spelt(text: str) -> str:
    """The text with days put right that were spelt by ear: "satdays", "wensday", "thirsday"."""

    def put_right(found: re.Match[str]) -> str:
        day = DAY_NAMES[_STARTS[found.group(1).lower()]]
        near = OSA.distance(found.group().lower().removesuffix("s"), day.lower()) <= SLIPS
        return day + found.group(2) if near else found.group()

    return _BY_EAR.sub(put_right, text)


def _day(word: str) -> int:
    return WEEK.index(word.lower()[:3])
