"""From a need in a person's own words to offerings, each with its reasons."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

import numpy as np

from matching.answer import Answer, GateReport, Match
from matching.asked import Asked, read_need
from matching.confidence import Strength, confidence, recognised
from matching.danger import look_for_danger, outside_the_market
from matching.explain import reasons
from matching.filters import Filters, Limits, refusals
from matching.index import Index
from matching.need import KnownPerson, Need
from matching.offering import Offering, Point
from matching.places import Gazetteer, point_of
from matching.rank import Evidence, prefer, weigh

Gates = Literal["text", "none"]

LOOKED_AT = 300
"""How far down the order the gates are asked, and refusals counted."""
TOO_FAINT = 0.2
"""What share of the best score an offering must have to be shown at all."""
GOOD_ENOUGH = 0.3
"""What share of the best score an offering that is shut out must have to count as a loss."""


def search(
    index: Index,
    need: Need,
    *,
    gates: Gates = "text",
    gazetteer: Gazetteer,
    today: date,
    limit: int = 10,
    filters: Filters | None = None,
) -> Answer:
    """Offerings for a need, best first, at most `limit`; an empty list means nothing suitable.

    With gates "text" the limits found in the words are applied as well as those of the person
    and of the page; with "none" they are only reported. Danger, and what no offering may serve,
    come before everything, with any gates. Never raises, whatever the text.
    """
    asked = ask(index, need, gazetteer=gazetteer, today=today)
    nothing = Answer(
        signpost=outside_the_market(need.text),
        danger=look_for_danger(need.text),
        found=asked.constraints,
        not_understood=asked.not_understood,
    )
    if nothing.danger is not None or nothing.signpost is not None:
        return nothing
    evidence = prefer(index, weigh(index, asked), need.known)
    if not recognised(asked, float(evidence.words.max(initial=0.0)), float(evidence.likeness.max(initial=0.0))):
        return nothing
    limits = limits_of(need, asked, gates, gazetteer, filters)
    matches, report = _through_the_gates(index, asked, evidence, limits, limit)
    return Answer(tuple(matches), found=asked.constraints, not_understood=asked.not_understood, gate_report=report)


def ask(index: Index, need: Need, *, gazetteer: Gazetteer, today: date) -> Asked:
    """Read a need with the index's own knowledge and words."""
    asked = read_need(
        need.text,
        knowledge=index.knowledge,
        gazetteer=gazetteer,
        today=today,
        in_catalogue=index.words.__contains__,
    )
    if index.meanings is None or index.voices is None or not asked.text.strip():
        return asked
    vector = index.meanings.encoder.encode([asked.text])[0]
    return replace(asked, vector=vector, helps=index.voices.heard(vector, asked.helps))


def limits_of(need: Need, asked: Asked, gates: Gates, gazetteer: Gazetteer, filters: Filters | None) -> Limits:
    """The limits in force. A place named in the words goes before the one known, unless gates are off."""
    places: tuple[Point, ...] = (need.point,) if need.point else ()
    if gates == "none":
        return Limits(places=places, known=need.known, filters=filters or Filters())
    centres = [gazetteer.centre_of(district) for district in asked.constraints.area]
    named = tuple(point_of(centre) for centre in centres if centre is not None)
    return Limits(asked.constraints, named or places, need.known, filters or Filters())


def _through_the_gates(
    index: Index, asked: Asked, evidence: Evidence, limits: Limits, limit: int
) -> tuple[list[Match], GateReport]:
    refused, alone = Counter[str](), Counter[str]()
    matches: list[Match] = []
    best = float(evidence.total.max(initial=0.0))
    for slot, offering in _best_first(index, evidence, limits, limit):
        if evidence.total[slot] < TOO_FAINT * best:
            break
        shut_out = refusals(offering, limits)
        if not shut_out:
            if len(matches) < limit:
                matches.append(_match(index, slot, offering, asked, evidence, limits))
        elif evidence.total[slot] >= GOOD_ENOUGH * best:
            refused.update(refusal.gate for refusal in shut_out)
            if len(shut_out) == 1:
                alone[shut_out[0].gate] += 1
    return matches, GateReport(dict(refused), dict(alone))


def _best_first(index: Index, evidence: Evidence, limits: Limits, limit: int) -> Iterator[tuple[int, Offering]]:
    """The best within reach, and the best of all (for what distance cost); ties by slot, stably."""
    within = np.where(index.reaching(limits.places), evidence.total, 0.0)
    near, far = (_top(scores) for scores in (within, evidence.total))
    for slot in sorted({*near, *far[: LOOKED_AT // 5]}, key=lambda slot: (-evidence.total[slot], slot)):
        offering = index.offering(slot)
        if offering is not None and evidence.total[slot] > 0:
            yield slot, offering


def _top(scores: np.ndarray[tuple[int], np.dtype[np.float32]]) -> list[int]:
    """The slots with the best scores above nothing, best first."""
    if len(scores) > LOOKED_AT * 4:
        few = np.argpartition(-scores, LOOKED_AT)[:LOOKED_AT]
        order = few[np.lexsort((few, -scores[few]))]
    else:
        order = np.argsort(-scores, kind="stable")[:LOOKED_AT]
    return [int(slot) for slot in order if scores[slot] > 0]


def _match(index: Index, slot: int, offering: Offering, asked: Asked, evidence: Evidence, limits: Limits) -> Match:
    metres = offering.metres_from(limits.places) if offering.travel_metres is not None else None
    known: KnownPerson | None = limits.known
    return Match(
        offering.id,
        round(float(evidence.total[slot]), 4),
        confidence(
            asked, Strength(float(evidence.words[slot]), float(evidence.helps[slot]), float(evidence.likeness[slot]))
        ),
        reasons(index, slot, asked, metres=metres, known=known),
        metres,
    )
