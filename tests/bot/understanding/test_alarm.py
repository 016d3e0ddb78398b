"""Danger heard by meaning beside rules and words, on every message we have that it was not taught with: see `sets/README.md`."""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import alarm_lessons, understand
from bot.understanding.fitting import danger_told
from market.core.times import LONDON
from matching.vectors import alarm as alarms
from matching.vectors.alarm import Alarm, alarm_of
from matching.vectors.minilm import installed

SETS = Path(__file__).with_name("sets")
NOW = datetime(2026, 11, 23, 10, tzinfo=LONDON)


@lru_cache(maxsize=1)
def shipped() -> Alarm:
    weights = installed()
    assert weights is not None, "the weights are in requirements-vectors.lock"
    found = alarm_of(weights)
    assert found is not None
    return found


def told(file: str, mark: str) -> list[tuple[str, str]]:
    """Role and message of each line so marked."""
    lines = (SETS / file).read_text(encoding="utf-8").splitlines()
    split = [line.split(" | ", 1) for line in lines if line.startswith(f"{mark} ")]
    return [({"pa": "provider"}.get(who := head.split()[1], who), text) for head, text in split]


def share_taken_for_danger(file: str, mark: str, alarm: Alarm | None) -> float:
    messages = told(file, mark)
    found = [understand(text, role=role, now=NOW, alarm=alarm).intent for role, text in messages]
    return found.count("danger_now") / len(messages)


@lru_cache
def answered(name: str) -> tuple[tuple[dict[str, Any], str], ...]:
    rows = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(
        (
            row,
            understand(row["text"], role=row["role"], now=datetime.fromisoformat(row["now"]), alarm=shipped()).intent,
        )
        for row in rows
    )


def golds(row: dict[str, Any]) -> list[str]:
    return list(row.get("intent_any") or [row["intent"]])


def test_the_alarm_was_taught_with_the_messages_as_they_stand() -> None:
    """When this fails: run `./dev fit alarm`."""
    taught = alarms.shipped()
    assert taught is not None
    assert taught.of == alarm_lessons.mark(danger_told())


def test_with_the_alarm_hardly_any_danger_goes_unheard_and_hardly_any_near_it_alarms() -> None:
    assert share_taken_for_danger("danger_fresh.txt", "D", shipped()) >= 0.95
    assert share_taken_for_danger("danger_fresh.txt", "N", shipped()) <= 0.03
    assert share_taken_for_danger("danger.txt", "D", shipped()) >= 0.92
    assert share_taken_for_danger("danger.txt", "N", shipped()) <= 0.04


def test_danger_told_as_a_request_for_something_else_is_heard_four_times_in_five() -> None:
    assert share_taken_for_danger("danger_otherwise.txt", "D", shipped()) >= 0.77
    assert share_taken_for_danger("danger_otherwise.txt", "N", shipped()) <= 0.08


def test_by_words_alone_most_of_it_is_heard() -> None:
    assert share_taken_for_danger("danger_fresh.txt", "D", None) >= 0.92
    assert share_taken_for_danger("danger_fresh.txt", "N", None) <= 0.07


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "e", "another_hand"])
def test_among_whole_messages_hardly_a_danger_is_missed_and_few_others_alarm(name: str) -> None:
    missed = sum(golds(row) == ["danger_now"] and found != "danger_now" for row, found in answered(name))
    assert missed <= (name == "another_hand")  # of what is kept aside no words are shown, only how many
    wrongly = sum("danger_now" not in golds(row) and found == "danger_now" for row, found in answered(name))
    assert wrongly <= 4


def test_messages_by_another_hand_are_understood() -> None:
    right = [found in golds(row) for row, found in answered("another_hand")]
    assert sum(right) >= 0.88 * len(right)


def test_what_was_kept_aside_is_not_taught() -> None:
    taught = {one.text for one in danger_told()}
    files = ("danger.txt", "danger_fresh.txt", "danger_otherwise.txt")
    aside = {text for file in files for mark in "DN" for _, text in told(file, mark)}
    aside |= {row["text"] for row, _ in answered("another_hand")}
    assert not aside & taught
