"""Several needs in one sentence are told apart; a story is not cut to pieces."""

from datetime import date

import pytest

from matching.index import Index
from matching.knowledge.library import shipped
from matching.need import Need
from matching.offering import Offering
from matching.parts import parts_of
from matching.places import NoPlaces
from matching.search import FIRST, search


def helps(text: str) -> list[str]:
    return [part.help_id for part in parts_of(text, shipped().helps_needed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("somebody to mow the lawn and someone to cut her toenails", ["gardening_help", "foot_care"]),
        ("hot meals brought to the door, plus the dog walked twice a day", ["meals_delivered", "pets_walk"]),
    ],
)
def test_needs_that_call_for_different_helps_are_told_apart(text: str, expected: list[str]) -> None:
    assert helps(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dad can't get to his allotment since his fall",
        "I'm lonely and nobody comes to see me, I talk to the cat",
        "",
        "and, and; and.",
    ],
)
def test_one_need_stays_whole_however_it_is_told(text: str) -> None:
    assert helps(text) == []


def test_each_of_several_needs_is_served_among_the_first() -> None:
    gardens = [
        Offering(f"g{n}", "Lawn mowing", "I mow lawns, cut hedges and weed.", kinds=("gardening",)) for n in range(7)
    ]
    feet = Offering("feet", "Toenail cutting at home", "Toenails and corns.", kinds=("foot_care",))
    index = Index.build([*gardens, feet])
    need = Need("mow the lawn, trim the hedges and weed the beds, and someone to cut toenails")
    found = search(index, need, gazetteer=NoPlaces(), today=date(2026, 11, 22)).matches
    assert "feet" in [match.offering_id for match in found[:FIRST]]
