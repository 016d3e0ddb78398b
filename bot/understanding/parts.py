"""Parts of the day: morning to night, and the mealtimes that people tell the day by."""

import re
from dataclasses import dataclass

_PARTS: tuple[tuple[str, str], ...] = (
    (
        "lunchtime",
        r"lunch ?times?|lunch(?= (?:carer|girl|lady|lass|worker|person|one))|lunch(?=(?: ,)? (?:7/7|7 days|"
        r"daily|every day|mon|weekdays))|lunch (?:call|visit|slot|"
        r"run)s?|(?:at|over|for|around|by|before|after) "
        r"lunch(?! (?:club|with|out|at|in))|(?:dinner ?time|midday) (?:call|visit)s?",
    ),
    (
        "teatime",
        r"tea ?times?|tea(?= (?:carer|girl|lass|worker|person))|tea(?=(?: ,)? (?:7/7|7 days|daily|every day|"
        r"weekdays))|tea (?:call|visit|slot|run)s?|"
        r"(?:at|around|by|before|after) tea(?! (?:dance|"
        r"party|and))",
    ),
    (
        "bedtime",
        r"bed ?times?|bed (?:call|visit|slot|run)s?|(?:putting|put|get|getting|helping|help|seen|"
        r"see) (?:\w+ ){0,2}to bed|tuck (?:\w+ )in",
    ),
    ("morning", r"mornings?|first thing|a\.?m\.?|breakfast ?times?|breakfast (?:call|visit|run)s?|crack of dawn|am"),
    ("afternoon", r"afternoons?|p\.?m\.?|pm"),
    ("evening", r"evenings?|eve(?= (?:call|visit|slot|on|$))|tonight"),
    (
        "night",
        r"at nights?|night ?times?|(?:mon|tues|wednes|thurs|fri|satur|sun)day nights?(?! (?:bingo|"
        r"club))|last night|overnight(?= on)|nights?(?= (?:call|visit)(?!or))|(?:tomorrow|in the) "
        r"night|through the night|middle of the night",
    ),
)
_COMPILED = tuple((name, re.compile(rf"(?<![\w£])(?:{pattern})(?!\w)")) for name, pattern in _PARTS)
_NOT_A_PART = re.compile(
    r"(?:sick|ill|poorly|up|awake|bad|coughing) (?:\w+ )?(?:in the|all|through the) night|"
    r"(?:^|[.!?,] ?)(?:good )?(?:morning|afternoon|evening)(?= ?(?:[,.!]|all|love|duck|dear|"
    r"pet|mate|team|there|everyone|to you|folks|just|i|is|can|could|any|what|who|hi|hello|"
    r"alongside|$))|good (?:morning|afternoon|evening|night)|sleeping nights?|waking nights?|"
    r"night (?:sit\w*|care|owl)|i am(?= )|am i|good night|night night|all (?:morning|afternoon|"
    r"evening|night|day)|morning (?:all|everyone)|(?:the|our|her|his|that|my|mum 's|dad 's) "
    r"(?:morning|afternoon|evening|night|lunch|tea|bed) (?:carer|girl|lady|worker|lass|staff|"
    r"team|one|pa|person)|(?<=i )am|(?:she|he|it|time|any|what) (?:of )?(?:morning|night) "
    r"(?:is|was)|day and night|night and day|morning sickness|coffee mornings?|night ?dress|"
    r"evening (?:meal|class|primrose|dress|standard)|morning (?:coffee|prayer|paper|service)|"
    r"afternoon tea|birthday evening|sleep in (?:morning|night)"
)
_OF_A_WORKER = re.compile(
    r"(?:the|our|her|his|that|my|mum 's|dad 's) (?:morning|afternoon|evening|night|lunch|tea|bed) "
    r"(?:carer|girl|lady|worker|lass|staff|team|one|pa|person)$"
)
_DINNER = re.compile(r"(?<!\w)dinner ?(?:times?|call|visit)s?(?!\w)")


@dataclass(frozen=True)
class PartMention:
    """A part of day in `plain[start:end]`."""

    start: int
    end: int
    part: str


def find_parts(plain: str, *, of_workers: bool = False) -> list[PartMention]:
    """Every part of day told as a time, in order; greetings and names of services left out.

    `of_workers` keeps a part that only describes a worker ("my morning girl"), which tells which visit is meant.
    """
    out: list[PartMention] = []
    barred = [m.span() for m in _NOT_A_PART.finditer(plain) if not (of_workers and _OF_A_WORKER.match(m.group()))]
    for name, pattern in _COMPILED:
        for m in pattern.finditer(plain):
            if any(m.start() < e and s < m.end() for s, e in barred) or any(
                m.start() < p.end and p.start < m.end() for p in out
            ):
                continue
            if (
                m.group() == "am"
                and not re.match(r" (?:call|pc|visit|care|and pm|/|&|personal|slot|run)", plain[m.end() :])
                and re.search(r"(?:^|i|what|who|where|how|when|why|so|and i|that|than|[.?!]) ?$", plain[: m.start()])
            ):
                continue
            if m.group() == "pm" and re.search(r"\d $", plain[: m.start()]):
                continue
            out.append(PartMention(m.start(), m.end(), name))
    return sorted(out, key=lambda p: p.start)


def dinner_time(plain: str) -> bool:
    """Whether "dinner time" is said: noon to some and evening to others."""
    return bool(_DINNER.search(plain))
