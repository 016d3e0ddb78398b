"""The workings of one search, laid open: what was read, which knowledge fired and why, who gained.

For `./dev explain TEXT` and for people who tend the knowledge; never shown to customers.
"""

from dataclasses import dataclass, fields, replace
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
    parts: dict[str, float]
    """Each kind of evidence by its name; those that are nothing are left out."""


@dataclass(frozen=True, slots=True)
class Workings:
    """Everything about one search that a reader could ask for."""

    asked: Asked
    kinds: dict[str, float]
    fired: tuple[FiredHelp, ...]
    candidates: tuple[Candidate, ...]
    answer: Answer
    about: tuple[tuple[str, float], ...] = ()
    """The helps that the whole is most about by its meaning, and the share of each."""


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
                round(float(evidence.total[slot]), 3),
                {name: round(float(part[slot]), 3) for name, part in evidence.parts().items() if part[slot] > 0},
            )
            for slot in order
            if (offering := index.offering(slot)) is not None
        ),
        search(index, need, gazetteer=gazetteer, today=today),
        _about(index, asked),
    )


def _about(index: Index, asked: Asked, most: int = 3) -> tuple[tuple[str, float], ...]:
    if asked.about is None:
        return ()
    helps, shares = list(index.knowledge.layer.helps), asked.about**2
    return tuple((helps[place], round(float(shares[place]), 2)) for place in np.argsort(-shares)[:most].tolist())


def _fired(index: Index, asked: Asked, number: int) -> FiredHelp:
    fired = asked.helps[number]
    without = replace(asked, helps=asked.helps[:number] + asked.helps[number + 1 :])
    gain = weigh(index, asked).total - weigh(index, without).total
    best = [int(slot) for slot in np.argsort(-gain, kind="stable")[:5] if gain[slot] > 0.01]
    titles = tuple((o.title, round(float(gain[slot]), 3)) for slot in best if (o := index.offering(slot)) is not None)
    return FiredHelp(
        fired.help.id, fired.help.label, round(fired.strength, 3), fired.because, fired.help.reason, titles
    )


def told(workings: Workings) -> list[str]:
    """The workings as lines to print."""
    asked, answer = workings.asked, workings.answer
    lines = [f"Read as: {asked.text.strip()}"]
    lines += [f"Put right: {typed} -> {meant}" for typed, meant in asked.repaired]
    lines += [f"Limit: {field} = {value}" for field, value in _stated(asked)]
    if workings.about:
        lines.append(f"About: {', '.join(f'{help_id} {share:.2f}' for help_id, share in workings.about)}")
    lines += [f"One need of several: {part.text} [{part.help_id}]" for part in asked.parts]
    if asked.not_understood:
        lines.append(f"Not understood: {', '.join(asked.not_understood)}")
    if answer.danger is not None:
        lines.append(f"Danger ({answer.danger.kind}): {answer.danger.first_line}")
    if answer.signpost is not None:
        lines.append(f"Outside the market ({answer.signpost.kind}): {answer.signpost.first_line}")
    for fired in workings.fired:
        lines.append(f"Help {fired.strength:.2f}  {fired.label} [{fired.id}], because of: {'; '.join(fired.because)}")
        lines.append(f"           in the knowledge since: {fired.reason}")
        lines += [f"           +{gain:.2f}  {title}" for title, gain in fired.gained]
    lines += [
        f"{one.total:5.2f}  {'  '.join(f'{name} {part:.2f}' for name, part in one.parts.items())}  {one.title} [{one.id}]"
        for one in workings.candidates
    ]
    lines += [
        f"Shown ({match.confidence}): {match.offering_id}: {' · '.join(match.reasons)}" for match in answer.matches
    ]
    opens_up = answer.gate_report.opens_up
    return [*lines, opens_up] if opens_up else lines


def _stated(asked: Asked) -> list[tuple[str, object]]:
    found = asked.constraints
    stated = ((field.name, getattr(found, field.name)) for field in fields(found))
    return [(name, value) for name, value in stated if value]
