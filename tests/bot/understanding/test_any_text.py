"""No text, however long or strange, breaks understanding or keeps a person waiting."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding import understand
from matching.danger import look_for_danger

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
MOST_SECONDS = 1.0
STRANGE = {
    "letters": "a" * 10_000,
    "ones": "1 " * 5_000,
    "questions": "? " * 5_000,
    "emoji": "🙂" * 5_000,
    "markup": "<b><script>alert(1)</script>" * 400,
    "control": "\x00\x01\x1b[2J" * 1_500,
    "turned": "\u202e\u200f\u2066" * 3_000,
    "combining": "e\u0301\u0301\u0301" * 2_500,
    "days": "monday and tuesday " * 520,
    "times": "10 to 10 " * 1_100,
    "falls": "i fell " * 1_400,
    "denials": "not the " * 1_250,
    "possessives": "mum 's " * 1_400,
    "sums": "£1 " * 3_300,
    "dashes": "- " * 5_000,
    "gurmukhi": "ਮੈਨੂੰ ਮਦਦ " * 900,
}
WORDS = st.sampled_from(
    str.split(
        "mum 's not £20 monday 9 am gas floor can you book <b> 🙂 \u202e tomorrow cancel ' , . ? 2 4 sat sun 0113 i"
    )
)


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("role", ["customer", "provider"])
def test_a_long_strange_message_is_answered_within_the_second(name: str, role: str) -> None:
    understand("hello", role=role, now=NOW)
    began = time.process_time()
    assert understand(STRANGE[name], role=role, now=NOW).intent
    assert time.process_time() - began < MOST_SECONDS


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["customer", "supporter", "provider", "broker"]))
def test_no_heap_of_telling_words_breaks_it(words: list[str], role: str) -> None:
    told = understand(" ".join(words), role=role, now=NOW)
    assert told.intent
    assert all(slot == "which_visit" or slot not in told.slots for slot in told.ask)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_look_for_danger(text: str) -> None:
    danger = look_for_danger(text)
    assert danger is None or danger.first_line
