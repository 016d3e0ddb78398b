"""Understanding held by our own messages: one set kept aside, four that were used to mend it. See `sets/README.md`."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import Understood, understand
from bot.understanding.deciding import ACTS

SETS = Path(__file__).with_name("sets")
USED = ("a", "c", "d", "e")
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
    assert alarms(name) == []
    assert len(missed_dangers(name)) <= 1
