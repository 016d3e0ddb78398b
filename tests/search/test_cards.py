"""A card says each thing once, and quotes what a provider wrote."""

from datetime import date

from market.search.cards import card
from matching.answer import Match
from matching.offering import Offering, Point
from providers.accreditation.badge import NOTHING_CHECKED

OFFERING = Offering(
    id="lst_1",
    title="Garden company",
    description="I drive you to your plot. We dig together.",
    provider_name="Terry Holwill",
    arrangement="sole_self_employed",
    kinds=("gardening", "companionship"),
    points=(Point(0, 0),),
    travel_metres=9000,
    price_pence=1850,
    assurance_note="Basic DBS certificate seen in October 2025",
    limits=("no lifting",),
    next_free=date(2026, 11, 24),
)


def matched(*reasons: str) -> Match:
    return Match("lst_1", 1.0, "strong", reasons, distance_metres=3200)


def test_reasons_that_the_rest_of_the_card_says_are_not_said_twice() -> None:
    found = matched("someone you know", "about 2 miles", "£18.50 an hour", "next free 24 November",
                    "Basic DBS certificate seen in October 2025", "no lifting")  # fmt: skip
    assert card(OFFERING, found).why == ("Someone you know",)


def test_the_provider_s_own_words_stand_in_quotes_and_ours_do_not() -> None:
    why = card(OFFERING, matched("I drive you to your plot", "there on Tuesdays")).why
    assert why == ("“I drive you to your plot”", "There on Tuesdays")


def test_a_card_with_no_telling_reason_says_what_kinds_of_help_it_is() -> None:
    assert card(OFFERING, matched("about 2 miles")).why == ("Gardening", "Company and visiting")


def test_nothing_checked_is_not_shown_as_a_check() -> None:
    assert card(OFFERING).is_checked
    assert not card(Offering(id="lst_2", title="New here", assurance_note=NOTHING_CHECKED)).is_checked
