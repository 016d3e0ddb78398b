"""How far a message leans to danger, by words and by what an alarm hears, and what may follow from it."""

import pytest

from matching.danger import UNCLEAR, UNNAMED, look_for_danger, may_be_danger
from matching.plain import fold
from matching.signs.leaning import BY_WORDS, FAR_FROM_IT, WITH_MEANING, WORDS_COUNT, leaning_of
from matching.signs.learnt import leaning

SIDEWAYS = "the lamp beside nan has gone the colour of tea and she keeps looking at it"
PLAIN = "he has collapsed and is not breathing"
FAR = "can you book donna for friday afternoon please"


class Says:
    """An alarm that always hears the same, and counts how often it was asked."""

    def __init__(self, far: float | None) -> None:
        self.far, self.asked = far, 0

    def __call__(self, text: str) -> float | None:
        self.asked += 1
        return self.far


def told(text: str, far: float | None) -> str | None:
    found = look_for_danger(text, Says(far))
    return found.kind if found else None


def test_words_and_alarm_count_together() -> None:
    words = leaning(fold(SIDEWAYS))
    both = leaning_of(SIDEWAYS, fold(SIDEWAYS), Says(2.0))
    assert both.far == pytest.approx(2.0 + WORDS_COUNT * words)
    assert both.bars is WITH_MEANING


@pytest.mark.parametrize("alarm", [None, Says(None)])
def test_without_an_alarm_or_with_one_that_hears_nothing_words_count_alone(alarm: Says | None) -> None:
    found = leaning_of(SIDEWAYS, fold(SIDEWAYS), alarm)
    assert found.far == pytest.approx(leaning(fold(SIDEWAYS)))
    assert found.bars is BY_WORDS


def test_an_alarm_is_not_asked_where_the_words_are_far_from_danger_and_no_rule_speaks() -> None:
    assert leaning(fold(FAR)) < FAR_FROM_IT
    alarm = Says(20.0)
    assert look_for_danger(FAR, alarm) is None
    assert not may_be_danger(FAR, plainly_else=False, alarm=alarm)
    assert alarm.asked == 0


def test_what_an_alarm_hears_is_asked_about_and_the_surer_it_is_the_less_is_offered_beside() -> None:
    words = WORDS_COUNT * leaning(fold(SIDEWAYS))
    assert told(SIDEWAYS, WITH_MEANING.plainly - words + 0.1) == UNNAMED
    assert told(SIDEWAYS, WITH_MEANING.in_a_need - words + 0.1) == UNCLEAR
    assert told(SIDEWAYS, WITH_MEANING.in_a_need - words - 0.1) is None


def test_something_plainly_asked_for_needs_more_than_nothing_asked_for() -> None:
    between = (WITH_MEANING.perhaps + WITH_MEANING.likely) / 2 - WORDS_COUNT * leaning(fold(SIDEWAYS))
    assert may_be_danger(SIDEWAYS, plainly_else=False, alarm=Says(between))
    assert not may_be_danger(SIDEWAYS, plainly_else=True, alarm=Says(between))


def test_a_rule_stands_though_an_alarm_doubts_it_and_falls_only_where_both_are_far_from_danger() -> None:
    words = WORDS_COUNT * leaning(fold(PLAIN))
    assert told(PLAIN, WITH_MEANING.denied - words + 0.1) == "life"
    assert told(PLAIN, WITH_MEANING.denied - words - 0.1) is None


def test_a_rule_stands_whatever_the_words_where_nothing_else_is_listening() -> None:
    assert told(PLAIN, None) == "life"
    assert look_for_danger(PLAIN) is not None
