"""What would open up if one limit gave way, in words: "Two PAs if Tuesday would do". Rules only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from matching.constraints.found import DAY_NAMES
from matching.explain import said_price
from matching.filters import Limits
from matching.offering import Offering
from matching.places import miles

_NUMBERS: Final = dict(enumerate(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]))
_IF: Final = {
    "distance": "if they could come from further away",
    "days": "if another day would do",
    "price": "if a higher price would do",
    "hours": "if another time of day would do",
    "worker_gender": "if it need not be a man or a woman",
    "language": "if the language did not matter",
    "accreditation": "if that check were not needed",
    "access": "if they could manage without that",
    "choice": "with fewer filters",
    "exclusions": "if people turned down before were shown",
}


DESCRIBED: Final = 100
"""Offerings that are looked at to describe what would open up. Of so many or more neither number, day, price nor way is told: those
looked at are the best, and another may be cheaper or nearer."""


def opening(alone: Mapping[str, Sequence[Offering]], limits: Limits) -> str | None:
    """One sentence on the gate that, opened alone, brings back most; None where no single gate would."""
    if not alone:
        return None
    gate = max(alone, key=lambda name: len(alone[name]))
    shut = alone[gate]
    if len(shut) >= DESCRIBED:
        return f"Many more {_IF[gate]}."
    if gate == "days":
        return _by_day(shut)
    if gate == "price":
        return _by_price(shut)
    if gate == "distance":
        return _by_distance(shut, limits)
    return f"{_so_many(shut)} {_IF[gate]}."


def _so_many(shut: Sequence[Offering]) -> str:
    number = _NUMBERS.get(len(shut), str(len(shut))).capitalize()
    if all(one.arrangement in ("employed_pa", "sole_self_employed") for one in shut):
        return f"{number} {'PA' if len(shut) == 1 else 'PAs'}"
    return f"{number} more"


def _by_day(shut: Sequence[Offering]) -> str:
    """The day on which most of them are there."""
    days = Counter(day for one in shut for day in {day for window in one.windows for day in window.weekdays})
    if not days:
        return f"{_so_many(shut)} {_IF['days']}."
    day = min(days, key=lambda number: (-days[number], number))
    there = [one for one in shut if any(day in window.weekdays for window in one.windows)]
    return f"{_so_many(there)} if {DAY_NAMES[day]} would do."


def _by_price(shut: Sequence[Offering]) -> str:
    """From which price on; what is asked for in other units has no one price to name."""
    priced = [one for one in shut if one.price_pence is not None]
    if len({one.price_unit for one in priced}) != 1:
        return f"{_so_many(shut)} {_IF['price']}."
    least = min(priced, key=lambda one: (one.price_pence or 0, one.id))
    return f"{_so_many(shut)} from {said_price(least)}."


def _by_distance(shut: Sequence[Offering], limits: Limits) -> str:
    """How far off the nearest is."""
    away = [metres for one in shut if (metres := one.metres_from(limits.places)) is not None]
    nearest = f": the nearest is about {round(miles(min(away)))} miles away" if away else ""
    return f"{_so_many(shut)} {_IF['distance']}{nearest}."
