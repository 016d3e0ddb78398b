"""Danger learnt from examples: which words, pairs and beginnings of words tell of it.

Rules name what they know; this hears what they do not, by a logistic regression over the words of a message. It is learnt
beforehand by `python -m bot.understanding.fitting` from the invented messages beside it and kept as text in code: no file
can be missing, and nothing is learnt while the product runs.
"""

import math
import re
from functools import cache
from itertools import pairwise

from matching.signs.weights import WEIGHTS

SURE, SURE_OF_FEW = 1.5, 2.4
"""From here words alone are taken for danger, fewer than ten of them on a surer leaning: "I come down the stairs on my bottom now"
is a need. Measured on four sets of messages that none of it was learnt from: wrong about none of 506 others."""
SCALE = 100
"""Weights are kept as whole hundredths."""

_WORD = re.compile(r"[a-z]+")
_WHO = re.compile(
    r"\b(?:mum|mam|mom|dad|nan|nana|nanna|gran|grandma|grandad|granddad|grandpa|husband|wife|mother|father|brother|sister|"
    r"son|daughter|uncle|aunt|auntie|grandson|client|he|she|(?:mr|mrs|miss|ms) [a-z]+)\b"
)
_MOST_WORDS = 60


def features(plain: str) -> frozenset[str]:
    """What of a folded message is learnt on: whoever it is about is made one; only its first sixty words count."""
    words = ["^", *_WORD.findall(_WHO.sub("who", plain))[:_MOST_WORDS], "$"]
    return frozenset(
        {
            *words[1:-1],
            *(f"{a} {b}" for a, b in pairwise(words)),
            *(f"~{w[:4]}" for w in words if len(w) > 4),
        }
    )


def leaning(plain: str) -> float:
    """How far the words of a folded message lean to danger; nought is even, `SURE` is enough."""
    weights, known = _weights()
    found = [weights.get(f, 0) for f in features(plain) if f in known]
    return (sum(found) + weights[""]) / SCALE / math.sqrt(len(found) + 1)


@cache
def _weights() -> tuple[dict[str, int], frozenset[str]]:
    """Weight by feature; "" is what speaks for danger before a word is read."""
    pairs = (entry.rpartition(":") for entry in WEIGHTS.replace("\n", "").split("|") if entry)
    told = {feature: int(weight) for feature, _, weight in pairs}
    return told, frozenset(told)
