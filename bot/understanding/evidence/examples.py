"""Evidence learnt from example messages: which words and pairs of words go with which intent.

A naive Bayes model over levelled words (every name, day, time, sum and relation made one and the same), counted from
`examples.txt` when first needed. It speaks where phrases known beforehand say little, and never alone decides an act
it is not sure of.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.understanding.evidence.weighing import RELATION

EXAMPLES = Path(__file__).with_name("examples.txt")
ROLES = {"C": "customer", "S": "supporter", "P": "provider", "B": "broker"}
_RELATIONS = re.compile(rf"(?<!\w)(?:my |our )?(?:{RELATION})(?!\w)")
_WORD = re.compile(r"[a-z]+|\?|£")
_SMOOTH = 0.2


@dataclass(frozen=True)
class Example:
    """A message somebody might send, the role they have, and what it asks for."""

    role: str
    intent: str
    text: str


def examples(lines: Iterable[str]) -> list[Example]:
    """Examples from lines of role|intent|text; empty lines and those that start with # are notes."""
    split = (line.strip().split("|", 2) for line in lines if line.strip() and not line.startswith("#"))
    return [Example(ROLES[role], intent, text) for role, intent, text in split]


def features(levelled: str) -> set[str]:
    """The words of a levelled message, and its pairs of neighbours."""
    words = ["^", *_WORD.findall(_RELATIONS.sub("rel", levelled)), "$"]
    return {*words[1:-1], *(f"{a} {b}" for a, b in pairwise(words))}


class Learnt:
    """Log-likelihoods of features by intent, with a say on how sure the best is."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        """`told` are (intent, levelled text)."""
        self._seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._messages: Counter[str] = Counter()
        for intent, levelled in told:
            self._seen[intent].update(features(levelled))
            self._messages[intent] += 1
        self._known = {f for counts in self._seen.values() for f in counts}

    def likely(self, levelled: str, among: Iterable[str]) -> Mapping[str, float]:
        """How likely each of these intents is, summing to one; empty where no word is known."""
        present = features(levelled) & self._known
        if not present:
            return {}
        logs = {intent: self._log(intent, present) for intent in among if self._messages[intent]}
        top = max(logs.values())
        shares = {intent: math.exp((value - top) * 0.7) for intent, value in logs.items()}
        whole = sum(shares.values())
        return {intent: share / whole for intent, share in shares.items()}

    def _log(self, intent: str, present: set[str]) -> float:
        count, counts = self._messages[intent], self._seen[intent]
        return sum(math.log((counts[f] + _SMOOTH) / (count + 2.5)) for f in present)
