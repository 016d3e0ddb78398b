"""Pricing the times of a run by the provider's own rate card, and freezing the lines into the booking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from market.bookings.rules import Slot
from market.core.money import Pence
from providers.pricing.queries import rates_of
from providers.pricing.rules import NIGHTS, Occurrence, Quote, QuoteLine, Rate, Unit, quote
from providers.pricing.words import said_line


@dataclass(frozen=True)
class PricedSlot:
    """One visit's time and what it costs, line by line."""

    slot: Slot
    pence: Pence
    lines: tuple[QuoteLine, ...]

    def as_line(self) -> dict[str, Any]:
        """As it is frozen into the booking: in words, and item by item in pence, so that no later card can change it."""
        items = [
            {"unit": line.unit, "when": line.when, "rate_pence": line.rate_pence, "pence": line.pence}
            for line in self.lines
        ]
        return {"day": self.slot.day.isoformat(), "pence": self.pence, "words": self.words, "items": items}

    @property
    def once_pence(self) -> Pence:
        """That of the price which is paid once, to set things up."""
        return sum(line.pence for line in self.lines if line.unit is Unit.ONE_OFF)

    @property
    def words(self) -> str:
        return " and ".join(said_line(line) for line in self.lines)


def price_slots(
    session: Session, listing_id: str, slots: Sequence[Slot], *, kind: str, first_time: bool = True, workers: int = 1
) -> tuple[tuple[PricedSlot, ...], tuple[str, ...]]:
    """Each slot with its price, and warnings by code. What is paid once is paid the `first_time`. Raises `NoRateForVisit`."""
    rates = rates_of(session, listing_id)
    asked = quote(
        rates,
        [_occurrence(slot, rates, workers) for slot in slots],
        personal_care=kind == "personal_care",
        first_time=first_time,
    )
    warnings = ("short_personal_care",) if asked.warnings else ()
    return tuple(_priced(slot, asked) for slot in slots), warnings


def price_one(session: Session, listing_id: str, slot: Slot, workers: int = 1) -> PricedSlot:
    """One visit with this listing as cover, priced: nothing is set up anew for it. Raises `NoRateForVisit`."""
    priced, _ = price_slots(session, listing_id, (slot,), kind="", first_time=False, workers=workers)
    return priced[0]


def _occurrence(slot: Slot, rates: Sequence[Rate], workers: int) -> Occurrence:
    """A visit past midnight is a night where the card prices nights: the first sort of night it names."""
    overnight = slot.wall_end <= slot.wall_start
    night: Unit | None = next((rate.unit for rate in rates if rate.unit in NIGHTS), None) if overnight else None
    return Occurrence(slot.starts_at, slot.ends_at, night, workers)


def _priced(slot: Slot, asked: Quote) -> PricedSlot:
    lines = tuple(line for line in asked.lines if line.visit_start == slot.starts_at)
    return PricedSlot(slot, sum(line.pence for line in lines), lines)
