"""When somebody is free."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from market.core.times import LONDON, wall, wall_day
from matching.offering import Window
from providers.availability.rules import (
    Away,
    Dated,
    Span,
    free_slots,
    gap_between,
    gives_notice,
    is_free,
    is_near_enough,
    next_free,
)

TUESDAY = date(2026, 11, 24)
SPRING = date(2027, 3, 28)
AUTUMN = date(2026, 10, 25)
EVERY_DAY = tuple(range(7))
HOUR = timedelta(hours=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def daily(start: time, end: time) -> tuple[Window, ...]:
    return (Window(EVERY_DAY, start, end),)


NINE_TO_FIVE = daily(time(9), time(17))


def test_a_visit_inside_a_window_is_free() -> None:
    assert is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 9), at(TUESDAY, 10))
    assert is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 16), at(TUESDAY, 17))


def test_a_visit_that_leaves_its_window_is_not() -> None:
    assert not is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 8, 45), at(TUESDAY, 9, 45))
    assert not is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 16, 30), at(TUESDAY, 17, 1))


def test_a_window_counts_on_its_own_weekdays_only() -> None:
    tuesdays = (Window((1,), time(9), time(17)),)
    assert is_free(tuesdays, (), (), at(TUESDAY, 9), at(TUESDAY, 10))
    assert not is_free(tuesdays, (), (), at(TUESDAY + timedelta(days=1), 9), at(TUESDAY + timedelta(days=1), 10))


def test_two_windows_that_touch_are_one() -> None:
    touching = (Window((1,), time(9), time(12)), Window((1,), time(12), time(17)))
    assert is_free(touching, (), (), at(TUESDAY, 11), at(TUESDAY, 13))


def test_a_window_whose_end_is_not_after_its_start_runs_past_midnight() -> None:
    night = (Window((1,), time(22), time(7)),)
    wednesday = TUESDAY + timedelta(days=1)
    assert is_free(night, (), (), at(TUESDAY, 22), at(wednesday, 7))
    assert is_free(night, (), (), at(wednesday, 1), at(wednesday, 2))
    assert not is_free(night, (), (), at(TUESDAY, 1), at(TUESDAY, 2))


def test_midnight_to_midnight_is_the_whole_day_and_days_join() -> None:
    always = daily(time(0), time(0))
    assert is_free(always, (), (), at(TUESDAY, 20), at(TUESDAY + timedelta(days=2), 8))


def test_nothing_begins_on_a_day_away_but_the_night_before_is_worked_out() -> None:
    night, away = daily(time(22), time(7)), (Away(TUESDAY, TUESDAY),)
    monday, wednesday = TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=1)
    assert is_free(night, away, (), at(monday, 22), at(TUESDAY, 7))
    assert not is_free(night, away, (), at(TUESDAY, 22), at(wednesday, 7))
    assert is_free(night, away, (), at(wednesday, 22), at(wednesday + timedelta(days=1), 7))


def test_a_time_already_promised_is_taken_and_the_minutes_around_it_are_not() -> None:
    busy = [(at(TUESDAY, 10), at(TUESDAY, 11))]
    assert not is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 10, 30), at(TUESDAY, 11, 30))
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 9), at(TUESDAY, 10))
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 11), at(TUESDAY, 12))


def test_a_buffer_keeps_time_to_travel_on_both_sides() -> None:
    busy, quarter = [(at(TUESDAY, 10), at(TUESDAY, 11))], timedelta(minutes=15)
    assert not is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 11), at(TUESDAY, 12), buffer=quarter)
    assert not is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 9), at(TUESDAY, 10), buffer=quarter)
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 11, 15), at(TUESDAY, 12), buffer=quarter)


def test_a_team_of_two_is_full_only_where_two_visits_run() -> None:
    busy = [(at(TUESDAY, 9), at(TUESDAY, 11)), (at(TUESDAY, 10), at(TUESDAY, 12))]
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 9), at(TUESDAY, 10), at_once=2)
    assert not is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 10, 45), at(TUESDAY, 12), at_once=2)
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 11), at(TUESDAY, 12), at_once=2)


def test_a_window_keeps_its_wall_time_when_the_clocks_change() -> None:
    for day in (SPRING - timedelta(days=1), SPRING, AUTUMN, AUTUMN + timedelta(days=1)):
        assert is_free(NINE_TO_FIVE, (), (), at(day, 9), at(day, 10)), day
        assert not is_free(NINE_TO_FIVE, (), (), at(day, 8), at(day, 9)), day


def test_a_night_over_the_spring_change_has_an_hour_less_and_over_the_autumn_change_an_hour_more() -> None:
    night = daily(time(22), time(7))
    for day, hours in ((SPRING, 8), (AUTUMN, 10), (TUESDAY, 9)):
        eve = day - timedelta(days=1)
        (span,) = free_slots(night, (), (), at(eve, 22), at(day, 7))
        assert span[1] - span[0] == hours * HOUR


def test_windows_still_touch_where_the_spring_change_skips_their_edge() -> None:
    split = daily(time(0), time(1, 30)) + daily(time(1, 30), time(6))
    (span,) = free_slots(split, (), (), at(SPRING, 0), at(SPRING, 6))
    assert span == (at(SPRING, 0), at(SPRING, 6))


def test_a_visit_must_end_after_it_starts() -> None:
    with pytest.raises(ValueError):
        is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 10), at(TUESDAY, 10))


def test_next_free_is_the_first_day_with_room_after_the_notice() -> None:
    now = at(TUESDAY, 16)
    assert next_free(NINE_TO_FIVE, (), (), now) == TUESDAY
    assert next_free(NINE_TO_FIVE, (), (), now, notice=24 * HOUR) == TUESDAY + timedelta(days=1)
    assert next_free(NINE_TO_FIVE, (Away(TUESDAY, TUESDAY + timedelta(days=9)),), (), now) == TUESDAY + timedelta(
        days=10
    )


def test_next_free_is_unknown_when_all_the_coming_weeks_are_taken() -> None:
    now = at(TUESDAY, 8)
    assert next_free(NINE_TO_FIVE, (), [(now, now + timedelta(days=60))], now) is None
    assert next_free((), (), (), now) is None


def test_a_stretch_too_short_for_a_visit_is_not_a_free_day() -> None:
    busy = [(at(TUESDAY, 9), at(TUESDAY, 16, 45))]
    assert next_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 8)) == TUESDAY + timedelta(days=1)


def test_hours_of_a_date_stand_instead_of_that_day_of_the_week() -> None:
    only_the_morning = (Dated(TUESDAY, time(8), time(11)),)
    assert is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 8), at(TUESDAY, 9), dated=only_the_morning)
    assert not is_free(NINE_TO_FIVE, (), (), at(TUESDAY, 14), at(TUESDAY, 15), dated=only_the_morning)
    next_week = TUESDAY + timedelta(days=7)
    assert is_free(NINE_TO_FIVE, (), (), at(next_week, 14), at(next_week, 15), dated=only_the_morning)


def test_an_extra_day_is_free_where_the_week_has_none_and_time_off_still_wins() -> None:
    sunday = TUESDAY + timedelta(days=5)
    extra = (Dated(sunday, time(22), time(6)),)
    tuesdays = (Window((1,), time(9), time(17)),)
    assert is_free(tuesdays, (), (), at(sunday, 23), at(sunday + timedelta(days=1), 5), dated=extra)
    assert not is_free(tuesdays, (Away(sunday, sunday),), (), at(sunday, 23), at(sunday, 23, 30), dated=extra)
    assert next_free((), (), (), at(TUESDAY, 9), dated=extra) == sunday


def test_the_gap_between_visits_is_a_breath_and_the_way_there() -> None:
    busy = [(at(TUESDAY, 9), at(TUESDAY, 10))]
    gap = gap_between(10, 20)
    assert not is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 10, 15), at(TUESDAY, 11), buffer=gap)
    assert is_free(NINE_TO_FIVE, (), busy, at(TUESDAY, 10, 30), at(TUESDAY, 11), buffer=gap)


def test_how_far_ahead_counts_in_days_and_the_last_of_them_still_counts() -> None:
    assert is_near_enough(TUESDAY + timedelta(days=28), TUESDAY, 28)
    assert not is_near_enough(TUESDAY + timedelta(days=29), TUESDAY, 28)
    assert is_near_enough(TUESDAY + timedelta(days=400), TUESDAY, None)


def test_notice_is_counted_in_hours_to_the_start() -> None:
    assert gives_notice(at(TUESDAY, 9), at(TUESDAY, 9) - 24 * HOUR, 24)
    assert not gives_notice(at(TUESDAY, 9), at(TUESDAY, 9) - 23 * HOUR, 24)


# Around both clock changes, so that most examples touch one.
_days = some.one_of(
    some.dates(SPRING - timedelta(days=3), SPRING + timedelta(days=3)),
    some.dates(AUTUMN - timedelta(days=3), AUTUMN + timedelta(days=3)),
)
_clocks = some.builds(time, some.integers(0, 23), some.sampled_from([0, 15, 30, 45]))
_windows = some.lists(
    some.builds(
        Window, some.lists(some.integers(0, 6), min_size=1, max_size=7, unique=True).map(tuple), _clocks, _clocks
    ),
    max_size=4,
)


@some.composite
def _spans(draw: some.DrawFn, most_hours: int = 30) -> Span:
    start = at(draw(_days), 0) + timedelta(minutes=15 * draw(some.integers(0, 96)))
    return start, start + timedelta(minutes=15 * draw(some.integers(1, most_hours * 4)))


_aways = some.lists(some.tuples(_days, some.integers(0, 2)), max_size=2)


def _away(drawn: list[tuple[date, int]]) -> list[Away]:
    return [Away(day, day + timedelta(days=more)) for day, more in drawn]


def _hours_on(windows: list[Window], dated: list[Dated], day: date) -> list[Window]:
    own = [Window((day.weekday(),), one.start, one.end) for one in dated if one.day == day]
    return own or windows


def _clock_is_in(windows: list[Window], away: list[Away], dated: list[Dated], moment: datetime) -> bool:
    """The rule said again in the slowest way: look at the clock on the wall."""
    shows, day = wall(moment).time().replace(fold=0), wall_day(moment)
    before = day - timedelta(days=1)
    today = not any(spell.covers(day) for spell in away)
    eve = not any(spell.covers(before) for spell in away)
    return any(
        day.weekday() in w.weekdays and today and w.start <= shows and (shows < w.end or w.end <= w.start)
        for w in _hours_on(windows, dated, day)
    ) or any(
        before.weekday() in w.weekdays and eve and w.end <= w.start and shows < w.end
        for w in _hours_on(windows, dated, before)
    )


_dated = some.lists(some.builds(Dated, _days, _clocks, _clocks), max_size=3)


@given(_windows, _aways, _dated, some.lists(_spans(), max_size=5), _spans(), some.integers(1, 3))
def test_free_agrees_with_looking_at_the_clock_each_quarter_of_an_hour(
    windows: list[Window],
    drawn: list[tuple[date, int]],
    dated: list[Dated],
    busy: list[Span],
    visit: Span,
    at_once: int,
) -> None:
    away = _away(drawn)
    start, end = visit
    quarters = [start + timedelta(minutes=15 * n) for n in range(int((end - start) / timedelta(minutes=15)))]
    if any(wall_day(q) in (AUTUMN,) and 1 <= wall(q).hour < 2 for q in quarters):
        return  # In the hour that comes twice an edge means the first of the two: said in a test of its own.
    expected = all(
        _clock_is_in(windows, away, dated, q) and sum(b[0] <= q < b[1] for b in busy) < at_once for q in quarters
    )
    assert is_free(windows, away, busy, start, end, at_once=at_once, dated=dated) == expected


@given(_windows, some.lists(_spans(), max_size=5), _spans(most_hours=60))
def test_slots_are_in_order_apart_inside_what_was_asked_and_clear_of_visits(
    windows: list[Window], busy: list[Span], asked: Span
) -> None:
    slots = free_slots(windows, (), busy, *asked)
    assert all(asked[0] <= start < end <= asked[1] for start, end in slots)
    assert all(before[1] < after[0] for before, after in pairwise(slots))
    assert all(end <= b[0] or b[1] <= start for start, end in slots for b in busy)


@given(_windows, some.lists(_spans(), max_size=4), _spans())
def test_every_part_of_a_free_slot_is_free(windows: list[Window], busy: list[Span], asked: Span) -> None:
    for start, end in free_slots(windows, (), busy, *asked):
        assert is_free(windows, (), busy, start, end)
        assert is_free(windows, (), busy, start, start + (end - start) / 2)


def test_an_edge_in_the_hour_that_comes_twice_means_the_first_of_the_two() -> None:
    evening, morning = daily(time(20), time(1, 30)), daily(time(1, 30), time(6))
    first_half_past_one = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert free_slots(evening, (), (), at(AUTUMN, 0), at(AUTUMN, 3))[-1][1] == first_half_past_one
    assert free_slots(morning, (), (), first_half_past_one, at(AUTUMN, 6)) == ((first_half_past_one, at(AUTUMN, 6)),)
