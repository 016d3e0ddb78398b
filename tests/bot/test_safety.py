"""The number comes first, a human is told or the lack of it is said, and a calm question follows."""

from datetime import UTC, datetime

import pytest

from bot.messages import MOST_BUTTONS
from bot.safety import NOT_TOLD, TOLD, check

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the kitchen is on fire", "999"),
        ("I can smell gas in the hall", "0800 111 999"),
        ("I can smell gas and I feel dizzy", "999"),
        ("I don't want to live any more", "116 123"),
        ("Mum's on the floor and can't get up", "999"),
        ("I've got my tablets lined up and I'm going to end it all", "999"),
    ],
)
def test_the_right_number_stands_in_the_first_line(text: str, number: str) -> None:
    answer = check(text, NOW)
    assert answer is not None
    assert number in answer.reply(told=True).text.splitlines()[0]


def test_a_person_is_told_plainly_whether_a_human_knows() -> None:
    answer = check("there is a man breaking in", NOW)
    assert answer is not None
    assert TOLD in answer.reply(told=True).text
    assert NOT_TOLD in answer.reply(told=False).text


def test_the_last_line_is_one_calm_question_and_the_buttons_are_few() -> None:
    answer = check("Dad is choking", NOW)
    assert answer is not None
    reply = answer.reply(told=True)
    assert reply.text.splitlines()[-1] == "Is somebody with you?"
    assert reply.text.count("?") == 1
    assert [b.means for b in reply.buttons] == ["emergency", "emergency", "human", "back"]
    assert len(reply.buttons) <= MOST_BUTTONS
    assert reply.urgent


def test_someone_who_cannot_speak_is_given_the_ways_to_reach_999_in_silence() -> None:
    answer = check("I am deaf and the house is on fire", NOW)
    assert answer is not None
    text = answer.reply(told=True).text
    assert "18000" in text
    assert "55" in text


def test_wanting_to_die_with_no_plan_names_samaritans_111_and_999() -> None:
    answer = check("I wish I was dead", NOW)
    assert answer is not None
    for number in ("116 123", "111", "999"):
        assert number in answer.first_line


def test_an_ordinary_message_is_left_alone() -> None:
    assert check("Can Donna come on Tuesday at ten?", NOW) is None
