"""The rate card as it grows line by line: of one thing at one time there is never more than one price on a day."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as some
from starlette.datastructures import FormData

from market.web.listing.reading import Typed
from market.web.listing.reading_lists import line_key, read_prices, with_rate, without_rate
from providers.changes.rules import as_rates

TODAY = date(2026, 11, 24)


def line(pence: int, starts_on: str = "", unit: str = "hour", when: str = "any") -> dict[str, Any]:
    return {"unit": unit, "when": when, "pence": pence, "note": "", "starts_on": starts_on, "ends_on": ""}


def test_a_new_price_takes_the_place_of_the_one_before_it() -> None:
    assert with_rate([line(1800), line(45, unit="mile")], line(1900), TODAY) == [line(1900), line(45, unit="mile")]


def test_a_price_from_april_ends_the_one_before_it_on_the_last_of_march() -> None:
    before, after = with_rate([line(1800)], line(1950, "2027-04-01"), TODAY)
    assert (before["pence"], before["ends_on"]) == (1800, "2027-03-31")
    assert (after["pence"], after["starts_on"], after["ends_on"]) == (1950, "2027-04-01", "")


def test_a_price_for_today_leaves_the_one_from_april_standing_and_ends_before_it() -> None:
    card = with_rate(with_rate([line(1800)], line(1950, "2027-04-01"), TODAY), line(1850), TODAY)
    assert [(one["pence"], one["ends_on"]) for one in card] == [(1850, "2027-03-31"), (1950, "")]


def test_a_price_from_april_taken_back_leaves_no_april_without_a_price() -> None:
    card = with_rate([line(1800)], line(1950, "2027-04-01"), TODAY)
    assert without_rate(card, line_key(card[1])) == [line(1800)]


def test_the_middle_one_of_three_taken_away_leaves_no_gap() -> None:
    card = with_rate([line(1800)], line(2000, "2027-06-01"), TODAY)
    card = with_rate(card, line(1900, "2027-04-01"), TODAY)
    left = without_rate(card, line_key(card[-1] if card[-1]["pence"] == 1900 else card[1]))
    assert [(one["pence"], one["starts_on"], one["ends_on"]) for one in left] == [
        (1800, "", "2027-05-31"),
        (2000, "2027-06-01", ""),
    ]


def test_a_line_is_taken_away_by_what_it_says_and_not_by_its_place() -> None:
    opened = [line(1800), line(45, unit="mile")]
    since = [line(1800), line(2500, unit="visit"), line(45, unit="mile")]
    left = read_prices(Typed(FormData({"remove": line_key(opened[1])})), {"rates": since}, TODAY).value["rates"]
    assert left == [line(1800), line(2500, unit="visit")]
    gone = read_prices(Typed(FormData({"remove": line_key(opened[1])})), {"rates": [line(1800)]}, TODAY)
    assert gone.value["rates"] == [line(1800)]


_lines = some.builds(
    line,
    some.integers(1, 9_999),
    some.one_of(some.just(""), some.integers(1, 300).map(lambda n: (TODAY + timedelta(days=n)).isoformat())),
    some.sampled_from(["hour", "visit"]),
    some.sampled_from(["any", "weekend"]),
)


@given(some.lists(_lines, max_size=7))
def test_no_day_has_two_prices_for_the_same_thing_and_the_last_word_counts(lines: list[dict[str, Any]]) -> None:
    card: list[dict[str, Any]] = []
    for one in lines:
        card = with_rate(card, one, TODAY)
        day = date.fromisoformat(one["starts_on"]) if one["starts_on"] else TODAY
        said = [
            r for r in as_rates({"rates": card}) if (r.unit, r.when) == (one["unit"], one["when"]) and r.in_force(day)
        ]
        assert [r.pence for r in said] == [one["pence"]]
    rates = as_rates({"rates": card})
    for first, second in combinations(rates, 2):
        if (first.unit, first.when) == (second.unit, second.when):
            assert not any(
                first.in_force(d) and second.in_force(d) for d in (TODAY + timedelta(days=n) for n in range(0, 310))
            )
