"""The part of the day that a need states for the support itself."""

import re
from typing import Final

from matching.constraints.deadlines import without_deadlines
from matching.constraints.found import TimeOfDay

_PARTS: Final[tuple[tuple[TimeOfDay, re.Pattern[str]], ...]] = (
    (
        "night",
        re.compile(
            r"\b(?:overnight|night ?times?|nights|waking night|a sleep[- ]in|sleep-ins?|sleep ins|"
            r"(?:some(?:one|body)|student|lodger|person|carer|PA) (?:to |who'd |who could |could )?sleep in|"
            r"sleep in(?=\s*(?:x|\d|,|$))|sleep in (?:nights?|carers?|workers?|PAs?|cover|shifts?|staff|support|care)|sleeping night|"
            r"through the night|night sit\w*|night ca\w+|the night shift|night cover|"
            r"(?:stay|sleep|sit up)\w*\s+(?:over\s+|here\s+|with \w+\s+)?(?:on |every |each )?"
            r"(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+night)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "evening",
        re.compile(
            r"\b(?:evenings?|of an evening|after tea|bed ?time|tea ?time|"
            r"(?<!gone )(?<!went )(?<!confined )(?<!taken )(?<!retired )to[- ]bed|bed calls?|tuck[- ]?in|tuck\w* (?:him|her|me|them|"
            r"mum|dad) in|ready for bed|before bed|(?<!the )last thing(?! (?:i|he|she|we|you|they|on|anyone|before|that))|"
            r"settl\w+ (?:me|him|her|them|mum|dad) (?:down )?for the night|supper ?(?:calls?|visits?|time)|in the eve|"
            r"into (?:my|her|his|their) (?:nightie|night ?clothes|night ?things|pyjamas|pjs)|"
            r"(?:a\.?m|p\.?m|breakfast|lunch) ?(?:,|&|\+|/|and) ?tea\b(?! and)|"
            r"(?<!last )(?<!that )(?<!one )(?<!it's )(?<!stay )(?<!sleep )(?<!over )(?:mon|tue|wed|thu|fri|sat|sun)\w* night|"
            r"gigs?(?! (?:row|club|boat|econ))|night ?clubs?|clubbing|"
            r"(?:to|see|at) (?:a|the) (?:west end |musical |drag |comedy |big |proper )?show(?! (?:home|room|case|me|that)))\b",
            re.IGNORECASE,
        ),
    ),
    ("afternoon", re.compile(r"\b(?:afternoons?|p\.?m|lunch ?(?:,|&|\+|/|and) ?tea)\b", re.IGNORECASE)),
    (
        "morning",
        re.compile(
            r"\b(?:mornings?|first thing|a\.?m|in the morn|breakfast ?(?:time|calls?|visits?|(?:,|&|\+|/|and) ?(?:lunch|tea)))\b",
            re.IGNORECASE,
        ),
    ),
)
_MAYBE_NIGHT: Final = re.compile(
    r"\b(?:(?:every|each|at|all|a|of a) night|after dark|small hours|middle of the night)\b", re.IGNORECASE
)
"""The night told of: it is asked for only beside words for somebody being there."""
_THERE: Final = re.compile(
    r"\b(?:some(?:one|body|where)|any(?:one|body|where)|person|carers?|sitters?|PAs?|workers?|body|nurses?|helper|"
    r"lady|bloke|company|cover|care|support|help|calls?|needs?|needing|stay|sit|sits|sitting|awake|be left|"
    r"who(?:'d| will| can| could| would)|see (?:me|him|her)|be (?:here|there|with)|wanders?|wandering|"
    r"(?:with|beside) (?:him|her|me|us|them|mum|dad)|turn(?:ed|ing)|check(?:ed|s|ing)?|look(?:ing|ed)? in)\b|"
    r"\b(?:he|she|mum|dad|gran|nan|husband|wife|son|daughter)(?:'s| is)?\s+up\b|\bup and down\b|"
    r"\b(?:several|two|three|four|five|six|seven|ten|\d+) times\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"\b(?:need|want|get|some|my|our|no|proper|decent)\s+(?:\w+\s+)?sleep\b|\bnight's sleep\b|\blie down\b|"
    r"\bheads? down\b|\ba rest\b",
    re.IGNORECASE,
)
_EVENT: Final = r"(?:quiz|bingo|games?|film|music|open mic|karaoke|darts|disco|club|social|comedy)"
_NIGHT_OUT: Final = re.compile(
    rf"\bnights? out\b(?!side)|\b(?:to bed|last thing) (?:at|each|every|of a) night\b|\b{_EVENT} nights?\b",
    re.IGNORECASE,
)
"""Nights that are evenings."""
_OUTING: Final = re.compile(
    r"\b(?:go(?:ing)? out|get out|somewhere to go|pub|clubs?|gigs?|dancing|disco|quiz|bingo|karaoke|theatre|cinema|"
    r"film|meal out|darts|skittles|drinking|to the dogs)\b",
    re.IGNORECASE,
)
_DAY_NIGHTS: Final = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)\w* nights\b|\bof a night\b", re.IGNORECASE)
_ALL_ROUND: Final = re.compile(
    r"\bday and night\b|\bnight and day\b|\bround the clock\b|\b24[ -]?(?:hours?|hrs?|/ ?7)\b", re.I
)
_OVERNIGHT: Final = re.compile(r"\bovernight\b", re.IGNORECASE)
_FROM_SIX: Final = re.compile(r"\b(?:after|from)\s+[5-9](?:[:.]\d{2})?\s*p\.?m\b", re.IGNORECASE)
_BEFORE_NINE: Final = re.compile(r"\bbefore\s+(?:[7-9]|1[01])(?:[:.]\d{2})?\s*a\.?m\b", re.IGNORECASE)
_ONCE: Final = re.compile(r"\b(?:used to|was|were|went)\b", re.IGNORECASE)
_A_DAYS_NIGHT: Final = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)\w* nights?\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?;]\s")
_NOT_ASKED: Final = re.compile(
    r"\b(?:last night|the other night|good (?:night|morning|afternoon|evening)|tonight|"
    r"this (?:morning|afternoon|evening)|coffee mornings?|"
    r"night light|i am|in the night|\d+ ?[ap]\.?m|until the morning|all day|"
    r"a night in|night[- ]?mares?|"
    r"(?:till?|until|past|before) [\w.]+(?: o'?clock)? (?:most|some|many) (?:mornings|afternoons|evenings|nights)|"
    r"(?:two|three|four|five|several|a few|\d+) (?:mornings|afternoons|evenings|nights) (?:a|each|per|every) week|"
    r"(?:one|two|three|four|\d+) nights?(?: in a| away| of)|nights? away)\b",
    re.IGNORECASE,
)


