"""The least an employed PA may be paid, and what it means for those who are not employed.

National Minimum Wage Act 1998 and the yearly Regulations; the figures are data (`seeds/reference/wages.csv`), each with
its source. Without evidence of age the band is 21 and over. For a sleep-in the wage counts only hours awake to work
(Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8), so it is not held against the floor; a waking night is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from market.core.money import Pence
from providers.arrangement.rules import Arrangement
from providers.organisations.rules import AgeBand
from providers.pricing.rules import MINUTES, Rate, Unit, When
from providers.wages.errors import BelowMinimumWage


@dataclass(frozen=True, slots=True)
class Wage:
    """The least for one age band from a day on, in pence an hour."""

    starts_on: date
    age_band: AgeBand
    pence: Pence
    source: str


@dataclass(frozen=True, slots=True)
class Floor:
    """What holds on a day. Not `known` when the day lies past the year of the last figure: the last one is used, and
    the rate is checked again when the new one is added."""

    pence: Pence
    age_band: AgeBand
    source: str
    known: bool


@dataclass(frozen=True, slots=True)
class CouldNotPayAnEmployee:
    """A flag, not a refusal: this self-employed rate is below the wage. If the work is really employment it would be
    unlawful (status is a fact, not a label: Employment Rights Act 1996 s.230)."""

    pence_per_hour: Pence
    least_pence: Pence
    source: str


def wage_floor(wages: Sequence[Wage], age_band: AgeBand | None, on: date) -> Floor:
    """The least an hour on a day. Raises ValueError for a day before the first figure."""
    band = age_band or AgeBand.FROM_21
    mine = [wage for wage in wages if wage.age_band is band and wage.starts_on <= on]
    if not mine:
        raise ValueError(f"no wage is known for {on.isoformat()}")
    newest = max(mine, key=lambda wage: wage.starts_on)
    return Floor(newest.pence, band, newest.source, on < newest.starts_on.replace(year=newest.starts_on.year + 1))


def check_pay(
    arrangement: Arrangement,
    age_band: AgeBand | None,
    *,
    pence: Pence,
    minutes: int,
    on: date,
    wages: Sequence[Wage],
) -> CouldNotPayAnEmployee | None:
    """Hold what one worker gets for so many minutes of work against the wage of that day.

    Raises `BelowMinimumWage` for an employed PA; gives a flag for a self-employed one; others set their staff's pay.
    """
    if arrangement not in (Arrangement.EMPLOYED_PA, Arrangement.SOLE_SELF_EMPLOYED):
        return None
    least = wage_floor(wages, age_band, on)
    if pence * 60 >= least.pence * minutes:
        return None
    each_hour = pence * 60 // minutes
    if arrangement is Arrangement.EMPLOYED_PA:
        raise BelowMinimumWage(each_hour, least.pence, least.age_band, on, least.source, least.known)
    return CouldNotPayAnEmployee(each_hour, least.pence, least.source)


def turns_after(wages: Sequence[Wage], today: date) -> tuple[date, ...]:
    """The days after this one on which a wage that is known already begins."""
    return tuple(sorted({wage.starts_on for wage in wages if wage.starts_on > today}))


def too_low_on(
    arrangement: Arrangement,
    rates: Sequence[Rate],
    days: Iterable[date],
    band_on: Callable[[date], AgeBand | None],
    wages: Sequence[Wage],
) -> BelowMinimumWage | None:
    """The first of these days on which the card is under the wage of somebody employed, as the refusal that it then is."""
    for day in sorted(set(days)):
        try:
            check_rates(arrangement, band_on(day), rates, on=day, wages=wages)
        except BelowMinimumWage as low:
            return low
    return None


Line = tuple[Unit, When, Pence]
"""One price, whatever its dates."""


def lines_too_low(
    arrangement: Arrangement,
    rates: Sequence[Rate],
    days: Iterable[date],
    band_on: Callable[[date], AgeBand | None],
    wages: Sequence[Wage],
) -> frozenset[Line]:
    """The prices of a card that are under the wage of somebody employed on one of these days."""
    held = tuple(days)
    return frozenset(
        (rate.unit, rate.when, rate.pence)
        for rate in rates
        if too_low_on(arrangement, (rate,), held, band_on, wages) is not None
    )


def check_rates(
    arrangement: Arrangement, age_band: AgeBand | None, rates: Sequence[Rate], *, on: date, wages: Sequence[Wage]
) -> tuple[CouldNotPayAnEmployee, ...]:
    """The same for a rate card on a day: its prices by time. Flat prices are checked with each visit, whose length is known."""
    by_time = {**MINUTES, Unit.SECOND_WORKER: 60}
    found = (
        check_pay(arrangement, age_band, pence=rate.pence, minutes=by_time[rate.unit], on=on, wages=wages)
        for rate in rates
        if rate.unit in by_time and rate.in_force(on)
    )
    return tuple(flag for flag in found if flag)
