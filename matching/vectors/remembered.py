"""Vectors kept by the hash of their text, so that no text is encoded twice."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matching.postings import Floats
from matching.vectors.encoder import Encoder


def mark_of(text: str) -> str:
    """What a text is remembered by."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:24]


class Remembered:
    """An encoder in front of another that remembers; with a folder it remembers between runs.

    `shipped` is a folder of vectors that came with the product (`seeds/demo/vectors`): it is read, never written.
    """

    def __init__(self, encoder: Encoder, folder: Path | None = None, shipped: Path | None = None) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}
        self._unsaved = 0
        key = hashlib.sha256(encoder.name.encode()).hexdigest()[:16]
        file_name = f"vectors-{key}.npz"
        self._file = folder / file_name if folder else None
        for file in (shipped / file_name if shipped else None, self._file):
            if file and file.exists():
                self._read(file)

    def _read(self, file: Path) -> None:
        with np.load(file) as kept:
            vectors = kept["vectors"].astype(np.float32)
            self._known.update(zip(kept["hashes"].tolist(), vectors, strict=True))

    @property
    def name(self) -> str:
        """Which weights these are."""
        return self._encoder.name

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return self._encoder.width

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text; only texts never seen are encoded."""
        hashes = [mark_of(text) for text in texts]
        fresh = {key: text for key, text in zip(hashes, texts, strict=True) if key not in self._known}
        if fresh:
            self._known.update(zip(fresh, self._encoder.encode(list(fresh.values())), strict=True))
            self._unsaved += len(fresh)
        return np.stack([self._known[key] for key in hashes]) if hashes else np.zeros((0, self.width), dtype=np.float32)

    def save(self, only: Sequence[str] | None = None) -> int:
        """Write what is new to the folder, or only the vectors of some texts; the number of vectors that were new."""
        saved, self._unsaved = self._unsaved, 0
        if self._file and (saved or only is not None):
            marks = list(self._known) if only is None else list(dict.fromkeys(mark_of(text) for text in only))
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".part.npz")
            vectors = np.stack([self._known[mark] for mark in marks]).astype(np.float16)
            np.savez(beside, hashes=np.array(marks), vectors=vectors)
            beside.replace(self._file)
        return saved
