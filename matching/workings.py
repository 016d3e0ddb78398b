"""The workings of one search, laid open: what was read, which knowledge fired and why, who gained.

For `./dev explain TEXT` and for people who tend the knowledge; never shown to customers.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from matching.answer import Answer
from matching.asked import Asked
from matching.index import Index
from matching.need import Need
from matching.places import Gazetteer
from matching.rank import kinds_needed, weigh
from matching.search import ask, search


@dataclass(frozen=True, slots=True)
class FiredHelp:
    """A help that fired: how surely, by which phrases, why it is in the knowledge, and who gained most."""

    id: str
    label: str
    strength: float
    because: tuple[str, ...]
    reason: str
    gained: tuple[tuple[str, float], ...]
    """Titles of offerings and what their score would lose without this help, most first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offering high in the order and the parts of its score, each from 0 to about 1."""

    id: str
    title: str
    total: float
    words: float
    helps: float
    kinds: float


@dataclass(frozen=True, slots=True)
class Workings:
    """Everything about one search that a reader could ask for."""

    asked: Asked
    kinds: dict[str, float]
    fired: tuple[FiredHelp, ...]
    candidates: tuple[Candidate, ...]
    answer: Answer


def explain(
    index: Index, text: str, *, gazetteer: Gazetteer, today: date, helps: int = 8, candidates: int = 10
) -> Workings:
    """Search for a text and lay open how the answer came about. Never raises, whatever the text."""
    need = Need(text)
    asked = ask(index, need, gazetteer=gazetteer, today=today)
    evidence = weigh(index, asked)
    order = [int(slot) for slot in np.argsort(-evidence.total, kind="stable")[:candidates] if evidence.total[slot] > 0]
    return Workings(
        asked,
        kinds_needed(asked),
        tuple(_fired(index, asked, number) for number in range(min(helps, len(asked.helps)))),
        tuple(
            Candidate(
                offering.id,
                offering.title,
                *(
                    round(float(part[slot]), 3)
                    for part in (evidence.total, evidence.words, evidence.helps, evidence.kinds)
                ),
            )
            for slot in order
            if (offering := index.offering(slot)) is not None
        ),
        search(index, need, gazetteer=gazetteer, today=today),
    )


def _fired(index: Index, asked: Asked, number: int) -> FiredHelp:
    fired = asked.helps[number]
    without = replace(asked, helps=asked.helps[:number] + asked.helps[number + 1 :])
    gain = weigh(index, asked).total - weigh(index, without).total
    best = [int(slot) for slot in np.argsort(-gain, kind="stable")[:5] if gain[slot] > 0.01]
    titles = tuple((o.title, round(float(gain[slot]), 3)) for slot in best if (o := index.offering(slot)) is not None)
    return FiredHelp(
        fired.help.id, fired.help.label, round(fired.strength, 3), fired.because, fired.help.reason, titles
    )
