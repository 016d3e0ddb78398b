"""What is narrowed by hand, and what that comes to for the matcher."""

from hypothesis import given
from hypothesis import strategies as st

from market.search.narrowing import PROVIDER_GROUPS, Narrowing, opened
from matching.filters import Filters

NARROWINGS = st.builds(
    Narrowing,
    free=st.booleans(),
    kinds=st.sampled_from([(), ("gardening",), ("meals", "transport")]),
    days=st.sampled_from([(), (1,), (1, 3)]),
    worker=st.sampled_from([None, "female", "male"]),
    language=st.sampled_from(["", "Polish"]),
    within_miles=st.sampled_from([None, 1, 5]),
    most_pounds=st.sampled_from([None, 20]),
    providers=st.sampled_from([(), ("pa",), ("community", "agency")]),
)
GATES = st.sampled_from(
    ["distance", "days", "price", "worker_gender", "language", "choice", "hours", "exclusions", None]
)


def test_choosing_nothing_limits_nothing() -> None:
    assert Narrowing().as_filters() == Filters()
    assert not Narrowing()


def test_pounds_become_pence_and_miles_become_metres() -> None:
    filters = Narrowing(within_miles=5, most_pounds=18).as_filters()
    assert filters.ceiling_pence == 1800
    assert filters.within_metres == 8047


def test_a_personal_assistant_is_one_whether_employed_or_not() -> None:
    assert Narrowing(providers=("pa",)).as_filters().arrangements == ("employed_pa", "sole_self_employed")


def test_every_arrangement_belongs_to_one_group() -> None:
    arrangements = [one for group in PROVIDER_GROUPS.values() for one in group.arrangements]
    assert len(arrangements) == len(set(arrangements)) == 7


@given(NARROWINGS, GATES)
def test_opening_a_gate_only_ever_takes_choices_away_and_says_so_when_there_are_none(
    narrowing: Narrowing, gate: str | None
) -> None:
    wider = opened(narrowing, gate)
    if wider is None:
        return
    assert wider != narrowing
    for name in narrowing.__dataclass_fields__:
        assert getattr(wider, name) in (getattr(narrowing, name), getattr(Narrowing(), name))
    assert opened(wider, gate) is None
