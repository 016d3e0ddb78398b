"""Which slots carry which term, and how strongly. Grows and shrinks one slot at a time."""

from array import array
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Slots = npt.NDArray[np.int32]


class Postings:
    """An inverted list. A slot is written once and never again: a removed slot stays dead."""

    def __init__(self) -> None:
        self._slots: dict[str, array[int]] = {}
        self._weights: dict[str, array[float]] = {}
        self._living: dict[str, int] = {}

    def add(self, slot: int, weights: Mapping[str, float]) -> None:
        """Write every term of a new slot."""
        for term, weight in weights.items():
            if term not in self._slots:
                self._slots[term], self._weights[term] = array("i"), array("f")
            self._slots[term].append(slot)
            self._weights[term].append(weight)
            self._living[term] = self._living.get(term, 0) + 1

    def forget(self, terms: Mapping[str, float]) -> None:
        """Count the terms of a slot that died out of the document frequencies."""
        for term in terms:
            self._living[term] -= 1

    def how_many(self, term: str) -> int:
        """In how many living slots the term stands."""
        return self._living.get(term, 0)

    def of(self, term: str) -> tuple[Slots, Floats] | None:
        """Slots (dead ones among them) and weights of a term; None where nobody has it."""
        if not self._living.get(term):
            return None
        # Copies: an array that lends its buffer could not grow while a search reads it.
        return (
            np.array(self._slots[term], dtype=np.int32),
            np.array(self._weights[term], dtype=np.float32),
        )

    def __contains__(self, term: object) -> bool:
        return bool(self._living.get(term, 0)) if isinstance(term, str) else False

    def __iter__(self) -> Iterator[str]:
        return (term for term, count in self._living.items() if count)
