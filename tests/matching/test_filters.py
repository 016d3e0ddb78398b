"""Gates: each refuses for its own reason, and "no restriction" is never a reason."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from matching.constraints.found import Ceiling, Constraints
from matching.filters import Filters, Limits, covers, lies_in, refusals
from matching.need import KnownPerson
from matching.offering import Offering, Point, Window

HOME = Point(300_000, 100_000)
clock = st.times().map(lambda t: t.replace(second=0, microsecond=0))
days = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(tuple)
windows = st.lists(st.builds(Window, days, clock, clock), max_size=3).map(tuple)
constraints = st.builds(
    Constraints,
    days=st.one_of(st.just(()), days),
    time_of_day=st.sampled_from([None, "morning", "afternoon", "evening", "night"]),
    max_price=st.one_of(
        st.none(), st.builds(Ceiling, st.integers(0, 5000), st.sampled_from(["hour", "visit", "free"]))
    ),
    worker_gender=st.sampled_from([None, "female", "male"]),
)
offerings = st.builds(
    Offering,
    st.just("o"),
    st.just("Help"),
    worker_gender=st.sampled_from(["female", "male", "mixed_team", None]),
    points=st.just((HOME,)),
    travel_metres=st.one_of(st.none(), st.integers(0, 50_000)),
    price_pence=st.one_of(st.none(), st.integers(0, 5000)),
    price_unit=st.sampled_from(["hour", "visit", "free"]),
    windows=windows,
)


def gates(offering: Offering, limits: Limits) -> set[str]:
    return {refusal.gate for refusal in refusals(offering, limits)}


@given(constraints)
def test_an_offering_that_states_no_limit_of_its_own_is_shut_out_only_by_a_wish_for_free(asked: Constraints) -> None:
    open_to_all = Offering("o", "Help")
    shut = gates(open_to_all, Limits(asked, (HOME,)))
    assert shut <= {"price"}
    assert not shut or (asked.max_price and asked.max_price.unit == "free")


@given(offerings, constraints, st.integers(0, 100_000))
def test_coming_further_never_shuts_anybody_out(offering: Offering, asked: Constraints, away: int) -> None:
    limits = Limits(asked, (Point(HOME.easting + away, HOME.northing),))
    if offering.travel_metres is None or "distance" in gates(offering, limits):
        return
    further = Offering("o", "Help", points=offering.points, travel_metres=offering.travel_metres + 1000)
    assert "distance" not in gates(further, limits)


@given(offerings, st.integers(0, 4000), st.integers(0, 1000))
def test_a_higher_ceiling_never_shuts_anybody_out(offering: Offering, pence: int, more: int) -> None:
    low, high = (Limits(Constraints(max_price=Ceiling(p, "hour"))) for p in (pence, pence + more))
    assert "price" in gates(offering, low) or "price" not in gates(offering, high)


@given(offerings, constraints)
def test_every_refusal_says_why_in_words(offering: Offering, asked: Constraints) -> None:
    limits = Limits(asked, (Point(500_000, 200_000),), KnownPerson(exclusions=("o",)), Filters(free_only=True))
    assert all(refusal.why for refusal in refusals(offering, limits))


@given(windows, days, st.integers(0, 23), st.integers(1, 6))
def test_a_window_that_covers_every_day_covers_any(
    held: tuple[Window, ...], on: tuple[int, ...], at: int, long: int
) -> None:
    wanted = Window(on, time(at), time((at + long) % 24))
    assert not covers(held, wanted, every=True) or covers(held, wanted, every=False)


def test_a_night_runs_past_midnight() -> None:
    night = Window((4,), time(22), time(7))
    assert covers((night,), Window((4,), time(22), time(7)))
    assert lies_in(night, (22 * 60, 30 * 60))
    assert not lies_in(night, (12 * 60, 17 * 60))


def test_a_quarter_of_an_hour_is_given_and_no_more() -> None:
    held = (Window((0,), time(9), time(17)),)
    assert covers(held, Window((0,), time(8, 45), time(17, 15)))
    assert not covers(held, Window((0,), time(8, 44), time(17)))


def test_a_price_in_another_unit_passes() -> None:
    by_visit = Offering("o", "Help", price_pence=4000, price_unit="visit")
    assert gates(by_visit, Limits(Constraints(max_price=Ceiling(1800, "hour")))) == set()


def test_somebody_who_cannot_use_the_equipment_is_not_shown() -> None:
    limited = Offering("o", "Help", limits=("not trained for hoists",))
    assert gates(limited, Limits(known=KnownPerson(equipment=("hoist",)))) == {"exclusions"}
