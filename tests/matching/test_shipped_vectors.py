"""The vectors that come with the product are those of the phrases that come with it."""

from pathlib import Path

import numpy as np

from matching.knowledge.library import shipped
from matching.vectors.remembered import mark_of

FOLDER = Path(__file__).parents[2] / "seeds" / "reference" / "vectors"


def test_nearly_every_phrase_of_the_needs_layer_has_its_vector_shipped() -> None:
    """A phrase added since is encoded at the first run; when many are, the file is written again."""
    [file] = FOLDER.glob("vectors-*.npz")
    with np.load(file) as kept:
        there = set(kept["hashes"].tolist())
        lengths = np.linalg.norm(kept["vectors"].astype(np.float32), axis=1)
    phrases = {text for _, text in shipped().layer.phrases()}
    missing = [text for text in phrases if mark_of(text) not in there]
    assert len(missing) < len(phrases) / 20
    assert np.allclose(lengths, 1, atol=0.01)
