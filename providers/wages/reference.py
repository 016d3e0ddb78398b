"""Reading the wage figures from `seeds/reference/wages.csv`."""

import csv
from datetime import date
from functools import cache

from market.core.places import SEEDS
from providers.organisations.rules import AgeBand
from providers.wages.rules import Wage


@cache
def wages() -> tuple[Wage, ...]:
    """Every figure, of every year and age band."""
    with (SEEDS / "reference" / "wages.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_wage(row) for row in csv.DictReader(lines))


def _wage(row: dict[str, str]) -> Wage:
    return Wage(
        date.fromisoformat(row["from_date"]), AgeBand(row["age_band"]), int(row["pence_per_hour"]), row["source"]
    )
