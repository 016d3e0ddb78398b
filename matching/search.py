"""From a need in a person's own words to offerings, each with its reasons."""

from dataclasses import replace
from datetime import date
from typing import Literal

from matching.answer import Answer, Match
from matching.asked import Asked, read_need, surest_of
from matching.believed import believed
from matching.confidence import confidence, recognised, too_faint
from matching.constraints.price import without_thrift
from matching.danger import UNCLEAR, Alarm, look_for_danger
from matching.explain import reasons
from matching.filters import Filters, Limits
from matching.index import Index
from matching.knowledge.needs import Fired
from matching.need import KnownPerson, Need
from matching.offering import Point
from matching.places import Gazetteer, point_of
from matching.postings import Floats
from matching.rank import Evidence, prefer, weigh
from matching.through import through_the_gates
from matching.triage import turned_away

Gates = Literal["text", "none"]

FIRST = 5
"""Places among which each of several needs is to be served: one page of a telephone."""
GIVES = 0.3
"""How surely an offering must give a help to serve the part that calls for it."""


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
    faint = too_faint(float(evidence.total.max(initial=0.0)), listened=asked.listened is not None)

    def show(place: int, slot: int) -> Match | None:
        return _match(index, slot, place, asked, evidence, limits)

    matches, report = through_the_gates(index, evidence, reached, limits, show, limit=limit, faint=faint)
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
