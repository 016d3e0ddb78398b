"""The vectors of all that is told of the needs layer, in half the numbers.

Every need is compared with every voice and story, and they grow with what is taught. Turned towards the directions in which
they differ most, half the numbers tell the nearest of them nearly as well (measured on seven sets of needs: nDCG@5 within .005) in
half the time, and in one byte each they are a quarter of the room that half precision took. Written by `alongside fit bearing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from matching.knowledge import files
from matching.postings import Floats
from matching.vectors.encoder import Encoder
from matching.vectors.remembered import mark_of

NARROW: Final = 192
"""Numbers of a narrowed vector."""
FILE: Final = Path(files.SEEDS) / "fitted" / "told.npz"
_LARGEST: Final = 127


@dataclass(frozen=True, eq=False)
class Narrowed:
    """A turn of vectors into fewer numbers, and the rows of what is told, each under a mark of its text."""

    turn: Floats
    marks: npt.NDArray[np.uint64]
    rows: npt.NDArray[np.int8]
    encoder: str

    @classmethod
    def of(cls, told: Sequence[str], vectors: Floats, encoder: str) -> "Narrowed":
        """What is told, narrowed; `vectors` are its own, or those of the same told as a need is read."""
        _, directions = np.linalg.eigh(vectors.T @ vectors)
        turn: Floats = np.ascontiguousarray(directions[:, ::-1][:, :NARROW], dtype=np.float32)
        rows = _unit(vectors @ turn)
        largest = np.abs(rows).max(axis=1, keepdims=True)
        short = np.rint(rows * (_LARGEST / largest)).astype(np.int8)
        return cls(turn, np.array([_number(text) for text in told], dtype=np.uint64), short, encoder)

    def turned(self, vectors: Floats) -> Floats:
        """Unit rows in the fewer numbers."""
        return _unit(vectors @ self.turn)

    def told(self, texts: Sequence[str], encoder: Encoder) -> Floats:
        """A unit row for each text; those that are not here are encoded."""
        found = [self._places.get(_number(text), -1) for text in texts]
        here = np.flatnonzero(np.array(found) >= 0)
        rows = np.zeros((len(texts), self.turn.shape[1]), dtype=np.float32)
        rows[here] = _unit(self.rows[[found[place] for place in here]].astype(np.float32))
        fresh = [place for place, row in enumerate(found) if row < 0]
        if fresh:
            rows[fresh] = self.turned(encoder.encode([texts[place] for place in fresh]))
        return rows

    @cached_property
    def _places(self) -> dict[int, int]:
        return {mark: place for place, mark in enumerate(self.marks.tolist())}

    def save(self, file: Path = FILE) -> None:
        """Write it where the product looks for it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            file, turn=self.turn.astype(np.float16), marks=self.marks, rows=self.rows, encoder=np.array(self.encoder)
        )


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), np.float32(1e-6))
    return unit


def _number(text: str) -> int:
    return int(mark_of(text)[:16], 16)


def load(file: Path) -> Narrowed:
    """Read what `save` wrote."""
    with np.load(file) as kept:
        return Narrowed(kept["turn"].astype(np.float32), kept["marks"], kept["rows"], str(kept["encoder"]))


@lru_cache(maxsize=1)
def _shipped() -> Narrowed | None:
    return load(FILE) if FILE.exists() else None


def shipped_for(encoder: str) -> Narrowed | None:
    """What ships, where it was narrowed from the vectors of this encoder; None elsewhere: then vectors stay as they are."""
    found = _shipped()
    return found if found is not None and found.encoder == encoder else None
