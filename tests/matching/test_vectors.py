"""Sentence vectors: a seam that may stay empty."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from matching.index import Index
from matching.need import Need
from matching.offering import Offering
from matching.places import NoPlaces
from matching.postings import Floats
from matching.search import search
from matching.text.words import words
from matching.vectors.minilm import MiniLM, WeightsUnknown, installed
from matching.vectors.remembered import Remembered

THEMES = {"sea": 0, "waves": 0, "boat": 0, "harbour": 0, "bread": 1, "oven": 1, "flour": 1}


class ThemeEncoder:
    """A hand-written encoder that knows two themes."""

    name = "themes"
    width = 3

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.encoded.extend(texts)
        rows = np.full((len(texts), self.width), 0.01, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words(text):
                row[THEMES.get(word, 2)] += 1 if word in THEMES else 0.01
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


SAILING = Offering("sailing", "Out in the boat", "Round the harbour on Sundays.")
BAKING = Offering("baking", "Flour club", "We light the oven at nine.")


def first(index: Index, text: str) -> str:
    return search(index, Need(text), gazetteer=NoPlaces(), today=date(2026, 11, 22)).matches[0].offering_id


def test_meaning_finds_what_no_word_does() -> None:
    index = Index.build([BAKING, SAILING], encoder=ThemeEncoder())
    assert first(index, "listening to the waves") == "sailing"
    assert first(index, "the smell of bread") == "baking"


def test_the_sentence_is_quoted_that_means_what_was_asked_though_it_shares_no_word_with_it() -> None:
    one = Offering("club", "Our club", "You may bring a friend. The harbour, slowly. We meet at noon.")
    index = Index.build([one, BAKING], encoder=ThemeEncoder())
    found = search(index, Need("listening to the waves"), gazetteer=NoPlaces(), today=date(2026, 11, 22)).matches[0]
    assert found.offering_id == "club"
    assert found.reasons[0] == "The harbour, slowly"


def test_an_index_with_vectors_changes_as_one_without() -> None:
    index = Index.build([BAKING, SAILING], encoder=ThemeEncoder())
    index.remove("sailing")
    index.put(Offering("baking", "Boat trips", "The sea, slowly."))
    assert len(index) == 1
    assert first(index, "listening to the waves") == "baking"


def test_no_text_is_encoded_twice_and_a_folder_keeps_it_between_runs(tmp_path: Path) -> None:
    plain = ThemeEncoder()
    memory = Remembered(plain, tmp_path)
    once = memory.encode(["sea", "bread", "sea"])
    assert np.allclose(memory.encode(["bread"])[0], once[1])
    assert sorted(plain.encoded) == ["bread", "sea"]
    assert (memory.save(), memory.save()) == (2, 0)
    again = Remembered(ThemeEncoder(), tmp_path)
    assert np.allclose(again.encode(["sea"])[0], once[0], atol=1e-3)


def test_weights_that_are_not_the_measured_ones_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("safetensors", reason="The optional packages for vectors are not installed.")
    pytest.importorskip("tokenizers", reason="The optional packages for vectors are not installed.")
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    with pytest.raises(WeightsUnknown):
        MiniLM(tmp_path)


def test_minilm_knows_what_is_alike() -> None:
    encoder = installed()
    if encoder is None:
        pytest.skip("The optional packages for vectors are not installed.")
    need, near, far = encoder.encode(["I am lonely", "befriending visits for people on their own", "pipe fitting"])
    assert need @ near > need @ far
    assert np.allclose(np.linalg.norm(need), 1, atol=1e-4)


def test_who_waits_for_vectors_stands_beside_those_who_say_the_same() -> None:
    others = [Offering(f"o{number}", "Ironing", "Shirts and sheets.") for number in range(98)]
    index = Index.build([SAILING, *others], encoder=ThemeEncoder())
    index.note(Offering("another", SAILING.title, SAILING.description))
    assert index.hearing is not None
    assert index.hearing.ready
    answer = search(index, Need("out in a boat"), gazetteer=NoPlaces(), today=date(2026, 11, 22))
    scores = {match.offering_id: match.score for match in answer.matches}
    assert scores["another"] == pytest.approx(scores["sailing"], rel=0.4)
    assert index.encode() == 1
    again = search(index, Need("out in a boat"), gazetteer=NoPlaces(), today=date(2026, 11, 22))
    assert {match.score for match in again.matches if match.offering_id in ("another", "sailing")} == {
        again.matches[0].score
    }


def test_a_need_asked_again_is_not_encoded_again() -> None:
    encoder = ThemeEncoder()
    index = Index.build([BAKING, SAILING], encoder=encoder)
    before = len(encoder.encoded)
    assert first(index, "listening to the waves") == first(index, "listening to the waves") == "sailing"
    assert len(encoder.encoded) == before + 1
