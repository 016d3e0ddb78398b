"""The most somebody says they will pay."""

import re
from typing import Final

from matching.constraints.found import Ceiling

_AMOUNT: Final = r"(?:£\s*(\d{1,4}(?:\.\d{1,2})?)|(\d{1,4}(?:\.\d{1,2})?)\s*(?:pounds?|quid))"
_UNIT: Final = (
    r"(?:\s*(?:/|per|an?|each|every|the)?\s*(hours?|hr|h|visits?|sessions?|go|time|class|nights?|"
    r"days?|weeks?|wk|months?|mile|trip|half hour)\b)?"
)
_LEAD: Final = (
    r"(?:max(?:imum)?(?: of)?|up to|under|below|less than|no more than|not more than|can't (?:pay|"
    r"afford|go)(?: more than| over| above)?|ceiling(?: of)?|cap(?:ped)?(?: at)?|"
    r"budget(?: is| of)?|only (?:have|got|afford|pay)|at most|within|limit(?: of| is)?|rate(?: of|"
    r" is)?|top whack|no dearer than|(?:can|could) (?:only )?(?:pay|afford|manage|stretch to))"
)
_CEILING: Final = re.compile(rf"\b{_LEAD}\s*(?:is |about |around |of )?{_AMOUNT}{_UNIT}", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"{_AMOUNT}{_UNIT}\s*(?:max(?:imum)?|tops?|at (?:the )?most|or (?:less|under|below)|ceiling|limit|"
    rf"is (?:my|our|the|all)|if possible)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"\b(?:max(?:imum)?|up to|under|no more than)\s+(\d{1,3}(?:\.\d{1,2})?)\s*(?:/|per|an?)\s*(hour|"
    r"hr|h|visit|session|night|day|week)\b",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"\b(?:free (?:of charge|please|only|if|one|ones|things?|or|activit\w+|group\w*|class\w*|clubs?|"
    r"to)|(?:for|is|be|anything|something|somewhere|must be|needs to be) free\b(?!\s+(?:on|at|in|from|"
    r"time|evenings|mornings|tuesdays))|"
    r"no (?:cost|charge|money|spare cash)|(?:doesn't|don't|does not|won't|not) cost (?:anything|"
    r"any money|owt|money|a penny)|without (?:paying|spending)|"
    r"(?:have|got|has)(?: got)? no money|can't (?:afford to )?pay(?: anything| for (?:it|"
    r"anything))?\b(?! (?:more|my|the|bills?|rent))|haven't (?:got )?(?:any|a) (?:money|penny|bean)|"
    r"skint|penniless|costs nothing)",
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
}


def find_price(text: str) -> Ceiling | None:
    """A ceiling in whole pence and its unit (an hour where none is said), or free; None if unsaid."""
    found = _CEILING.search(text) or _AFTER.search(text)
    if found:
        return Ceiling(_pence(found.group(1) or found.group(2)), _unit(found.group(3)))
    bare = _BARE.search(text)
    if bare:
        return Ceiling(_pence(bare.group(1)), _unit(bare.group(2)))
    return Ceiling(0, "free") if _FREE.search(text) else None


def _pence(amount: str) -> int:
    pounds, _, rest = amount.partition(".")
    return int(pounds) * 100 + int(rest.ljust(2, "0") or 0)


def _unit(said: str | None) -> str:
    return _UNITS.get((said or "hour").lower().rstrip("s"), "hour") if said not in ("class",) else "session"


_THRIFT: Final = re.compile(
    r"[,;]?\s*\b(?:as\s+)?(?:che+a?p(?:est|er|ly|ish)?|inexpensive)(?:\s+as\s+(?:poss\w*|(?:you|u)\s+can|can\s+be))?\b",
    re.IGNORECASE,
)


def without_thrift(text: str) -> str:
    """The text without its wish for it to be cheap, which says nothing of what is wanted and was heard as a wish to pay too little."""
    rest = " ".join(_THRIFT.sub(" ", text).split())
    return rest if any(letter.isalpha() for letter in rest) else text
