"""Which slots carry which term, and how strongly. What was settled lies in flat arrays; what came since, beside it."""

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.columns import moved
from matching.zone import Slots

Floats = npt.NDArray[np.float32]


class Postings:
    """An inverted list. A slot is written once and never again: a removed slot stays dead until the next settling."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._starts = np.zeros(1, dtype=np.int64)
        self._slots, self._weights = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        self._new_slots: dict[str, array[int]] = {}
        self._new_weights: dict[str, array[float]] = {}
        self._living: dict[str, int] = {}

    def add(self, slot: int, weights: Mapping[str, float]) -> None:
        """Write every term of a new slot, higher than any before."""
        for term, weight in weights.items():
            if term not in self._new_slots:
                self._new_slots[term], self._new_weights[term] = array("i"), array("f")
            # The weight first: a search in another thread takes as many weights as it saw slots.
            self._new_weights[term].append(weight)
            self._new_slots[term].append(slot)
            self._living[term] = self._living.get(term, 0) + 1

    def forget(self, terms: Mapping[str, float]) -> None:
        """Count the terms of a slot that died out of the document frequencies."""
        for term in terms:
            self._living[term] -= 1

    def how_many(self, term: str) -> int:
        """In how many living slots the term stands."""
        return self._living.get(term, 0)

    def of(self, term: str) -> tuple[Slots, Floats] | None:
        """Slots in rising order (dead ones among them) and weights of a term; None where nobody has it."""
        return self._all(term) if self._living.get(term) else None

    def _all(self, term: str) -> tuple[Slots, Floats]:
        row = self._rows.get(term)
        start, end = (0, 0) if row is None else (int(self._starts[row]), int(self._starts[row + 1]))
        settled = self._slots[start:end], self._weights[start:end]
        if term not in self._new_slots:
            return settled
        # Copies: an array that lends its buffer could not grow while a search reads it.
        slots = np.array(self._new_slots[term], dtype=np.int32)
        weights = np.array(self._new_weights[term], dtype=np.float32)[: len(slots)]
        return np.concatenate([settled[0], slots]), np.concatenate([settled[1], weights])

    def __contains__(self, term: object) -> bool:
        return bool(self._living.get(term, 0)) if isinstance(term, str) else False

    def __iter__(self) -> Iterator[str]:
        return iter([term for term, count in list(self._living.items()) if count])

    def settled(self, to: Slots) -> "Postings":
        """The same in flat arrays, each slot moved as `to` says (-1: it is dead and goes)."""
        found: list[tuple[str, Slots, Floats]] = []
        for term in self:
            slots, weights = self._all(term)
            slots, order = moved(slots, to)
            found.append((term, slots, weights[order]))
        counts = [len(slots) for _, slots, _ in found]
        return Postings.laid_out(
            [term for term, _, _ in found],
            np.cumsum([0, *counts]).astype(np.int64),
            np.concatenate([self._slots[:0], *(slots for _, slots, _ in found)]),
            np.concatenate([self._weights[:0], *(weights for _, _, weights in found)]),
        )

    @classmethod
    def laid_out(
        cls, terms: list[str], starts: npt.NDArray[Any], slots: npt.NDArray[Any], weights: npt.NDArray[Any]
    ) -> "Postings":
        """Postings from flat arrays: the slots of term number n lie from starts[n] up to starts[n + 1]."""
        made = cls()
        made._rows = {term: row for row, term in enumerate(terms)}
        made._starts, made._slots, made._weights = starts, slots, weights
        made._living = dict(zip(terms, np.diff(starts).tolist(), strict=True))
        return made

    def layout(self) -> tuple[list[str], npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
        """Terms, starts, slots and weights of settled postings."""
        return list(self._rows), self._starts, self._slots, self._weights
