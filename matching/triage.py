"""Whether a need is one to search for at all: rules, then what was learnt of needs that no rule names."""

from typing import Final

from matching.constraints.price import without_thrift
from matching.learnt.beyond import OTHER, Beyond, Heard, shipped, together
from matching.outside import Signpost, outside_the_market, signpost_of
from matching.vectors.ear import Listened

UNSAFE: Final = frozenset({"nursing", "illegal"})
"""Kinds in which a suggestion could do harm."""
ACCUSING: Final = "illegal"
"""The kind that is said to somebody only when it is sure."""
CLEARLY: Final = 0.6
"""The share a kind must have to be named: nobody is told that they ask for something unlawful on a guess."""
SURELY_FINE: Final = -2.0
"""The surplus below which the model of words is so sure that a need is fine that a rule's word against it does not count,
unless the rule is about harm."""
FINE, SAFE = -1.0, -2.0
"""The same where the ear has listened too; the second for rules about harm."""
SOONER: Final = 0.5
"""By how much less a need is turned away that sounds like harm: a suggestion would be worse there than none. On seven sets that only
totals are read of, 97 in 100 harmful needs were turned away with it and 2.0 in 100 fine ones; with 0.7 97 and 3.1, with 0.3 96 and 1.6."""

SOONER_BY_WORDS: Final = 0.8
"""The same where nobody listens but the words: of harmful needs 87 and 84 in 100 are turned away on four sets and on five (79 and 83
without it), of fine ones 2.8 and 0.8 (2.1 and 0.8)."""


def turned_away(text: str, listened: Listened | None = None, learnt: Beyond | None = None) -> Signpost | None:
    """Who serves this instead, when no offering here may or can; None for a need to search for. Danger is asked before.

    `listened` is what the ear heard, where there is one: with it 82 in 100 of what is outside was found among lessons kept aside, and
    5 in 100 that only look so; by words alone 35, and 1.5.
    """
    model = learnt or shipped()
    ruled = outside_the_market(text)
    if model is None:
        return ruled
    by_words = model.hears(without_thrift(text))
    if listened is None:
        overruled = ruled is not None and ruled.kind not in UNSAFE and by_words.surplus < SURELY_FINE
        sooner = SOONER_BY_WORDS if by_words.kind in UNSAFE else 0.0
        return ruled if ruled and not overruled else _named(by_words, model.sure, sooner=sooner)
    heard = together(by_words, listened.beyond)
    overruled = ruled is not None and heard.surplus < (SAFE if ruled.kind in UNSAFE else FINE)
    if ruled and not overruled:
        return ruled
    return _named(heard, listened.sure, sooner=SOONER if heard.kind in UNSAFE else 0.0)


def _named(heard: Heard, sure: float, sooner: float = 0.0) -> Signpost | None:
    if heard.surplus <= sure - sooner:
        return None
    guessed = heard.clearly < CLEARLY or (heard.kind == ACCUSING and heard.surplus <= sure)
    return signpost_of(OTHER if guessed else heard.kind)
