"""Names of workers, contacts and clients, as written; with a roster, as this person knows them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from bot.understanding.evidence.weighing import RELATION
from bot.understanding.first_names import ALSO_WORDS, FIRST_NAMES
from bot.understanding.reading import Roster
from bot.understanding.spelling import known
from bot.understanding.words import Message

_TITLED = re.compile(
    r"(?<!\w)(?:mr|mrs|miss|ms|dr|sister|father|auntie|aunty|uncle|old)(?: \.)? (?!and |or |is "
    r"|has |the |in |on |at |to |man |lady |one |age )[a-z][a-z'-]*"
)
_TO_MISS = re.compile(
    r"(?<!\w)(?:to|will|shall|i|we|they|not|must|might|can|could|would|rather|and|do|does|did) (?:\w+ly )?$"
)
_NEVER = frozenset(
    str.split("""
    i monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december christmas easter
    boxing good new year eve god english polish punjabi bengali urdu gujarati welsh portuguese arabic somali bsl nhs
    gp pa pas dp isf chc ok tv dbs covid hi hello hey dear morning thanks please mum dad nan gran grandad the yes no a
    my can could is are what when who how where why do does did will would has have had she he they we you it there
    this that these those and but or if so as in on at for to from with by of not need want send cancel change move
    book pay ring call phone text stop sorry just still also nobody somebody someone anyone everyone everybody anybody
    carer carers visit visits today tomorrow tonight lunch tea breakfast bed hospital church bingo alongside ramadan
    diwali eid hanukkah devon england uk london lol asap fyi ta re ps pls nine ten eleven twelve one two three four
    five six seven eight noon midday me us him her his them our your their mine love duck pet hen mate darling
    finished arrived running late stuck here done any all both same usual tell let put make get give take come go see
    said says help think know like love look
    """)
)
_BETWEEN = re.compile(r"^ (?:or|/) (?:is it |maybe |perhaps )?$")
_SELF = re.compile(
    r"(?:this is|it is|my name is|i am|im called|i am called|name 's|here is|signed|yours|"
    r"regards|thanks|love|cheers|xx?|sincerely|thank you|many thanks|speaking|calling) ,? "
    r"?(?:only |just )?$"
)
_HAILED = re.compile(
    r"^(?:hi|hiya|hello|hey|morning|good morning|good afternoon|good evening|evening|afternoon|"
    r"dear|now then|alright|hullo) ?,? $"
)
_PLACE_BEFORE = re.compile(r"(?:in|near|around|round|outside|over in|up in|down in|from|towards|nr) $")
_ABOUT_A_WORKER = re.compile(
    r"(?:can|could|would|will|is|has|did|does|was|are|have|when|when is|if|until|till|once|with|for|by|see|seeing|send|"
    r"sent|want|need|needs|cancel|book|move|swap|tell|ask|of|about|at|to|from|and|"
    r"than|ring|call|phone|contact|is it|pay|till|not|get|let|that|than|having|had|like|put|"
    r"thank|thanks|love|says|said|because|why|where is|how is|, |- |instead of|on|our|my|"
    r"called|named|cover|after|before|to see) $"
)
_A_NAME_AFTER = re.compile(
    r"^ (?:'s |to |come|coming|came|has|is|was|will|can|not|did|do|does|do not|late|here|"
    r"please|on|at|tomorrow|today|tonight|this|next|for|instead|rather|or|and|monday|tuesday|"
    r"wednesday|thursday|friday|"
    r"saturday|sunday|again|said|says|hit|took|shouts?|shouted|keeps|never|still|arrived|"
    r"turned|,|\.|\?|!|0\d|number|as|in|with|been|visit|call|request|one|job|the|fri|sat|yet|"
    r"round|by|would|from|after|who|when|if|about|she|he)|^$|^ [.?!,]"
)


@dataclass(frozen=True)
class Name:
    """A name in `plain[start:end]`, as written, without a possessive ending."""

    start: int
    end: int
    text: str


def find_names(message: Message, roster: Roster | None = None) -> list[Name]:
    """Names of people other than the writer, in order. Two offered as possibilities leave both out."""
    plain = message.plain
    found = _titled(message)
    index = 0
    while index < len(message.pieces):
        start = message.offset(index)
        if not any(n.start <= start < n.end for n in found) and _is_name(message, index):
            last = index
            while last + 1 < len(message.pieces) and _carries_on(message, last + 1):
                last += 1
            end = message.offset(last) + len(message.pieces[last].plain)
            found.append(Name(start, end, _as_written(message, start, end)))
            index = last
        index += 1
    found.sort(key=lambda n: n.start)
    named = [n for n in found if not _writer(plain, n)]
    return [_known_as(n, roster) for n in _without_choices(plain, named)]


def _titled(message: Message) -> list[Name]:
    names = []
    for m in _TITLED.finditer(message.plain):
        if (
            m.group().startswith("miss ")
            and _TO_MISS.search(message.plain[: m.start()])
            and not _looks_named(message, m.start())
        ):
            continue
        if m.group().split()[0] in ("sister", "father", "auntie", "aunty", "uncle", "old") and not _looks_named(
            message, m.end() - 1
        ):
            continue
        end, more = m.end(), re.match(r" ([a-z'-]+)", message.plain[m.end() :])
        if (
            more
            and not message.shouted
            and message.said(m.end() + 1, m.end() + more.end())[:1].isupper()
            and more.group(1) not in _NEVER
        ):
            end += more.end()
        names.append(Name(m.start(), end, _as_written(message, m.start(), end)))
    return names


def _looks_named(message: Message, offset: int) -> bool:
    piece = message.pieces[message.piece_at(offset)]
    return message.text[piece.start].isupper() and piece.plain not in _NEVER


def _as_written(message: Message, start: int, end: int) -> str:
    """The name's own letters, without a possessive ending, told or dropped ("Elsies" for "Elsie's")."""
    said = re.sub(r"(?:'s|s'|')$", lambda m: "s" if m.group() == "s'" else "", message.said(start, end).strip(" ,.?!"))
    dropped = said.endswith("s") and said.lower() not in FIRST_NAMES and said[:-1].lower() in FIRST_NAMES
    return said[:-1] if dropped else said


