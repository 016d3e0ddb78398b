"""Text as the needs layer compares it: set phrases made one word, words of one meaning made one, roots."""

from itertools import pairwise
from typing import Final

from matching.text.same import MEANT, lost_verbs, together
from matching.text.words import is_content, stem, words

_ANYBODY = """
my her his their our your the a an i he she they we you mum dad gran nan mother father husband wife partner son daughter sister brother
grandad mam him them me us mum's dad's
"""


def meanings(text: str) -> list[str]:
    """The tokens the layer compares: set phrases made one, words of one meaning made one, roots."""
    joined = together(text)
    plain = [root(word) for word in words(joined) if is_content(word)]
    return plain + [f"no~{root(word)}" for word in lost_verbs(joined) if is_content(word)]


def pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words, little ones too: they tell "can't do up my buttons" from "a button is off"."""
    plain = [_PLACEHOLDERS.get(word, word) for word in words(text)]
    return frozenset(pairwise(plain))


_PLACEHOLDERS: Final = dict.fromkeys(_ANYBODY.split(), "somebody")


def root(word: str) -> str:
    """A word as the layer compares it."""
    bare = word.removesuffix("'s")
    return stem(MEANT.get(bare, bare))
