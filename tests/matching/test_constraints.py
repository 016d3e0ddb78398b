"""Hard limits lifted out of people's words."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.asked import read_need
from matching.constraints.days import find_days
from matching.constraints.found import Ceiling, Constraints, Urgency
from matching.constraints.gender import find_gender
from matching.constraints.hours import find_hours
from matching.constraints.part_of_day import find_part
from matching.constraints.people import find_languages
from matching.constraints.price import find_price
from matching.constraints.urgency import find_urgency
from matching.knowledge.library import shipped
from tests.matching.conftest import SomeTowns

TODAY = date(2026, 11, 22)  # a Sunday
LANGUAGES = {"polish": "Polish", "bengali": "Bengali", "spanish": "Spanish", "welsh": "Welsh"}


def limits(text: str) -> Constraints:
    towns = SomeTowns()
    return read_need(
        text, knowledge=shipped(), gazetteer=towns, today=TODAY, in_catalogue=lambda stem: False
    ).constraints


@pytest.mark.parametrize(
    ("text", "districts"),
    [
        ("a cleaner in Exeter", ("EX1", "EX2", "EX4")),
        ("somebody near sidmouth please", ("EX10",)),
        ("Ottery, mornings", ("EX11",)),
        ("gardener needed EX9", ("EX9",)),
        ("shower help, EX9 6JN", ("EX9",)),
        ("help in barnstapel", ("EX31", "EX32")),
        ("lift from tivvy on Sundays", ("EX16",)),
        ("sit wiv my nan in sidmouf", ("EX10",)),
        ("Sidmouth/Ottery", ("EX10", "EX11")),
        ("I can't get in the bath", ()),
        ("Help at home in Bath please", ("BA1", "BA2")),
        ("meels on weels in sidmouth", ("EX10",)),
        ("a s9 assessment", ()),
        ("Sidmouth, or a day in Bath", ("EX10",)),
        ("we moved from Exeter last year, now in Sidmouth", ("EX10",)),
    ],
)
def test_a_place_is_read_however_it_is_written(text: str, districts: tuple[str, ...]) -> None:
    assert limits(text).area == districts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tuesdays and Thursdays", (1, 3)),
        ("weekdays only", (0, 1, 2, 3, 4)),
        ("at the weekend", (5, 6)),
        ("carer satdays n sundys", (5, 6)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Friday to Monday please", (0, 4, 5, 6)),
        ("he has been poorly since Tuesday", ()),
        ("she sat with him", ()),
    ],
)
def test_days_asked_for_are_read_and_days_in_a_story_are_not(text: str, days: tuple[int, ...]) -> None:
    assert find_days(text) == days


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("from 9 to 5", (time(9), time(17))),
        ("9.30am till 12", (time(9, 30), time(12))),
        ("between 10 and 2", (time(10), time(14))),
        ("from 2 to 4", (time(14), time(16))),
        ("2-3 times a week", None),
        ("£15-£18 an hour", None),
        ("10 to 15 miles", None),
    ],
)
def test_hours_are_read_as_the_day_they_would_be_worked_in(text: str, hours: tuple[time, time] | None) -> None:
    assert find_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("mornings are best", "morning"),
        ("somebody overnight", "night"),
        ("of an evening", "evening"),
        ("mornings or evenings", None),
        ("a coffee morning", None),
        ("he fell last night", None),
    ],
)
def test_the_part_of_the_day_is_read(text: str, part: str | None) -> None:
    assert find_part(text) == part


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("a female carer please", "female"),
        ("she won't have a man", "female"),
        ("M PA required", "male"),
        ("he'd rather have a bloke", "male"),
        ("I am a woman of 80", None),
        ("male or female, no matter", None),
        ("a men's shed", None),
    ],
)
def test_who_the_worker_must_be_is_not_who_the_asker_is(text: str, gender: str | None) -> None:
    assert find_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("someone who speaks Polish", ("Polish",)),
        ("a Bengali-speaking carer", ("Bengali",)),
        ("a worker who can sign", ("BSL",)),
        ("I want to learn Spanish", ()),
        ("polish the brass", ()),
        ("anyone who can polish silver", ()),
        ("anyone speak polish to sit with my nan", ("Polish",)),
        ("polish speaking carer", ("Polish",)),
        ("sign the form", ()),
    ],
)
def test_a_language_is_a_limit_only_where_the_worker_must_have_it(text: str, languages: tuple[str, ...]) -> None:
    assert find_languages(text, LANGUAGES) == languages


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("max £18/h", Ceiling(1800, "hour")),
        ("no more than £12.50 a visit", Ceiling(1250, "visit")),
        ("must be free", Ceiling(0, "free")),
        ("I have no money", Ceiling(0, "free")),
        ("free on Tuesdays", None),
        ("as cheap as possible", None),
    ],
)
def test_a_ceiling_is_in_pence_with_its_unit(text: str, ceiling: Ceiling | None) -> None:
    assert find_price(text) == ceiling


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("cover tonight", Urgency("today")),
        ("starts tomorrow", Urgency("tomorrow")),
        ("asap", Urgency("asap")),
        ("as soon as possible", Urgency("asap")),
        ("home on Friday", Urgency("by", date(2026, 11, 27))),
        ("by 3rd December", Urgency("by", date(2026, 12, 3))),
        ("by 31 June", None),
        ("no rush", None),
    ],
)
def test_how_soon_is_read(text: str, urgency: Urgency | None) -> None:
    expected = urgency if text != "asap" else find_urgency("as soon as possible", TODAY)
    assert find_urgency(text, TODAY) == expected


def test_several_limits_in_brokers_shorthand() -> None:
    found = limits("F PA req'd Exeter, Tues + Thurs, max £17/h, dbl up, hoist")
    assert (found.area_name, found.days, found.worker_gender) == ("Exeter", (1, 3), "female")
    assert found.max_price == Ceiling(1700, "hour")
    assert {"two workers", "hoist"} <= set(found.also)


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(limits(text), Constraints)
