"""Money and telephone numbers in a message, exactly as told: pence, and digits with a leading nought."""

import re
from dataclasses import dataclass

_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "a hundred": 100,
    "tenner": 10,
    "a tenner": 10,
    "fiver": 5,
    "a fiver": 5,
    "a score": 20,
    "pony": 25,
    "a pony": 25,
}
_NUMBER_WORDS = "(?:" + "|".join(w for w in _WORDS if " " not in w and w not in ("tenner", "fiver", "pony")) + ")"
_MONEY = re.compile(
    rf"(?<!\w)(?:£ ?(?P<a>\d[\d,]*(?:\.\d{{1,2}})?)|(?P<b>\d[\d,]*(?:\.\d{{1,2}})?) ?(?:pounds?|"
    rf"quid|gbp|squid|nicker)(?: (?P<p>\d{{1,2}})(?: ?p)?)?|(?P<w>(?:a )?{_NUMBER_WORDS}(?: "
    rf"(?:and )?{_NUMBER_WORDS})*) (?:pounds?|quid)|(?P<t>(?:a )?(?:tenner|fiver)))(?!\w)"
)
_UNITS = (
    (re.compile(r"^ ?(?:/|an|per|a|each|every|p)? ?/? ?(?:hour|hours|hr|h|hourly|ph)(?!\w)"), "hour"),
    (re.compile(r"^ ?(?:/|per|a|each|every) ?(?:night|nights)(?!\w)"), "night"),
    (re.compile(r"^ ?(?:/|per|a|each|every) ?(?:visit|call|session)(?!\w)"), "visit"),
)
_CEILING = re.compile(
    r"(?:max(?:imum)?|up to|no more than|not more than|under|below|less than|at most|limit(?: "
    r"of| is)?|ceiling(?: of| is)?|cap(?:ped)?(?: of| at| is)?|budget(?: of| is|:)?|afford|not "
    r"over|not above|above|over|within|top whack|tops|more than|dp|pay|spend|go to|stretch to|"
    r"only got|got about|cheaper than) (?:about |around |the |is |of |a |: )?$"
)
_CEILING_AFTER = re.compile(
    r"^[^.!?]{0,14} (?:max(?:imum)?|tops|limit|at most|at the most|or less|or under|top|is my "
    r"limit|is the most|ceiling|is all)(?!\w)"
)
_PHONE = re.compile(r"(?<![\d£])(?:\+44[ -]?(?:\(0\))?|0)(?:[ ().-]?\d){9,10}(?!\d)")


@dataclass(frozen=True)
class Money:
    """An amount in pence in `plain[start:end]`, the unit it is for ("hour", "visit", "night" or ""), and whether it is a ceiling."""

    start: int
    end: int
    pence: int
    unit: str
    ceiling: bool


def find_money(plain: str) -> list[Money]:
    """Every amount of money told."""
    out = []
    for m in _MONEY.finditer(plain):
        after = plain[m.end() :]
        unit = next((name for pattern, name in _UNITS if pattern.match(after)), "")
        ceiling = bool(_CEILING.search(plain[: m.start()]) or _CEILING_AFTER.match(after))
        out.append(Money(m.start(), m.end(), _pence(m), unit, ceiling))
    return out


def _pence(m: re.Match[str]) -> int:
    digits = m["a"] or m["b"]
    if digits:
        pounds, _, pence = digits.replace(",", "").partition(".")
        return int(pounds) * 100 + int((pence or m["p"] or "0").ljust(2, "0") if pence else (m["p"] or "0"))
    words = (m["w"] or m["t"]).split()
    total = 0
    for word in words:
        value = _WORDS.get(word, 0)
        total = max(total, 1) * 100 if word == "hundred" else total + value
    return total * 100


def find_phone(text: str) -> str | None:
    """The first British telephone number in the original text: digits only, leading 0."""
    m = _PHONE.search(text)
    if not m:
        return None
    digits = re.sub(r"\D", "", m.group())
    digits = re.sub(r"^44(?:0)?", "0", digits) if m.group().startswith("+") else digits
    return digits if 10 <= len(digits) <= 11 else None


def asked_unit(plain: str) -> str | None:
    """The unit a price is asked for: "how much an hour", "the hourly rate", "for a night"."""
    if re.search(r"(?<!\w)(?:hourly|(?:an|per|by the|each|a|/) ?hour|p h|ph)(?!\w)", plain) and not re.search(
        r"half an hour", plain
    ):
        return "hour"
    if re.search(
        r"(?<!\w)(?:per|each|by the|a|nightly|every) ?(?:night|nightly)(?!\w)(?! (?:sitter|sit|"
        r"carer))|(?<!\w)nightly(?!\w)",
        plain,
    ):
        return "night"
    return (
        "visit"
        if re.search(
            r"(?<!\w)(?:per|each|by the|every) (?:visit|call|session|time)(?!\w)|(?<!\w)how much (?:is "
            r"|for |does )?a (?:visit|call)(?!\w)|(?<!\w)(?:£ ?\d+|cost|much|charge|rate) a (?:visit|"
            r"call)(?!\w)|(?<!\w)(?:how much|what|price|cost)(?: \w+){1,7} a (?:visit|call|session)(?= ?[?.!]|$)",
            plain,
        )
        else None
    )
