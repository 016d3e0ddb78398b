"""From a need in a person's own words to offerings, each with its reasons."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

import numpy as np

from matching.answer import Answer, GateReport, Match
from matching.asked import Asked, read_need, surest_of
from matching.believed import believed
from matching.columns import Mask
from matching.confidence import confidence, recognised, too_faint
from matching.constraints.price import without_thrift
from matching.danger import UNCLEAR, Alarm, look_for_danger
from matching.explain import reasons
from matching.filters import Filters, Gatekeeper, Limits
from matching.index import Index
from matching.knowledge.needs import Fired
from matching.need import KnownPerson, Need
from matching.offering import Offering, Point
from matching.openings import opening
from matching.places import Gazetteer, point_of
from matching.postings import Floats
from matching.rank import Evidence, highest, prefer, weigh
from matching.triage import turned_away

Gates = Literal["text", "none"]

LOOKED_AT = 300
"""How far down the order the gates are asked, and refusals counted, where enough are found among so many."""
LOOKED_AT_MOST = 6000
"""How far down they are asked where the gates shut out nearly everybody."""
FIRST = 5
"""Places among which each of several needs is to be served: one page of a telephone."""
GIVES = 0.3
"""How surely an offering must give a help to serve the part that calls for it."""
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
    come before everything, with any gates. Where danger is only suspected ("unclear") the answer carries
    its question beside what was found: who shows it asks first. Never raises, whatever the text.
    """
    asked = ask(index, need, gazetteer=gazetteer, today=today)
    nothing = Answer(
        signpost=turned_away(need.text, asked.listened),
        danger=look_for_danger(need.text, _alarm_in(asked)),
        found=asked.constraints,
        not_understood=asked.not_understood,
    )
    if nothing.signpost is not None or (nothing.danger is not None and nothing.danger.kind != UNCLEAR):
        return nothing
    limits = limits_of(need, asked, gates, gazetteer, filters)
    zone = index.zone(limits.places)
    reached = index.reaching(limits.places, zone)
    evidence = prefer(index, weigh(index, asked, zone=zone, within=reached), need.known)
    if not recognised(asked, float(evidence.words.max(initial=0.0)), float(evidence.likeness.max(initial=0.0))):
        return nothing
    matches, report = _through_the_gates(index, asked, evidence, reached, limits, limit)
    matches = _each_part_served(index, asked, matches)
    return replace(nothing, matches=tuple(matches), gate_report=report)


def _alarm_in(asked: Asked) -> Alarm | None:
    """What was heard of danger when the need was listened to."""
    heard = asked.listened.danger if asked.listened else None
    return None if heard is None else lambda _: heard


def ask(index: Index, need: Need, *, gazetteer: Gazetteer, today: date) -> Asked:
    """Read a need with the index's own knowledge and words."""
    asked = read_need(
        need.text,
        knowledge=index.knowledge,
        gazetteer=gazetteer,
        today=today,
        in_catalogue=index.words.__contains__,
    )
    hearing = index.hearing
    if hearing is None or hearing.voices is None or not hearing.ready or not asked.text.strip():
        return asked
    vector, listened = hearing.hear(without_thrift(asked.text))
    near = hearing.voices.near(vector)
    said, about = hearing.voices.heard(near, asked.helps), hearing.voices.about(vector, near, listened)
    helps = _believed(index, said, about)
    return replace(asked, vector=vector, helps=helps, surest=surest_of(said), about=about, listened=listened)


def _believed(index: Index, said: tuple[Fired, ...], about: Floats | None) -> tuple[Fired, ...]:
    if about is None:
        return said
    helps = index.knowledge.layer.helps
    return believed(said, dict(zip(helps, (about**2).tolist(), strict=True)), helps)


def limits_of(need: Need, asked: Asked, gates: Gates, gazetteer: Gazetteer, filters: Filters | None) -> Limits:
    """The limits in force. A place named in the words goes before the one known, unless gates are off."""
    places: tuple[Point, ...] = (need.point,) if need.point else ()
    if gates == "none":
        return Limits(places=places, known=need.known, filters=filters or Filters())
    centres = [gazetteer.centre_of(district) for district in asked.constraints.area]
    named = tuple(point_of(centre) for centre in centres if centre is not None)
    return Limits(asked.constraints, named or places, need.known, filters or Filters())


