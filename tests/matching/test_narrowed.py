"""What is told of the needs layer ships as vectors of half the numbers, and tells the nearest as the whole ones do."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from matching.knowledge.library import shipped
from matching.postings import Floats
from matching.vectors import narrowed
from matching.vectors.minilm import installed
from matching.vectors.narrowed import NARROW, Narrowed, load

WIDE = 384
TOLD = [f"told {number}" for number in range(400)]


class Counting:
    """An encoder of made-up directions that says what it was asked for."""

    name, width = "counting", WIDE

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        return directions(len(texts), seed=len(self.asked))


def directions(count: int, seed: int = 1) -> Floats:
    """Rows that differ mostly in a hundred ways, as sentences of one field do."""
    chance = np.random.default_rng(seed)
    ways = np.random.default_rng(0).normal(size=(100, WIDE)) * np.geomspace(3, 0.3, 100)[:, None]
    rows = chance.normal(size=(count, 100)) @ ways + chance.normal(size=(count, WIDE)) * 0.2
    unit: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def test_the_nearest_of_what_is_told_stays_the_nearest() -> None:
    vectors, needs = directions(400), directions(50, seed=9)
    kept = Narrowed.of(TOLD, vectors, "counting")
    cosines = kept.told(TOLD, Counting()) @ kept.turned(needs).T
    assert np.abs(cosines - vectors @ needs.T).max() < 0.15
    assert (cosines.argmax(axis=0) == (vectors @ needs.T).argmax(axis=0)).mean() > 0.9


def test_only_what_is_not_here_is_encoded() -> None:
    kept, encoder = Narrowed.of(TOLD, directions(400), "counting"), Counting()
    rows = kept.told([TOLD[7], "said since", TOLD[3]], encoder)
    assert encoder.asked == ["said since"]
    assert rows.shape == (3, NARROW)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert np.allclose(rows[0], kept.told([TOLD[7]], encoder)[0])


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    kept = Narrowed.of(TOLD, directions(400), "counting")
    kept.save(tmp_path / "told.npz")
    again = load(tmp_path / "told.npz")
    assert again.encoder == "counting"
    assert np.allclose(again.told(TOLD, Counting()), kept.told(TOLD, Counting()))


def test_all_that_ships_with_the_needs_layer_has_its_vector() -> None:
    """One that is told since is encoded at the first run; this fails when the file should be written again: `alongside fit bearing`."""
    layer, encoder = shipped().layer, installed()
    if encoder is None:
        pytest.skip("The optional packages for vectors are not installed.")
    kept = narrowed.shipped_for(encoder.name)
    assert kept is not None
    listening = Counting()
    listening.name = encoder.name
    told = [text for _, text in (*layer.phrases(), *layer.stories())]
    kept.told(told, listening)
    assert len(listening.asked) < len(told) / 20
