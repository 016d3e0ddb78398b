"""What a run of visits costs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from market.core.money import share
from market.core.times import LONDON
from providers.pricing.errors import NoRateForVisit
from providers.pricing.rules import Occurrence, Quote, Rate, ShortPersonalCare, Unit, When, is_bank_holiday, quote
from providers.pricing.words import said_line, said_minutes, said_price

TUESDAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
CHRISTMAS = date(2026, 12, 25)
HOURLY = (Rate(Unit.HOUR, 1850),)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def visit(
    day: date = TUESDAY,
    hour: int = 9,
    *,
    minutes: int = 60,
    minute: int = 0,
    night: Unit | None = None,
    workers: int = 1,
) -> Occurrence:
    start = at(day, hour, minute)
    return Occurrence(start, start + timedelta(minutes=minutes), night, workers)


def pence(rates: tuple[Rate, ...], *visits: Occurrence) -> int:
    return quote(rates, visits).total_pence


def test_an_hour_costs_the_hourly_rate_and_parts_go_by_the_quarter() -> None:
    assert pence(HOURLY, visit()) == 1850
    assert pence(HOURLY, visit(minutes=45)) == 1388  # 1387.5, rounded once, half up
    assert pence(HOURLY, visit(minutes=15)) == 463


def test_a_quarter_begun_is_charged_whole() -> None:
    assert pence(HOURLY, visit(minutes=50)) == pence(HOURLY, visit(minutes=60))


def test_each_line_is_rounded_once_and_the_total_is_their_sum() -> None:
    run = quote((Rate(Unit.HOUR, 1333),), [visit(minutes=45), visit(minutes=45)])
    assert [line.pence for line in run.lines] == [1000, 1000]
    assert run.total_pence == 2000


def test_a_visit_and_a_session_cost_the_same_however_long() -> None:
    assert pence((Rate(Unit.VISIT, 900),), visit(minutes=20), visit(minutes=95)) == 1800
    assert pence((Rate(Unit.SESSION, 600),), visit(minutes=150)) == 600


def test_nights_have_their_own_price_by_the_night() -> None:
    nights = (Rate(Unit.NIGHT_SLEEP_IN, 7500), Rate(Unit.NIGHT_WAKING, 14_000))
    assert pence(nights, visit(hour=22, minutes=540, night=Unit.NIGHT_SLEEP_IN)) == 7500
    assert pence(nights, visit(hour=22, minutes=540, night=Unit.NIGHT_WAKING)) == 14_000


def test_a_long_visit_over_midnight_is_a_night_where_the_card_has_one() -> None:
    card = (Rate(Unit.HOUR, 2000), Rate(Unit.NIGHT_SLEEP_IN, 7500))
    assert pence(card, visit(hour=22, minutes=540)) == 7500
    assert pence(card, visit(hour=20, minutes=120)) == 4000


def test_no_sleep_in_price_is_made_up_from_an_hourly_rate() -> None:
    with pytest.raises(NoRateForVisit):
        quote(HOURLY, [visit(hour=22, minutes=540, night=Unit.NIGHT_SLEEP_IN)])


def test_a_waking_night_without_its_own_price_is_paid_by_the_hour() -> None:
    assert pence(HOURLY, visit(hour=22, minutes=540, night=Unit.NIGHT_WAKING)) == 9 * 1850


def test_a_night_over_the_clock_change_costs_the_hours_it_really_has() -> None:
    spring = Occurrence(at(date(2027, 3, 27), 22), at(date(2027, 3, 28), 7), Unit.NIGHT_WAKING)
    autumn = Occurrence(at(date(2026, 10, 24), 22), at(date(2026, 10, 25), 7), Unit.NIGHT_WAKING)
    assert pence(HOURLY, spring) == 8 * 1850
    assert pence(HOURLY, autumn) == 10 * 1850


CARD = (
    Rate(Unit.HOUR, 2000),
    Rate(Unit.HOUR, 2200, When.EVENING),
    Rate(Unit.HOUR, 2500, When.WEEKEND),
    Rate(Unit.HOUR, 4000, When.BANK_HOLIDAY),
)


def test_the_most_exact_rate_counts() -> None:
    assert pence(CARD, visit(TUESDAY)) == 2000
    assert pence(CARD, visit(TUESDAY, 19)) == 2200
    assert pence(CARD, visit(SATURDAY)) == 2500
    assert pence(CARD, visit(SATURDAY, 19)) == 2500
    assert pence(CARD, visit(CHRISTMAS, 19)) == 4000


def test_a_weekday_rate_does_not_hold_at_the_weekend() -> None:
    weekdays_only = (Rate(Unit.HOUR, 2000, When.WEEKDAY),)
    assert pence(weekdays_only, visit(TUESDAY)) == 2000
    with pytest.raises(NoRateForVisit):
        quote(weekdays_only, [visit(SATURDAY)])


def test_a_visit_across_the_evening_line_is_two_lines() -> None:
    run = quote(CARD, [visit(TUESDAY, 17, minute=30)])
    assert [(line.minutes, line.pence, line.when) for line in run.lines] == [
        (30, 1000, When.ANY),
        (30, 1100, When.EVENING),
    ]
    assert run.pence_of(at(TUESDAY, 17, 30)) == run.total_pence == 2100


def test_a_night_and_a_bank_holiday_belong_to_the_day_the_visit_starts() -> None:
    eve = Occurrence(at(date(2026, 12, 24), 23), at(CHRISTMAS, 1))
    assert pence(CARD, eve) == 2 * 2200
    assert pence(CARD, Occurrence(at(CHRISTMAS, 23), at(date(2026, 12, 26), 1))) == 2 * 4000


def test_bank_holidays_are_those_of_england() -> None:
    assert is_bank_holiday(date(2026, 8, 31))
    assert is_bank_holiday(date(2026, 12, 28))  # in place of Boxing Day, a Saturday
    assert not is_bank_holiday(date(2026, 8, 3))  # Scotland's
    assert not is_bank_holiday(date(2026, 3, 17))  # Northern Ireland's


def test_a_call_price_counts_where_it_is_exactly_as_long() -> None:
    card = (Rate(Unit.HOUR, 2640), Rate(Unit.HALF_HOUR, 1520))
    assert pence(card, visit(minutes=30)) == 1520
    assert pence(card, visit(minutes=45)) == 1980
    assert pence((Rate(Unit.HALF_HOUR, 1520),), visit(minutes=60)) == 3040


def test_a_bank_holiday_hour_is_more_exact_than_a_half_hour_of_any_day() -> None:
    card = (Rate(Unit.HOUR, 2640), Rate(Unit.HALF_HOUR, 1520), Rate(Unit.HOUR, 5280, When.BANK_HOLIDAY))
    assert pence(card, visit(CHRISTMAS, minutes=30)) == 2640


def test_each_visit_takes_the_rate_in_force_on_its_own_day() -> None:
    april = date(2027, 4, 1)
    card = (
        Rate(Unit.HOUR, 2000, ends_on=april - timedelta(days=1)),
        Rate(Unit.HOUR, 2150, starts_on=april),
    )
    run = quote(card, [visit(april - timedelta(days=1)), visit(april)])
    assert [line.rate_pence for line in run.lines] == [2000, 2150]


def test_no_price_is_guessed_for_a_day_without_a_rate() -> None:
    with pytest.raises(NoRateForVisit) as refused:
        quote((Rate(Unit.HOUR, 2000, ends_on=TUESDAY - timedelta(days=1)),), [visit()])
    assert refused.value.start == at(TUESDAY, 9)


def test_free_and_funded_cost_nothing() -> None:
    for unit in (Unit.FREE, Unit.FUNDED):
        run = quote((Rate(unit, 0),), [visit(), visit(SATURDAY)])
        assert (run.total_pence, len(run.lines)) == (0, 2)


def test_miles_are_added_to_the_visit_they_belong_to() -> None:
    card = (Rate(Unit.HOUR, 1850), Rate(Unit.MILE, 45))
    run = quote(card, [Occurrence(at(TUESDAY, 9), at(TUESDAY, 10), miles=7)])
    assert [line.pence for line in run.lines] == [1850, 315]


def test_a_lift_priced_by_the_mile_alone_has_no_price_until_the_miles_are_known() -> None:
    card = (Rate(Unit.MILE, 45),)
    assert quote(card, [Occurrence(at(TUESDAY, 9), at(TUESDAY, 10), miles=12)]).total_pence == 540
    with pytest.raises(NoRateForVisit):
        quote(card, [visit()])


def test_two_workers_cost_twice_and_are_rounded_once() -> None:
    assert pence((Rate(Unit.HOUR, 1333),), visit(minutes=45, workers=2)) == 2000
    assert pence((Rate(Unit.HOUR, 1850),), visit(minutes=15, workers=2)) == 925  # 462.5 twice: not 463 twice


def test_a_weekly_price_is_paid_once_a_week() -> None:
    days = [visit(TUESDAY + timedelta(days=n), minutes=600) for n in range(8)]
    assert pence((Rate(Unit.WEEK, 120_000),), *days[:7]) == 120_000
    assert pence((Rate(Unit.WEEK, 120_000),), *reversed(days)) == 240_000


def test_a_monthly_price_runs_to_the_same_day_of_the_next_month() -> None:
    days = [visit(date(2026, 11, 24)), visit(date(2026, 12, 23)), visit(date(2026, 12, 24))]
    assert pence((Rate(Unit.MONTH, 3000),), *days[:2]) == 3000
    assert pence((Rate(Unit.MONTH, 3000),), *days) == 6000


def test_personal_care_in_under_half_an_hour_is_warned_about_not_refused() -> None:
    run = quote(HOURLY, [visit(minutes=15), visit(minutes=30)], personal_care=True)
    assert run.warnings == (ShortPersonalCare(at(TUESDAY, 9), 15),)
    assert quote(HOURLY, [visit(minutes=15)]).warnings == ()


def test_a_visit_must_end_after_it_starts() -> None:
    with pytest.raises(ValueError):
        quote(HOURLY, [Occurrence(at(TUESDAY, 9), at(TUESDAY, 9))])


def test_a_second_worker_is_paid_their_own_price_where_the_card_has_one() -> None:
    card = (*HOURLY, Rate(Unit.SECOND_WORKER, 1500))
    first, second = quote(card, [visit(minutes=45, workers=2)]).lines
    assert (first.pence, second.pence) == (1388, 1125)
    assert said_line(second) == "45 minutes at £15 an hour for a second worker"
    assert pence(card, visit()) == 1850


def test_a_half_day_is_up_to_five_hours_and_comes_before_a_day() -> None:
    card = (Rate(Unit.DAY, 12_000), Rate(Unit.HALF_DAY, 7_000))
    assert pence(card, visit(minutes=300)) == 7_000
    assert pence(card, visit(minutes=315)) == 12_000


def test_who_lives_in_is_paid_by_days_begun_and_never_for_a_short_visit() -> None:
    card = (Rate(Unit.LIVE_IN_DAY, 14_000), *HOURLY, Rate(Unit.NIGHT_SLEEP_IN, 9_000))
    assert pence(card, visit(minutes=24 * 60)) == 14_000
    assert pence(card, visit(minutes=16 * 60)) == 14_000
    assert pence(card, visit(minutes=30 * 60)) == 28_000
    assert pence(card, visit()) == 1850


def test_what_is_paid_once_is_paid_at_the_first_visit_and_not_by_who_paid_it_before() -> None:
    card = (*HOURLY, Rate(Unit.ONE_OFF, 5_000))
    run = quote(card, [visit(CHRISTMAS), visit()])
    assert [(line.unit, line.pence) for line in run.lines][:2] == [(Unit.HOUR, 1850), (Unit.ONE_OFF, 5_000)]
    assert run.total_pence == 8_700
    assert quote(card, [visit(), visit(CHRISTMAS)], first_time=False).total_pence == 3_700


def test_nothing_that_is_added_to_a_price_makes_one_by_itself() -> None:
    for unit in (Unit.SECOND_WORKER, Unit.ONE_OFF):
        with pytest.raises(NoRateForVisit):
            quote((Rate(unit, 900),), [visit(workers=2)])


def test_prices_are_said_as_people_say_them() -> None:
    assert said_price(Rate(Unit.HOUR, 1850)) == "£18.50 an hour"
    assert said_price(Rate(Unit.FREE, 0)) == "free"
    assert said_minutes(75) == "1 hour 15 minutes"
    (line,) = quote(HOURLY, [visit(minutes=75)]).lines
    assert said_line(line) == "1 hour 15 minutes at £18.50 an hour"
    (night,) = quote((Rate(Unit.NIGHT_WAKING, 14_000),), [visit(hour=22, minutes=540)]).lines
    assert said_line(night) == "£140 a waking night"


_rates = some.builds(
    Rate,
    some.sampled_from([Unit.HOUR, Unit.HALF_HOUR, Unit.QUARTER_HOUR]),
    some.integers(1, 10_000),
    some.sampled_from(When),
)
_visits = some.builds(
    lambda day, hour, quarters: visit(date(2026, 10, 20) + timedelta(days=day), hour, minutes=15 * quarters),
    some.integers(0, 100),
    some.integers(0, 23),
    some.integers(1, 40),
)


@given(some.lists(_rates, max_size=5), some.lists(_visits, max_size=5))
def test_a_quote_adds_up_leaves_no_minute_out_and_strays_under_a_penny_a_line(
    rates: list[Rate], visits: list[Occurrence]
) -> None:
    card = (*rates, Rate(Unit.HOUR, 1850))
    run: Quote = quote(card, visits)
    assert run.total_pence == sum(line.pence for line in run.lines)
    assert sum(line.minutes or 0 for line in run.lines) == sum(one.minutes for one in visits)
    each = {Unit.HOUR: 60, Unit.HALF_HOUR: 30, Unit.QUARTER_HOUR: 15}
    assert all(line.pence == share(line.rate_pence, line.minutes or 0, each[line.unit]) for line in run.lines)


@given(some.lists(_visits, max_size=6), some.integers(1, 10_000))
def test_quoting_visits_together_or_one_by_one_costs_the_same(visits: list[Occurrence], rate: int) -> None:
    card = (Rate(Unit.HOUR, rate), Rate(Unit.HOUR, rate + 300, When.EVENING))
    assert quote(card, visits).total_pence == sum(quote(card, [one]).total_pence for one in visits)


_cards = some.lists(
    some.builds(
        Rate,
        some.sampled_from(
            [Unit.VISIT, Unit.HALF_DAY, Unit.DAY, Unit.LIVE_IN_DAY, Unit.SECOND_WORKER, Unit.ONE_OFF, Unit.NIGHT_WAKING]
        ),
        some.integers(1, 50_000),
        some.sampled_from([When.ANY, When.WEEKEND, When.BANK_HOLIDAY]),
    ),
    max_size=6,
)


@given(_cards, some.lists(_visits, min_size=1, max_size=5), some.integers(1, 3))
def test_every_unit_is_whole_pence_never_below_nought_and_what_is_paid_once_stands_once(
    rates: list[Rate], visits: list[Occurrence], workers: int
) -> None:
    card = (*rates, Rate(Unit.HOUR, 1850))
    run = quote(card, [Occurrence(one.start, one.end, workers=workers) for one in visits])
    assert run.total_pence == sum(line.pence for line in run.lines)
    assert all(line.pence > 0 for line in run.lines)
    once = [line for line in run.lines if line.unit is Unit.ONE_OFF]
    assert len(once) == any(rate.unit is Unit.ONE_OFF for rate in rates)
    again = quote(card, [Occurrence(one.start, one.end, workers=workers) for one in visits], first_time=False)
    assert run.total_pence - again.total_pence == sum(line.pence for line in once)
