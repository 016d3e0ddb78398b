"""The order: every kind of evidence for an offering, weighed together."""

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from matching.asked import EVERYDAY, Asked
from matching.columns import Mask
from matching.index import Index
from matching.need import KnownPerson
from matching.postings import Floats, Postings
from matching.weights import BY_WORDS, KINDS_OF_EVIDENCE, WITH_MEANING, Weights
from matching.zone import Places, Zone

GUESSED_FROM = 300
"""How many offerings a guess is taken from."""
DENIED = 0.5
"""How much of its score an offering keeps that says it does not do what is asked."""
HEARD_FAR = 500
"""Of those who do not come to the place, how many are compared by meaning too: the ones whose words say most. They are not
shown, only counted, to say what would open up."""
TELLING = 5
"""How much rarity the words of a need must have before words alone may count in full."""
KNOWN_LEANING = 0.15
POWER, SPREAD = 1.5, 0.2
"""How much the surest need outweighs the others, and how far a mean is taken over all of them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores of every place of a zone by kind of evidence, each between 0 and about 1. The dead score nothing."""

    zone: Zone
    total: Floats
    words: Floats
    helps: Floats
    kinds: Floats
    likeness: Floats
    """Nothing everywhere where there is no encoder; so with the next two."""
    part: Floats
    bearing: Floats

    def parts(self) -> dict[str, Floats]:
        """Each kind of evidence by its name in `Weights`."""
        return {name: getattr(self, name) for name in KINDS_OF_EVIDENCE}


def weigh(
    index: Index,
    asked: Asked,
    weights: Weights | None = None,
    zone: Zone | None = None,
    within: Mask | None = None,
) -> Evidence:
    """Score every slot of a zone, or of the whole index, for a need.

    `within` says who of the zone comes to the place, where there is one: to compare everybody near it by meaning takes longer
    than all else, and five in six of them do not come (measured over invented markets, six places).
    """
    zone = zone or index.zone()
    words = _words(index, asked, zone)
    helps = _shared(zone, index.helps, {fired.help.id: fired.strength for fired in asked.helps})
    kinds = _shared(zone, index.kinds, kinds_needed(asked))
    living = index.living(zone)
    if not living.all():
        for scores in (words, helps, kinds):
            scores *= living
    heard = index.hearing is not None and asked.vector is not None
    weights = weights or (WITH_MEANING if heard else BY_WORDS)
    total: Floats = weights.words * words + weights.helps * helps + weights.kinds * kinds
    likeness, part, bearing = (np.zeros(zone.size, dtype=np.float32) for _ in range(3))
    if index.hearing is not None and asked.vector is not None:
        meanings = index.hearing.meanings
        there, places = meanings.there(zone), _listened_to(total, within)
        likeness = _present(meanings.likeness(asked.vector, zone, places), total, living, there)
        total = total + weights.likeness * likeness
        if asked.about is not None:
            bearing = _present(meanings.bearing(asked.about, zone, places), total, living, there)
            total = total + weights.bearing * bearing
        best = highest(total, index.read_closely)
        likest = meanings.likest_part(asked.vector, zone.slots(best).tolist())
        part += likeness  # of those not read closely: a sentence is at least about as alike as the whole
        part[best] = likest if there is None else np.where(there[best], likest, likeness[best])
        part *= living
        total = total + weights.part * part
    total = _less_denied(index, asked, total.astype(np.float32), zone)
    return Evidence(zone, total, words, helps, kinds, likeness, part, bearing)


def _listened_to(total: Floats, within: Mask | None) -> Places | None:
    """The places that are compared by meaning, in rising order; None for all."""
    if within is None or within.all():
        return None
    chosen = within.copy()
    chosen[highest(np.where(within, np.float32(0), total), HEARD_FAR)] = True
    return np.flatnonzero(chosen)


def _present(scores: Floats, others: Floats, living: Mask, there: Mask | None) -> Floats:
    """Scores by meaning: nothing for the dead, a guess for those who wait for their vectors."""
    scores *= living
    return scores if there is None else _guessed(scores, others, there)


def _guessed(likeness: Floats, others: Floats, there: Mask) -> Floats:
    """Who waits for vectors (a second or two, after a change) is taken to be as alike as others whose words say as much."""
    best = highest(np.where(there, others, np.float32(0)), GUESSED_FROM)
    rate = float(likeness[best].sum()) / max(float(others[best].sum()), 1e-6)
    return np.where(there, likeness, np.minimum(others * np.float32(rate), 1)).astype(np.float32)


def highest(scores: Floats, most: int) -> Places:
    """Places of the highest scores, at most so many, highest first; of equal ones the first place first."""
    if len(scores) <= most * 4:
        return np.argsort(-scores, kind="stable")[:most]
    few = np.argpartition(-scores, most)[:most]
    return few[np.lexsort((few, -scores[few]))]


def _less_denied(index: Index, asked: Asked, total: Floats, zone: Zone) -> Floats:
    """Offerings that say they do not do the very thing asked lose most of their score."""
    for stem, weight in asked.terms.items():
        found = index.denied.of(stem)
        if found is not None and weight >= EVERYDAY:
            total[zone.cut(found[0])[0]] *= DENIED
    return total


def prefer(index: Index, evidence: Evidence, known: KnownPerson | None) -> Evidence:
    """Small, bounded leanings: to what is free, to newcomers, and to whom the person knows already.

    They order what serves the need about equally well; none can lift a poor match over a good one.
    """
    total = evidence.total * (1 + index.leaning(evidence.zone))
    if known is not None:
        met = np.array(index.slots_of(known.workers_known), dtype=np.int32)
        total[evidence.zone.cut(met)[0]] *= 1 + KNOWN_LEANING
    return replace(evidence, total=total)


def kinds_needed(asked: Asked) -> dict[str, float]:
    """Kinds of support the need calls for, by way of the helps it fires."""
    needed: defaultdict[str, float] = defaultdict(float)
    for fired in asked.helps:
        for kind, weight in fired.help.kinds.items():
            needed[kind] = max(needed[kind], fired.strength * weight)
    return dict(needed)


def _words(index: Index, asked: Asked, zone: Zone) -> Floats:
    """BM25 as a share of what a perfect offering would have, so that weak evidence stays weak."""
    scores = index.bm25(asked.terms, zone)
    most = sum(weight * index.rarity(stem) for stem, weight in asked.terms.items())
    telling = min(1.0, most / TELLING)
    return scores * np.float32(telling / (most * 1.4)) if most > 0 else scores


def _shared(zone: Zone, postings: Postings, needed: dict[str, float]) -> Floats:
    """How much of what is needed each offering gives: a mean weighed by strength, the surest needs most."""
    scores = np.zeros(zone.size, dtype=np.float32)
    if not needed:
        return scores
    squares = {term: strength**POWER for term, strength in needed.items()}
    most = max(squares.values())
    for term, square in squares.items():
        found = postings.of(term)
        if found is not None:
            owners, chosen = zone.cut(found[0])
            scores[owners] += np.float32(square) * found[1][chosen]
    return scores / np.float32(most + SPREAD * (sum(squares.values()) - most))
