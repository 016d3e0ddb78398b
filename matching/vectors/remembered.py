"""Vectors kept by the hash of their text, so that no text is encoded twice."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matching.postings import Floats
from matching.vectors.encoder import Encoder


class Remembered:
    """An encoder in front of another that remembers; with a folder it remembers between runs."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}
        self._unsaved = 0
        key = hashlib.sha256(encoder.name.encode()).hexdigest()[:16]
        self._file = folder / f"vectors-{key}.npz" if folder else None
        if self._file and self._file.exists():
            with np.load(self._file) as kept:
                vectors = kept["vectors"].astype(np.float32)
                self._known = dict(zip(kept["hashes"].tolist(), vectors, strict=True))

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
        hashes = [hashlib.sha256(text.encode(errors="replace")).hexdigest()[:24] for text in texts]
        fresh = {key: text for key, text in zip(hashes, texts, strict=True) if key not in self._known}
        if fresh:
            self._known.update(zip(fresh, self._encoder.encode(list(fresh.values())), strict=True))
            self._unsaved += len(fresh)
        return np.stack([self._known[key] for key in hashes]) if hashes else np.zeros((0, self.width), dtype=np.float32)

    def save(self) -> int:
        """Write what is new to the folder; the number of vectors that were new."""
        saved, self._unsaved = self._unsaved, 0
        if self._file and saved:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".part.npz")
            vectors = np.stack(list(self._known.values())).astype(np.float16)
            np.savez(beside, hashes=np.array(list(self._known)), vectors=vectors)
            beside.replace(self._file)
        return saved
