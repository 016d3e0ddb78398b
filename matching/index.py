"""The live index: every offering that may be found, ready to be asked in milliseconds."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from matching.document import Document, read_offering
from matching.knowledge.library import Knowledge, shipped
from matching.offering import Offering, Point
from matching.postings import Floats, Postings

K1, B = 1.1, 0.6
Mask = npt.NDArray[np.bool_]


class Index:
    """Offerings by word, by kind and by help given. Not safe for writers side by side: one at a time."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or shipped()
        self.words = Postings()
        self.kinds = Postings()
        self.helps = Postings()
        self.denied = Postings()
        """Stems of what an offering says it does not do."""
        self._slot_of: dict[str, int] = {}
        self._offerings: list[Offering | None] = []
        self._documents: list[Document | None] = []
        self._lengths = _Column()
        self._total_length = 0.0
        self._reach = _Reach()

    @classmethod
    def build(cls, offerings: Iterable[Offering], knowledge: Knowledge | None = None) -> "Index":
        """An index over `offerings`; of two with one id the later wins."""
        index = cls(knowledge)
        for offering in offerings:
            index.put(offering)
        return index

    def __len__(self) -> int:
        return len(self._slot_of)

    def __iter__(self) -> Iterator[Offering]:
        return (o for o in self._offerings if o is not None)

    def __contains__(self, offering_id: object) -> bool:
        return offering_id in self._slot_of

    def put(self, offering: Offering) -> None:
        """Add an offering, or replace the one with its id."""
        self.remove(offering.id)
        slot = len(self._offerings)
        document = read_offering(offering, self.knowledge.kind_words)
        self._offerings.append(offering)
        self._documents.append(document)
        self._slot_of[offering.id] = slot
        self._lengths.append(document.length)
        self._total_length += document.length
        self.words.add(slot, document.terms)
        self.kinds.add(slot, dict.fromkeys(offering.kinds, 1.0))
        self.helps.add(slot, self.knowledge.helps_offered(document, offering.kinds))
        self.denied.add(slot, dict.fromkeys(document.denied, 1.0))
        self._reach.add(slot, offering)

    def remove(self, offering_id: str) -> None:
        """Take an offering out; an id that is not here is no error."""
        slot = self._slot_of.pop(offering_id, None)
        if slot is None:
            return
        offering, document = self._offerings[slot], self._documents[slot]
        assert offering is not None
        assert document is not None
        self.words.forget(document.terms)
        self.kinds.forget(dict.fromkeys(offering.kinds, 1.0))
        self.helps.forget(self.knowledge.helps_offered(document, offering.kinds))
        self.denied.forget(dict.fromkeys(document.denied, 1.0))
        self._total_length -= document.length
        self._offerings[slot] = self._documents[slot] = None

    def offering(self, slot: int) -> Offering | None:
        """Who stands in a slot; None where it was taken out."""
        return self._offerings[slot]

    def slot_of(self, offering_id: str) -> int | None:
        """Where an offering stands; None for an id that is not here."""
        return self._slot_of.get(offering_id)

    def document(self, slot: int) -> Document | None:
        """The terms of a slot; None where it was taken out."""
        return self._documents[slot]

    def given(self, slot: int) -> dict[str, float]:
        """Which helps the offering in a slot gives by its own words, and how surely."""
        offering, document = self._offerings[slot], self._documents[slot]
        if offering is None or document is None:
            return {}
        return self.knowledge.helps_offered(document, offering.kinds)

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


class _Column:
    """A growing column of numbers."""

    def __init__(self) -> None:
        self._values = np.zeros(64, dtype=np.float32)
        self._used = 0

    def append(self, value: float) -> None:
        if self._used == len(self._values):
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._values[self._used] = value
        self._used += 1

    def values(self) -> Floats:
        return self._values[: self._used]


class _Reach:
    """Where offerings start from and how far they come, as columns."""

    def __init__(self) -> None:
        self._anywhere: list[int] = []
        self._slots, self._eastings, self._northings, self._metres = (_Column() for _ in range(4))

    def add(self, slot: int, offering: Offering) -> None:
        if offering.travel_metres is None or not offering.points:
            self._anywhere.append(slot)
            return
        for point in offering.points:
            self._slots.append(slot)
            self._eastings.append(point.easting)
            self._northings.append(point.northing)
            self._metres.append(offering.travel_metres)

    def mask(self, places: Sequence[Point], slots: int) -> Mask:
        if not places:
            return np.ones(slots, dtype=np.bool_)
        reached = np.zeros(slots, dtype=np.bool_)
        reached[self._anywhere] = True
        owners = self._slots.values().astype(np.int64)
        for place in places:
            away = np.hypot(self._eastings.values() - place.easting, self._northings.values() - place.northing)
            reached[owners[away <= self._metres.values() + 0.5]] = True
        return reached
