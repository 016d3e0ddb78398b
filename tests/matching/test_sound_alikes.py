"""Words written for others that sound the same, and the same words where they are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.sound_alikes import heard_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hubby has alzheimers i need a brake evn 2 hrs", "hubby has alzheimers i need a break evn 2 hrs"),
        ("I could do with a brake from it all", "I could do with a break from it all"),
        ("mum cant get up the stares no more", "mum cant get up the stairs no more"),
        ("who fits a stare lift", "who fits a stair lift"),
        ("wants her hare done at home", "wants her hair done at home"),
        ("he's in pane all night", "he's in pain all night"),
        ("help twice a weak with the shopping", "help twice a week with the shopping"),
        ("for 2 weaks after the op", "for 2 weeks after the op"),
        ("need sum help in the house", "need some help in the house"),
        ("i cant right letters", "i cant write letters"),
        ("never learnt to reed", "never learnt to read"),
        ("somebody to sow a button on", "somebody to sew a button on"),
    ],
)
def test_a_word_that_only_sounds_right_is_put_right(typed: str, meant: str) -> None:
    assert heard_right(typed) == meant


@pytest.mark.parametrize(
    "meant",
    [
        "the brake on my scooter has gone",
        "I need a brake cable for the wheelchair",
        "everybody stares at us",
        "a hare ran across the lawn",
        "a window pane is broken",
        "my legs are weak",
        "he has a weak heart",
        "the sum came out wrong",
        "I can't get it right",
        "weeds and reed beds at the pond",
        "a walk down to reed beds",
        "I want to sow some seeds",
        "he has a role in the play",
        "she likes her meat well done",
    ],
)
def test_the_same_word_stays_where_it_is_meant(meant: str) -> None:
    assert heard_right(meant) == meant


@given(st.text(max_size=300))
def test_any_text_is_read_and_reading_it_twice_changes_nothing_more(text: str) -> None:
    once = heard_right(text)
    assert heard_right(once) == once
