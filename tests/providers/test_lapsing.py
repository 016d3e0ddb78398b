"""What stands on the accreditation desk's list of checks that run out."""

from datetime import date, timedelta

import pytest

from providers.accreditation.lapsing import LAPSED, lapsing
from providers.accreditation.rules import DbsLevel, Evidence

TODAY = date(2026, 11, 23)


def seen(kind: str, days_left: int | None, **facts: object) -> Evidence:
    last_day = None if days_left is None else TODAY + timedelta(days=days_left)
    return Evidence(kind, TODAY - timedelta(days=300), last_day, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "within"),
    [(-1, LAPSED), (0, 7), (7, 7), (8, 30), (30, 30), (31, 60), (60, 60), (61, 90), (90, 90)],
)
def test_a_check_stands_in_the_narrowest_band_that_holds_its_last_day(left: int, within: int) -> None:
    assert [one.within for one in lapsing([seen("first_aid", left)], TODAY)] == [within]


def test_what_lasts_longer_or_has_no_end_is_not_on_the_list() -> None:
    assert lapsing([seen("first_aid", 91), seen("identity", None)], TODAY) == ()


def test_a_check_that_a_newer_one_replaces_is_not_on_the_list() -> None:
    assert lapsing([seen("first_aid", -5), seen("first_aid", 400)], TODAY) == ()


def test_a_lower_level_replaces_nothing() -> None:
    old, new = seen("dbs", 5, level=DbsLevel.ENHANCED), seen("dbs", 900, level=DbsLevel.BASIC)
    assert [one.within for one in lapsing([old, new], TODAY)] == [7]


def test_what_runs_out_soonest_comes_first() -> None:
    found = lapsing([seen("first_aid", 50), seen("public_liability", 3)], TODAY)
    assert [one.kind for one in found] == ["public_liability", "first_aid"]
