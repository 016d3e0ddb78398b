"""Evidence for an intent: weighted turns of phrase, added up.

A cue is a pattern over the plain text and a weight; one point is enough for an intent to be taken. Negative weights
speak against. Patterns may be written over several lines.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\n\s*")

RELATION = (
    r"(?:mum|mam|mom|mummy|mother|mother in law|ma|dad|daddy|father|father in law|da|pa(?= in "
    r"law)|nan|nana|nanna|nanny|gran|granny|grandma|grandmother|"
    r"grandad|granddad|grandpa|grandfather|gramps|grampa|husband|hubby|wife|missus|partner|son|"
    r"daughter|brother|sister|uncle|aunt|auntie|aunty|"
    r"neighbour|friend|mate|cousin|nephew|niece|old man|old lady|other half|parents|folks|"
    r"grandson|granddaughter|bairn|fella|feller|bloke next door|twin|stepdad|stepmum|"
    r"stepmother|stepfather|in laws|gran in law|nain|taid|bampi|nonna|dadi|nani|babcia)"
)
WORKER = (
    r"(?:carers?|pas?|personal assistants?|helpers?|cleaners?|support workers?|workers?|girls?|"
    r"lass|lad|lady|woman|chap|sitters?|visitors?|gardeners?|someone|anyone|somebody|anybody|"
    r"nobody|driver|companion|care worker|enabler)"
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
