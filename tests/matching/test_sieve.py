"""Gates asked of many at once answer as each would of one offering alone."""

from dataclasses import replace
from datetime import time

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from matching.constraints.found import Ceiling, Constraints
from matching.filters import Filters, Limits, in_force, refusals
from matching.index import Index
from matching.need import KnownPerson
from matching.offering import Offering, Window
from matching.settling import settled
from matching.sieve import MOST, SIEVED

clock = st.builds(time, st.integers(0, 23), st.sampled_from([0, 10, 15, 30, 45]))
days = st.lists(st.integers(0, 6), max_size=7, unique=True).map(tuple)
languages = st.lists(st.sampled_from(["Polish", "BSL", "Welsh"]), max_size=2, unique=True).map(tuple)
genders = st.sampled_from([None, "female", "male", "non_binary"])
offerings = st.lists(
    st.builds(
        Offering,
        st.just("o"),
        st.just("Help"),
        languages=languages,
        worker_gender=st.sampled_from([None, "female", "male", "non_binary", "mixed_team"]),
        price_pence=st.one_of(st.none(), st.integers(0, 4000)),
        price_unit=st.sampled_from(["hour", "visit", "free", "funded", "session"]),
        windows=st.lists(st.builds(Window, days, clock, clock), max_size=5).map(tuple),
    ),
    min_size=1,
    max_size=6,
).map(lambda many: [replace(one, id=f"o{number}") for number, one in enumerate(many)])
limits = st.builds(
    Limits,
    st.builds(
        Constraints,
        days=days,
        time_of_day=st.sampled_from([None, "morning", "afternoon", "evening", "night"]),
        start=st.one_of(st.none(), clock),
        end=st.one_of(st.none(), clock),
        max_price=st.one_of(
            st.none(), st.builds(Ceiling, st.integers(0, 4000), st.sampled_from(["hour", "visit", "free", "never met"]))
        ),
        worker_gender=st.sampled_from([None, "female", "male"]),
        languages=languages,
    ),
    known=st.one_of(
        st.none(),
        st.builds(
            KnownPerson,
            ceiling_pence=st.one_of(st.none(), st.integers(0, 4000)),
            worker_gender=genders,
            languages=languages,
        ),
    ),
    filters=st.builds(
        Filters,
        free_only=st.booleans(),
        days=days,
        worker_gender=genders,
        languages=languages,
        ceiling_pence=st.one_of(st.none(), st.integers(0, 4000)),
    ),
)
NIGHT = Limits(Constraints(start=time(20), end=time(8), days=(5,)))


def alone(one: Offering, asked: Limits) -> set[str]:
    return {refusal.gate for refusal in refusals(one, asked)} & set(SIEVED)


def together(index: Index, asked: Limits) -> dict[str, set[str]]:
    """By offering the gates that shut it out, of those whose facts fit into the columns."""
    slots = np.array(sorted(index.slot_by_id.values()), dtype=np.intp)
    masks, unknown = index.sieve.shut(asked, slots, index.speaks), index.sieve.crowded(slots)
    assert set(masks) == set(in_force(asked)) & set(SIEVED)
    return {
        index.ids[slot]: {gate for gate, mask in masks.items() if mask[number]}
        for number, slot in enumerate(slots.tolist())
        if not unknown[number]
    }


@given(offerings, limits)
@example([Offering("o0", "Nights", windows=(Window((5, 6), time(20), time(8)),))], NIGHT)
@example([Offering("o0", "Nights", windows=(Window((5, 6), time(20), time(7)),))], NIGHT)
def test_many_asked_at_once_are_shut_out_as_each_alone(many: list[Offering], asked: Limits) -> None:
    index = Index.build(many)
    for at in (index, settled(index)):
        for offering_id, gates in together(at, asked).items():
            one = at.get(offering_id)
            assert one is not None
            assert gates == alone(one, asked)


@given(offerings)
def test_only_who_has_too_many_windows_for_one_day_or_one_on_no_day_is_left_to_be_asked(many: list[Offering]) -> None:
    index = Index.build(many)
    unknown = index.sieve.crowded(np.arange(len(many)))
    for slot, one in enumerate(many):
        most = max(len({w.minutes() for w in one.windows if day in w.weekdays}) for day in range(7))
        assert bool(unknown[slot]) == (most > MOST or not all(w.weekdays for w in one.windows))


def test_a_price_or_a_free_hour_that_changes_is_seen_at_once() -> None:
    before = Offering("o0", "Walks", price_pence=2000, windows=(Window((1,), time(9), time(12)),))
    index = Index.build([before])
    dear = Limits(Constraints(max_price=Ceiling(1500, "hour"), days=(4,)))
    assert together(index, dear) == {"o0": {"price", "days"}}
    index.put(replace(before, price_pence=1400, windows=(Window((4,), time(9), time(12)),)))
    assert len(index.ids) == 1, "it keeps its slot"
    assert together(index, dear) == {"o0": set()}