def _is_name(message: Message, index: int) -> bool:
    piece = message.pieces[index]
    word = piece.plain
    if word in _NEVER or not word.isalpha() or re.fullmatch(RELATION, word):
        return False
    raw = message.text[piece.start : piece.end]
    before, after = message.plain[: message.offset(index)], message.plain[message.offset(index) + len(word) :]
    if _PLACE_BEFORE.search(before) and word not in FIRST_NAMES and word.removesuffix("s") not in FIRST_NAMES:
        return False
    initials = (
        len(raw) in (2, 3)
        and not re.match(r"^ \d", after)
        and raw.isupper()
        and not message.shouted
        and raw not in _ABBREVIATIONS
        and bool(
            re.search(
                r"(?:with|for|has|on|is|of|about|re|client|to|does|did|are|was|that|log|from|by|and|chasing|when|if) $",
                before,
            )
            or (not before.strip() and _OF_A_CLIENT.match(after))
        )
    )
    capital = raw[:1].isupper() and not raw.isupper() and not message.shouted
    opens = not before.strip() or before.rstrip()[-1:] in ".!?\n:"
    if initials:
        return True
    if word in FIRST_NAMES or (word.endswith("s") and word[:-1] in FIRST_NAMES - ALSO_WORDS and not known(word)):
        return (
            capital
            or word not in ALSO_WORDS
            or (
                message.shouted
                and bool(_ABOUT_A_WORKER.search(before))
                and bool(re.match(r"^ (?:come|coming|to come|here|not|is|has|late)", after))
            )
        )
    if capital and not opens and known(word):
        return bool(_ABOUT_A_WORKER.search(before) and _DOES.match(after)) and not _THING_BEFORE.search(before)
    if capital and not opens:
        return not known(word) and not re.match(
            r"^ (?:street|road|lane|avenue|close|court|hospital|house|surgery|council|centre|park)", after
        )
    if capital and opens:
        return not known(word) and bool(_A_NAME_AFTER.match(after))
    return (
        not known(word)
        and not known(word.removesuffix("er"))
        and not known(word.removesuffix("s"))
        and len(word) > 2
        and bool(_ABOUT_A_WORKER.search(before))
        and bool(
            re.match(
                r"^ (?:come|coming|to come|came|is|has|be|not|late|here|'s (?:visit|call)|tomorrow|today|"
                r"on|at \d|due|yet|please$)",
                after,
            )
        )
    )


