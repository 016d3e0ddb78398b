"""What the ear and the triage make of stories and of the outside told by hands that taught them nothing (see aside/README.md)."""

import csv
from pathlib import Path

import numpy as np
import pytest

from market.core.places import PlaceNames
from matching.asked import as_heard
from matching.knowledge.library import shipped
from matching.learnt import beyond
from matching.triage import turned_away
from matching.vectors.ear import Ear, ear_of
from matching.vectors.minilm import installed
from matching.vectors.voices import Voices

ASIDE = Path(__file__).parent / "aside"
EVERY = 12
"""One of so many is tried."""
HARM = ("nursing", "illegal")
FIRST, FIVE = 0.52, 0.79
HARM_HEARD, OTHERS_HEARD, WRONGED = 0.90, 0.68, 0.12
"""Floors, a little under what was measured: .555 and .823, .96, .75, and .09."""


def told(file: str) -> list[tuple[str, str]]:
    """Help or kind, and what was told, of those tried."""
    with (ASIDE / file).open(encoding="utf-8", newline="") as rows:
        return [(first, text) for first, text in list(csv.reader(rows))[1::EVERY]]


@pytest.fixture(scope="module")
def ear() -> Ear:
    weights = installed()
    assert weights is not None, "the weights are in requirements-vectors.lock"
    found = ear_of(weights)
    assert found is not None
    return found


def test_nothing_is_learnt_from_them() -> None:
    layer = shipped().layer
    learnt = {text for _, text in (*layer.phrases(), *layer.stories())}
    learnt |= {text for _, text in beyond.rows_to_learn()}
    for file in ("stories.csv", "outside.csv"):
        with (ASIDE / file).open(encoding="utf-8", newline="") as rows:
            assert not learnt & {row["told"] for row in csv.DictReader(rows)}


def test_a_story_by_another_hand_is_mostly_heard_and_nearly_always_among_the_first_ten(ear: Ear) -> None:
    weights, knowledge, places = installed(), shipped(), PlaceNames()
    assert weights is not None
    voices, helps = Voices(weights, knowledge.layer), list(knowledge.layer.helps)
    places_in_order = []
    for help_id, text in told("stories.csv"):
        listened = ear.hear(as_heard(text, knowledge, places))
        about = voices.about(listened.vector, voices.near(listened.vector), listened)
        assert about is not None
        places_in_order.append(int((about > about[helps.index(help_id)]).sum()))
    found = np.array(places_in_order)
    assert (found == 0).mean() >= FIRST
    assert (found < 5).mean() >= FIVE


def test_what_lies_outside_by_another_hand_is_mostly_turned_away_and_few_fine_needs_are(ear: Ear) -> None:
    knowledge, places = shipped(), PlaceNames()
    gone: dict[str, list[bool]] = {}
    for kind, text in told("outside.csv"):
        away = turned_away(text, ear.hear(as_heard(text, knowledge, places))) is not None
        gone.setdefault("harm" if kind in HARM else "fine" if kind == "fine" else "other", []).append(away)
    shares = {kind: float(np.mean(found)) for kind, found in gone.items()}
    assert shares["harm"] >= HARM_HEARD
    assert shares["other"] >= OTHERS_HEARD
    assert shares["fine"] <= WRONGED
