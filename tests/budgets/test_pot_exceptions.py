"""What an officer is shown of a pot, instead of every receipt."""

from datetime import date, timedelta

from market.budgets.rules import PotException, exceptions

STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
EARLY = date(2026, 2, 1)


def test_a_pot_in_order_is_not_reported() -> None:
    assert exceptions(10_000, 2_000, STARTS, ENDS, EARLY) == ()


def test_a_pot_is_overspent_by_its_last_penny_and_no_sooner() -> None:
    assert exceptions(10_000, 10_000, STARTS, ENDS, EARLY) == ()
    assert exceptions(10_000, 10_001, STARTS, ENDS, EARLY) == (PotException.OVERSPENT,)


def test_a_pot_that_ends_within_thirty_days_is_reported_until_its_last_day() -> None:
    for days, reported in ((31, False), (30, True), (0, True), (-1, False)):
        found = exceptions(10_000, 9_000, STARTS, ENDS, ENDS - timedelta(days=days))
        assert (PotException.ENDING in found) is reported


def test_hardly_used_is_said_only_when_half_the_time_has_gone() -> None:
    half = STARTS + (ENDS - STARTS) / 2
    assert exceptions(10_000, 2_499, STARTS, ENDS, half - timedelta(days=1)) == ()
    assert exceptions(10_000, 2_499, STARTS, ENDS, half + timedelta(days=1)) == (PotException.UNSPENT,)
    assert exceptions(10_000, 2_500, STARTS, ENDS, half + timedelta(days=1)) == ()


def test_an_empty_pot_of_one_day_is_no_riddle() -> None:
    assert exceptions(0, 0, STARTS, STARTS, STARTS) == (PotException.ENDING,)
