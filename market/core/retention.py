"""How long each kind of record is kept: `seeds/reference/retention.csv`, which names the reason of each."""

import csv
from functools import cache

from market.core.places import SEEDS


@cache
def keep_months(record: str) -> int:
    """Months, counted from what the row says. Raises KeyError for a record that the file does not name."""
    with (SEEDS / "reference" / "retention.csv").open(encoding="utf-8", newline="") as lines:
        kept = {row["record"]: int(row["keep_months"]) for row in csv.DictReader(lines)}
    return kept[record]
