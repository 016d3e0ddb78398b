"""How sure a match is, and when the honest answer is nothing. Rules only: numbers in, a word out."""

from matching.answer import Confidence
from matching.asked import Asked
from matching.weights import STRONG_BY_WORDS, STRONG_WITH_MEANING

FAINT_HELP, FAINT_WORDS = 0.1, 0.3
"""Below both of these a need was not recognised at all."""
STRANGE, STRANGE_HELP = 0.2, 0.3
"""When so small a share of what was said is of this field, a help must be so sure to be believed."""
LIKE = 0.4
"""How alike in meaning a need and an offering are that speak of one thing."""


def recognised(asked: Asked, best_words: float, best_likeness: float = 0.0) -> bool:
    """Whether the need says anything this market could serve.

    The market's own list of what it never serves is asked before this (`matching.danger`); this is
    for the rest: empty text, small talk, another language, a need of quite another field.
    """
    surest = asked.helps[0].strength if asked.helps else 0.0
    if best_likeness >= LIKE:
        return True
    if surest < FAINT_HELP and best_words < FAINT_WORDS:
        return False
    return asked.understood >= STRANGE or surest >= STRANGE_HELP


def confidence(total: float, *, heard: bool) -> Confidence:
    """ "strong" from the score on at which four in five of what is shown first truly help (measured; `alongside fit weights`).

    `heard` says whether meaning counted towards the score.
    """
    return "strong" if total >= (STRONG_WITH_MEANING if heard else STRONG_BY_WORDS) else "possible"
