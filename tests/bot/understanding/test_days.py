"""Days are read as people here say them, from the day on which they are said."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.days import find_days
from bot.understanding.words import Message

MONDAY = datetime(2026, 11, 23, 9, 15)  # noqa: DTZ001 - wall time of London, as the grammar takes it
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOMENTS = st.datetimes(datetime(2025, 1, 1, 4), datetime(2030, 12, 31))  # noqa: DTZ001


def dates(text: str, now: datetime = MONDAY, *, backward: bool = False) -> list[str]:
    found = find_days(Message.read(text).plain, now, backward=backward)
    return [d.isoformat() for mention in found for d in mention.dates]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tomorrow", ["2026-11-24"]),
        ("2moro", ["2026-11-24"]),
        ("day after tomorrow", ["2026-11-25"]),
        ("a week on Thursday", ["2026-12-03"]),
        ("Thursday week", ["2026-12-03"]),
        ("a fortnight today", ["2026-12-07"]),
        ("a week tomorrow", ["2026-12-01"]),
        ("next Tuesday", ["2026-12-01"]),
        ("next Monday", ["2026-11-30"]),
        ("the 3rd", ["2026-12-03"]),
        ("3/12", ["2026-12-03"]),
        ("Boxing Day", ["2026-12-26"]),
        ("Good Friday", ["2027-03-26"]),
        ("bank holiday Monday", ["2026-12-28"]),
        ("this weekend", ["2026-11-28", "2026-11-29"]),
        ("Tues and Thurs", ["2026-11-24", "2026-11-26"]),
        ("the 4th to the 8th of January", ["2027-01-04"]),
    ],
)
def test_days_said_are_the_days_meant(said: str, meant: list[str]) -> None:
    assert dates(said) == meant


@pytest.mark.parametrize("said", ["on Monday", "next Thursday", "Tuesday 3rd December"])
def test_a_day_that_could_be_two_gives_none_and_is_unsure(said: str) -> None:
    found = find_days(Message.read(said).plain, MONDAY)
    assert [m.dates for m in found] == [()]
    assert found[0].unsure


def test_tomorrow_in_the_small_hours_is_unsure() -> None:
    assert find_days("tomorrow", datetime(2026, 11, 23, 1, 30))[0].unsure  # noqa: DTZ001


def test_every_weekday_but_one_is_the_other_four() -> None:
    assert find_days("every weekday but wednesday", MONDAY)[0].weekdays == ("MO", "TU", "TH", "FR")


def test_back_on_the_twelfth_means_away_until_the_eleventh() -> None:
    assert find_days("i am away , back on the 12th", MONDAY)[-1].until == date(2026, 12, 11)


def test_a_leap_day_is_the_next_there_is() -> None:
    assert dates("leap day") == ["2028-02-29"]


@given(MOMENTS, st.integers(0, 6))
def test_a_bare_weekday_is_within_the_week_to_come_or_asked_about(now: datetime, weekday: int) -> None:
    (mention,) = find_days(NAMES[weekday], now)
    if now.weekday() == weekday:
        assert mention.unsure
    else:
        (day,) = mention.dates
        assert day.weekday() == weekday
        assert timedelta(0) < day - now.date() < timedelta(days=7)


@given(MOMENTS, st.integers(0, 6))
def test_a_past_weekday_is_within_the_week_gone_by(now: datetime, weekday: int) -> None:
    (mention,) = find_days(f"last {NAMES[weekday]}", now)
    (day,) = mention.dates
    assert day.weekday() == weekday
    assert timedelta(0) < now.date() - day <= timedelta(days=7)


@given(MOMENTS, st.integers(1, 28), st.integers(1, 12))
def test_a_calendar_date_is_the_next_such_day_today_included(now: datetime, day: int, month: int) -> None:
    (mention,) = find_days(f"{day}/{month}", now) if (day, month) != (7, 7) else find_days("7 july", now)
    (found,) = mention.dates
    assert (found.day, found.month) == (day, month)
    assert timedelta(0) <= found - now.date() < timedelta(days=367)


@given(st.text(max_size=200), MOMENTS)
def test_no_text_breaks_the_grammar(text: str, now: datetime) -> None:
    find_days(Message.read(text).plain, now)
