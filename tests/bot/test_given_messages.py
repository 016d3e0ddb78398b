"""The messages of the shared instrument, each as the first of a chat: answered kindly, with nothing done and nothing broken."""

import json
from datetime import datetime
from typing import Any

import pytest

from bot.hearing import Hearing
from bot.messages import MOST_BUTTONS
from bot.phrases.saying import LONDON
from tests.bot.talking import Talking
from tests.conftest import SHARED

MESSAGES = SHARED / "evaluation" / "understanding" / "messages.jsonl"
AT_ONCE = {"report_danger", "hand_over", "stop_messages"}
"""Deeds that call a human or are said in so many words."""


def given() -> list[dict[str, Any]]:
    if not MESSAGES.exists():
        return []
    return [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not MESSAGES.exists(), reason="the shared messages are not on this machine")
def test_each_given_message_is_answered_and_nothing_is_done_unasked() -> None:
    for message in given():
        talk = Talking.as_(message["role"])
        talk.understand = Hearing(talk.desk)
        talk.now = datetime.fromisoformat(message["now"]).replace(tzinfo=LONDON)
        turn = talk.say(message["text"])
        assert turn.replies, message["id"]
        assert all(r.text and len(r.buttons) <= MOST_BUTTONS for r in turn.replies), message["id"]
        assert {deed[0] for deed in talk.desk.done} <= AT_ONCE, (message["id"], talk.desk.done)


@pytest.mark.skipif(not MESSAGES.exists(), reason="the shared messages are not on this machine")
def test_a_yes_after_any_given_message_does_at_most_what_was_read_back() -> None:
    for message in given():
        talk = Talking.as_(message["role"])
        talk.understand = Hearing(talk.desk)
        talk.now = datetime.fromisoformat(message["now"]).replace(tzinfo=LONDON)
        asked = talk.say(message["text"]).replies[-1]
        before = len(talk.desk.done)
        talk.say("yes")
        deeds = [d for d in talk.desk.done[before:] if d[0] not in ("tell_human", "add_to_danger")]
        assert not deeds or any(b.means == "confirm" for b in asked.buttons), (message["id"], deeds, asked)
