"""Packages: for each of several outcomes, who would serve it and what that costs, and who would serve more than one.

What a plan's package planner chooses from; it decides nothing itself.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.answer import Answer, Confidence
from matching.index import Index
from matching.need import Need
from matching.places import Gazetteer
from matching.search import Gates, search


@dataclass(frozen=True, slots=True)
class Choice:
    """One offering for one outcome. `pence` is the price of one `unit`; None where no price is given, 0 where it is free."""

    offering_id: str
    score: float
    confidence: Confidence
    reasons: tuple[str, ...]
    pence: int | None
    unit: str
    serves: tuple[int, ...]
    """Numbers of all the outcomes, from nought, among whose choices it stands: one person for several is less to arrange."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found for one outcome; with no choices, `answer` says why."""

    choices: tuple[Choice, ...]
    answer: Answer


def package(
    index: Index,
    needs: Sequence[Need],
    *,
    gazetteer: Gazetteer,
    today: date,
    gates: Gates = "text",
    each: int = 6,
) -> tuple[Outcome, ...]:
    """Choices for each need, best first, at most `each`, in the order of the needs."""
    answers = [search(index, need, gates=gates, gazetteer=gazetteer, today=today, limit=each) for need in needs]
    serving: dict[str, list[int]] = {}
    for number, answer in enumerate(answers):
        for match in answer.matches:
            serving.setdefault(match.offering_id, []).append(number)
    return tuple(Outcome(_choices(index, answer, serving), answer) for answer in answers)


def _choices(index: Index, answer: Answer, serving: dict[str, list[int]]) -> tuple[Choice, ...]:
    found = ((match, index.get(match.offering_id)) for match in answer.matches)
    return tuple(
        Choice(
            match.offering_id,
            match.score,
            match.confidence,
            match.reasons,
            0 if offering.is_free else offering.price_pence,
            offering.price_unit,
            tuple(serving[match.offering_id]),
        )
        for match, offering in found
        if offering is not None
    )


def serving_most(outcomes: Sequence[Outcome]) -> list[tuple[str, int]]:
    """Offerings that serve more than one outcome, and how many, most first; ties by id."""
    many = Counter(choice.offering_id for outcome in outcomes for choice in outcome.choices)
    return sorted(((one, times) for one, times in many.items() if times > 1), key=lambda pair: (-pair[1], pair[0]))
