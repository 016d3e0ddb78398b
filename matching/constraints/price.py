"""The most somebody says they will pay."""

import re
from typing import Final

from matching.constraints.found import Ceiling

_WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_WORDS, 1)},
    **{ten: number * 10 for number, ten in enumerate(_TENS, 2)},
    **{f"{ten} {one}": n * 10 + i for n, ten in enumerate(_TENS, 2) for i, one in enumerate(_WORDS[:9], 1)},
    "a hundred": 100,
}
_IN_WORDS: Final = re.compile(
    rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?=\s+(?:pounds?|quid)\b)".replace(" ", r"[\s-]"), re.I
)
_NOTES: Final = re.compile(r"\b(?:a\s+)?(fiver|tenner)\b", re.IGNORECASE)
_AMOUNT: Final = r"(?:£\s*(\d{1,4}(?:\.\d{1,2})?)|(\d{1,4}(?:\.\d{1,2})?)\s*(?:pounds?|quid))"
_UNIT: Final = (
    r"(?:\s*(?:/|per|an?|each|every|the)?\s*(hours?|hr|h|visits?|sessions?|go|time|class|nights?|"
    r"days?|weeks?|wk|months?|mile|trip|half hour|p\.?w|p/w|p\.?h|p/h|p\.?c\.?m|p\.?m)\b)?"
)
_LEAD: Final = (
    r"(?:max(?:imum)?(?: of)?|up to|under|below|less than|(?:no|not) more (?:than|then)|n(?:ot|othing) (?:over|above)|can't (?:pay|"
    r"afford|go|run to|do|manage)(?: more (?:than|then)| over| above| past)?|won't (?:pay|go)(?: more (?:than|then)| over| above)|"
    r"ceiling(?: of| is)?|cap(?:ped)?(?: at)?|"
    r"budget(?:'s| is| of)?|only (?:have|got|afford|pay)|at most|within|limit(?: of| is)?|rate(?: of|"
    r" is)?|top whack|no dearer than|(?:can|could) (?:only )?(?:pay|afford|manage|do|stretch to|run to|go to)|afford|direct payment|"
    r"(?:fund|pay|prepared|willing|happy) (?:up )?to(?: pay)?)"
)
_CEILING: Final = re.compile(rf"\b{_LEAD}\s*:?\s*(?:is |about |around |of )?{_AMOUNT}{_UNIT}", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"{_AMOUNT}{_UNIT}\s*,?\s*(?:max(?:imum)?|tops?|at (?:the )?(?:very )?most|at (?:the outside|a push|a stretch)|"
    r"(?:and )?no more|(?:and )?not a penny more|or (?:less|under|below)|ceiling|cap(?:ped)?\b|"
    r"(?:to spend|for (?:it|this|that|help))\b|limit|if that|top whack|absolute max|"
    r"is (?:my|our|the (?:most|limit|max\w*|top)|all|as (?:much|high|far))|if possible)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"\b(?:max(?:imum)?|up to|under|no more th[ae]n|no dearer than|"
    r"(?:can't|won't|cannot|can|could) (?:only )?(?:pay|afford|stretch to|run to)(?: more th[ae]n| over| above| up to)?)\s+"
    r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:/|per|an?)\s*(hour|hr|h|visit|session|night|day|week)\b",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"\b(?:free (?:of charge|please|only|if|one|ones|things?|or|activit\w+|group\w*|class\w*|clubs?)|"
    r"(?<!feel )(?<!set )(?<!me )(?<!him )(?<!her )free (?:to|2) (?:join|use|attend|go|come|enter|get in|sit)|"
    r"(?:warm|quiet|local|friendly|nice|near|easy|good|fun) (?:and|&|,) free\b(?! (?:of|from))|"
    r"(?<!cruelty )free (?:and|&) (?:warm|local|near\w*|friendly)|"
    r"(?:for|is|be|anything|something|somewhere|must be|needs to be) free\b(?!\s+(?:on|at|in|from|to|of|"
    r"time|evenings|mornings|tuesdays))|"
    r"no (?:cost|charge|money|spare cash)|(?:doesn't|don't|does not|won't|not) cost (?:anything|"
    r"any money|owt|money|a penny)|without (?:paying|spending)|"
    r"(?:have|got|has)(?: got)? no money|can't (?:afford to )?pay(?: anything| for (?:it|"
    r"anything))?\b(?!\s+(?:more|over|above|that|much|it|him|her|them|someone|anyone|£|\d|my|the|bills?|rent))|"
    r"haven't (?:got )?(?:any|a) (?:money|penny|bean)|penniless|costs? nothing|nothing to pay|"
    r"gratis|(?<!win )no fees?|doesn't charge|like it free)",
    re.IGNORECASE,
)
_UNITS: Final = {
    "h": "hour",
    "hr": "hour",
    "hour": "hour",
    "go": "session",
    "time": "session",
    "class": "session",
    "session": "session",
    "visit": "visit",
    "night": "night",
    "day": "day",
    "week": "week",
    "wk": "week",
    "month": "month",
    "mile": "mile",
    "trip": "trip",
    "pw": "week",
    "ph": "hour",
    "pm": "month",
    "pcm": "month",
}

AT_THE_DOOR_PENCE: Final = 1000
"""The most that is paid at a door; nobody may be paid so little for an hour, so a sum without a unit is a session's."""


def find_price(text: str) -> Ceiling | None:
    """A ceiling in whole pence and its unit (where none is said an hour, or a session for a small sum), or free; None if unsaid."""
    text = _in_figures(text)
    found = _CEILING.search(text) or _AFTER.search(text)
    if found:
        pence = _pence(found.group(1) or found.group(2)) * (2 if found.group(3) == "half hour" else 1)
        return Ceiling(pence, _unit(found.group(3)) if found.group(3) or pence > AT_THE_DOOR_PENCE else "session")
    bare = _BARE.search(text)
    if bare:
        return Ceiling(_pence(bare.group(1)), _unit(bare.group(2)))
    return Ceiling(0, "free") if _FREE.search(text) else None


def _in_figures(text: str) -> str:
    """Sums said in words, in figures: fifteen pounds, a tenner."""
    text = _IN_WORDS.sub(lambda found: str(_NUMBERS[re.sub(r"[\s-]+", " ", found.group(1).lower())]), text)
    return _NOTES.sub(lambda found: "£5" if found.group(1).lower() == "fiver" else "£10", text)


def _pence(amount: str) -> int:
    pounds, _, rest = amount.partition(".")
    return int(pounds) * 100 + int(rest.ljust(2, "0") or 0)


def _unit(said: str | None) -> str:
    word = re.sub(r"[./]", "", (said or "hour").lower())
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s"), "hour")


_THRIFT: Final = re.compile(
    r"[,;]?\s*\b(?:as\s+)?(?:che+a?p(?:est|er|ly|ish)?|inexpensive)(?:\s+as\s+(?:poss\w*|(?:you|u)\s+can|can\s+be))?\b",
    re.IGNORECASE,
)


def without_thrift(text: str) -> str:
    """The text without its wish for it to be cheap, which says nothing of what is wanted and was heard as a wish to pay too little."""
    rest = " ".join(_THRIFT.sub(" ", text).split())
    return rest if any(letter.isalpha() for letter in rest) else text
