"""Danger learnt from examples: which words, pairs and beginnings of words tell of it.

Rules name what they know; this hears what they do not, by a logistic regression over the words of a message. It is learnt
beforehand by `python -m bot.understanding.fitting` from the invented messages beside it and kept as text in code: no file
can be missing, and nothing is learnt while the product runs.
"""

import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from matching.signs.kinds_of_words import kinds_in
from matching.signs.weights import WEIGHTS
from matching.signs.weights_more import WEIGHTS as MORE_WEIGHTS


@dataclass(frozen=True)
class Bar:
    """How far words alone must lean before they are taken for danger.

    `enough` for a message of some length, `of_few` for one of few words: "I come down the stairs on my bottom now" is a need. From
    `is_now` no word need say that it is happening; from `beyond_doubt` no search for help or lasting condition excuses it.
    """

    enough: float
    of_few: float
    is_now: float
    beyond_doubt: float


FOR_NEEDS = Bar(enough=3.0, of_few=3.2, is_now=4.5, beyond_doubt=6.5)
"""What is typed into a search box is a need, told sideways as often as not: there a wrong alarm sends somebody away."""
LIKELY = Bar(enough=1.8, of_few=2.6, is_now=2.0, beyond_doubt=3.6)
"""What is written to the bot may be a cry for help, and a wrong alarm costs one question."""
PERHAPS = Bar(enough=0.0, of_few=1.4, is_now=0.8, beyond_doubt=3.6)
"""Where nothing else is plainly asked for. Measured: `tests/bot/understanding/sets/README.md`."""
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
    """How far the words of a folded message lean to danger; nought is even (see `Bar`)."""
    weights, known = _weights()
    found = [weights.get(f, 0) for f in features(plain) if f in known]
    return (sum(found) + weights[""]) / SCALE / math.sqrt(len(found) + 1)


@cache
def _weights() -> tuple[dict[str, int], frozenset[str]]:
    """Weight by feature; "" is what speaks for danger before a word is read."""
    pairs = (entry.rpartition(":") for entry in f"{WEIGHTS}|{MORE_WEIGHTS}".split("|") if entry)
    told = {feature: int(weight) for feature, _, weight in pairs}
    return told, frozenset(told)
