"""How sure a match is, and when the honest answer is nothing. Rules only: numbers in, a word out."""

from dataclasses import dataclass

from matching.answer import Confidence
from matching.asked import Asked

FAINT_HELP, FAINT_WORDS = 0.1, 0.3
"""Below both of these a need was not recognised at all."""
STRANGE, STRANGE_HELP = 0.2, 0.3
"""When so small a share of what was said is of this field, a help must be so sure to be believed."""
LIKE, VERY_LIKE = 0.4, 0.5
"""How alike in meaning a need and an offering are that speak of one thing, and that are much the same."""
SURE_HELP, SURE_GIVEN, SURE_WORDS = 0.6, 0.7, 0.8


@dataclass(frozen=True, slots=True)
class Strength:
    """The evidence for one offering, each part from 0 to about 1."""

    words: float
    helps: float
    likeness: float = 0.0


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


def confidence(asked: Asked, strength: Strength) -> Confidence:
    """ "strong" when the need was clearly heard and the offering clearly gives it, or says the same words."""
    surest = asked.helps[0].strength if asked.helps else 0.0
    heard_and_given = surest >= SURE_HELP and strength.helps >= SURE_GIVEN
    same_words = strength.words >= SURE_WORDS and strength.helps >= SURE_GIVEN / 2
    same_meaning = strength.likeness >= VERY_LIKE and strength.helps >= SURE_GIVEN / 2
    return "strong" if heard_and_given or same_words or same_meaning else "possible"
