"""Several needs in one sentence are told apart; a story is not cut to pieces."""

from datetime import date

import pytest

from matching.index import Index
from matching.knowledge.library import shipped
from matching.knowledge.needs import Fired
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


def test_a_piece_that_words_leave_unclear_is_listened_to_where_it_wishes_for_something() -> None:
    listened: list[str] = []

    def listen(piece: str) -> list[Fired]:
        listened.append(piece)
        return [Fired(shipped().layer.helps["transport_social"], 0.9, ())]

    text = "his lawn mown and somebody to see him to the bank"
    parts = parts_of(text, shipped().helps_needed, listen)
    assert [part.help_id for part in parts] == ["gardening_help", "transport_social"]
    assert listened == ["somebody to see him to the bank"]
    assert parts_of("his lawn mown and the bank was shut", shipped().helps_needed, listen) == ()
    assert len(listened) == 1


def test_no_more_than_two_pieces_are_listened_to_because_each_takes_time() -> None:
    listened: list[str] = []

    def listen(piece: str) -> list[Fired]:
        listened.append(piece)
        return []

    parts_of("somebody to see, somebody to sing, somebody to sit, somebody to say", lambda _: (), listen)
    assert len(listened) == 2
