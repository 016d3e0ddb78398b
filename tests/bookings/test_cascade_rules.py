"""What the cascade does next, by rule alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from market.bookings.cascade.rules import (
    Answer,
    Ask,
    CloseQuestion,
    Cover,
    HandToDesk,
    Question,
    WaitFor,
    is_dearer,
    next_step,
    time_to_answer,
)

NOW = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=20)
EARLIER = NOW - timedelta(minutes=1)


def test_the_first_contact_is_asked_first() -> None:
    assert next_step([1, 2, 3], [], NOW) == Ask(1)


def test_nobody_else_is_asked_while_one_still_has_time() -> None:
    assert next_step([1, 2], [Question(1, LATER)], NOW) == WaitFor(LATER)


def test_a_no_goes_on_to_the_next() -> None:
    assert next_step([1, 2], [Question(1, LATER, Answer.NO)], NOW) == Ask(2)


def test_silence_is_written_down_before_the_next_is_asked() -> None:
    assert next_step([1, 2], [Question(1, EARLIER)], NOW) == CloseQuestion(1, Answer.SILENCE)
    assert next_step([1, 2], [Question(1, EARLIER, Answer.SILENCE)], NOW) == Ask(2)


def test_a_yes_covers() -> None:
    assert next_step([1, 2], [Question(1, LATER, Answer.YES)], NOW) == Cover(1)


def test_a_dearer_yes_waits_for_the_customer() -> None:
    asked = Question(1, LATER, Answer.YES, price_answer_by=LATER)
    assert next_step([1, 2], [asked], NOW) == WaitFor(LATER)
    assert next_step([1, 2], [Question(1, LATER, Answer.YES, LATER, True)], NOW) == Cover(1)
    assert next_step([1, 2], [Question(1, LATER, Answer.YES, LATER, False)], NOW) == CloseQuestion(1, Answer.TOO_DEAR)
    assert next_step([1, 2], [Question(1, LATER, Answer.YES, EARLIER)], NOW) == CloseQuestion(1, Answer.TOO_DEAR)


def test_with_nobody_left_the_desk_has_it() -> None:
    assert next_step([], [], NOW) == HandToDesk()
    refused = [Question(1, LATER, Answer.NO), Question(2, EARLIER, Answer.SILENCE)]
    assert next_step([1, 2], refused, NOW) == HandToDesk()


def test_never_more_than_three_are_asked() -> None:
    refused = [Question(position, LATER, Answer.NO) for position in (1, 2, 3)]
    assert next_step([1, 2, 3, 4], refused, NOW) == HandToDesk()


@given(
    contacts=st.integers(1, 3),
    minutes_left=st.integers(20, 60 * 24 * 7),
    setting=st.integers(5, 60),
)
def test_the_last_contact_is_asked_before_half_the_time_left_is_gone(
    contacts: int, minutes_left: int, setting: int
) -> None:
    start = NOW + timedelta(minutes=minutes_left)
    wait = time_to_answer(timedelta(minutes=setting), contacts, NOW, start)
    last_asked = NOW + wait * (contacts - 1)
    assert last_asked - NOW <= (start - NOW) / 2
    assert timedelta(0) < wait <= timedelta(minutes=setting)


def test_when_the_visit_should_have_begun_each_has_five_minutes() -> None:
    assert time_to_answer(timedelta(minutes=20), 3, NOW, NOW) == timedelta(minutes=5)


def test_dearer_means_above_the_usual_and_above_the_ceiling_agreed() -> None:
    assert not is_dearer(1700, usual=1700, ceiling=None)
    assert is_dearer(1800, usual=1700, ceiling=None)
    assert not is_dearer(2000, usual=1700, ceiling=2000)
    assert is_dearer(2001, usual=1700, ceiling=2000)


@given(
    answers=st.lists(st.sampled_from([Answer.NO, Answer.SILENCE, Answer.UNREACHABLE, Answer.NOT_SUITED]), max_size=3)
)
def test_every_contact_is_asked_once_and_then_the_desk(answers: list[Answer]) -> None:
    questions = [Question(at + 1, LATER, answer) for at, answer in enumerate(answers)]
    step = next_step([1, 2, 3], questions, NOW)
    assert step == (HandToDesk() if len(answers) == 3 else Ask(len(answers) + 1))
