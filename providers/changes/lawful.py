"""Holding a change against the law: the listing itself, and where it is about how somebody works, everything they offer.

What was too low before the change is not the change's doing: when the wage has risen, each price must be put right on its own.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from market.core.errors import Refusal
from market.core.times import wall_day
from providers.changes.errors import OfAnotherListing
from providers.changes.rules import NOT_PUBLIC_YET
from providers.listings.lawful import check_lawful, days_that_count
from providers.listings.queries import listings_of
from providers.listings.rules import stands_down
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.wages.errors import BelowMinimumWage
from providers.wages.reference import wages
from providers.wages.rules import CouldNotPayAnEmployee, Line, lines_too_low

Low = Mapping[str, frozenset[Line]]
"""By listing, the prices that are under the wage already."""


def low_already(session: Session, owner: Provider, now: datetime) -> Low:
    """The prices of each of a provider's listings that are too low as things stand."""
    return {row.id: _low_lines(session, row, owner, now) for row in listings_of(session, owner.id)}


def check_no_worse(
    session: Session, row: Listing, owner: Provider, now: datetime, low: Low, *, whole: bool
) -> tuple[CouldNotPayAnEmployee, ...]:
    """What `check_lawful` asks of a listing, but for prices that were too low before. Raises what that raises."""
    try:
        return check_lawful(session, row, owner, now, whole=whole)
    except BelowMinimumWage:
        if _low_lines(session, row, owner, now) - low.get(row.id, frozenset()):
            raise
        return ()


def check_all_no_worse(
    session: Session, row: Listing, owner: Provider, now: datetime, low: Low
) -> tuple[CouldNotPayAnEmployee, ...]:
    """The same of this listing, then of each other one that is public or comes back by itself. For another listing the reason
    stands inside `OfAnotherListing`, which names it."""
    flags = [*check_no_worse(session, row, owner, now, low, whole=True)]
    for other in listings_of(session, owner.id):
        if other.id == row.id or other.state in NOT_PUBLIC_YET or stands_down(other.state):
            continue
        try:
            flags += check_no_worse(session, other, owner, now, low, whole=True)
        except Refusal as because:
            raise OfAnotherListing(other.title, because) from because
    return tuple(dict.fromkeys(flags))


def _low_lines(session: Session, row: Listing, owner: Provider, now: datetime) -> frozenset[Line]:
    rates = rates_of(session, row.id)
    days = days_that_count(rates, wall_day(now))
    return lines_too_low(owner.arrangement, rates, days, owner.age_band_on, wages())
