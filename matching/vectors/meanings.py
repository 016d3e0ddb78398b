"""The vectors of every offering: of the whole, and of each sentence; and what it bears on.

Wholes are kept in full, because every search looks at all of them; sentences, which are looked at of a few hundred, in one
byte a number (measured: a cosine is right to 0.001). Of the helps that an offering bears on only the surest few are kept.
"""

from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.document import sentences_of, without_own_name
from matching.offering import Offering
from matching.postings import Floats
from matching.text.words import clean
from matching.vectors.bearing import shipped_for
from matching.vectors.encoder import Encoder
from matching.zone import Places, Slots, Zone

BACKGROUND = 0.12
"""How alike any two texts of this field are: below it there is no likeness to speak of."""
SENTENCES = 8
"""Sentences of one offering that are kept."""

SUREST = 8
"""Helps of one offering that are kept."""
AT_ONCE = 1024
"""Wholes gathered together: more would leave the processor's own memory before they are compared."""

Bytes = npt.NDArray[np.int8]


def texts_of(offering: Offering) -> list[str]:
    """What of an offering is encoded: the whole first, then its title and its sentences."""
    title, description = (without_own_name(clean(text), offering) for text in (offering.title, offering.description))
    return [f"{title}. {description}", title, *sentences_of(description)[:SENTENCES]]


