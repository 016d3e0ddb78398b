"""Whether a need is one to search for at all: rules first, then what was learnt of needs that no rule names."""

from typing import Final

from matching.learnt.beyond import OTHER, Beyond, shipped
from matching.outside import Signpost, outside_the_market, signpost_of

UNSAFE: Final = frozenset({"nursing", "illegal"})
"""Kinds in which a suggestion could do harm: the learnt model never overrules a rule of these."""
CLEARLY: Final = 0.6
"""The share a kind must have to be named: nobody is told that they ask for something unlawful on a guess."""
SURELY_FINE: Final = -2.5
"""The surplus below which the model is so sure that a need is fine that another rule's word against it does not count."""


def turned_away(text: str, learnt: Beyond | None = None) -> Signpost | None:
    """Who serves this instead, when no offering here may or can; None for a need to search for. Danger is asked before."""
    model = learnt or shipped()
    ruled = outside_the_market(text)
    if model is None:
        return ruled
    heard = model.hears(text)
    if ruled is not None:
        return None if ruled.kind not in UNSAFE and heard.surplus < SURELY_FINE else ruled
    if heard.surplus <= model.sure:
        return None
    return signpost_of(heard.kind if heard.clearly >= CLEARLY else OTHER)
