"""Employed rates that fall under the minimum wage when it rises, or when the worker turns 18 or 21.

The wage of each April is known months before. A card that was lawful when it was checked is looked at again each night: its
provider and the desk hear before the day, and from that day on it is not found, since nobody could lawfully be paid by it.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from market.core.actor import System
from market.core.events import record
from market.core.jobs import Payload, put_job
from market.core.times import wall_day
from providers.arrangement.rules import Arrangement
from providers.listings import events
from providers.listings.queries import employed_listings, listing
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import Rate
from providers.wages.errors import BelowMinimumWage
from providers.wages.reference import wages
from providers.wages.rules import Wage, too_low_on, turns_after

NOTE = "listings.low_pay"
NOTICES = (0, 7, 30, 90)
"""How many days before the day somebody is told; and once as soon as it is known."""


def low_pay(
    owner: Provider, rates: Sequence[Rate], today: date, known: Sequence[Wage] | None = None
) -> BelowMinimumWage | None:
    """The first day from today on when a price of somebody employed is under the wage as far as wages are known."""
    if owner.arrangement is not Arrangement.EMPLOYED_PA:
        return None
    figures = wages() if known is None else known
    birthday = owner.age_band_until
    days = [today, *turns_after(figures, today), *([birthday] if birthday and birthday > today else [])]
    return too_low_on(owner.arrangement, rates, days, owner.age_band_on, figures)


def low_pay_of(session: Session, row: Listing, owner: Provider, today: date) -> BelowMinimumWage | None:
    """The same of one listing."""
    return low_pay(owner, rates_of(session, row.id), today)


def look_for_low_pay(session: Session, now: datetime) -> int:
    """Put a note for each employed listing whose price is, or is going to be, under the wage. Each notice is given once."""
    today, found = wall_day(now), 0
    for row, owner in employed_listings(session):
        low = low_pay_of(session, row, owner, today)
        if low is None:
            continue
        left = (low.on - today).days
        notice = next((days for days in NOTICES if left <= days), "early")
        day = f"{low.on.isoformat()}:{notice}" if left else f"now:{low.least_pence}"
        put_job(session, NOTE, {"listing_id": row.id}, run_at=now, key=f"{NOTE}:{row.id}:{day}")
        found += 1
    return found


def note_low_pay(session: Session, payload: Payload, now: datetime) -> None:
    """Record it, so that provider and desk are told; unless the price was put right meanwhile."""
    row = listing(session, payload["listing_id"])
    low = low_pay_of(session, row, provider(session, row.provider_id), wall_day(now))
    if low is None:
        return
    facts = {"on": low.on.isoformat(), "pence": low.pence_per_hour, "least": low.least_pence, "source": low.source}
    by = System("wages")
    record(session, events.LOW_PAY, at=now, by=by, subject=row.id, provider_id=row.provider_id, person_id=None, **facts)
