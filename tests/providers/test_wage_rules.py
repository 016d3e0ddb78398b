"""The wage as a floor under what an employed PA is paid."""

from datetime import date

import pytest

from providers.arrangement.rules import Arrangement
from providers.organisations.rules import AgeBand
from providers.pricing.rules import Rate, Unit
from providers.wages.errors import BelowMinimumWage
from providers.wages.reference import wages
from providers.wages.rules import check_pay, check_rates, wage_floor

NOVEMBER = date(2026, 11, 24)
EMPLOYED, ALONE = Arrangement.EMPLOYED_PA, Arrangement.SOLE_SELF_EMPLOYED


def test_the_floor_is_that_of_the_age_band_on_the_day() -> None:
    assert wage_floor(wages(), AgeBand.FROM_21, NOVEMBER).pence == 1271
    assert wage_floor(wages(), AgeBand.FROM_18_TO_20, NOVEMBER).pence == 1085
    assert wage_floor(wages(), AgeBand.UNDER_18, NOVEMBER).pence == 800
    assert wage_floor(wages(), AgeBand.FROM_21, date(2026, 3, 31)).pence == 1221


def test_without_evidence_of_age_the_highest_band_counts() -> None:
    assert wage_floor(wages(), None, NOVEMBER).age_band is AgeBand.FROM_21


def test_past_the_last_known_year_the_last_figure_is_used_and_said_to_be_unsure() -> None:
    assert wage_floor(wages(), None, date(2027, 3, 31)).known
    beyond = wage_floor(wages(), None, date(2027, 4, 1))
    assert (beyond.pence, beyond.known) == (1271, False)


def test_an_employed_rate_below_the_floor_is_refused_with_the_figure_and_its_source() -> None:
    with pytest.raises(BelowMinimumWage) as refused:
        check_rates(EMPLOYED, None, [Rate(Unit.HOUR, 1270)], on=NOVEMBER, wages=wages())
    assert (refused.value.pence_per_hour, refused.value.least_pence) == (1270, 1271)
    assert refused.value.source


def test_the_floor_itself_is_enough() -> None:
    assert check_rates(EMPLOYED, None, [Rate(Unit.HOUR, 1271)], on=NOVEMBER, wages=wages()) == ()


def test_a_call_price_is_held_against_the_time_it_buys() -> None:
    assert check_rates(EMPLOYED, None, [Rate(Unit.HALF_HOUR, 636)], on=NOVEMBER, wages=wages()) == ()
    with pytest.raises(BelowMinimumWage):
        check_rates(EMPLOYED, None, [Rate(Unit.HALF_HOUR, 635)], on=NOVEMBER, wages=wages())


def test_a_younger_worker_may_be_paid_the_rate_of_their_band() -> None:
    assert check_rates(EMPLOYED, AgeBand.UNDER_18, [Rate(Unit.HOUR, 800)], on=NOVEMBER, wages=wages()) == ()


def test_a_self_employed_rate_below_the_floor_is_flagged_not_refused() -> None:
    (flag,) = check_rates(ALONE, None, [Rate(Unit.HOUR, 1100)], on=NOVEMBER, wages=wages())
    assert (flag.pence_per_hour, flag.least_pence) == (1100, 1271)


def test_an_agency_sets_its_own_wages() -> None:
    assert check_rates(Arrangement.REGISTERED_AGENCY, None, [Rate(Unit.HOUR, 900)], on=NOVEMBER, wages=wages()) == ()


def test_a_waking_night_is_held_against_all_its_hours() -> None:
    with pytest.raises(BelowMinimumWage):
        check_pay(EMPLOYED, None, pence=9000, minutes=540, on=NOVEMBER, wages=wages())
    assert check_pay(EMPLOYED, None, pence=11_439, minutes=540, on=NOVEMBER, wages=wages()) is None


def test_a_sleep_in_price_is_not_held_against_the_hours_asleep() -> None:
    assert check_rates(EMPLOYED, None, [Rate(Unit.NIGHT_SLEEP_IN, 4500)], on=NOVEMBER, wages=wages()) == ()
