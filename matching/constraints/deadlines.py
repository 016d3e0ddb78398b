"""Days by which something must be in place: a discharge, a repair. They are no days of work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY: Final = (
    r"(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|nes|s|rs|r)?\b"
    r"(?!\s*(?:s\b|to\b|-|–|till?\b|until\b|through\b))"
)
_WHENCE: Final = (
    r"(?:\s+(?:from|of|out|home|to|hospital|hosp|ward|unit|respite|rehab|the|her|his|my|(?-i:[A-Z])[\w&']*)){0,5}"
)
_PAST: Final = (
    r"(?P<past>\b(?:was|were|been|came|got|went|sent|had|they)\s+(?:(?:him|her|me|them|us|mum|dad|out|back)\s+)?)?"
)
_WHO: Final = (
    r"\b(?:i|he|she|they|mum|mother|mam|dad|father|nan|gran\w*|husband|hubby|wife|partner|son|daughter|brother|sister|"
    r"uncle|aunt\w*|friend|neighbour|client|person|(?-i:[A-Z])[a-z]+)"
)
_IS: Final = r"(?:'s|'m|'re|\s+(?:is|am|are|will\s+be|should\s+be))"
_GOING: Final = r"(?:\s+(?:due|hopefully|finally|being|getting|let|allowed|sent|coming|comes?|gets?))"
_THING: Final = (
    r"(?:need\w*|want\w*|must have|got to have)\s+(?:it|them|this|that|these)\s+(?:\w+\s+)?(?:for|4|in time for)|"
    r"(?:ready|fixed|mended|repaired|done|sorted|finished|delivered|fitted|installed|in place|set up|cleared)\s+"
    r"(?:for|4|in time for)"
)
_LEAVING: Final = (
    rf"discharged?(?:\s+from hospital)?(?:\s+(?:date|planned|likely|expected|due|set for|is)){{0,2}}{_WHENCE}|"
    rf"{_WHO}(?:{_IS}{_GOING}{{0,2}}|{_GOING}{{1,2}})\s+(?:out|home){_WHENCE}|"
    rf"\bout of (?:hospital|hosp|the\s+[\w&']+)|\b(?:let|kicked|turfed|chucked) out|"
    rf"(?<!at )(?<!my )(?<!own )(?<!care )(?<!nursing )(?<!day )(?<!her )(?<!his )(?<!the )(?<!a )(?<!our )"
    rf"(?<!their )(?<!off )\bhome{_WHENCE}|from hospital|"
    r"\bleav(?:es|ing)(?:\s+the)?\s+(?:hospital|hosp|ward|unit|rehab|respite|prison)|"
    r"\b(?:released|com(?:es|ing) (?:out|home) (?:of|from))"
    r"(?:\s+(?:from|hospital|hosp|prison|rehab|respite|the\s+\w+)){0,2}|"
    r"\bstart(?:s|ing)?(?: on| from)?|"
    r"\b(?:cover|needed|required|help|care|support|visits|package|someone|carer|sitter) from"
)
_DEADLINE: Final = re.compile(
    rf"{_PAST}(?:\b(?:by|before)|\b(?:{_THING})|(?:{_LEAVING}))\s+(?:(?:on|for|this|next|coming)\s+)*{_DAY}",
    re.IGNORECASE,
)
_ALSO_WORDS: Final = frozenset({"mon", "wed", "sat", "sun"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day something must be in place by, or, told as past, was."""

    weekday: int
    start: int
    end: int
    past: bool
    next_week: bool = False
    """Friday week is a week later than Friday."""


def deadlines(text: str) -> Iterator[Deadline]:
    """Every weekday that is a deadline: "d/c Fri", "home from hospital Friday", "need it for Monday"."""
    for found in _DEADLINE.finditer(text):
        day = found.start(found.lastindex or 0)
        said = text[day : found.end()]
        sat_down = said in _ALSO_WORDS and text[found.end() :].strip()[:1] not in ("", ",", ".", ";", "!", "?")
        if not sat_down:
            yield Deadline(
                WEEK.index(said.lower()[:3]),
                found.start(),
                found.end(),
                past=found.group("past") is not None,
                next_week=bool(re.match(r"\s+week\b", text[found.end() :], re.IGNORECASE)),
            )


def without_deadlines(text: str) -> str:
    """The text with those days left out."""
    rest = text
    for found in reversed(list(deadlines(text))):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    return rest
