"""What the law and common sense ask of a listing, whoever wants to show it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from market.core.times import wall_day
from providers.arrangement.rules import personal_care_basis
from providers.availability.queries import windows_of
from providers.listings.errors import CqcNumberMissing, NoLawfulBasis, NothingOffered
from providers.listings.rules import Doubt, Where, doubt_about
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import Rate
from providers.wages.reference import wages
from providers.wages.rules import CouldNotPayAnEmployee, check_rates


def check_whole(session: Session, row: Listing, owner: Provider, now: datetime) -> tuple[CouldNotPayAnEmployee, ...]:
    """What the law and common sense ask before anybody may see it."""
    if missing := missing_of(session, row):
        raise NothingOffered(missing)
    return check_lawful(session, row, owner, now, whole=True)


def missing_of(session: Session, row: Listing) -> tuple[str, ...]:
    """What is not there and nobody could ask without: `kinds`, `price`, `times`, `area`."""
    has = {
        "kinds": row.kinds,
        "price": rates_of(session, row.id),
        "times": windows_of(session, row.id),
        "area": _is_placed(row),
    }
    return tuple(name for name, value in has.items() if not value)


def check_lawful(
    session: Session, row: Listing, owner: Provider, now: datetime, *, whole: bool
) -> tuple[CouldNotPayAnEmployee, ...]:
    """What the law asks of what is there. While a listing is being filled in (not `whole`) its CQC number may still come.

    Every price is held against the wage of the day it begins on, and of today where it has begun.
    Raises `NoLawfulBasis`, `CqcNumberMissing`, `BelowMinimumWage`.
    """
    doubt = doubt_about(
        owner.arrangement,
        kinds=row.kinds,
        includes_personal_care=row.includes_personal_care,
        basis=row.basis,
        cqc_number=owner.cqc_number,
    )
    if doubt is Doubt.NO_BASIS:
        raise NoLawfulBasis(owner.arrangement, personal_care_basis(owner.arrangement))
    if doubt is Doubt.NO_CQC_NUMBER and whole:
        raise CqcNumberMissing(owner.arrangement)
    rates, today = rates_of(session, row.id), wall_day(now)
    found = [
        check_rates(owner.arrangement, owner.age_band_on(day), rates, on=day, wages=wages())
        for day in days_that_count(rates, today)
    ]
    return tuple(dict.fromkeys(flag for flags in found for flag in flags))


def days_that_count(rates: Sequence[Rate], today: date) -> tuple[date, ...]:
    """Today, and each later day on which a price of the card begins."""
    return tuple(sorted({today} | {rate.starts_on for rate in rates if rate.starts_on and rate.starts_on > today}))


def _is_placed(row: Listing) -> bool:
    named = row.everywhere or row.districts or row.towns
    return bool(row.where is Where.PHONE_ONLINE or named or row.radius_metres is not None)
