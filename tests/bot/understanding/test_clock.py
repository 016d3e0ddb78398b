"""Times, ranges and lengths as people say them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.clock import find_ranges, find_times, settle_range
from bot.understanding.lengths import find_lengths
from bot.understanding.words import Message


def told(text: str) -> list[time | None]:
    return [t.as_time() for t in find_times(Message.read(text).plain)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("at half nine", time(9, 30)),
        ("at half past nine", time(9, 30)),
        ("quarter to 6", time(17, 45)),
        ("twenty five to ten", time(9, 35)),
        ("about 10ish", time(10)),
        ("at noon", time(12)),
        ("1800", time(18)),
        ("07:30", time(7, 30)),
        ("5pm", time(17)),
        ("9.30am", time(9, 30)),
        ("at two", time(14)),
    ],
)
def test_a_time_said_is_the_time_meant(said: str, meant: time) -> None:
    assert told(said) == [meant]


@pytest.mark.parametrize("said", ["at 7", "at half six", "about eight"])
def test_six_to_nine_said_bare_is_left_open(said: str) -> None:
    assert told(said) == [None]


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("9-11", time(9), time(11)),
        ("10pm till 7am", time(22), time(7)),
        ("from 9 to 5", time(9), time(17)),
        ("0900-1100", time(9), time(11)),
        ("between two and four", time(14), time(16)),
        ("7-9pm", time(19), time(21)),
        ("10-2pm", time(10), time(14)),
    ],
)
def test_a_range_ends_at_the_first_such_time_after_its_start(said: str, start: time, end: time) -> None:
    plain = Message.read(said).plain
    (span,) = find_ranges(plain, find_times(plain))
    assert settle_range(span, "") == (start, end)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("an hour and a half", 90),
        ("a couple of hours", 120),
        ("half an hour", 30),
        ("45 mins", 45),
        ("1hr 30", 90),
        ("1.5 hours", 90),
    ],
)
def test_a_length_is_whole_minutes(said: str, minutes: int) -> None:
    assert [x.minutes for x in find_lengths(Message.read(said).plain)] == [minutes]


@pytest.mark.parametrize("said", ["two carers please", "07700 900142", "pay 45 pounds", "flat 9"])
def test_a_number_that_is_no_time_is_not_read_as_one(said: str) -> None:
    assert told(said) == []


@given(st.times())
def test_a_time_in_figures_of_24_hours_is_itself(t: time) -> None:
    if t.hour > 12 or t.hour == 0:
        assert told(f"at {t:%H:%M}") == [time(t.hour, t.minute)]


@given(st.text(max_size=200))
def test_no_text_breaks_the_grammar(text: str) -> None:
    plain = Message.read(text).plain
    for mention in find_times(plain):
        mention.as_time()
    find_lengths(plain)
