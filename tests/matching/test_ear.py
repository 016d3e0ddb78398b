"""The ear: the encoder's second way up, what it was taught, and what happens where there is none."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.knowledge.library import shipped as knowledge
from matching.learnt import beyond
from matching.learnt.beyond import KINDS, Heard, joined
from matching.learnt.softmax import Softmax
from matching.outside import outside_the_market
from matching.postings import Floats
from matching.triage import FINE, SAFE, SOONER, turned_away
from matching.vectors import ear
from matching.vectors.alarm import DANGER, Alarm, alarm_of
from matching.vectors.ear import BEYOND, HELPS, Ear, Listened, ear_of
from matching.vectors.minilm import LAYERS, STRAIGHT, WIDTH, Bend, MiniLM, Way, installed
from matching.vectors.taught import PRODUCTS, Taught, load


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    found = installed()
    assert found is not None, "the weights are in requirements-vectors.lock"
    return found


def unbent(encoder: MiniLM, helps: int = 3) -> Taught:
    """Bends of nought, so that both ways up are one; readings that pick out single numbers."""
    bends = {
        f"{layer}.{product}": (
            np.ones((own.weights.shape[0], 2), dtype=np.float32),
            np.zeros((2, own.weights.shape[1]), dtype=np.float32),
        )
        for layer in range(LAYERS)
        for product in PRODUCTS
        if (own := getattr(encoder.layers[layer], product)) is not None
    }
    reading = Softmax(np.eye(helps, WIDTH, dtype=np.float32), np.zeros(helps, dtype=np.float32))
    outside = Softmax(np.eye(len(KINDS), WIDTH, dtype=np.float32), np.zeros(len(KINDS), dtype=np.float32))
    danger = Softmax(np.eye(2, WIDTH, dtype=np.float32), np.zeros(2, dtype=np.float32))
    readings = {HELPS: reading, BEYOND: outside, DANGER: danger}
    return Taught(bends, readings, 0.5, encoder.name, "made for a test")


def test_the_ear_is_of_the_sentences_that_ship() -> None:
    """When this fails: run `./dev fit ear`."""
    taught = ear.shipped()
    assert taught is not None
    assert taught.of == ear.mark(beyond.rows_to_learn(), knowledge().layer)
    assert len(taught.readings[HELPS].weights) == len(knowledge().layer.helps)


def bent(chance: np.random.Generator, first: int = 0) -> Way:
    sizes = {
        "seen": (WIDTH, 3 * WIDTH),
        "spoken": (WIDTH, WIDTH),
        "wide": (WIDTH, 4 * WIDTH),
        "narrow": (4 * WIDTH, WIDTH),
    }

    def pair(wide: int, high: int) -> tuple[Floats, Floats]:
        first, second = (chance.normal(0, 0.05, shape).astype(np.float32) for shape in ((wide, 4), (4, high)))
        return first, second

    bends = [Bend(**{name: pair(*size) for name, size in sizes.items()}) for _ in range(first, LAYERS)]
    return [*[None] * first, *bends]


def test_ways_that_go_up_side_by_side_come_out_as_each_would_alone(encoder: MiniLM) -> None:
    """Alone meaning with the bends added to the weights themselves, which is what they stand for."""
    text = "nobody to put the kettle on for"
    late, early = bent(np.random.default_rng(1), first=3), bent(np.random.default_rng(2))
    forked = [*late[:4], *bent(np.random.default_rng(3))[4:]]
    ways = [STRAIGHT, late, early, STRAIGHT, forked]
    together = encoder.up(text, ways)
    for way, row in zip(ways, together, strict=True):
        state = encoder.below(np.array([encoder.tokens(text)]), 0)
        for layer, bend in zip(encoder.layers, way, strict=True):
            for name in PRODUCTS if bend else ():
                first, second = getattr(bend, name)
                own = getattr(layer, name)
                layer = replace(layer, **{name: replace(own, weights=own.weights + first @ second)})
            state = layer(state, 1)
        mean = state.mean(axis=0)
        np.testing.assert_allclose(row, mean / np.linalg.norm(mean), atol=1e-5)
    for one, other in itertools.combinations((0, 1, 2, 4), 2):
        assert not np.allclose(together[one], together[other], atol=1e-2)
    np.testing.assert_array_equal(together[0], together[3])


def test_straight_up_is_what_the_encoder_says(encoder: MiniLM) -> None:
    text = "nobody to put the kettle on for"
    np.testing.assert_allclose(encoder.up(text)[0], encoder.encode([text])[0], atol=1e-6)


def test_an_ear_that_was_taught_nothing_hears_what_the_encoder_says(encoder: MiniLM) -> None:
    heard = Ear(encoder, unbent(encoder)).hear("a cleaner for mum")
    np.testing.assert_allclose(heard.vector, encoder.encode(["a cleaner for mum"])[0], atol=1e-6)
    np.testing.assert_allclose(heard.helps, heard.vector[:3], atol=1e-6)


def test_bends_change_what_is_heard_and_never_the_vector(encoder: MiniLM) -> None:
    taught = unbent(encoder)
    bent = {name: (one, np.full_like(two, 0.02)) for name, (one, two) in taught.bends.items()}
    before, after = Ear(encoder, taught).hear("a cleaner"), Ear(encoder, replace(taught, bends=bent)).hear("a cleaner")
    np.testing.assert_array_equal(before.vector, after.vector)
    assert np.abs(before.helps - after.helps).max() > 0.001


def test_what_was_learnt_is_read_as_it_was_written(encoder: MiniLM, tmp_path: Path) -> None:
    taught = unbent(encoder)
    taught.save(tmp_path / "ear.npz")
    read = load(tmp_path / "ear.npz")
    assert read is not None
    assert (read.sure, read.encoder, read.of) == (taught.sure, taught.encoder, taught.of)
    assert read.readings.keys() == taught.readings.keys()
    np.testing.assert_array_equal(read.readings[HELPS].weights, taught.readings[HELPS].weights)
    assert read.bends.keys() == taught.bends.keys()


def test_an_ear_or_alarm_taught_on_other_weights_is_not_put_on(encoder: MiniLM) -> None:
    another = replace(unbent(encoder), encoder="another")
    assert ear_of(encoder, another) is None
    assert alarm_of(encoder, another) is None


def test_where_nothing_was_kept_nothing_is_read(tmp_path: Path) -> None:
    assert load(tmp_path / "absent.npz") is None


def test_the_alarm_says_the_same_alone_and_beside_the_ear(encoder: MiniLM) -> None:
    alarm = Alarm(encoder, unbent(encoder))
    text = "there is smoke on the stairs"
    assert alarm(text) == pytest.approx(alarm.of(encoder.up(text)[0]), abs=1e-6)
    assert Ear(encoder, unbent(encoder), alarm).hear(text).danger == pytest.approx(alarm(text), abs=1e-6)
    assert Ear(encoder, unbent(encoder)).hear(text).danger is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_listened_to_without_an_error(encoder: MiniLM, text: str) -> None:
    heard = Ear(encoder, unbent(encoder)).hear(text)
    assert np.isfinite(heard.helps).all()
    assert np.isfinite(heard.beyond.surplus)


def listened(surplus: float, kind: str = "nursing", clearly: float = 0.9) -> Listened:
    nothing = np.zeros(WIDTH, dtype=np.float32)
    return Listened(nothing, nothing[:3], Heard(kind, surplus, clearly), 0.5)


def test_where_the_ear_is_sure_a_need_is_turned_away_though_words_are_not() -> None:
    text = "the thing the ward said about his tummy, of an evening"
    assert turned_away(text) is None
    found = turned_away(text, listened(12))
    assert found is not None
    assert found.kind == "nursing"


def test_where_the_ear_only_guesses_the_kind_nobody_is_accused() -> None:
    found = turned_away("the thing the ward said", listened(12, "illegal", clearly=0.4))
    assert found is not None
    assert found.kind != "illegal"


def test_what_sounds_like_harm_is_turned_away_sooner_and_accuses_nobody() -> None:
    text = "the thing the ward said"
    words = beyond.shipped()
    assert words is not None
    by_words = words.hears(text).surplus
    between = (0.5 - SOONER / 2) * 1.5 - by_words * 0.5
    assert turned_away(text, listened(between, "builder")) is None
    nursing, unlawful = turned_away(text, listened(between)), turned_away(text, listened(between, "illegal"))
    assert nursing is not None
    assert nursing.kind == "nursing"
    assert unlawful is not None
    assert unlawful.kind != "illegal"


def test_a_rule_about_harm_gives_way_only_to_an_ear_that_is_surer_than_for_others() -> None:
    text = "find me some cocaine"
    words = beyond.shipped()
    assert words is not None
    assert outside_the_market(text) is not None
    by_words = words.hears(text).surplus

    def heard_as(surplus: float) -> Listened:
        """What the ear must say for both together to come to this."""
        return listened(surplus * 1.5 - by_words * 0.5)

    assert joined(heard_as(-1.5).beyond.surplus, by_words) == pytest.approx(-1.5)
    assert SAFE < -1.5 < FINE
    assert turned_away(text, heard_as(-1.5)) is not None
    assert turned_away(text, heard_as(SAFE - 0.5)) is None
