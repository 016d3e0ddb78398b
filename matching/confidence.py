"""How sure a match is, and when the honest answer is nothing. Rules only: numbers in, a word out."""

from matching.answer import Confidence
from matching.asked import Asked
from matching.weights import FAINT_WITH_MEANING, STRONG_BY_WORDS, STRONG_WITH_MEANING

FAINT_HELP, FAINT_WORDS = 0.1, 0.3
"""Below both of these a need was not recognised at all."""
STRANGE, STRANGE_HELP = 0.2, 0.3
"""When so small a share of what was said is of this field, a help must be so sure to be believed."""
OF_THE_BEST, OF_THE_BEST_HEARD = 0.3, 0.35
"""What share of the best score an offering must have to be shown at all: by words, and where the ear listened and is surer."""
LIKE = 0.4
"""How alike in meaning a need and an offering are that speak of one thing."""


def recognised(asked: Asked, best_words: float, best_likeness: float = 0.0) -> bool:
    """Whether the need says anything this market could serve.

    The market's own list of what it never serves is asked before this (`matching.danger`); this is
    for the rest: empty text, small talk, another language, a need of quite another field.
    """
    if best_likeness >= LIKE:
        return True
    if asked.surest < FAINT_HELP and best_words < FAINT_WORDS:
        return False
    return asked.understood >= STRANGE or asked.surest >= STRANGE_HELP


def confidence(total: float, *, heard: bool) -> Confidence:
    """ "strong" from the score on at which four in five of what is shown first truly help (measured; `alongside fit weights`).

    `heard` says whether meaning counted towards the score.
    """
    return "strong" if total >= (STRONG_WITH_MEANING if heard else STRONG_BY_WORDS) else "possible"


def too_faint(best: float, *, listened: bool) -> float:
    """The score under which nothing is shown, where the best of all offerings has `best`, let through by the gates or not.

    Under `OF_THE_BEST` none was found to meet a need as it stands. Where the ear listened there is also a fitted score under
    which fewer than one in ten help at all; without it scores are too near one another for that.
    """
    return max(OF_THE_BEST_HEARD * best, FAINT_WITH_MEANING) if listened else OF_THE_BEST * best
