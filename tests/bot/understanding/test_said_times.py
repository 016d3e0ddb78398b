"""A table of ways to say when: `said_times.txt`, one a line, each with what it tells."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.understanding.reading import Slots
from bot.understanding.when import When
from bot.understanding.words import Message
from bot.understanding.writing import put_days, put_times, stated

TABLE = Path(__file__).with_name("said_times.txt")
MONDAY = datetime(2026, 11, 23, 9, 15)  # noqa: DTZ001 - wall time of London, as the grammar takes it
NAMES = {"days": "weekdays", "part": "part_of_day", "long": "duration_minutes"}


def rows() -> list[tuple[str, datetime, str, Slots, set[str]]]:
    """Each line: its text, when and what was said, the slots it tells, and what must be asked about."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        said, _, told = (part.strip() for part in line.partition("|"))
        moment = re.match(r"@(\S+ \S+) ", said)
        now = datetime.fromisoformat(moment[1]) if moment else MONDAY
        facts = told.split()
        slots = dict(_slot(fact) for fact in facts if "=" in fact)
        found.append(
            (line, now, said[moment.end() :] if moment else said, slots, {f[1:] for f in facts if f[0] == "?"})
        )
    return found


def _slot(fact: str) -> tuple[str, Any]:
    name, _, value = fact.partition("=")
    if name in ("days", "dates"):
        return NAMES.get(name, name), value.split(",")
    return NAMES.get(name, name), int(value) if name == "long" else value


def told(said: str, now: datetime) -> tuple[Slots, set[str]]:
    when = When.read(Message.read(said).plain, now)
    slots: Slots = {}
    put_days(when, slots)
    put_times(when, slots)
    slots["duration_minutes"] = when.stated_length()
    open_hour = when.clock(nearest=False)[2]
    asked = {
        "date": when.unsure_day and "weekdays" not in slots,
        "start": open_hour and not slots.get("end"),
        "part": when.dinner,
    }
    return stated(slots), {name for name, is_asked in asked.items() if is_asked}


@pytest.mark.parametrize(
    ("now", "said", "slots", "asked"), [row[1:] for row in rows()], ids=[row[0].partition("|")[0] for row in rows()]
)
def test_what_is_said_of_when_is_what_is_meant(now: datetime, said: str, slots: Slots, asked: set[str]) -> None:
    assert told(said, now) == (slots, asked)


def test_the_table_is_long() -> None:
    assert len(rows()) >= 250