def _through_the_gates(
    index: Index, asked: Asked, evidence: Evidence, reached: Mask, limits: Limits, limit: int
) -> tuple[list[Match], GateReport]:
    refused: Counter[str] = Counter()
    alone: defaultdict[str, list[Offering]] = defaultdict(list)
    matches: list[Match] = []
    best = float(evidence.total.max(initial=0.0))
    faint = too_faint(best, listened=asked.listened is not None)
    gates = Gatekeeper(limits)
    for number, (place, slot) in enumerate(_best_first(index, evidence, reached)):
        score = evidence.total[place]
        if score < faint:
            break
        if len(matches) >= limit and (score < GOOD_ENOUGH * best or number >= LOOKED_AT):
            break
        offering, shut_out = _shut_out(index, slot, gates, near=bool(reached[place]))
        if not shut_out:
            if len(matches) < limit and (match := _match(index, slot, place, asked, evidence, limits)) is not None:
                matches.append(match)
        elif score >= GOOD_ENOUGH * best:
            refused.update(shut_out)
            if len(shut_out) == 1 and offering is not None:
                alone[shut_out[0]].append(offering)
    only = {gate: len(shut) for gate, shut in alone.items()}
    return matches, GateReport(dict(refused), only, opening(alone, limits))


def _each_part_served(index: Index, asked: Asked, matches: list[Match]) -> list[Match]:
    """Where several needs were told, somebody for each of them among the first: moved up from further down, never made up."""
    for part in asked.parts:
        serving = [number for number, match in enumerate(matches) if _gives(index, match, part.help_id)]
        if serving and serving[0] >= FIRST:
            matches = [
                *matches[: FIRST - 1],
                matches[serving[0]],
                *matches[FIRST - 1 : serving[0]],
                *matches[serving[0] + 1 :],
            ]
    return matches


def _gives(index: Index, match: Match, help_id: str) -> bool:
    slot = index.slot_by_id.get(match.offering_id)
    return slot is not None and index.given(slot).get(help_id, 0.0) >= GIVES


def _shut_out(index: Index, slot: int, gates: Gatekeeper, *, near: bool) -> tuple[Offering | None, list[str]]:
    """The gates that shut out who stands in a slot, and who that is where it matters: the far and the looked at."""
    if not gates.look_at_all:
        return (None, []) if near else (index.offering(slot), ["distance"])
    offering = index.offering(slot)
    return offering, [] if offering is None else gates.shut(offering)


def _best_first(index: Index, evidence: Evidence, reached: Mask) -> Iterator[tuple[int, int]]:
    """Places and slots of the best within reach, and of the best of all (for what distance cost); ties by id, stably.

    Stretch by stretch, each longer than the last: most searches end in the first.
    """
    within = np.where(reached, evidence.total, np.float32(0))
    far = highest(evidence.total, LOOKED_AT // 5)
    told, deep = np.zeros(0, dtype=np.intp), LOOKED_AT
    while True:
        chosen = np.setdiff1d(np.union1d(highest(within, deep), far), told)
        chosen = chosen[evidence.total[chosen] > 0]
        scores, slots = (-evidence.total[chosen]).tolist(), evidence.zone.slots(chosen).tolist()
        ids = [index.ids[slot] for slot in slots]
        for _, _, place, slot in sorted(zip(scores, ids, chosen.tolist(), slots, strict=True)):
            yield place, slot
        if deep >= min(LOOKED_AT_MOST, len(within)):
            return
        told, deep = np.union1d(told, chosen), deep * 4


def _match(index: Index, slot: int, place: int, asked: Asked, evidence: Evidence, limits: Limits) -> Match | None:
    """What is shown of one offering; None when it has been taken out this very moment."""
    offering = index.offering(slot)
    if offering is None:
        return None
    metres = offering.metres_from(limits.places) if offering.travel_metres is not None else None
    known: KnownPerson | None = limits.known
    return Match(
        offering.id,
        round(float(evidence.total[place]), 4),
        confidence(float(evidence.total[place]), heard=asked.vector is not None),
        reasons(index, slot, asked, metres=metres, known=known),
        metres,
    )
