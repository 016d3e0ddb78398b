"""What of a message is learnt on: its words, pairs of words and beginnings of words, with names, days and sums levelled."""

import re
from itertools import pairwise

from bot.understanding.evidence.weighing import RELATION

_RELATIONS = re.compile(rf"(?<!\w)(?:my |our |the )?(?:{RELATION})(?!\w)")
_WORD = re.compile(r"[a-z]+|\?|£|\d+")
_MOST_WORDS = 80


def features(levelled: str, role: str) -> frozenset[str]:
    """The features of a levelled message said by somebody in this role; only its first eighty words count."""
    told = _WORD.findall(_RELATIONS.sub("rel", levelled))[:_MOST_WORDS]
    words = ["^", *("0" if w.isdigit() else w for w in told), "$"]
    return frozenset(
        {
            *words[1:-1],
            *(f"{a} {b}" for a, b in pairwise(words)),
            *(f"{a}_{b}" for a, b in zip(words, words[2:], strict=False)),
            *(f"~{w[:4]}" for w in words if len(w) > 4),
            *(f"first {w}" for w in words[1:3]),
            f"role {role}",
        }
    )
