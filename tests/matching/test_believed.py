"""What was said and what the whole of it is about, taken together: neither is believed alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.believed import BY_THE_WHOLE, DOUBTED, MEANT, believed
from matching.knowledge.needs import FIRES, Fired, Help

HELPS = {name: Help(name, name, {}, (), (), "") for name in ("church", "nights", "meals")}


def said(**strengths: float) -> tuple[Fired, ...]:
    return tuple(Fired(HELPS[name], strength, (f"{name} was said",)) for name, strength in strengths.items())


def together(told: tuple[Fired, ...], **shares: float) -> dict[str, float]:
    return {one.help.id: one.strength for one in believed(told, shares, HELPS)}


def test_what_the_whole_is_about_goes_before_a_word_that_says_something_else() -> None:
    found = together(said(church=0.6), nights=0.95)
    assert list(found) == ["nights", "church"]
    assert found["church"] == pytest.approx(0.6 * DOUBTED)


def test_what_was_said_stands_in_full_where_the_whole_is_about_it_too() -> None:
    assert together(said(church=0.6), church=0.1)["church"] >= 0.6
    assert together(said(church=0.6), church=1.0)["church"] == pytest.approx(1 - 0.4 * (1 - MEANT))


def test_a_help_that_no_word_told_says_so_and_the_others_keep_their_reasons() -> None:
    reasons = {one.help.id: one.because for one in believed(said(church=0.6), {"nights": 0.9}, HELPS)}
    assert reasons == {"nights": (BY_THE_WHOLE,), "church": ("church was said",)}


@given(
    told=st.dictionaries(st.sampled_from(sorted(HELPS)), st.floats(FIRES, 1.0)),
    shares=st.dictionaries(st.sampled_from(sorted(HELPS)), st.floats(0.0, 1.0)),
)
def test_strengths_stay_between_what_fires_and_one_surest_first(
    told: dict[str, float], shares: dict[str, float]
) -> None:
    strengths = [one.strength for one in believed(said(**told), shares, HELPS)]
    assert strengths == sorted(strengths, reverse=True)
    assert all(FIRES <= strength <= 1 for strength in strengths)


@given(strength=st.floats(FIRES, 1.0), less=st.floats(0.0, 1.0), more=st.floats(0.0, 1.0))
def test_the_more_the_whole_is_about_a_help_the_surer_it_is(strength: float, less: float, more: float) -> None:
    less, more = sorted((less, more))
    weaker = together(said(meals=strength), meals=less).get("meals", 0.0)
    assert weaker <= together(said(meals=strength), meals=more).get("meals", 0.0) + 1e-9
