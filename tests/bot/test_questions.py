"""One question, read the same from a chat and from a page."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.codes import tidy_code
from bot.flows.book import DAYS, LENGTH, TIME
from bot.phrases.saying import LONDON
from bot.questions import (
    LONGEST_TEXT,
    NotUnderstood,
    Option,
    Question,
    read,
    read_day,
    read_minutes,
    read_times,
    read_weekdays,
)
from bot.running import question_as_json, question_from_json

MONDAY = datetime(2026, 11, 23, 9, 15, tzinfo=LONDON)
DAY = Question("first", "day", "From which day?", "Please say a day.")
WHICH = Question(
    "which", "choice", "Which one?", "Please press one.",
    options=(Option("off_1", "1. Donna Marsh"), Option("off_2", "2. Kev Penhale"), Option("more", "Show more")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tomorrow", "2026-11-24"), ("Friday", "2026-11-27"), ("fri", "2026-11-27"), ("Monday", "2026-11-30"),
        ("2026-12-01", "2026-12-01"), ("1/12", "2026-12-01"), ("1/12/26", "2026-12-01"), ("3 December", "2026-12-03"),
        ("on the 3rd of december", "2026-12-03"), ("5 January", "2027-01-05"), ("29/2/2028", "2028-02-29"),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(typed: str, expected: str) -> None:
    assert read(DAY, typed, MONDAY) == expected


@pytest.mark.parametrize("typed", ["31/2", "blue", "", "29/2/2027", "1/13", "some day", "99"])
def test_what_is_no_day_is_asked_for_again(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="Please say a day"):
        read(DAY, typed, MONDAY)


def test_a_day_gone_by_is_said_so() -> None:
    with pytest.raises(NotUnderstood, match="has gone"):
        read(DAY, "2026-11-20", MONDAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9 to 10", {"start": "09:00", "end": "10:00"}), ("9-11am", {"start": "09:00", "end": "11:00"}),
        ("2 till 3", {"start": "14:00", "end": "15:00"}), ("11 to 1", {"start": "11:00", "end": "13:00"}),
        ("09:30", {"start": "09:30"}), ("9.30", {"start": "09:30"}), ("2pm", {"start": "14:00"}), ("12", {"start": "12:00"}),
        ("8am", {"start": "08:00"}), ("08:00", {"start": "08:00"}), ("20:15", {"start": "20:15"}),
        ("10pm to 7am", {"start": "22:00", "end": "07:00"}), ("at 9 o'clock please", {"start": "09:00"}),
        ("12pm-1pm", {"start": "12:00", "end": "13:00"}), ("7 to 9pm", {"start": "19:00", "end": "21:00"}),
    ],
)  # fmt: skip
def test_times_are_read_as_people_write_them(typed: str, expected: dict[str, str]) -> None:
    assert read(TIME, typed, MONDAY) == expected


@pytest.mark.parametrize("typed", ["7", "8", "6.30", "at 7"])
def test_an_hour_that_could_be_morning_or_evening_is_asked_about(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="morning or the evening"):
        read(TIME, typed, MONDAY)


def test_a_half_of_the_day_already_told_settles_a_bare_hour() -> None:
    assert read(replace(TIME, half="am"), "8", MONDAY) == {"start": "08:00"}
    assert read(replace(TIME, half="pm"), "half past", MONDAY, {"start": "18:30"}) == {"start": "18:30"}
    assert read(replace(TIME, half="pm"), "at 7.30", MONDAY) == {"start": "19:30"}


@pytest.mark.parametrize("typed", ["25", "9:75", "later", "half"])
def test_what_is_no_time_is_asked_for_again(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read(TIME, typed, MONDAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Tuesdays and Thursdays", {"weekdays": ["TU", "TH"]}), ("every monday", {"weekdays": ["MO"]}),
        ("tues, thurs", {"weekdays": ["TU", "TH"]}), ("Tuesday", {"dates": ["2026-11-24"]}),
        ("mon wed fri", {"weekdays": ["MO", "WE", "FR"]}), ("3 December", {"dates": ["2026-12-03"]}),
    ],
)  # fmt: skip
def test_standing_days_and_single_days_are_told_apart(typed: str, expected: dict[str, list[str]]) -> None:
    assert read(DAYS, typed, MONDAY) == expected


def test_what_was_heard_in_passing_answers_a_question() -> None:
    heard = {"weekdays": ["TU"], "repeat": "weekly", "start": "09:30", "duration_minutes": 45}
    assert read(DAYS, "Tuesdays please, love", MONDAY, heard) == {"weekdays": ["TU"]}
    assert read(TIME, "half nine as ever", MONDAY, heard) == {"start": "09:30"}
    assert read(LENGTH, "three quarters of an hour", MONDAY, heard) == {"minutes": 45}


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1 hour", 60),
        ("90 minutes", 90),
        ("half an hour", 30),
        ("1.5 hours", 90),
        ("2 hrs 15 mins", 135),
        ("2", 120),
        ("an hour", 60),
        ("a hour", 60),
        ("about an hr please", 60),
    ],
)
def test_lengths_are_read(typed: str, minutes: int) -> None:
    assert read(LENGTH, typed, MONDAY) == {"minutes": minutes}


@pytest.mark.parametrize("typed", ["1", "donna", "Donna please", "the first one", "1. Donna Marsh", "off_1"])
def test_a_choice_is_made_by_number_name_place_or_value(typed: str) -> None:
    assert read(WHICH, typed, MONDAY) == "off_1"


@pytest.mark.parametrize("typed", ["3rd of May", "", "Pauline", "marsh penhale", "the fifth", "yes"])
def test_what_chooses_nothing_or_more_than_one_is_asked_again(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read(WHICH, typed, MONDAY)


def test_a_very_long_answer_is_refused_and_not_cut() -> None:
    with pytest.raises(NotUnderstood, match="long"):
        read(Question("note", "text", "Note?", "Please type."), "x" * (LONGEST_TEXT + 1), MONDAY)


def test_a_question_kept_comes_back_as_it_was() -> None:
    assert question_from_json(question_as_json(WHICH)) == WHICH


@given(st.dates(date(2026, 11, 23), date(2030, 1, 1)))
def test_every_day_written_in_any_way_is_read_back(day: date) -> None:
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {day:%B} {day.year}"):
        assert read_day(written, MONDAY) == day


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_on_the_clock_is_read_back(hour: int, minute: int) -> None:
    written = time(hour, minute)
    half = f"{(hour - 1) % 12 + 1}:{minute:02d}{'am' if hour < 12 else 'pm'}"
    assert read_times(half) == {"start": written.isoformat("minutes")}
    if hour >= 13 or hour < 10:
        assert read_times(f"{hour:02d}:{minute:02d}") == {"start": written.isoformat("minutes")}


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(typed: str) -> None:
    for question in (DAY, DAYS, TIME, LENGTH, WHICH):
        with suppress(NotUnderstood):
            read(question, typed, MONDAY)
    assert isinstance(read_weekdays(typed), list)
    assert (read_minutes(typed) or 0) >= 0


@given(st.integers(1, 60 * 23))
def test_a_standing_time_read_as_a_range_has_an_end_after_its_start_or_runs_past_midnight(minutes: int) -> None:
    start = datetime(2026, 1, 1, 9, 0)  # noqa: DTZ001  (a wall time)
    end = start + timedelta(minutes=minutes)
    assert read_times(f"09:00 to {end:%H:%M}") is not None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1234", "1234"), ("12 34", "1234"), ("1234.", "1234"), ("1, 2, 3, 4", "1234"), 
        ("k7qp-2mxd", "K7QP2MXD"), ("It is K7QP 2MXD, thanks", "K7QP2MXD"), ("the code", "THECODE"),
    ],
)  # fmt: skip
def test_a_code_is_read_without_what_stands_round_it(typed: str, code: str) -> None:
    assert tidy_code(typed) == code
