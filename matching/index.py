"""The live index: every offering that may be found, ready to be asked in milliseconds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import log
from typing import Final

import numpy as np

from matching.cells import Cells, zone_about
from matching.columns import Column, Mask, Reach
from matching.document import Document, Read, read_offering, sentences_of
from matching.knowledge.library import Knowledge, shipped
from matching.offering import Offering, Point
from matching.packing import Shelf, Vocabulary, pack, packed_offering, unpack, unpacked_offering
from matching.postings import Floats, Postings
from matching.sieve import Sieve, spoken
from matching.vectors.ear import Listener
from matching.vectors.encoder import Encoder
from matching.vectors.hearing import Hearing
from matching.zone import Zone

K1, B = 1.1, 0.6
CHUNK = 256
"""Offerings encoded together: texts of like length go through the encoder side by side."""
FREE_LEANING, NEW_LEANING = 0.02, 0.02
"""Shares of a score. Both together are less than what tells a good match from a fair one."""
AT_HAND = 8192
"""Offerings kept as objects, because a search has just shown or weighed them."""
POSTINGS: Final = ("words", "kinds", "helps", "denied", "speaks")


class Index:
    """Offerings by word, by kind and by help given. One writer at a time; searches in other threads go on meanwhile.

    A changed offering gets a new slot and its old one dies. `settled` gives the same index with the dead taken out and
    the living laid in order of place; `matching.settling` makes it.
    """

    country = 20_000
    """From so many offerings on, a search from somewhere looks only at those who come near. Below, all are looked at."""

    read_closely = 500
    """How many offerings are compared with a need sentence by sentence; the others by their whole alone."""

    def __init__(self, knowledge: Knowledge | None = None, hearing: Hearing | None = None) -> None:
        self.knowledge = knowledge or shipped()
        self.hearing = hearing
        """Sentence vectors, where there is an encoder."""
        self.words, self.kinds, self.helps = Postings(), Postings(), Postings()
        self.denied = Postings()
        """Stems of what an offering says it does not do."""
        self.speaks = Postings()
        """Languages said."""
        self.vocabulary = Vocabulary()
        self.sieve = Sieve(self.vocabulary)
        self.ids: list[str] = []
        self.slot_by_id: dict[str, int] = {}
        self.offerings, self.readings = Shelf.empty(), Shelf.empty()
        self.lengths, self.leanings, self.alive = Column(), Column(), Column(np.bool_)
        self.providers = Column(np.int32)
        self.reach = Reach()
        self.cells: Cells = np.zeros(0, dtype=np.int32)
        """Where each settled slot lies, in rising order."""
        self.total_length = 0.0
        self._at_hand: dict[int, Offering] = {}

    @classmethod
    def build(
        cls,
        offerings: Iterable[Offering],
        knowledge: Knowledge | None = None,
        encoder: Encoder | None = None,
        ear: Listener | None = None,
    ) -> "Index":
        """An index over `offerings`, encoded at once where there is an encoder; of two with one id the later wins."""
        known = knowledge or shipped()
        index = cls(known, Hearing(encoder, known.layer, ear=ear) if encoder else None)
        waiting = iter(offerings)
        while chunk := list(islice(waiting, CHUNK)):
            for offering in chunk:
                index._write(offering)
            index.encode()
        if index.hearing is not None:
            index.hearing.prepare()
        return index

    def __len__(self) -> int:
        return len(self.slot_by_id)

    def __iter__(self) -> Iterator[Offering]:
        return (unpacked_offering(self.offerings.get(slot)) for slot in list(self.slot_by_id.values()))

    def __contains__(self, offering_id: object) -> bool:
        return offering_id in self.slot_by_id

    def put(self, offering: Offering) -> None:
        """Add an offering, or replace the one with its id. One that says the same as before is left alone."""
        if self.note(offering):
            self.encode()

    def note(self, offering: Offering) -> bool:
        """As `put`, but its vectors are left to whoever calls `encode` later. Whether it said anything new."""
        before = self.get(offering.id)
        if before == offering:
            return False
        if before is not None and _found_by(before) == _found_by(offering):
            slot = self.slot_by_id[offering.id]
            self.sieve.put(slot, offering)
            self.offerings.instead[slot] = packed_offering(offering)
            self._at_hand[slot] = offering
        else:
            self._write(offering)
        return True

    def hear(self, hearing: Hearing) -> None:
        """From now on meaning counts too, once those who are here have their vectors."""
        for _ in self.ids:
            hearing.meanings.room()
        self.hearing = hearing

    def encode(self, most: int | None = None) -> int:
        """Give vectors to those who lack them, at most `most`; how many were given them."""
        if self.hearing is None:
            return 0
        slots = self.hearing.meanings.wanting(most)
        living = [(slot, offering) for slot in slots if (offering := self.offering(slot)) is not None]
        self.hearing.meanings.learn(living, [slot for slot in slots if not self.alive.values()[slot]])
        return len(living)

    def _write(self, offering: Offering) -> None:
        document = read_offering(offering, self.knowledge.kind_words)
        helps = self.knowledge.helps_offered(document, offering.kinds)
        before = self.slot_by_id.get(offering.id)
        slot = len(self.ids)
        self.offerings.since.append(packed_offering(offering))
        self.readings.since.append(self._reading(offering, document, helps))
        self.lengths.append(document.length)
        self.leanings.append(leaning(offering))
        self.providers.append(self.vocabulary.number(offering.provider_name))
        self.reach.add(slot, offering)
        self.sieve.append(offering)
        if self.hearing is not None:
            self.hearing.meanings.room()
        self.total_length += document.length
        self.alive.append(True)
        for postings, terms in self._terms(offering, document, helps):
            postings.add(slot, terms)
        self.ids.append(offering.id)  # last: from here on searches in other threads see the slot
        self.slot_by_id[offering.id] = slot
        if before is not None:
            self._bury(before)

    def _terms(
        self, offering: Offering, document: Document, helps: dict[str, float]
    ) -> tuple[tuple[Postings, dict[str, float]], ...]:
        return (
            (self.words, document.terms),
            (self.kinds, dict.fromkeys(offering.kinds, 1.0)),
            (self.helps, helps),
            (self.denied, dict.fromkeys(document.denied, 1.0)),
            (self.speaks, spoken(offering)),
        )

    def _reading(self, offering: Offering, document: Document, helps: dict[str, float]) -> bytes:
        """The terms of a slot, for the day it dies, and the meanings of its sentences, to say why it is shown."""
        terms = [self.vocabulary.numbers(list(own)) for _, own in self._terms(offering, document, helps)]
        return pack((terms, [self.vocabulary.numbers(meant) for meant in document.meant]))

    def remove(self, offering_id: str) -> None:
        """Take an offering out; an id that is not here is no error."""
        slot = self.slot_by_id.pop(offering_id, None)
        if slot is not None:
            self._bury(slot)

    def _bury(self, slot: int) -> None:
        terms, _ = unpack(self.readings.get(slot))
        for name, numbers in zip(POSTINGS, terms, strict=True):
            getattr(self, name).forget(dict.fromkeys(self.vocabulary.spelt(numbers), 1.0))
        self.total_length -= float(self.lengths.values()[slot])
        self.alive.put(slot, False)
        self._at_hand.pop(slot, None)

    def offering(self, slot: int) -> Offering | None:
        """Who stands in a slot; None where it was taken out."""
        if not self.alive.values()[slot]:
            return None
        found = self._at_hand.get(slot)
        if found is None:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            found = self._at_hand[slot] = unpacked_offering(self.offerings.get(slot))
        return found

    def document(self, slot: int) -> Read | None:
        """The sentences of a slot; None where it was taken out."""
        offering = self.offering(slot)
        if offering is None:
            return None
        _, meant = unpack(self.readings.get(slot))
        return Read(tuple(sentences_of(offering.description)), tuple(map(self.vocabulary.spelt, meant)))

    def get(self, offering_id: str) -> Offering | None:
        """An offering by its id."""
        slot = self.slot_by_id.get(offering_id)
        return None if slot is None else self.offering(slot)

    def slots_of(self, names: Iterable[str]) -> list[int]:
        """Slots of offerings by their ids or the names of their providers; names not here are passed over."""
        named = [name for name in names if name]
        found = {slot for name in named if (slot := self.slot_by_id.get(name)) is not None}
        providers = self.providers.values()[: len(self.ids)]
        for name in named:
            if (number := self.vocabulary.find(name)) is not None:
                found.update(np.flatnonzero(providers == number).tolist())
        return sorted(slot for slot in found if self.alive.values()[slot])

    def given(self, slot: int) -> dict[str, float]:
        """Which helps the offering in a slot gives by its own words, and how surely."""
        terms, _ = unpack(self.readings.get(slot))
        names = self.vocabulary.spelt(terms[POSTINGS.index("helps")])
        found = {name: self.helps.of(name) for name in names}
        return {
            name: float(weights[place])
            for name, (slots, weights) in ((n, f) for n, f in found.items() if f is not None)
            if (place := int(np.searchsorted(slots, slot))) < len(slots) and slots[place] == slot
        }

    @property
    def slots(self) -> int:
        """Slots ever given since the last settling, dead ones too."""
        return len(self.ids)

    @property
    def since_settled(self) -> int:
        """How many slots were given or died since the last settling: what a new settling would mend."""
        return (len(self.ids) - len(self.cells)) + (len(self.ids) - len(self.slot_by_id))

    def zone(self, places: Sequence[Point] = ()) -> Zone:
        """The slots a search from `places` has to look at: all of them in a small market, or from nowhere."""
        if places and len(self) >= self.country and len(self.cells):
            return zone_about(self.cells, places, self.slots)
        return Zone.of([(0, self.slots)])

    def living(self, zone: Zone) -> Mask:
        """Which slots of a zone hold an offering."""
        return np.asarray(zone.gather(self.alive.values()), dtype=np.bool_)

    def leaning(self, zone: Zone) -> Floats:
        """How far the order leans to each offering of a zone among its equals (`leaning`)."""
        return np.asarray(zone.gather(self.leanings.values()), dtype=np.float32)

    def reaching(self, places: Sequence[Point], zone: Zone) -> Mask:
        """Who of a zone comes to at least one of `places`; all of them where none is given."""
        return self.reach.mask(places, zone)

    def rarity(self, stem: str) -> float:
        """BM25's inverse document frequency of a stem; 0 where nobody has it."""
        having = self.words.how_many(stem)
        return log(1 + (len(self) - having + 0.5) / (having + 0.5)) if having else 0.0

    def bm25(self, weights: dict[str, float], zone: Zone) -> Floats:
        """Lexical score of every slot of a zone for weighted stems. What is rare is counted over all, not in the zone."""
        scores = np.zeros(zone.size, dtype=np.float32)
        lengths = np.asarray(zone.gather(self.lengths.values()))
        mean = max(self.total_length / max(1, len(self)), 1e-6)
        for stem, weight in weights.items():
            found = self.words.of(stem)
            if found is None:
                continue
            places, chosen = zone.cut(found[0])
            times = found[1][chosen]
            dampened = times + K1 * (1 - B + B * lengths[places] / mean)
            scores[places] += weight * self.rarity(stem) * (K1 + 1) * times / dampened
        return scores


def leaning(offering: Offering) -> float:
    """A small lift among equals for what is free, which must not be buried under what is paid, and for newcomers, who
    would otherwise never be met. Nothing that a provider can pay for, or say of themself, counts here."""
    return FREE_LEANING * offering.is_free + NEW_LEANING * offering.is_new


def _found_by(one: Offering) -> tuple[object, ...]:
    """What of an offering the index is made of. When anything else changes (a free day, a price, a check) it keeps its slot."""
    said = (one.title, one.description, one.provider_name, one.arrangement, one.skills, one.languages, one.limits)
    return (*said, one.kinds, one.points, one.travel_metres, one.is_free, one.is_new)