class Meanings:
    """Vectors by slot. A slot may wait for its vectors; the owner says which slots live."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._learnt = shipped_for(encoder.name)
        self._whole = np.zeros((64, encoder.width), dtype=np.float32)
        self._there = np.zeros(64, dtype=np.bool_)
        self._helps, self._surely = _nothing_borne(64)
        self._used = 0
        self._wanting: dict[int, None] = {}
        self._lock = Lock()
        self._parts: dict[int, Bytes] = {}
        self._settled_parts: tuple[npt.NDArray[np.int64], Bytes] = (
            np.zeros(1, dtype=np.int64),
            np.zeros((0, encoder.width), dtype=np.int8),
        )

    def room(self) -> None:
        """Make room for the next slot; its vectors come later."""
        with self._lock:
            if self._used == len(self._there):
                more = max(64, self._used)
                self._whole = np.concatenate([self._whole, np.zeros((more, self.encoder.width), dtype=np.float32)])
                self._there = np.concatenate([self._there, np.zeros(more, dtype=np.bool_)])
                helps, surely = _nothing_borne(more)
                self._helps = np.concatenate([self._helps, helps])
                self._surely = np.concatenate([self._surely, surely])
            self._wanting[self._used] = None
            self._used += 1

    def wanting(self, most: int | None = None) -> list[int]:
        """Slots that have no vectors yet, those written last first."""
        return list(self._wanting)[::-1][:most]

    @property
    def share(self) -> float:
        """The share of slots that have their vectors."""
        return 1 - len(self._wanting) / max(1, self._used)

    def learn(self, offerings: Sequence[tuple[int, Offering]], dead: Sequence[int] = ()) -> None:
        """Encode offerings, each for its slot; the dead are waited for no longer."""
        texts = [texts_of(offering) for _, offering in offerings]
        vectors = self.encoder.encode([text for own in texts for text in own])
        ends = np.cumsum([0, *map(len, texts)])
        for (slot, _), start, end in zip(offerings, ends[:-1], ends[1:], strict=True):
            self.write(slot, vectors[start:end])
        for slot in dead:
            self._wanting.pop(slot, None)

    def write(self, slot: int, vectors: Floats) -> None:
        """Write the vectors of a slot: the whole first, then its parts."""
        parts = vectors[1:] * (127 / np.abs(vectors[1:]).max(axis=1, keepdims=True))
        with self._lock:
            self._whole[slot] = vectors[0]
            self._parts[slot] = np.rint(parts).astype(np.int8)
            if self._learnt is not None:
                self._helps[slot], self._surely[slot] = _surest(self._learnt.of_offering(vectors)[None, :])
            self._there[slot] = True
            self._wanting.pop(slot, None)

    def likeness(self, need: Floats, zone: Zone, places: Places | None = None) -> Floats:
        """How alike each slot of a zone is as a whole to a need's vector, 0 to 1, the background taken off.

        With `places` only of these, and nothing for the others.
        """
        whole = self._whole
        if places is not None:
            cosines, slots = np.zeros(zone.size, dtype=np.float32), zone.slots(places)
            for start in range(0, len(slots), AT_ONCE):
                some = slice(start, start + AT_ONCE)
                cosines[places[some]] = whole[slots[some]] @ need
            return _above_background(cosines)
        cosines = np.empty(zone.size, dtype=np.float32)
        for start, end, first in zip(zone.starts.tolist(), zone.ends.tolist(), zone.firsts.tolist(), strict=True):
            np.matmul(whole[start:end], need, out=cosines[first : first + end - start])
        return _above_background(cosines)

    def bearing(self, need: Floats, zone: Zone, places: Places | None = None) -> Floats:
        """How far each slot of a zone bears on the helps that a need is about, 0 to 1; `need` is a unit row over helps.

        With `places` only of these, and nothing for the others.
        """
        if places is None:
            return _borne(need, zone.gather(self._helps), zone.gather(self._surely))
        shared, slots = np.zeros(zone.size, dtype=np.float32), zone.slots(places)
        shared[places] = _borne(need, self._helps[slots], self._surely[slots])
        return shared

    def there(self, zone: Zone) -> npt.NDArray[np.bool_] | None:
        """Which slots of a zone have their vectors; None where all have."""
        return np.asarray(zone.gather(self._there), dtype=np.bool_) if self._wanting else None

    def likest_part(self, need: Floats, slots: Sequence[int]) -> Floats:
        """For each of `slots`, how alike its likest sentence is; nothing where it has no vectors."""
        parts = [self._parts_of(slot) for slot in slots]
        having = [number for number, own in enumerate(parts) if len(own)]
        likest = np.zeros(len(slots), dtype=np.float32)
        if having:
            lengths = [len(parts[number]) for number in having]
            rows = np.concatenate([parts[number] for number in having]).astype(np.float32)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            likest[having] = np.maximum.reduceat(rows @ need, np.cumsum([0, *lengths[:-1]]))
        return _above_background(likest)

    def speaking(self, slot: int, need: Floats, about: Floats | None) -> Floats:
        """For each sentence of a slot how far it speaks to a need, 0 to 2: by being like it, and by bearing on what it is about.

        Fewer than its sentences, or none, where it has no vectors for them.
        """
        rows = self._parts_of(slot)[1:].astype(np.float32)  # the first part is the title
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        speaking = _above_background(rows @ need)
        if about is not None and self._learnt is not None and len(rows):
            speaking += np.sqrt(self._learnt.model.shares(rows)) @ about
        return speaking

    def _parts_of(self, slot: int) -> Bytes:
        found = self._parts.get(slot)
        if found is not None:
            return found
        starts, parts = self._settled_parts
        return parts[starts[slot] : starts[slot + 1]] if slot < len(starts) - 1 else parts[:0]

    def settled(self, order: Slots) -> "Meanings":
        """The vectors of these slots, in this order, laid out flat."""
        parts = [self._parts_of(slot) for slot in order.tolist()]
        starts = np.cumsum([0, *map(len, parts)]).astype(np.int64)
        flat = np.concatenate([self._settled_parts[1][:0], *parts])
        borne = self._helps[order], self._surely[order]
        return Meanings.laid_out(self.encoder, self._whole[order], self._there[order], starts, flat, *borne)

    @classmethod
    def laid_out(
        cls,
        encoder: Encoder,
        whole: npt.NDArray[Any],
        there: npt.NDArray[Any],
        starts: npt.NDArray[Any],
        parts: npt.NDArray[Any],
        helps: npt.NDArray[Any],
        surely: npt.NDArray[Any],
    ) -> "Meanings":
        """Vectors from flat arrays: the parts of slot n lie from starts[n] up to starts[n + 1]."""
        made = cls(encoder)
        made._whole, made._there, made._used = whole, there, len(there)
        made._wanting = dict.fromkeys(np.flatnonzero(~there).tolist())
        made._settled_parts = (starts, parts)
        made._helps, made._surely = helps, surely
        return made

    def layout(self) -> tuple[npt.NDArray[Any], ...]:
        """Wholes, which are there, starts of parts, parts, helps and how surely, of settled vectors."""
        return self._whole, self._there, *self._settled_parts, self._helps, self._surely


def _borne(need: Floats, helps: npt.NDArray[Any], surely: npt.NDArray[Any]) -> Floats:
    worth = surely.astype(np.float32)
    worth *= np.float32(1 / 255)
    shared: Floats = np.einsum("sh,sh->s", need[helps], worth)
    return shared


def _nothing_borne(slots: int) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8]]:
    return np.zeros((slots, SUREST), dtype=np.uint16), np.zeros((slots, SUREST), dtype=np.uint8)


def _surest(rows: Floats) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8]]:
    """The helps with the largest numbers in each row, and those numbers in one byte each."""
    order = np.argsort(-rows, axis=1, kind="stable")[:, :SUREST]
    surely = np.rint(np.take_along_axis(rows, order, axis=1) * 255)
    helps, worth = _nothing_borne(len(rows))
    helps[:, : order.shape[1]], worth[:, : order.shape[1]] = order, surely
    return helps, worth


def _above_background(cosines: Floats) -> Floats:
    cosines -= np.float32(BACKGROUND)
    cosines *= np.float32(1 / (1 - BACKGROUND))
    return np.clip(cosines, 0, 1, out=cosines)
