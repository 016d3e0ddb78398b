"""Danger learnt from examples: which words, pairs and beginnings of words tell of it.

Rules name what they know; this hears what they do not, by a logistic regression over the words of a message. It is learnt
beforehand by `python -m bot.understanding.fitting` from the invented messages beside it and kept as text in code: no file
can be missing, and nothing is learnt while the product runs.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from matching.signs import weights
from matching.signs.kinds_of_words import kinds_in

SCALE = 100
"""Weights are kept as whole hundredths."""
FOLDER: Final = Path(weights.__file__).parent

_WORD = re.compile(r"[a-z]+")
_WHO = re.compile(
    r"\b(?:mum|mam|mom|dad|nan|nana|nanna|gran|grandma|grandad|granddad|grandpa|husband|wife|mother|father|brother|sister|"
    r"son|daughter|uncle|aunt|auntie|grandson|client|he|she|(?:mr|mrs|miss|ms) [a-z]+)\b"
)
_MOST_WORDS = 60


def features(plain: str) -> frozenset[str]:
    """What of a folded message is learnt on: whoever it is about is made one; only its first sixty words count."""
    told = _WORD.findall(_WHO.sub("who", plain))[:_MOST_WORDS]
    words = ["^", *told, "$"]
    return frozenset(
        {
            *told,
            *kinds_in(told),
            *(f"{a} {b}" for a, b in pairwise(words)),
            *(f"~{w[:4]}" for w in words if len(w) > 4),
        }
    )


def leaning(plain: str) -> float:
    """How far the words of a folded message lean to danger; nought is even."""
    return leaning_by(_weights(), plain) / SCALE


def leaning_by(weights: Mapping[str, float], plain: str) -> float:
    """The same by any weights: features that have none count for nothing, "" speaks before a word is read."""
    found = [weights[feature] for feature in features(plain) if feature in weights]
    return (sum(found) + weights[""]) / math.sqrt(len(found) + 1)


@cache
def _weights() -> dict[str, int]:
    """Weight by feature; "" is what speaks for danger before a word is read."""
    pairs = (entry.rpartition(":") for entry in weights.WEIGHTS.split("|") if entry)
    return {feature: int(weight) for feature, _, weight in pairs}
