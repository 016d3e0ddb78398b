"""The week and the pot as pictures: what they draw, and that the words say the same."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from market.core.money import pounds
from market.web.templating import ENVIRONMENT
from tests.web_look.examples import MONDAY, TODAY, at


class Status(StrEnum):
    PLANNED = "planned"
    COVERED = "covered"


@dataclass(frozen=True)
class Shown:
    """A visit as a feature might hand it over: an object, not a dict."""

    start: datetime
    end: datetime
    who: str
    what: str
    state: Status


@dataclass(frozen=True)
class Day:
    date: date
    visits: tuple[Shown, ...]


def drawn(call: str, **values: Any) -> str:
    source = (
        '{% from "components/week.html" import week_view, visit_line with context %}'
        '{% from "components/money.html" import balance with context %}'
    )
    return ENVIRONMENT.from_string(source + "{{ " + call + " }}").render(values, csrf_field="")


def week(*visits: Shown) -> list[Day]:
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    return [Day(day, tuple(visit for visit in visits if visit.start.date() == day)) for day in days]


def test_a_night_stands_under_the_day_it_begins_on() -> None:
    night = Shown(at(MONDAY, 22), at(MONDAY + timedelta(days=1), 7), "Jo", "Waking night", Status.PLANNED)
    html = drawn("week_view(days, today)", days=week(night), today=TODAY)
    monday = re.search(r'aria-label="Monday 23 November".*?</section>', html, re.DOTALL)
    assert monday
    assert "10pm to 7am" in monday[0]
    assert "Night" in monday[0]
    assert html.count("Waking night") == 1


def test_a_state_is_said_in_a_word_with_an_icon() -> None:
    visit = Shown(at(MONDAY, 9), at(MONDAY, 10), "Jo", "Up and dressed", Status.COVERED)
    html = drawn("week_view(days, today)", days=week(visit), today=TODAY)
    assert re.search(r'visit__state"><svg.*?#user-check"></use></svg> Covered', html)


def test_an_empty_week_says_so_on_each_day() -> None:
    assert drawn("week_view(days, today)", days=week(), today=TODAY).count("Nothing planned") == 7


def test_today_is_said_in_words() -> None:
    assert "Wednesday 25 November, today" in drawn("week_view(days, today)", days=week(), today=TODAY)


@given(start=st.integers(0, 23), minutes=st.integers(15, 14 * 60))
def test_a_piece_of_the_ribbon_never_leaves_the_day(start: int, minutes: int) -> None:
    visit = Shown(at(MONDAY, start), at(MONDAY, start) + timedelta(minutes=minutes), "Jo", "Visit", Status.PLANNED)
    html = drawn("week_view(days, today)", days=week(visit), today=TODAY)
    for x, width in re.findall(r'ribbon__visit--\w+" x="([\d.]+)" y="0" width="([\d.]+)"', html):
        assert float(width) > 0
        assert float(x) + float(width) <= 160.01


@given(allocated=st.integers(0, 5_000_000), spent=st.integers(0, 5_000_000), held=st.integers(0, 5_000_000))
def test_a_pot_is_said_in_words_that_match_its_picture(allocated: int, spent: int, held: int) -> None:
    free = allocated - spent - held
    pot = {"name": "Direct payment", "allocated": allocated, "spent": spent, "held": held, "free": free}
    html = drawn("balance(pot)", pot=pot)
    assert f"Of {pounds(allocated)}: {pounds(spent)} spent, {pounds(held)} held for visits to come" in html
    spent_wide, held_from, held_wide = (
        float(found)
        for found in re.findall(
            r'spent-part" x="0" y="0" width="([\d.]+)".*?<rect x="([\d.]+)" y="0" width="([\d.]+)"', html, re.DOTALL
        )[0]
    )
    assert held_from == spent_wide
    assert spent_wide + held_wide <= 1000.1
    assert ("is " + pounds(-free) + " over" in html) == (free < 0)


def test_two_pots_of_one_name_have_pictures_of_their_own() -> None:
    pot = {"name": "Direct payment", "allocated": 10, "spent": 1, "held": 1, "free": 8}
    html = drawn("balance(one) ~ balance(two)", one=pot | {"id": "pot_1"}, two=pot | {"id": "pot_2"})
    assert len(set(re.findall(r'pattern id="([^"]+)"', html))) == 2
