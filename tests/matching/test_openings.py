"""What would open up, in words somebody could act on."""

from datetime import time

import pytest

from matching.constraints.found import Ceiling, Constraints
from matching.filters import Limits
from matching.offering import Offering, Point, Window
from matching.openings import DESCRIBED, opening

TUESDAYS = (Window((1,), time(9), time(12)),)
PA = Offering("a", "Walks", arrangement="sole_self_employed", windows=TUESDAYS, price_pence=1800)
OTHER = Offering("b", "Walks too", arrangement="sole_self_employed", windows=TUESDAYS, price_pence=2000)
CLUB = Offering("c", "Walking club", windows=(Window((4,), time(9), time(12)),))


def test_it_names_the_day_that_brings_back_most() -> None:
    assert opening({"days": [PA, OTHER]}, Limits(Constraints(days=(0,)))) == "Two PAs if Tuesday would do."
    assert opening({"days": [PA, OTHER, CLUB]}, Limits()) == "Two PAs if Tuesday would do."


def test_it_names_the_price_from_which_there_is_somebody() -> None:
    assert opening({"price": [OTHER, PA]}, Limits(Constraints(max_price=Ceiling(1500, "hour")))) == (
        "Two PAs from £18 an hour."
    )


def test_the_gate_that_costs_most_is_the_one_named() -> None:
    assert opening({"price": [PA], "language": [CLUB, PA]}, Limits()) == "Two more if the language did not matter."


def test_it_says_how_far_the_nearest_is() -> None:
    far = Offering("d", "Far", points=(Point(16_093, 0),), travel_metres=1)
    assert opening({"distance": [far]}, Limits(places=(Point(0, 0),))) == (
        "One more if they could come from further away: the nearest is about 10 miles away."
    )


@pytest.mark.parametrize("gate", ["days", "price", "distance", "language"])
def test_of_very_many_neither_number_nor_price_nor_way_is_told(gate: str) -> None:
    """Only the best of them are looked at."""
    said = opening({gate: [OTHER] * DESCRIBED}, Limits(places=(Point(0, 0),)))
    assert said is not None
    assert said.startswith("Many more if ")
    assert not any(letter.isdigit() for letter in said)
    assert "Tuesday" not in said


def test_where_no_single_gate_would_help_nothing_is_promised() -> None:
    assert opening({}, Limits()) is None
