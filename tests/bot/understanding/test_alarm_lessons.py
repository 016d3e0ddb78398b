"""What the alarm is taught with, what is kept aside to try it on, and that it is tried fairly. Teaching needs jax: `./dev fit alarm`."""

from collections.abc import Sequence

import numpy as np

from bot.understanding.alarm_lessons import RUN, examine, kept_aside, mark, questions
from bot.understanding.fitting_danger import ORDINARY_COUNTS, Told
from matching.learnt.softmax import Softmax
from matching.postings import Floats
from matching.vectors.alarm import DANGER
from matching.vectors.school import Numbers
from matching.vectors.taught import Taught

DANGERS = [Told(f"danger {number}", True, 1.0) for number in range(140)]
NEAR = [Told(f"near {number}", False, 1.0) for number in range(140)]
ORDINARY = [Told(f"ordinary {number}", False, ORDINARY_COUNTS) for number in range(140)]
ALL = [*DANGERS, *NEAR, *ORDINARY]
NO_WORDS = {"": 0.0}


class Heard:
    """A school whose rows say outright whether a message is danger, with some of them misheard."""

    def __init__(self, told: Sequence[Told], misheard: frozenset[int] = frozenset()) -> None:
        self._told, self._misheard = told, misheard

    def heard(self, taught: Taught, numbers: Numbers) -> Floats:
        danger = [self._told[number].danger != (number in self._misheard) for number in numbers.tolist()]
        return np.array([(0, 9) if one else (9, 0) for one in danger], dtype=np.float32)


def said(misheard: frozenset[int] = frozenset()) -> list[str]:
    taught = Taught({}, {DANGER: Softmax(np.eye(2, dtype=np.float32), np.zeros(2, dtype=np.float32))}, 0.0, "", "")
    return examine(Heard(ALL, misheard), ALL, taught, kept_aside(ALL), NO_WORDS)


def test_danger_is_one_answer_and_ordinary_messages_count_for_less() -> None:
    (asked,) = questions(ALL)
    assert asked.truths.tolist() == [int(one.danger) for one in ALL]
    assert asked.worth.tolist() == [one.counts for one in ALL]


def test_what_was_written_together_is_kept_aside_together_or_not_at_all() -> None:
    aside = set(kept_aside(ALL).tolist())
    assert 0 < len(aside) < len(ALL)
    for start in range(0, len(ALL), RUN):
        assert len({number in aside for number in range(start, start + RUN)}) == 1


def test_an_alarm_that_hears_all_is_found_to_and_one_that_mishears_is_not() -> None:
    assert "100.0% of danger heard, 0.0% of what is near it, 0.00% of the rest" in said()[0]
    aside = kept_aside(ALL).tolist()
    half = [number for number in aside if ALL[number].danger][::2]
    assert "50.0% of danger heard, 0.0%" in said(frozenset(half))[0]
    near = [number for number in aside if number in range(140, 280)]
    assert "100.0% of danger heard, 100.0% of what is near it, 0.00% of the rest" in said(frozenset(near))[0]


def test_it_is_known_by_what_was_written_for_it_and_not_by_the_bots_own_examples() -> None:
    assert mark(ALL) == mark([*DANGERS, *NEAR])
    assert mark(ALL) != mark([*DANGERS, *NEAR[1:]])
