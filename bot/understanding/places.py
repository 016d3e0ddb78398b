"""Town or postcode, as written; with both, the postcode."""

import re
from functools import cache

from bot.understanding.first_names import FIRST_NAMES
from bot.understanding.spelling import known
from bot.understanding.words import Message
from matching.knowledge import files

_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9£])(?P<area>[A-Za-z]{1,2})(?P<district>\d[\dA-Za-z]?)(?: "
    r"?(?P<inward>\d[A-Za-z]{2}))?(?![A-Za-z0-9:.])"
)
_AREAS = frozenset(
    str.split(
        "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt "
        "dy e ec eh en ex fk fy g gl gu ha hd hg hp hr hs hu hx ig ip iv ka kt kw ky l la ld le "
        "ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe "
        "ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw "
        "ub w wa wc wd wf wn wr ws wv yo ze"
    )
)
_NOT_DISTRICTS = re.compile(r"^(?:[MmBbAa]\d{1,4}|[sS]\d|[pP][aA]\d|[hH]\d)$")
_BEFORE = re.compile(
    r"(?:in|near|around|round|nr|by|at|outside|from|over in|out|covering|cover|areas?|live|"
    r"lives|within|of|to|,|-) (?:the )?(?:centre of |area of |town of |middle of |edge of )?$"
)
_STRONG_BEFORE = re.compile(
    r"(?<!\w)(?:in|near|around|round|nr|outside|over in|out|covering|area|areas) (?:the "
    r")?(?:centre of |area of )?$"
)


# What people call a place whose register name is longer.
_SHORT_FORMS = {
    name.lower(): name
    for name in ("Hull", "Newcastle", "Stoke", "Weston", "Burton", "Southend", "Stratford", "Kings Lynn", "Shields")
}


@cache
def _towns() -> dict[str, str]:
    return {row["name"].lower(): row["name"] for row in files.rows("places.csv")} | _SHORT_FORMS


@cache
def _word_places() -> frozenset[str]:
    return frozenset(word for line in files.lines("place_words.txt") for word in line.split())


def is_town(name: str) -> bool:
    """Whether this is a town's name and no first name."""
    return name.lower() in _towns() and name.lower() not in FIRST_NAMES


def find_place(message: Message, allowed: tuple[str, ...] = (), *, brief: bool = False) -> str | None:
    """The place named; `allowed` are places this person may mean though no list of towns has them.

    `brief` is for shorthand, where a town stands alone with no "in" before it.
    """
    return _postcode(message.text) or _town(message, {p.lower() for p in allowed}, brief)


def _postcode(text: str) -> str | None:
    for m in _POSTCODE.finditer(text):
        outward = m["area"] + m["district"]
        if m["area"].lower() not in _AREAS or not m["district"][0].isdigit():
            continue
        if not m["inward"] and (
            _NOT_DISTRICTS.match(outward)
            and not re.search(r"(?:\b(?:in|near|area|around|to|for)\s+|,\s*)$", text[: m.start()], re.I)
        ):
            continue
        if not m["inward"] and outward.islower() and len(m["area"]) == 1:
            continue
        return m.group()
    return None


def _town(message: Message, allowed: set[str], brief: bool) -> str | None:
    plain = message.plain
    best: tuple[int, str] | None = None
    pieces = message.pieces
    for size in (4, 3, 2, 1):
        for i in range(len(pieces) - size + 1):
            start = message.offset(i)
            words = [p.plain for p in pieces[i : i + size]]
            end = message.offset(i + size - 1) + len(words[-1])
            said = message.said(start, end)
            name = " ".join(words)
            if name in _towns() or said.lower() in _towns() or said.lower() in allowed:
                rank = _rank(message, plain[:start], said, name, size, brief and i > 0)
                if rank and (best is None or rank > best[0]):
                    best = (rank, said)
    return best[1] if best else _capital_after_in(message)


def _rank(message: Message, before: str, said: str, name: str, size: int, brief: bool) -> int:
    capital = said[:1].isupper() and not message.shouted
    strong = bool(_STRONG_BEFORE.search(before))
    wordy = name in _word_places() or (known(name) and not capital) or len(name) < 4
    if wordy and not (strong and (capital or message.shouted)) and not (brief and capital and len(name) > 3):
        return 0
    if not (strong or capital or (not known(name) and (size > 1 or _BEFORE.search(before)))):
        return 0
    if re.search(r"(?:mr|mrs|miss|ms|dr) $", before) or (
        capital and re.search(r"(?:can|is|has|with|when is) $", before)
    ):
        return 0
    return size + (4 if strong else 0) + (2 if capital else 0)


def _capital_after_in(message: Message) -> str | None:
    """A place no list knows: a capitalised word straight after "in" or "near"."""
    if message.shouted:
        return None
    m = re.search(
        r"\b(?:in|near|around|outside|over in)\s+(?:the\s+)?([A-Z][a-z]+(?:[ -](?:[A-Z][a-z]+|on|"
        r"le|in|St|the|upon|under)){0,3}(?<! on)(?<! in)(?<! the))",
        message.text,
    )
    if not m:
        return None
    found = re.sub(r"\s+(?:on|in|the|le|upon|under)$", "", m.group(1))
    return None if known(found.split()[0].lower()) and found.split()[0].lower() not in _word_places() else found
