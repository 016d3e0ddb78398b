"""Every SELECT on rates."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlmodel import Session, col, select

from providers.pricing.rules import Rate
from providers.pricing.tables import RateRow


def rates_of(session: Session, listing_id: str, on: date | None = None) -> tuple[Rate, ...]:
    """The rate card of a listing, in the provider's order: all of it, or what is in force on a day.

    A run of visits may cross a change of price: give `quote` the whole card, it takes the rate of each visit's day.
    """
    statement = select(RateRow).where(RateRow.listing_id == listing_id).order_by(col(RateRow.place), col(RateRow.id))
    rates = tuple(_rate(row) for row in session.exec(statement))
    return rates if on is None else tuple(rate for rate in rates if rate.in_force(on))


def rate_rows(session: Session, listing_id: str) -> list[RateRow]:
    """The rate card as rows, in the provider's order, for changing it."""
    mine = select(RateRow).where(RateRow.listing_id == listing_id)
    return list(session.exec(mine.order_by(col(RateRow.place), col(RateRow.id))))


def all_rates(session: Session) -> Mapping[str, tuple[Rate, ...]]:
    """Rate cards of every listing, by listing."""
    found: dict[str, tuple[Rate, ...]] = defaultdict(tuple)
    for row in session.exec(select(RateRow).order_by(col(RateRow.place), col(RateRow.id))):
        found[row.listing_id] += (_rate(row),)
    return found


def _rate(row: RateRow) -> Rate:
    return Rate(row.unit, row.pence, row.when, row.note, row.starts_on, row.ends_on)
