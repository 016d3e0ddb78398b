"""How money, distance and time are said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.times import LONDON
from market.web import filters


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[arg-type, misc]


def test_a_period_is_said_as_people_say_it() -> None:
    start = london(2026, 12, 1, 9)
    assert filters.period(start, start + timedelta(hours=1)) == "Tuesday 1 December, 9am to 10am"


def test_an_instant_in_utc_is_shown_as_london_clocks_show_it() -> None:
    assert filters.moment(datetime(2026, 7, 1, 8, 30, tzinfo=UTC)) == "Wednesday 1 July at 9:30am"
    assert filters.moment(datetime(2026, 12, 1, 8, 30, tzinfo=UTC)) == "Tuesday 1 December at 8:30am"


def test_a_night_names_the_day_it_begins_on_and_the_day_it_ends() -> None:
    said = filters.period(london(2026, 12, 1, 22), london(2026, 12, 2, 7))
    assert said == "Tuesday 1 December, 10pm to 7am on Wednesday 2 December"


def test_a_visit_that_ends_at_midnight_stays_on_its_day() -> None:
    assert filters.period(london(2026, 12, 1, 22), london(2026, 12, 2)) == "Tuesday 1 December, 10pm to midnight"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(0, 0, "midnight"), (12, 0, "midday"), (0, 5, "12:05am"), (12, 30, "12:30pm"), (13, 0, "1pm")],
)
def test_a_clock_time_has_no_noughts_to_spare(hour: int, minute: int, said: str) -> None:
    assert filters.clock(london(2026, 12, 1, hour, minute)) == said


@pytest.mark.parametrize(
    ("pence", "unit", "said"),
    [
        (1700, "hour", "£17 an hour"),
        (1750, "visit", "£17.50 a visit"),
        (0, "session", "Free"),
        (None, "free", "Free"),
        (None, "hour", "Ask for a price"),
        (9000, "night", "£90 a night"),
    ],
)
def test_a_price_is_said_with_its_unit(pence: int | None, unit: str, said: str) -> None:
    assert filters.price(pence, unit) == said


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (None, "by phone or online"),
        (300, "less than half a mile"),
        (1500, "about a mile"),
        (2500, "about 1½ miles"),
        (3219, "about 2 miles"),
        (4000, "about 2½ miles"),
        (16093, "about 10 miles"),
    ],
)
def test_a_distance_is_never_more_exact_than_it_is(metres: float | None, said: str) -> None:
    assert filters.miles(metres) == said


@given(st.floats(min_value=800, max_value=200_000))
def test_a_distance_is_said_to_within_half_a_mile(metres: float) -> None:
    words = filters.miles(metres).replace("about ", "").replace("a mile", "1 mile").split()[0]
    if words != "less":
        said = float(words.replace("½", "")) + (0.5 if "½" in words else 0)
        assert abs(said - metres / filters.METRES_IN_A_MILE) <= 0.51


def test_near_days_are_said_by_how_near_they_are() -> None:
    today = date(2026, 11, 25)
    said = [filters.near_day(today + timedelta(days=n), today) for n in (-1, 0, 1, 2, 6, 7)]
    assert said == ["yesterday", "today", "tomorrow", "this Friday", "this Tuesday", "Wednesday 2 December"]


@pytest.mark.parametrize(
    ("hour", "band"), [(5, "night"), (6, "morning"), (11, "morning"), (12, "afternoon"), (17, "evening"), (22, "night")]
)
def test_a_visit_stands_in_the_part_of_the_day_it_begins_in(hour: int, band: str) -> None:
    assert filters.band(london(2026, 12, 1, hour)) == band


@pytest.mark.parametrize(
    ("name", "said"),
    [("Priya Nair", "PN"), ("Mary-Ann van der Berg", "MB"), ("Ken", "K"), ("The Shed, Exmouth", "TE"), ("", "")],
)
def test_initials_are_two_letters_at_most(name: str, said: str) -> None:
    assert filters.initials(name) == said


@given(st.text(max_size=40))
def test_the_same_name_always_has_the_same_soft_colour(name: str) -> None:
    assert filters.disc(name) == filters.disc(name)
    assert filters.disc(name) in {f"disc--{n}" for n in range(1, filters.DISC_COLOURS + 1)}
