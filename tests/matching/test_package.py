"""What a plan's package planner is given to choose from."""

from datetime import date

from matching.index import Index
from matching.need import Need
from matching.offering import Offering
from matching.package import package, serving_most
from matching.places import NoPlaces

MEALS = Offering(
    "cook",
    "Cook and walker",
    "I cook your dinner and go for walks with you.",
    kinds=("meals", "companionship"),
    price_pence=1700,
)
CHOIR = Offering("choir", "Singing group", "Old songs and tea.", kinds=("arts_music",), price_unit="free")
INDEX = Index.build([MEALS, CHOIR])
NEEDS = [
    Need("someone to cook my dinner"),
    Need("company for walks"),
    Need("sing old songs"),
    Need("change my catheter"),
]
OUTCOMES = package(INDEX, NEEDS, gazetteer=NoPlaces(), today=date(2026, 11, 22))


def test_each_outcome_has_its_choices_with_costs_in_pence() -> None:
    assert [outcome.choices[0].offering_id for outcome in OUTCOMES[:3]] == ["cook", "cook", "choir"]
    assert (OUTCOMES[0].choices[0].pence, OUTCOMES[0].choices[0].unit) == (1700, "hour")
    assert OUTCOMES[2].choices[0].pence == 0


def test_one_who_serves_several_outcomes_is_known_to() -> None:
    assert OUTCOMES[0].choices[0].serves == (0, 1)
    assert serving_most(OUTCOMES) == [("cook", 2)]


def test_an_outcome_that_nobody_here_may_serve_says_who_does() -> None:
    assert OUTCOMES[3].choices == ()
    assert OUTCOMES[3].answer.signpost is not None
