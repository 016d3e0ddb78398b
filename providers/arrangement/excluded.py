"""Words of tasks that nobody here may offer: nursing above all. From `seeds/reference/tasks_excluded.csv`."""

import csv
import re
from collections.abc import Mapping
from functools import cache

from market.core.places import SEEDS


@cache
def _tasks() -> Mapping[str, re.Pattern[str]]:
    with (SEEDS / "reference" / "tasks_excluded.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["label"]: _any_of(row["words"].split(";")) for row in rows}


def _any_of(words: list[str]) -> re.Pattern[str]:
    spelt = (re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{'|'.join(spelt)})s?\b", re.IGNORECASE)


def excluded_tasks_in(text: str) -> tuple[str, ...]:
    """Labels of the tasks whose words stand in a text. It may say that they are *not* done: a person reads it and decides."""
    return tuple(label for label, words in _tasks().items() if words.search(text))
