"""The kinds of support there are, read from `seeds/reference/support_kinds.csv`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from market.core.places import SEEDS


@dataclass(frozen=True)
class SupportKind:
    """One kind: its id, the words people read, and what belongs to it."""

    id: str
    label: str
    about: str


@cache
def support_kinds() -> Mapping[str, SupportKind]:
    """Every kind of support by id, in the order of the file."""
    with (SEEDS / "reference" / "support_kinds.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {row["id"]: SupportKind(row["id"], row["label"], row["about"]) for row in rows}


def kind_words(kind: str) -> str:
    """The label of a kind; its id in plain letters for one that the file does not have yet."""
    known = support_kinds().get(kind)
    return known.label if known else kind.replace("_", " ").capitalize()
