"""Which changes of a listing wait for the desk, and which go live at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from providers.changes.dearer import dearer
from providers.changes.rules import Part, weigh
from providers.listings.rules import Where
from providers.pricing.rules import Rate, Unit, When

TODAY = date(2026, 11, 24)
AREA: dict[str, Any] = {
    "where": "their_home",
    "postcode": "EX9 6JN",
    "miles": 6,
    "districts": [],
    "towns": [],
    "everywhere": False,
}
KINDS: dict[str, Any] = {"kinds": ["companionship", "gardening"], "includes_personal_care": False}
LIMITS: dict[str, Any] = {"skills": ["cooking"], "limits": ["no hoist"]}
WORDS: dict[str, Any] = {
    "title": "Company and a hand in the garden",
    "description": "I am a gardener by trade and I like a chat. I can sit with your mum while you go to the shops.",
}


def waits(part: Part, before: dict[str, Any], **after: Any) -> bool:
    return weigh(part, before, before | after, where=Where.THEIR_HOME, today=TODAY).waits


def test_a_wider_circle_waits_and_a_nearer_one_does_not() -> None:
    assert waits(Part.WHERE, AREA, miles=8)
    assert not waits(Part.WHERE, AREA, miles=4)


def test_the_same_circle_round_another_place_waits() -> None:
    assert waits(Part.WHERE, AREA, postcode="EX8 1AA")


def test_one_district_less_is_no_wider_and_one_more_is() -> None:
    named = AREA | {"miles": None, "districts": ["EX8", "EX9"]}
    assert not waits(Part.WHERE, named, districts=["EX9"])
    assert waits(Part.WHERE, named, districts=["EX8", "EX9", "EX10"])
    assert waits(Part.WHERE, named, districts=[], towns=["Exmouth"])


def test_going_elsewhere_than_before_waits() -> None:
    assert waits(Part.WHERE, AREA, where="our_place")
    assert waits(Part.WHERE, AREA, everywhere=True, miles=None)


def test_personal_care_waits_and_so_does_what_needs_checks_of_its_own() -> None:
    assert waits(Part.KINDS, KINDS, includes_personal_care=True)
    assert waits(Part.KINDS, KINDS, kinds=["companionship", "gardening", "transport"])
    assert waits(Part.KINDS, KINDS, kinds=["companionship", "gardening", "money"])


def test_ordinary_help_more_or_less_goes_live() -> None:
    assert not waits(Part.KINDS, KINDS, kinds=["companionship", "gardening", "cleaning"])
    assert not waits(Part.KINDS, KINDS, kinds=["gardening"])
    with_care = {"kinds": ["personal_care"], "includes_personal_care": True}
    assert not waits(Part.KINDS, with_care, kinds=["companionship"], includes_personal_care=False)


@pytest.mark.parametrize(("was", "becomes"), [("chat", "chats"), ("gardener", "gradener"), ("mum", "Mum")])
def test_a_typo_goes_live(was: str, becomes: str) -> None:
    assert not waits(Part.WORDS, WORDS, description=WORDS["description"].replace(was, becomes))


@pytest.mark.parametrize(
    "more", [" Ring 01395 555123.", " I can wash her.", " See www.example.org", " £9.", " I use a hoist.", " DBS."]
)
def test_a_few_letters_that_say_something_weighty_wait(more: str) -> None:
    assert waits(Part.WORDS, WORDS, description=WORDS["description"] + more)


def test_a_new_paragraph_waits() -> None:
    assert waits(Part.WORDS, WORDS, description=WORDS["description"] + " I also love long walks by the sea with dogs.")


def test_another_arrangement_or_number_waits() -> None:
    how = {"arrangement": "sole_self_employed", "cqc_number": ""}
    assert waits(Part.ARRANGEMENT, how, arrangement="micro_enterprise")
    assert waits(Part.ARRANGEMENT, how, cqc_number="1-123456789")
    assert not waits(Part.ARRANGEMENT, how)


def test_taking_a_limit_back_waits_and_naming_one_more_does_not() -> None:
    assert waits(Part.LIMITS, LIMITS, limits=[])
    assert waits(Part.LIMITS, LIMITS, skills=["cooking", "hoist"])
    assert not waits(Part.LIMITS, LIMITS, limits=["no hoist", "no smoking indoors please"])
    assert not waits(Part.LIMITS, LIMITS, skills=["cooking", "good with dogs"])


def test_a_photograph_waits_and_taking_it_away_does_not() -> None:
    assert waits(Part.PHOTO, {"photo": ""}, photo="pho_1")
    assert not waits(Part.PHOTO, {"photo": "pho_1"}, photo="")


def test_an_hour_a_language_and_a_telephone_number_go_live() -> None:
    assert not waits(Part.TIMES, {"notice_hours": 24}, notice_hours=48)
    assert not waits(Part.LANGUAGES, {"languages": ["English"]}, languages=["English", "Polish"])
    assert not waits(Part.NAME, {"name": "Terry", "phone": ""}, phone="01395 000000")
    assert waits(Part.NAME, {"name": "Terry", "phone": ""}, name="Tel")


HOUR = (Rate(Unit.HOUR, 1800),)


def test_a_higher_hour_is_dearer_and_says_by_how_much() -> None:
    assert dearer(HOUR, (Rate(Unit.HOUR, 1900),), TODAY) == "An hour on a weekday was £18 and would be £19."
    assert dearer(HOUR, (Rate(Unit.HOUR, 1700),), TODAY) is None


def test_a_price_of_its_own_for_bank_holidays_is_a_rise_where_the_hour_held_before() -> None:
    after = (*HOUR, Rate(Unit.HOUR, 3600, When.BANK_HOLIDAY))
    assert dearer(HOUR, after, TODAY) == "An hour on a bank holiday was £18 and would be £36."


def test_a_price_where_there_was_none_is_no_rise() -> None:
    assert dearer(HOUR, (*HOUR, Rate(Unit.NIGHT_SLEEP_IN, 9000)), TODAY) is None


def test_a_rise_from_next_april_is_a_rise_today() -> None:
    april = date(2027, 4, 1)
    after = (
        Rate(Unit.HOUR, 1800, ends_on=april - timedelta(days=1)),
        Rate(Unit.HOUR, 1950, starts_on=april),
    )
    assert dearer(HOUR, after, TODAY) == "An hour on a weekday from 1 April 2027 was £18 and would be £19.50."


def test_what_is_added_is_a_rise() -> None:
    for unit in (Unit.ONE_OFF, Unit.MILE):
        assert dearer(HOUR, (*HOUR, Rate(unit, 45)), TODAY) is not None
    assert dearer(HOUR, (*HOUR, Rate(Unit.SECOND_WORKER, 1900)), TODAY) is not None
    assert dearer(HOUR, (*HOUR, Rate(Unit.SECOND_WORKER, 1500)), TODAY) is None


def test_a_cheaper_line_that_comes_first_hides_no_rise_behind_it() -> None:
    """The first price that fits is meant: turning the order round can make a visit dearer with every line the same."""
    visits_first, hours_first = (Rate(Unit.VISIT, 900), *HOUR), (*HOUR, Rate(Unit.VISIT, 900))
    assert dearer(visits_first, hours_first, TODAY) is not None


_cards = some.lists(
    some.builds(
        Rate, some.sampled_from([Unit.HOUR, Unit.HALF_HOUR, Unit.VISIT]), some.integers(100, 9_999), some.just(When.ANY)
    ),
    min_size=1,
    max_size=3,
)


@given(_cards, some.integers(1, 500))
def test_every_line_raised_is_dearer_and_the_same_card_never_is(card: list[Rate], more: int) -> None:
    raised = [Rate(rate.unit, rate.pence + more, rate.when) for rate in card]
    assert dearer(card, raised, TODAY) is not None
    assert dearer(raised, card, TODAY) is None
    assert dearer(card, card, TODAY) is None
