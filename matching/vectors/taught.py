"""What teaching leaves: a second way up through the encoder, and readings of what comes out above.

The encoder was made to say how alike any two sentences are. Some of its layers are bent by narrow matrices (low-rank
adaptation, Hu and others 2021) and taught to tell something else. `matching/vectors/school.py` teaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from matching.learnt.softmax import Softmax
from matching.postings import Floats
from matching.vectors.minilm import LAYERS, Bend, Way

PRODUCTS: Final = ("seen", "spoken", "wide", "narrow")
"""The products of a layer that are bent."""
LONGEST: Final = 64
"""Tokens of a text that are listened to, here and in teaching."""


@dataclass(frozen=True)
class Taught:
    """What was learnt: by layer and product two narrow matrices, and by name readings of the row that comes out above."""

    bends: Mapping[str, tuple[Floats, Floats]]
    readings: Mapping[str, Softmax]
    sure: float
    encoder: str
    of: str
    """The mark of what it was taught with."""

    def save(self, file: Path) -> None:
        """Write it where the product looks for it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        numbers: dict[str, Any] = {
            f"{name}.{part}": matrix.astype(np.float16)
            for name, pair in self.bends.items()
            for part, matrix in zip(("first", "second"), pair, strict=True)
        }
        numbers |= {
            f"{name}.{part}": values.astype(np.float16)
            for name, model in self.readings.items()
            for part, values in (("weights", model.weights), ("bias", model.bias))
        }
        numbers |= {"sure": np.float32(self.sure), "encoder": np.array(self.encoder), "of": np.array(self.of)}
        np.savez_compressed(file, **numbers)

    def way(self) -> Way:
        """How each layer is bent, the lowest first."""
        return [
            Bend(**{name: self.bends[f"{layer}.{name}"] for name in PRODUCTS})
            if f"{layer}.{PRODUCTS[0]}" in self.bends
            else None
            for layer in range(LAYERS)
        ]

    def read(self, name: str, above: Floats) -> Floats:
        """What one reading says of the row that came out above, in logits."""
        return self.readings[name].logits(above)


def load(file: Path) -> Taught | None:
    """Read what `save` wrote; None where the file is absent: then needs are heard by likeness and words alone."""
    if not file.exists():
        return None
    with np.load(file) as kept:

        def matrix(name: str) -> Floats:
            read: Floats = kept[name].astype(np.float32)
            return read

        names = [name.removesuffix(".first") for name in kept.files if name.endswith(".first")]
        bends = {name: (matrix(f"{name}.first"), matrix(f"{name}.second")) for name in names}
        read = [name.removesuffix(".weights") for name in kept.files if name.endswith(".weights")]
        readings = {name: Softmax(matrix(f"{name}.weights"), matrix(f"{name}.bias")) for name in read}
        return Taught(bends, readings, float(kept["sure"]), str(kept["encoder"]), str(kept["of"]))
