"""Days, times and money as people say them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import saying
from bot.seen import Price, Slot

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("pence", "said"),
    [(1800, "£18"), (450, "£4.50"), (0, "£0"), (124050, "£1,240.50"), (-200, "minus £2"), (5, "£0.05")],
)
def test_money(pence: int, said: str) -> None:
    assert saying.money(pence) == said


@given(st.integers(0, 10**9))
def test_money_loses_no_penny(pence: int) -> None:
    digits = saying.money(pence).replace("£", "").replace(",", "")
    pounds, _, odd = digits.partition(".")
    assert int(pounds) * 100 + int(odd or 0) == pence


@pytest.mark.parametrize(
    ("price", "said"),
    [
        (Price(1800, "hour"), "£18 an hour"),
        (Price(9000, "night"), "£90 a night"),
        (Price(None, "free"), "free"),
        (Price(None, "hour"), "ask for the price"),
        (Price(None, "funded"), "paid for you"),
    ],
)
def test_prices(price: Price, said: str) -> None:
    assert saying.price(price) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(9), "9am"),
        (time(9, 30), "9:30am"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(14), "2pm"),
    ],
)
def test_the_clock(at: time, said: str) -> None:
    assert saying.clock(at) == said


def test_an_instant_is_said_in_london_over_the_clock_change() -> None:
    summer = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    assert saying.when(summer, summer) == "9am"
    assert (
        saying.when(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        == "9am tomorrow"
    )


def test_a_night_runs_into_the_next_day() -> None:
    night = Slot(datetime(2026, 11, 24, 22, tzinfo=saying.LONDON), datetime(2026, 11, 25, 7, tzinfo=saying.LONDON))
    assert saying.at_slot(night, MONDAY) == "tomorrow, 10pm to 7am the next day"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["TH", "TU"], "Tuesdays and Thursdays"),
        (saying.CODES, "every day"),
        (saying.CODES[:5], "Monday to Friday"),
        (["SU"], "Sundays"),
    ],
)
def test_standing_days(days: list[str], said: str) -> None:
    assert saying.weekdays(days) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(30, "30 minutes"), (60, "1 hour"), (90, "1 and a half hours"), (135, "2 hours and 15 minutes")],
)
def test_lengths(minutes: int, said: str) -> None:
    assert saying.length(minutes) == said


@pytest.mark.parametrize(
    ("miles", "said"), [(0.2, "less than a mile away"), (1.1, "about 1 mile away"), (2.4, "about 2 miles away")]
)
def test_distance_is_said_as_about(miles: float, said: str) -> None:
    assert saying.miles(miles) == said
