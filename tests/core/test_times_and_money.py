"""Wall time over clock changes, and pence rounded once."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.bookings.rules import Wish, expand, last_day, slot_on
from market.core.money import pounds, share
from market.core.times import LONDON, at_wall, read_instant, wall


def test_a_weekly_nine_oclock_visit_stays_at_nine_when_the_clocks_change() -> None:
    wish = Wish(date(2027, 3, 23), time(9), time(10), weekdays=("TU",), until=date(2027, 4, 6))
    slots = expand(wish)
    assert [wall(slot.starts_at).time() for slot in slots] == [time(9)] * 3
    assert [slot.starts_at.hour for slot in slots] == [9, 8, 8]


def test_a_night_belongs_to_the_date_it_starts_and_ends_next_morning() -> None:
    slot = slot_on(date(2026, 10, 24), time(22), time(7))
    assert slot.day == date(2026, 10, 24)
    assert slot.ends_at - slot.starts_at == timedelta(hours=10)  # the clocks go back in it


@given(
    first=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    weekdays=st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1),
    every=st.sampled_from([1, 2]),
    weeks=st.integers(0, 20),
)
def test_a_series_has_its_days_only_in_order_and_never_over_twelve_weeks(
    first: date, weekdays: set[str], every: int, weeks: int
) -> None:
    wish = Wish(first, time(9), time(10), tuple(weekdays), first + timedelta(weeks=weeks), every)
    days = [slot.day for slot in expand(wish)]
    names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    assert days == sorted(set(days))
    assert all(names[day.weekday()] in weekdays for day in days)
    assert all(first <= day <= last_day(wish) for day in days)
    assert last_day(wish) < first + timedelta(weeks=12)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)))  # noqa: DTZ001
def test_any_wall_time_that_exists_comes_back_as_it_was(moment: datetime) -> None:
    instant = at_wall(moment.date(), moment.time())
    exists = moment.replace(tzinfo=LONDON).astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == moment
    assert not exists or wall(instant).replace(tzinfo=None) == moment


def test_an_instant_without_an_offset_is_london_time() -> None:
    assert read_instant("2026-07-01T09:00") == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert read_instant("2026-07-01T09:00+00:00") == datetime(2026, 7, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pence", "words"), [(1700, "£17"), (1750, "£17.50"), (5, "£0.05"), (-250, "-£2.50"), (123_456_700, "£1,234,567")]
)
def test_pence_in_words(pence: int, words: str) -> None:
    assert pounds(pence) == words


@given(pence=st.integers(0, 10_000_000), minutes=st.integers(0, 1440))
def test_a_share_is_right_to_half_a_penny(pence: int, minutes: int) -> None:
    assert abs(share(pence, minutes, 60) * 60 - pence * minutes) * 2 <= 60
