"""Understanding held by our own messages: one set kept aside, seven that were used to mend it. See `sets/README.md`."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import Understood, fitting_danger, understand
from bot.understanding.deciding import ACTS
from bot.understanding.learnt.examples import all_asides, all_examples
from market.core.times import LONDON

SETS = Path(__file__).with_name("sets")
USED = ("a", "c", "d", "e", "f", "g", "h")
TIMES = frozenset({"date", "dates", "weekdays", "start", "end", "part_of_day", "duration_minutes", "repeat", "until"})


@cache
def answered(name: str) -> tuple[tuple[dict[str, Any], Understood], ...]:
    rows = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple((r, understand(r["text"], role=r["role"], now=datetime.fromisoformat(r["now"]))) for r in rows)


def golds(row: dict[str, Any]) -> list[str]:
    return list(row.get("intent_any") or [row["intent"]])


def share_right(name: str) -> float:
    told = answered(name)
    return sum(u.intent in golds(row) for row, u in told) / len(told)


def missed_dangers(name: str) -> list[str]:
    return [r["text"] for r, u in answered(name) if golds(r) == ["danger_now"] and u.intent != "danger_now"]


def alarms(name: str) -> list[str]:
    return [r["text"] for r, u in answered(name) if "danger_now" not in golds(r) and u.intent == "danger_now"]


def harmful(name: str) -> list[str]:
    """Acts heard where something else was said."""
    return [r["text"] for r, u in answered(name) if u.intent in ACTS and u.intent not in golds(r) + r["also"]]


def times_of(slots: Mapping[str, Any]) -> dict[str, object]:
    flat = {**slots, **{f"visit {k}": v for k, v in slots.get("which_visit", {}).items()}}
    return {k: v for k, v in flat.items() if k.removeprefix("visit ") in TIMES and v}


def times_right(name: str) -> float:
    with_times = [(r, u) for r, u in answered(name) if "danger_now" not in golds(r) and times_of(r["slots"])]
    return sum(times_of(r["slots"]) == times_of(u.slots) for r, u in with_times) / len(with_times)


def test_the_set_kept_aside_is_understood_and_nothing_in_it_is_done_unasked() -> None:
    assert share_right("b") >= 0.88
    assert times_right("b") >= 0.80
    assert len(harmful("b")) <= 2
    assert len(alarms("b")) <= 2
    assert len(missed_dangers("b")) <= 1


@pytest.mark.parametrize("name", USED)
def test_the_sets_that_were_used_stay_understood(name: str) -> None:
    assert share_right(name) >= 0.92
    assert times_right(name) >= 0.90
    assert len(harmful(name)) <= 1
    assert len(alarms(name)) <= 1
    assert len(missed_dangers(name)) <= 1


def told_sideways(mark: str) -> list[Understood]:
    lines = (SETS / "danger.txt").read_text(encoding="utf-8").splitlines()
    split = [line.split(" | ", 1) for line in lines if line.startswith(mark)]
    roles = {"pa": "provider"}
    now = datetime(2026, 11, 23, 10, tzinfo=LONDON)
    return [understand(text, role=roles.get(who := head.split()[1], who), now=now) for head, text in split]


def test_danger_told_sideways_is_mostly_heard() -> None:
    told = told_sideways("D")
    assert sum(u.intent == "danger_now" for u in told) >= 0.78 * len(told)


def test_the_same_words_without_danger_mostly_raise_no_alarm() -> None:
    told = told_sideways("N")
    assert sum(u.intent == "danger_now" for u in told) <= 0.1 * len(told)


def test_what_was_kept_aside_is_not_learnt_from() -> None:
    learnt = {told.text for told in (*all_examples(), *all_asides())}
    folder = Path(fitting_danger.__file__).parent / "learnt" / "danger"
    learnt |= {line[2:] for file in folder.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()}
    aside = {
        line.split(" | ", 1)[1]
        for line in (SETS / "danger.txt").read_text(encoding="utf-8").splitlines()
        if " | " in line
    }
    assert not aside & learnt
