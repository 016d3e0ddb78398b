"""Vectors of listings' texts, kept on disk by the hash of the text: encoded once, by whichever process comes first.

A file beside the uploads, safe to delete. It holds what listings say and never what anybody asks for: needs are about
somebody, and their vectors are kept in memory alone. Vectors lie in half precision.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from matching.postings import Floats
from matching.vectors.encoder import Encoder
from matching.vectors.remembered import mark_of

_AT_ONCE = 400


class KeptVectors:
    """An encoder in front of another, with a file between."""

    def __init__(self, encoder: Encoder, file: Path) -> None:
        self._encoder = encoder
        self._lock = Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(file, check_same_thread=False, timeout=20, isolation_level=None)
        self._kept.execute("PRAGMA journal_mode=WAL")
        self._kept.execute("PRAGMA synchronous=NORMAL")
        self._kept.execute(
            "CREATE TABLE IF NOT EXISTS vector (weights TEXT, text TEXT, numbers BLOB, PRIMARY KEY (weights, text)) WITHOUT ROWID"
        )

    @property
    def name(self) -> str:
        """Which weights these are."""
        return self._encoder.name

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return self._encoder.width

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text; only texts that no process has met are encoded."""
        marks = [mark_of(text) for text in texts]
        known = self._read(set(marks))
        fresh = {mark: text for mark, text in zip(marks, texts, strict=True) if mark not in known}
        if fresh:
            made = dict(zip(fresh, self._encoder.encode(list(fresh.values())), strict=True))
            self._write(made)
            known |= made
        if not marks:
            return np.zeros((0, self.width), dtype=np.float32)
        return np.stack([known[mark] for mark in marks])

    def _read(self, marks: set[str]) -> dict[str, Floats]:
        found: dict[str, Floats] = {}
        listed = sorted(marks)
        for start in range(0, len(listed), _AT_ONCE):
            some = listed[start : start + _AT_ONCE]
            places = ",".join("?" * len(some))
            query = f"SELECT text, numbers FROM vector WHERE weights = ? AND text IN ({places})"  # noqa: S608 (only marks)
            with self._lock:
                rows = self._kept.execute(query, (self.name, *some)).fetchall()
            found |= {mark: np.frombuffer(raw, dtype=np.float16).astype(np.float32) for mark, raw in rows}
        return {mark: vector for mark, vector in found.items() if len(vector) == self.width}

    def _write(self, made: dict[str, Floats]) -> None:
        rows = [(self.name, mark, vector.astype(np.float16).tobytes()) for mark, vector in made.items()]
        with self._lock:
            self._kept.execute("BEGIN IMMEDIATE")
            self._kept.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)
            self._kept.execute("COMMIT")
