"""Which helps a text bears on, learnt over its sentence vector from every voice and story of the needs layer.

For needs the learnt model and the nearest phrase are taken together (each alone is wrong where the other is right: measured
on sentences kept aside, 0.35 and 0.40 right at first guess, 0.45 together); for offerings the model alone, which costs one
small product of matrices however long the layer grows. Fitted by `alongside fit bearing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from matching.knowledge import files
from matching.knowledge.needs import Layer
from matching.learnt.beyond import mark_of
from matching.learnt.softmax import Lesson, Softmax, fit
from matching.postings import Floats

LESSON: Final = Lesson(steps=80, pace=0.05, penalty=1e-5, smoothing=0.1)
CONTRAST: Final = 10.0
"""How long the mean vector of a help is made to start from."""
PART_COUNTS: Final = 0.8
"""What one sentence of an offering counts beside its title and its whole."""
FILE: Final = Path(files.SEEDS) / "fitted" / "bearing.npz"


@dataclass(frozen=True)
class Bearing:
    """The fitted model over the helps of one layer and the vectors of one encoder."""

    model: Softmax
    encoder: str
    of: str
    """The mark of the rows it was fitted on."""

    def of_offering(self, vectors: Floats) -> Floats:
        """What an offering bears on, a unit row over helps; `vectors` are of its whole, its title and its sentences."""
        shares = self.model.shares(vectors)
        shares[2:] *= np.float32(PART_COUNTS)
        return unit_of(shares.max(axis=0))

    def save(self, file: Path = FILE) -> None:
        """Write the model where the product looks for it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            file,
            weights=self.model.weights.astype(np.float16),
            bias=self.model.bias,
            encoder=np.array(self.encoder),
            of=np.array(self.of),
        )


def unit_of(shares: Floats) -> Floats:
    """Shares as a direction: two texts about the same helps point the same way."""
    roots = np.sqrt(shares)
    unit: Floats = (roots / (np.linalg.norm(roots) or 1.0)).astype(np.float32)
    return unit


def told_of(layer: Layer) -> list[tuple[str, str]]:
    """Every phrase and story of a layer with its help, help by help."""
    of_help: dict[str, list[str]] = {help_id: [] for help_id in layer.helps}
    for help_id, text in (*layer.phrases(), *layer.stories()):
        of_help[help_id].append(text)
    return [(help_id, text) for help_id, texts in of_help.items() for text in texts]


def mark(layer: Layer) -> str:
    """What a layer's phrases and stories are known by."""
    return mark_of(told_of(layer))


def taught(told: Sequence[tuple[str, str]], vectors: Floats, helps: Sequence[str], encoder: str) -> Bearing:
    """A model fitted on phrases and stories, each with its help and its vector."""
    number = {help_id: place for place, help_id in enumerate(helps)}
    classes = np.array([number[help_id] for help_id, _ in told], dtype=np.int64)
    how_many = np.bincount(classes, minlength=len(helps))
    worth = (1 / np.sqrt(how_many))[classes].astype(np.float32)
    start = np.stack([vectors[classes == place].mean(axis=0) for place in range(len(helps))])
    start *= CONTRAST / np.linalg.norm(start, axis=1, keepdims=True)
    model = fit(vectors, classes, len(helps), worth, LESSON, start.astype(np.float32))
    return Bearing(model, encoder, mark_of(told))


@lru_cache(maxsize=1)
def shipped() -> Bearing | None:
    """The model that ships with the product; None where its file is absent, and then meaning goes by likeness alone."""
    return load(FILE) if FILE.exists() else None


def shipped_for(encoder: str) -> Bearing | None:
    """The model that ships, where it was fitted on the vectors of this encoder."""
    model = shipped()
    return model if model is not None and model.encoder == encoder else None


def load(file: Path) -> Bearing:
    """Read a model that `save` wrote."""
    with np.load(file) as kept:
        model = Softmax(kept["weights"].astype(np.float32), kept["bias"])
        return Bearing(model, str(kept["encoder"]), str(kept["of"]))
