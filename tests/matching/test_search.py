"""Searching end to end over a handful of offerings."""

from datetime import date

from matching.index import Index
from matching.need import KnownPerson, Need
from matching.offering import Offering, Point
from matching.places import NoPlaces
from matching.search import search

TODAY = date(2026, 11, 22)
SIDMOUTH, EXETER = Point(312500, 87500), Point(292000, 92500)

CHOIR = Offering(
    "choir", "Singing for the brain", "Old songs and tea on Fridays", points=(SIDMOUTH,), travel_metres=8000
)
GARDENER = Offering(
    "gardener", "Gentle gardening", "Weeding and pots together", points=(EXETER,), travel_metres=5000, price_pence=1700
)
INDEX = Index.build([CHOIR, GARDENER])


def found(text: str, **known: object) -> list[str]:
    answer = search(INDEX, Need(text, **known), gazetteer=NoPlaces(), today=TODAY)  # type: ignore[arg-type]
    return [match.offering_id for match in answer.matches]


def test_words_of_the_need_find_the_offering() -> None:
    assert found("I would love to sing old songs again")[0] == "choir"


def test_an_offering_that_does_not_come_so_far_is_not_shown() -> None:
    assert found("weeding the garden", point=SIDMOUTH) == []
    assert found("weeding the garden", point=EXETER) == ["gardener"]


def test_somebody_the_person_turned_down_is_not_shown_again() -> None:
    assert found("weeding", known=KnownPerson(exclusions=("gardener",))) == []


def test_a_removed_offering_is_gone_and_a_replaced_one_is_new() -> None:
    index = Index.build([CHOIR, GARDENER])
    index.remove("choir")
    index.put(Offering("gardener", "Knitting circle"))
    assert len(index) == 1
    answer = search(index, Need("knitting"), gazetteer=NoPlaces(), today=TODAY)
    assert [match.offering_id for match in answer.matches] == ["gardener"]
    assert not search(index, Need("weeding pots"), gazetteer=NoPlaces(), today=TODAY).matches
