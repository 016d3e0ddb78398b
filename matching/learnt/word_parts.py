"""A text as the small parts that a model can learn from: words, pairs of words, and bits of words.

Pairs tell who is to do what ("change the dressing" and "nurse changes"); bits of words carry slips of the finger and forms
of a word that were never seen.
"""

import re
from itertools import pairwise
from typing import Final

from matching.plain import fold
from matching.text.words import stem

BIT = 4
"""Letters in a bit of a word."""
_WORD: Final = re.compile(r"[a-z0-9']+")


def parts_of(text: str) -> set[str]:
    """The parts of a text, its beginning and end among them."""
    words = ["^", *(stem(word) for word in _WORD.findall(fold(text))), "$"]
    parts = set(words)
    parts.update(f"{one}_{two}" for one, two in pairwise(words))
    parts.update(f"{one}_*_{three}" for one, three in zip(words, words[2:], strict=False))
    parts.update(f"#{word[at : at + BIT]}" for word in words if len(word) > BIT for at in range(len(word) - BIT + 1))
    return parts
