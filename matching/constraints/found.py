"""The hard limits a need states, as values."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Literal

TimeOfDay = Literal["morning", "afternoon", "evening", "night"]

PARTS_OF_DAY: dict[TimeOfDay, tuple[int, int]] = {
    "morning": (6 * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 23 * 60),
    "night": (22 * 60, 30 * 60),
}
"""Minutes from midnight; the night runs into the next day."""

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most somebody will pay. `unit` is a listing's unit of price; "free" means nothing at all."""

    pence: int
    unit: str


@dataclass(frozen=True, slots=True)
class Urgency:
    """How soon. Never a gate: it orders and is shown, so that a late "yes" is not hidden."""

    kind: Literal["today", "tomorrow", "asap", "by"]
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Constraints:
    """What was stated. Anything empty was not said."""

    area: tuple[str, ...] = ()
    """Every postcode district of the place named."""
    area_name: str = ""
    days: tuple[int, ...] = ()
    """Monday 0 to Sunday 6, in order."""
    time_of_day: TimeOfDay | None = None
    start: time | None = None
    end: time | None = None
    max_price: Ceiling | None = None
    worker_gender: Literal["female", "male"] | None = None
    languages: tuple[str, ...] = ()
    urgency: Urgency | None = None
    accreditation: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other limits heard and not applied: "two workers", "hoist", "step-free"."""

    def __bool__(self) -> bool:
        return any(bool(getattr(self, field.name)) for field in fields(self))


NOTHING_STATED = Constraints()
