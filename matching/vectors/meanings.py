"""The vectors of every offering: of the whole, and of each sentence."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from matching.document import Document
from matching.offering import Offering
from matching.postings import Floats
from matching.text.words import clean
from matching.vectors.encoder import Encoder

BACKGROUND = 0.12
"""How alike any two texts of this field are: below it there is no likeness to speak of."""
SENTENCES = 8
"""Sentences of one offering that are kept."""


def texts_of(offering: Offering, document: Document) -> list[str]:
    """What of an offering is encoded: the whole first, then its title and its sentences."""
    title, description = clean(offering.title), clean(offering.description)
    return [f"{title}. {description}", title, *document.sentences[:SENTENCES]]


class Meanings:
    """Vectors by slot. A slot is written once; the owner says which slots live."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._whole = np.zeros((64, encoder.width), dtype=np.float32)
        self._parts: list[npt.NDArray[np.float16]] = []

    def encode(self, offerings: Iterable[tuple[Offering, Document]]) -> list[Floats]:
        """Vectors of several offerings at once: of each the whole, its title, its sentences."""
        texts = [texts_of(offering, document) for offering, document in offerings]
        vectors = self.encoder.encode([text for own in texts for text in own])
        ends = np.cumsum([len(own) for own in texts])[:-1]
        return list(np.split(vectors, ends)) if texts else []

    def add(self, vectors: Floats) -> None:
        """Write the vectors of the next slot."""
        slot = len(self._parts)
        if slot == len(self._whole):
            self._whole = np.concatenate([self._whole, np.zeros_like(self._whole)])
        self._whole[slot] = vectors[0]
        self._parts.append(vectors[1:].astype(np.float16))

    def likeness(self, need: Floats) -> Floats:
        """How alike each slot as a whole is to a need's vector, 0 to 1, the background taken off."""
        return _above_background(self._whole[: len(self._parts)] @ need)

    def likest_part(self, need: Floats, slots: Sequence[int]) -> Floats:
        """For each of `slots`, how alike its likest sentence is."""
        likest = np.array(
            [float((self._parts[slot].astype(np.float32) @ need).max()) for slot in slots], dtype=np.float32
        )
        return _above_background(likest)


def _above_background(cosines: Floats) -> Floats:
    above: Floats = np.clip((cosines - BACKGROUND) / (1 - BACKGROUND), 0, 1).astype(np.float32)
    return above
