"""Whether a run of visits may be asked for and accepted: checks and lawful basis on every day of it, and a lawful wage."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from market.bookings.errors import NotClearedForTask
from market.bookings.pricing import PricedSlot
from market.core.times import wall_day
from providers.accreditation.queries import evidence_of
from providers.clearance import kinds_throughout
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.rules import ADDED, NIGHTS, Unit
from providers.wages.reference import wages
from providers.wages.rules import check_pay

_NOT_WORKED_THROUGHOUT = (NIGHTS - {Unit.NIGHT_WAKING}) | {Unit.LIVE_IN_DAY}


def check_cleared(
    session: Session, listing: Listing, provider: Provider, kind: str, days: Iterable[date]
) -> tuple[str, ...]:
    """The kinds of support that may be had on every one of these days: with a kind, that one must be among them.

    Raises `NotClearedForTask`: a check that lapses halfway through a run clears none of it.
    """
    kinds = kinds_throughout(listing, provider, evidence_of(session, provider.id), days)
    if not kinds or (kind and kind not in kinds):
        raise NotClearedForTask(provider.name, kind or (listing.kinds[0] if listing.kinds else ""))
    return kinds


def check_wages(provider: Provider, slots: Sequence[PricedSlot]) -> tuple[str, ...]:
    """Hold each visit against the minimum wage of its day. A warning by code for the self-employed.

    Raises `BelowMinimumWage` for an employed PA. A sleep-in counts only the hours awake, and living in is work without
    set hours (National Minimum Wage Regulations 2015, Part 5), so neither is held against it.
    """
    flagged = False
    for slot in slots:
        worked = [line for line in slot.lines if line.unit not in ADDED]
        if not slot.pence or any(line.unit in _NOT_WORKED_THROUGHOUT for line in worked):
            continue
        minutes = int((slot.slot.ends_at - slot.slot.starts_at) / timedelta(minutes=1))
        pay = sum(line.pence // line.workers for line in worked)
        day = wall_day(slot.slot.starts_at)
        band = provider.age_band_on(day)
        flag = check_pay(provider.arrangement, band, pence=pay, minutes=minutes, on=day, wages=wages())
        flagged = flagged or flag is not None
    return ("below_an_employees_wage",) if flagged else ()
