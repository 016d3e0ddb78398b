"""From a need in a person's own words to offerings, each with its reasons."""

from collections import Counter
from datetime import date
from typing import Literal

import numpy as np

from matching.answer import Answer, GateReport, Match
from matching.asked import Asked, read_need
from matching.danger import look_for_danger, outside_the_market
from matching.explain import reasons
from matching.filters import Filters, Limits, refusals
from matching.index import Index
from matching.need import Need
from matching.offering import Point
from matching.places import Gazetteer, point_of
from matching.postings import Floats
from matching.rank import weigh

Gates = Literal["text", "none"]

LOOKED_AT = 300
"""How far down the order the gates are asked, and refusals counted."""


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
    and of the page; with "none" they are only reported. Never raises for any text.
    """
    asked = read_need(
        need.text,
        knowledge=index.knowledge,
        gazetteer=gazetteer,
        today=today,
        in_catalogue=index.words.__contains__,
    )
    danger = look_for_danger(need.text)
    signpost = outside_the_market(need.text)
    if danger is not None or signpost is not None:
        return Answer(signpost=signpost, danger=danger, found=asked.constraints, not_understood=asked.not_understood)
    limits = _limits(need, asked, gates, gazetteer, filters)
    evidence = weigh(index, asked)
    reach = index.reaching(limits.places)
    scores = np.where(reach, evidence.total, 0.0).astype(np.float32)
    report = Counter[str]()
    only = Counter[str]()
    matches: list[Match] = []
    for slot in _best_first(scores):
        offering = index.offering(slot)
        if offering is None:
            continue
        refused = refusals(offering, limits)
        if refused:
            report.update(r.gate for r in refused)
            if len(refused) == 1:
                only[refused[0].gate] += 1
        elif len(matches) < limit:
            metres = offering.metres_from(limits.places)
            matches.append(Match(offering.id, float(scores[slot]), "possible", reasons(offering, metres), metres))
    return Answer(
        tuple(matches),
        found=asked.constraints,
        not_understood=asked.not_understood,
        gate_report=GateReport(dict(report), dict(only)),
    )


def _best_first(scores: Floats) -> list[int]:
    """The best slots, ties by slot, so that the same question has the same answer."""
    order = np.argsort(-scores, kind="stable")[:LOOKED_AT]
    return [int(slot) for slot in order if scores[slot] > 0]


def _limits(need: Need, asked: Asked, gates: Gates, gazetteer: Gazetteer, filters: Filters | None) -> Limits:
    places: tuple[Point, ...] = (need.point,) if need.point else ()
    if gates == "none":
        return Limits(places=places, known=need.known, filters=filters or Filters())
    centres = [gazetteer.centre_of(district) for district in asked.constraints.area]
    named = tuple(point_of(centre) for centre in centres if centre is not None)
    return Limits(asked.constraints, named or places, need.known, filters or Filters())
