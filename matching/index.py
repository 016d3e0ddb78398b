"""The live index: every offering that may be found, ready to be asked in milliseconds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

import numpy as np

from matching.columns import Column, Mask, Reach
from matching.document import Document, read_offering
from matching.knowledge.library import Knowledge, shipped
from matching.offering import Offering, Point
from matching.postings import Floats, Postings
from matching.vectors.encoder import Encoder
from matching.vectors.meanings import Meanings
from matching.vectors.voices import Voices

K1, B = 1.1, 0.6
CHUNK = 256
"""Offerings encoded together: texts of like length go through the encoder side by side."""


class Index:
    """Offerings by word, by kind and by help given. Not safe for writers side by side: one at a time."""

    def __init__(self, knowledge: Knowledge | None = None, encoder: Encoder | None = None) -> None:
        self.knowledge = knowledge or shipped()
        self.meanings = Meanings(encoder) if encoder else None
        """Sentence vectors, where there is an encoder."""
        self._encoder = encoder
        self.words = Postings()
        self.kinds = Postings()
        self.helps = Postings()
        self.denied = Postings()
        """Stems of what an offering says it does not do."""
        self._slot_of: dict[str, int] = {}
        self._offerings: list[Offering | None] = []
        self._documents: list[Document | None] = []
        self._helps: list[dict[str, float]] = []
        self._lengths, self._free = Column(), Column()
        self._by_provider: defaultdict[str, set[int]] = defaultdict(set)
        self._total_length = 0.0
        self._reach = Reach()

    @classmethod
    def build(
        cls, offerings: Iterable[Offering], knowledge: Knowledge | None = None, encoder: Encoder | None = None
    ) -> "Index":
        """An index over `offerings`; of two with one id the later wins."""
        index = cls(knowledge, encoder)
        waiting = iter(offerings)
        while chunk := list(islice(waiting, CHUNK)):
            documents = [read_offering(offering, index.knowledge.kind_words) for offering in chunk]
            vectors = (
                index.meanings.encode(zip(chunk, documents, strict=True)) if index.meanings else [None] * len(chunk)
            )
            for offering, document, own in zip(chunk, documents, vectors, strict=True):
                index._write(offering, document, own)
        return index

    @cached_property
    def voices(self) -> Voices | None:
        """The needs layer by meaning; made at the first need, since its phrases have to be encoded."""
        return Voices(self._encoder, self.knowledge.layer) if self._encoder else None

    def __len__(self) -> int:
        return len(self._slot_of)

    def __iter__(self) -> Iterator[Offering]:
        return (o for o in self._offerings if o is not None)

    def __contains__(self, offering_id: object) -> bool:
        return offering_id in self._slot_of

    def put(self, offering: Offering) -> None:
        """Add an offering, or replace the one with its id."""
        document = read_offering(offering, self.knowledge.kind_words)
        vectors = self.meanings.encode([(offering, document)])[0] if self.meanings else None
        self._write(offering, document, vectors)

    def _write(self, offering: Offering, document: Document, vectors: Floats | None) -> None:
        self.remove(offering.id)
        slot = len(self._offerings)
        helps = self.knowledge.helps_offered(document, offering.kinds)
        self._offerings.append(offering)
        self._documents.append(document)
        self._helps.append(helps)
        self._slot_of[offering.id] = slot
        self._lengths.append(document.length)
        self._free.append(float(offering.is_free))
        self._by_provider[offering.provider_name].add(slot)
        self._total_length += document.length
        for postings, terms in self._terms(offering, document, helps):
            postings.add(slot, terms)
        self._reach.add(slot, offering)
        if self.meanings is not None and vectors is not None:
            self.meanings.add(vectors)

    def remove(self, offering_id: str) -> None:
        """Take an offering out; an id that is not here is no error."""
        slot = self._slot_of.pop(offering_id, None)
        if slot is None:
            return
        offering, document = self._offerings[slot], self._documents[slot]
        assert offering is not None
        assert document is not None
        for postings, terms in self._terms(offering, document, self._helps[slot]):
            postings.forget(terms)
        self._by_provider[offering.provider_name].discard(slot)
        self._total_length -= document.length
        self._offerings[slot] = self._documents[slot] = None
        self._helps[slot] = {}

    def _terms(
        self, offering: Offering, document: Document, helps: dict[str, float]
    ) -> tuple[tuple[Postings, dict[str, float]], ...]:
        return (
            (self.words, document.terms),
            (self.kinds, dict.fromkeys(offering.kinds, 1.0)),
            (self.helps, helps),
            (self.denied, dict.fromkeys(document.denied, 1.0)),
        )

    def offering(self, slot: int) -> Offering | None:
        """Who stands in a slot; None where it was taken out."""
        return self._offerings[slot]

    def slot_of(self, offering_id: str) -> int | None:
        """Where an offering stands; None for an id that is not here."""
        return self._slot_of.get(offering_id)

    def document(self, slot: int) -> Document | None:
        """The terms of a slot; None where it was taken out."""
        return self._documents[slot]

    def slots_of(self, names: Iterable[str]) -> list[int]:
        """Slots of offerings by their ids or the names of their providers; names not here are passed over."""
        named = [name for name in names if name]
        own = {slot for name in named if (slot := self._slot_of.get(name)) is not None}
        return sorted(own.union(*(self._by_provider.get(name, set()) for name in named)))

    def free(self) -> Floats:
        """1 for every slot that costs nothing, 0 for the others."""
        return self._free.values()

    def given(self, slot: int) -> dict[str, float]:
        """Which helps the offering in a slot gives by its own words, and how surely."""
        return self._helps[slot]

    def get(self, offering_id: str) -> Offering | None:
        """An offering by its id."""
        slot = self._slot_of.get(offering_id)
        return None if slot is None else self._offerings[slot]

    @property
    def slots(self) -> int:
        """Slots ever given, dead ones too: the length of a score array."""
        return len(self._offerings)

    def living(self) -> Mask:
        """Which slots hold an offering."""
        return np.fromiter((o is not None for o in self._offerings), dtype=np.bool_, count=self.slots)

    def rarity(self, stem: str) -> float:
        """BM25's inverse document frequency of a stem; 0 where nobody has it."""
        having = self.words.how_many(stem)
        return float(np.log(1 + (len(self) - having + 0.5) / (having + 0.5))) if having else 0.0

    def bm25(self, weights: dict[str, float]) -> Floats:
        """Lexical score of every slot for weighted stems."""
        scores = np.zeros(self.slots, dtype=np.float32)
        lengths = self._lengths.values()
        mean = self._total_length / max(1, len(self))
        for stem, weight in weights.items():
            found = self.words.of(stem)
            if found is None:
                continue
            slots, times = found
            dampened = times + K1 * (1 - B + B * lengths[slots] / max(mean, 1e-6))
            scores[slots] += weight * self.rarity(stem) * (K1 + 1) * times / dampened
        return scores

    def reaching(self, places: Sequence[Point]) -> Mask:
        """Which slots come to at least one of `places`; all of them where none is given."""
        return self._reach.mask(places, self.slots)