def find_part(text: str) -> TimeOfDay | None:
    """The one part of the day asked for; None where none, several or all are."""
    asked = _BEFORE_NINE.sub(" morning ", _FROM_SIX.sub(" evening ", without_deadlines(text)))
    asked = _NIGHT_OUT.sub(" evening ", _NOT_ASKED.sub(" ", asked))
    asked = " . ".join(_A_DAYS_NIGHT.sub(" ", said) if _ONCE.search(said) else said for said in _SENTENCE.split(asked))
    if _OUTING.search(asked):
        asked = _DAY_NIGHTS.sub(" evening ", asked)
    found = [part for part, pattern in _PARTS if pattern.search(asked)]
    if "night" not in found and _somebody_at_night(asked):
        found.insert(0, "night")
    if "night" in found:
        if _ALL_ROUND.search(text) and not _OVERNIGHT.search(text):
            return None
        if len(found) == 2:
            return "night"
    return found[0] if len(found) == 1 else None


def _somebody_at_night(text: str) -> bool:
    """Whether somebody is to be there in the night, and not only something happens in it."""
    told = [sentence for sentence in _SENTENCE.split(text) if _MAYBE_NIGHT.search(sentence)]
    return bool(told) and (bool(_REST.search(text)) or any(_THERE.search(sentence) for sentence in told))
