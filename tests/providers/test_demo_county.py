"""The demo county keeps the rules that it is there to show."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from market.core.places import SEEDS
from matching.offering import Window
from providers.accreditation.rules import REGISTRATION, trusted_until
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.arrangement.rules import Arrangement, Basis
from providers.availability.rules import free_slots
from providers.listings.rules import doubt_about
from providers.organisations.rules import AgeBand
from providers.pricing.rules import NOTHING_TO_PAY, Occurrence, Rate, Unit, When, quote
from providers.wages.reference import wages
from providers.wages.rules import check_rates

TODAY = date(2026, 11, 23)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _providers() -> Iterator[dict[str, Any]]:
    for path in sorted((SEEDS / "demo" / "providers").glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["provider"]


LISTINGS = [
    pytest.param(provider, listing, id=listing["key"]) for provider in _providers() for listing in provider["listing"]
]
_Row = dict[str, Any]


def _rates(listing: _Row) -> tuple[Rate, ...]:
    return tuple(Rate(Unit(row["unit"]), row["pence"], When(row["when"])) for row in listing["rates"])


def _windows(listing: _Row) -> tuple[Window, ...]:
    return tuple(
        Window(
            tuple(DAYS.index(day) for day in row["days"]),
            time.fromisoformat(row["from"]),
            time.fromisoformat(row["to"]),
        )
        for row in listing["windows"]
    )


def test_every_registration_of_the_demo_was_looked_up_within_its_twelve_months() -> None:
    months = evidence_kinds()[REGISTRATION].trusted_months
    for row in _providers():
        looked = [seen["issued_days"] for seen in row["evidence"] if seen["kind"] == REGISTRATION]
        if not looked:
            continue
        until = trusted_until(TODAY + timedelta(days=max(looked)), months)
        assert until is not None, row["key"]
        assert until >= TODAY + timedelta(days=90), row["key"]


@pytest.mark.parametrize(("provider", "listing"), LISTINGS)
def test_every_demo_listing_is_lawful(provider: _Row, listing: _Row) -> None:
    arrangement = Arrangement(provider["arrangement"])
    doubt = doubt_about(
        arrangement,
        kinds=listing["kinds"],
        includes_personal_care=listing["includes_personal_care"],
        basis=Basis(listing["basis"]) if "basis" in listing else None,
        cqc_number=provider.get("cqc_number", ""),
    )
    band = AgeBand(provider["age_band"]) if "age_band" in provider else None
    assert doubt is None
    assert set(listing["tiers"]) <= set(schemes())
    assert {row["kind"] for row in provider["evidence"]} <= set(evidence_kinds())
    check_rates(arrangement, band, _rates(listing), on=TODAY, wages=wages())


@pytest.mark.parametrize(("provider", "listing"), LISTINGS)
def test_an_hour_in_any_window_of_a_demo_listing_has_a_price(provider: _Row, listing: _Row) -> None:
    rates, since = _rates(listing), datetime(2026, 11, 23, tzinfo=UTC)
    nights = [rate.unit for rate in rates if rate.unit in {Unit.NIGHT_SLEEP_IN, Unit.NIGHT_WAKING}]
    for start, end in free_slots(_windows(listing), (), (), since, since + timedelta(days=7)):
        night = nights[0] if nights and len(nights) == len(rates) else None
        run = quote(rates, [Occurrence(start, min(end, start + timedelta(hours=1)), night, miles=5)])
        assert run.total_pence > 0 or all(rate.unit in NOTHING_TO_PAY for rate in rates)
