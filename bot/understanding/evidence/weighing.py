"""Evidence for an intent: weighted turns of phrase, added up.

A cue is a pattern over the plain text and a weight; one point is enough for an intent to be taken. Negative weights
speak against. Patterns may be written over several lines.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\n\s*")

RELATION = (
    r"(?:bloke next door|daughter in law|brother in law|father in law|granddaughter|mother in law|"
    r"sister in law|stepdaughter|gran in law|grandfather|grandmother|stepbrother|great aunt|other half|"
    r"son in law|stepfather|stepmother|stepsister|neighbour|daughter|granddad|grandson|old lady|step dad|"
    r"step mum|brother|fiancee|grandad|grandma|grandpa|husband|in laws|old man|parents|partner|stepdad|"
    r"stepmum|stepson|auntie|babcia|cousin|father|feller|fiance|friend|grampa|gramps|granny|missus|mother|"
    r"nephew|sister|spouse|aunty|bairn|bampi|daddy|fella|folks|hubby|mummy|nanna|nanny|niece|nonna|uncle|"
    r"aunt|dadi|gran|mate|nain|nana|nani|taid|twin|wife|dad|mam|mom|mum|nan|son|da|ma|pa(?= in law))"
)
"""The longest first, so that a mother-in-law is no mother."""
WORKER = (
    r"(?:carers?|pas?|personal assistants?|helpers?|cleaners?|support workers?|workers?|girls?|"
    r"lass|lad|lady|woman|chap|sitters?|visitors?|gardeners?|someone|anyone|somebody|anybody|"
    r"nobody|driver|companion|care worker|enabler|man|men|bloke|fella|feller|gent|guy|volunteers?|pal|body)"
)


@dataclass(frozen=True)
class Cue:
    """One turn of phrase and how much it says for (or against) an intent."""

    weight: float
    pattern: re.Pattern[str]


def cue(weight: float, pattern: str) -> Cue:
    """A cue from a pattern; RELATION and WORKER stand for their words."""
    flat = _BREAK.sub("", pattern).replace("RELATION", RELATION).replace("WORKER", WORKER)
    return Cue(weight, re.compile(rf"(?<!\w)(?:{flat})(?!\w)"))


Evidence = Mapping[str, Sequence[Cue]]


def weigh(evidence: Evidence, plain: str) -> dict[str, float]:
    """The sum of what speaks for and against each intent, those of which anything speaks."""
    sums = {intent: sum(c.weight for c in cues if c.pattern.search(plain)) for intent, cues in evidence.items()}
    return {intent: total for intent, total in sums.items() if total}
