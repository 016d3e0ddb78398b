"""A second way up through the encoder's last layers, taught what needs in this field are about.

The encoder was made to say how alike any two sentences are. Here its last three layers are bent by narrow matrices (low-rank
adaptation, Hu and others 2021) and taught two things at once, over every voice and story of the needs layer and every
sentence of what lies outside the market: which help a text is about, and whether anybody here may serve it. A need goes up
both ways; the layers below are shared, so that the second way costs half of the first. Offerings are not heard by it.
Fitted by `alongside fit ear`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np

from matching.knowledge import files
from matching.knowledge.needs import Layer
from matching.learnt.beyond import Heard, heard_in, mark_of
from matching.learnt.softmax import Softmax
from matching.postings import Floats
from matching.vectors.bearing import told_of
from matching.vectors.minilm import BENT, MiniLM

PRODUCTS: Final = ("seen", "spoken", "wide", "narrow")
"""The products of a layer that are bent."""
LONGEST: Final = 64
"""Tokens of a text that are listened to, here and in teaching."""
FILE: Final = Path(files.SEEDS) / "fitted" / "ear.npz"


@dataclass(frozen=True, slots=True)
class Listened:
    """A need as it was heard: what it means as a whole, and what the ear was taught to tell of it."""

    vector: Floats
    """A unit row, to be compared with those of offerings and of the layer's phrases."""
    helps: Floats
    """How strongly it speaks for each help of the layer, in logits."""
    beyond: Heard
    """What of it sounds outside the market."""
    sure: float
    """The surplus, words and ear taken together, above which few needs that only look wrong are caught."""


class Listener(Protocol):
    """Whoever hears a need by more than its likeness to others."""

    def hear(self, text: str) -> Listened:
        """One need. Any text is answered."""


@dataclass(frozen=True)
class Taught:
    """What was learnt: by layer and product two narrow matrices, and two readings of the row that comes out above."""

    bends: Mapping[str, tuple[Floats, Floats]]
    helps: Softmax
    beyond: Softmax
    sure: float
    encoder: str
    of: str
    """The mark of what it was taught with."""

    def save(self, file: Path = FILE) -> None:
        """Write it where the product looks for it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        numbers: dict[str, Any] = {
            f"{name}.{part}": matrix.astype(np.float16)
            for name, pair in self.bends.items()
            for part, matrix in zip(("first", "second"), pair, strict=True)
        }
        numbers |= {
            f"{name}.{part}": values.astype(np.float16)
            for name, model in (("helps", self.helps), ("beyond", self.beyond))
            for part, values in (("weights", model.weights), ("bias", model.bias))
        }
        numbers |= {"sure": np.float32(self.sure), "encoder": np.array(self.encoder), "of": np.array(self.of)}
        np.savez_compressed(file, **numbers)


def mark(told: Sequence[tuple[str, str]], layer: Layer) -> str:
    """What the sentences it is taught with are known by: those of the outside, and the layer's voices and stories."""
    return mark_of([*told, *told_of(layer)])


def load(file: Path) -> Taught:
    """Read what `save` wrote."""
    with np.load(file) as kept:

        def matrix(name: str) -> Floats:
            read: Floats = kept[name].astype(np.float32)
            return read

        names = [f"{layer}.{product}" for layer in BENT for product in PRODUCTS]
        bends = {name: (matrix(f"{name}.first"), matrix(f"{name}.second")) for name in names}
        helps, beyond = (Softmax(matrix(f"{name}.weights"), matrix(f"{name}.bias")) for name in ("helps", "beyond"))
        return Taught(bends, helps, beyond, float(kept["sure"]), str(kept["encoder"]), str(kept["of"]))


@lru_cache(maxsize=1)
def shipped() -> Taught | None:
    """What ships with the product; None where its file is absent: then needs are heard by likeness alone."""
    return load(FILE) if FILE.exists() else None


def ear_of(encoder: MiniLM, taught: Taught | None = None) -> "Ear | None":
    """The ear for an encoder; None where none was taught on its weights."""
    taught = taught or shipped()
    return Ear(encoder, taught) if taught is not None and taught.encoder == encoder.name else None


class Ear:
    """An encoder with the second way up."""

    def __init__(self, encoder: MiniLM, taught: Taught) -> None:
        self._encoder, self._taught = encoder, taught
        self._bent = [
            replace(
                encoder.layers[number],
                **{
                    product: getattr(encoder.layers[number], product).bent(*taught.bends[f"{number}.{product}"])
                    for product in PRODUCTS
                },
            )
            for number in BENT
        ]

    def hear(self, text: str) -> Listened:
        """One need. Any text is answered."""
        below = self._encoder.half_way(text, LONGEST)
        vector, heard = self._encoder.above(below)[0], self._encoder.above(below, instead=self._bent)[0]
        return Listened(
            vector,
            self._taught.helps.logits(heard),
            heard_in(self._taught.beyond.shares(heard)),
            self._taught.sure,
        )