# A word that is also a name ("Violet", "Jodie") is one where somebody is told of and does something.
_DOES = re.compile(
    r"^ (?:come|comes|coming|came|is|has|was|will|can|could|would|did|does|do|gets?|got|be|to come|to do|"
    r"instead|rather|again|late|here|due|on the way|running|turned|arrived|said|says)(?!\w)"
)
_THING_BEFORE = re.compile(r"(?:the|a|an|this|that|each|every|no|my|our|your) $")
_OF_A_CLIENT = re.compile(
    r"^ (?:has|is|was|'s|needs?|says|said|wants?|tells|told|disclosed|reports?|reported|needing|still|now|"
    r"update|status|plan|visits?|calls?|budget|any|package|review|all|-|–|:|,)(?!\w)"
)
_ABBREVIATIONS = frozenset(
    str.split(
        "PA PC DP LD MH OK TV GP UK EX LS BN TQ AM PM NHS CHC POC ISF EOL DOL DBS BSL SW OT ASD "
        "MS COPD PIP UTI OOH ETA FT WN HH LPA CQC SLT DN RDE HR IT ADHD TBC TBA XX XXX ASAP FYI "
        "ICE NOK AFO FAO RE QDS TDS BD"
    )
)


def _carries_on(message: Message, index: int) -> bool:
    """A surname, or a second part of a name."""
    piece = message.pieces[index]
    raw = message.text[piece.start : piece.end]
    previous = message.pieces[index - 1]
    if message.text[previous.end : piece.start] != " " or message.shouted:
        return False
    return (
        raw[:1].isupper()
        and len(raw) > 1
        and piece.plain.isalpha()
        and piece.plain not in _NEVER
        and (not known(piece.plain) or piece.plain in FIRST_NAMES)
    )


def _writer(plain: str, name: Name) -> bool:
    before, after = plain[: name.start], plain[name.end :]
    if _HAILED.search(before[-40:]) and not after.strip(" ,.!?").startswith(("is", "has", "will", "was")):
        return True
    if re.match(r"^ (?:here|speaking|calling|again here)(?! (?:yet|at|on|is))", after) and not before.strip(" ,."):
        return True
    if (
        not re.search(r"[a-z]", after)
        and re.search(r"(?:thanks|thank you|regards|love|cheers|from|best wishes|yours|x|\.|\n|!) ?,? ?$", before)
        and len(before) > 12
        and not re.search(r"(?:call|visit|see|with|by|for|want|than|of) $", before)
    ):
        return bool(
            re.search(r"(?:thanks|regards|love|cheers|from|wishes|yours|x) ?,? ?$|[.\n!] ?$", before)
        ) and not re.search(r"(?:visit|message|text|call) from $", before)
    return (
        bool(_SELF.search(before))
        and not re.search(r"(?:visit|message|text|call|round|thanks|love|cheers|thank you) (?:from )?$", before)
        and "coming" not in after[:12]
        and not re.search(r"(?:it is|is it) $", before)
    )


def _without_choices(plain: str, names: list[Name]) -> list[Name]:
    left_out: set[Name] = set()
    for one, other in pairwise(names):
        if _BETWEEN.match(plain[one.end : other.start]):
            left_out |= {one, other}
    return [n for n in names if n not in left_out]


_ALIKE = 80.0
"""How alike, in hundredths, a name written and a name known must be."""


def _known_as(name: Name, roster: Roster | None) -> Name:
    """The roster's own spelling where one entry alone is near; as written otherwise."""
    if roster is None or not roster.people:
        return name
    said = name.text.lower()
    likeness = {p: max(fuzz.ratio(said, part) for part in (p.lower(), *p.lower().split())) for p in roster.people}
    top = max(likeness.values())
    best = [person for person, likely in likeness.items() if likely >= max(_ALIKE, top - 3)]
    return Name(name.start, name.end, best[0]) if len(best) == 1 else name
