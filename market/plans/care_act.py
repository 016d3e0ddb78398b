"""The ten eligibility outcomes of the Care Act 2014, read from `seeds/reference/care_act_outcomes.csv`."""

import csv
from collections.abc import Mapping
from functools import cache

from market.core.places import SEEDS


@cache
def care_act_outcomes() -> Mapping[str, str]:
    """Each outcome's key and its plain words (Care and Support (Eligibility Criteria) Regulations 2015, reg 2(2))."""
    with (SEEDS / "reference" / "care_act_outcomes.csv").open(encoding="utf-8", newline="") as lines:
        return {row["key"]: row["plain_words"] for row in csv.DictReader(lines)}
