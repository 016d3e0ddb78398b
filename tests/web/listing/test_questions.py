"""Only what matters is asked."""

import pytest

from market.web.listing.questions import CHECK, before, next_question, questions_for
from market.web.listing.words import chosen_of, other_limits, skills_and_limits
from providers.arrangement.rules import Arrangement
from providers.listings.rules import Where

PA = Arrangement.SOLE_SELF_EMPLOYED


def names(arrangement: Arrangement, where: Where = Where.THEIR_HOME, *, care: bool = False) -> list[str]:
    return [question.name for question in questions_for(arrangement, where, personal_care=care)]


def test_a_club_is_asked_neither_about_personal_care_nor_for_a_number() -> None:
    asked = names(Arrangement.COMMUNITY, Where.OUR_PLACE)
    assert not {"care", "cqc", "gender", "limits"} & set(asked)


@pytest.mark.parametrize(
    ("arrangement", "care", "asked"),
    [
        (PA, True, False),
        (Arrangement.EMPLOYED_PA, True, False),
        (Arrangement.MICRO_ENTERPRISE, False, False),
        (Arrangement.MICRO_ENTERPRISE, True, True),
        (Arrangement.REGISTERED_AGENCY, False, True),
    ],
)
def test_a_number_is_asked_for_where_the_law_wants_one(arrangement: Arrangement, care: bool, asked: bool) -> None:
    assert ("cqc" in names(arrangement, care=care)) is asked


def test_who_comes_is_asked_only_where_it_is_personal_care() -> None:
    assert "gender" in names(PA, care=True)
    assert "gender" not in names(PA)


def test_advice_by_telephone_is_asked_for_no_area() -> None:
    assert "area" not in names(Arrangement.SUPPORT_SERVICE, Where.PHONE_ONLINE)


def test_the_sitting_goes_on_at_the_first_question_without_an_answer() -> None:
    asked = questions_for(PA, Where.THEIR_HOME, personal_care=False)
    assert next_question(asked, ["how", "what"]) == "name"
    assert next_question(asked, [question.name for question in asked]) == CHECK
    assert (before(asked, "how"), before(asked, "name")) == ("", "how")


def test_choices_become_limits_and_are_known_again_and_other_limits_stay() -> None:
    chosen = {"pets": "no_dogs", "hoist": "trained", "smoking": "any", "driving": "own_car"}
    skills, limits = skills_and_limits(chosen, ["not before nine"], ["cooking"])
    value = {"skills": skills, "limits": limits}
    assert chosen_of(value) == chosen
    assert other_limits(value) == ["not before nine"]
    assert "hoist" in skills
