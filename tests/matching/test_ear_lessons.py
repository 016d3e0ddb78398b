"""What the ear is taught with, what is kept aside to try it on, and that it is tried fairly. Teaching itself needs jax: `./dev fit ear`."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.knowledge import files
from matching.learnt import beyond
from matching.learnt.beyond import INSIDE, KINDS, Made, joined, made, slipped
from matching.learnt.few import Few
from matching.learnt.softmax import Softmax
from matching.postings import Floats
from matching.vectors.ear import BEYOND, HELPS
from matching.vectors.ear_lessons import NO_HELP, RUN, Lesson, examine, kept_aside, lessons, questions
from matching.vectors.school import Numbers
from matching.vectors.taught import Taught

VOICES = [(help_id, f"{help_id} {number}") for help_id in ("walks", "meals") for number in range(60)]
TOLD = [("illegal" if number % 2 else INSIDE, f"told {number}") for number in range(280)]
MADE = [
    Made("vet" if task % 2 else INSIDE, f"{task} way {way}", f"task {task}") for task in range(200) for way in range(2)
]
ALL = lessons(TOLD, MADE, VOICES, ["walks", "meals"])


def test_voices_teach_their_help_and_that_they_are_fine_and_the_others_teach_no_help() -> None:
    assert [one.help for one in ALL[: len(TOLD) + len(MADE)]] == [NO_HELP] * (len(TOLD) + len(MADE))
    voices = ALL[len(TOLD) + len(MADE) :]
    assert [one.help for one in voices] == [0] * 60 + [1] * 60
    assert {KINDS[one.kind] for one in voices} == {INSIDE}
    assert [KINDS[one.kind] for one in ALL[: len(TOLD)]] == [kind for kind, _ in TOLD]


def test_the_school_asks_which_help_only_of_voices_and_of_all_whether_they_lie_outside() -> None:
    helps, beyond_it = questions(ALL, 2)
    assert (helps.truths == NO_HELP).sum() == len(TOLD) + len(MADE)
    assert set(beyond_it.truths.tolist()) == {one.kind for one in ALL}
    assert beyond_it.worth.tolist() == pytest.approx([one.worth for one in ALL])


def test_each_help_counts_the_same_however_much_is_told_of_it() -> None:
    voices = [
        *[("walks", f"walk {number}") for number in range(90)],
        *[("meals", f"meal {number}") for number in range(30)],
    ]
    helps, _ = questions(lessons(TOLD, MADE, voices, ["walks", "meals"]), 2)
    walks, meals = (float(helps.worth[helps.truths == number].sum()) for number in (0, 1))
    assert walks == pytest.approx(meals)
    assert float(helps.worth.sum()) == pytest.approx(len(voices))


def test_what_was_written_together_and_what_is_made_of_one_task_is_kept_aside_together_or_not_at_all() -> None:
    aside = set(kept_aside(ALL, MADE, len(TOLD)).tolist())
    for start in range(0, len(TOLD), RUN):
        assert len({number in aside for number in range(start, start + RUN)}) == 1
    for task in {one.task for one in MADE}:
        own = [len(TOLD) + number for number, one in enumerate(MADE) if one.task == task]
        assert len({number in aside for number in own}) == 1
    for first, last in ((0, len(TOLD)), (len(TOLD), len(TOLD) + len(MADE)), (len(TOLD) + len(MADE), len(ALL))):
        assert 0 < sum(first <= number < last for number in aside) < last - first


class Heard:
    """A school whose rows say outright what each lesson is, with some of them misheard."""

    def __init__(self, told: Sequence[Lesson], misheard: frozenset[int]) -> None:
        self.lessons = told
        self._misheard = misheard

    def heard(self, taught: Taught, numbers: Numbers) -> Floats:
        rows = np.zeros((len(numbers), len(KINDS) + 2), dtype=np.float32)
        for place, number in enumerate(numbers.tolist()):
            one = self.lessons[number]
            inside = (one.kind == 0) != (number in self._misheard)
            rows[place, 0 if inside else max(one.kind, 1)] = 5
            if one.help >= 0:
                rows[place, len(KINDS) + (one.help if number not in self._misheard else 1 - one.help)] = 5
        return rows


def reading(first: int, many: int) -> Softmax:
    weights = np.eye(len(KINDS) + 2, dtype=np.float32)[first : first + many]
    return Softmax(weights, np.zeros(many, dtype=np.float32))


def found(misheard: frozenset[int], wronged: float = 0.06) -> tuple[float, float, float, float]:
    taught = Taught({}, {HELPS: reading(len(KINDS), 2), BEYOND: reading(0, len(KINDS))}, 0.0, "", "")
    aside = kept_aside(ALL, MADE, len(TOLD))
    words = np.zeros(len(TOLD) + len(MADE), dtype=np.float32)
    said = examine(Heard(ALL, misheard), ALL, taught, aside, words, wronged)
    return said.first, said.caught, said.wronged, said.plain


def test_an_ear_that_hears_all_is_found_to_and_one_that_mishears_is_not() -> None:
    aside = kept_aside(ALL, MADE, len(TOLD)).tolist()
    assert found(frozenset()) == (1.0, 1.0, 0.0, 0.0)
    voices = [number for number in aside if ALL[number].help >= 0]
    assert found(frozenset(voices[: len(voices) // 2]))[0] == pytest.approx(0.5, abs=0.1)
    outside = [number for number in aside if number < len(TOLD) and ALL[number].kind > 0]
    assert found(frozenset(outside[: len(outside) // 2]))[1] == pytest.approx(0.5, abs=0.1)


def test_no_more_fine_sentences_are_caught_than_may_be() -> None:
    aside = kept_aside(ALL, MADE, len(TOLD)).tolist()
    fine = [number for number in aside if number < len(TOLD) and ALL[number].kind == 0]
    _, _, wronged, plain = found(frozenset(fine[: len(fine) // 4]), wronged=0.3)
    assert wronged <= 0.3
    assert plain == 0


def test_words_and_ear_are_joined_with_the_ear_counting_more() -> None:
    assert joined(3, 0) > joined(0, 3) > joined(0, 0) == 0


@given(st.data())
def test_rows_of_few_numbers_count_as_if_the_noughts_were_there(data: st.DataObject) -> None:
    width, many, classes = (data.draw(st.integers(1, 6)) for _ in range(3))
    full = np.array(
        data.draw(st.lists(st.lists(st.integers(-3, 3), min_size=width, max_size=width), min_size=many, max_size=many)),
        dtype=np.float32,
    )
    few = Few.of([(np.flatnonzero(row).tolist(), row[row != 0]) for row in full], width)
    chance = np.random.default_rng(1)
    weights, wrong = (chance.normal(size=size).astype(np.float32) for size in ((classes, width), (many, classes)))
    np.testing.assert_allclose(few.spoken(weights), full @ weights.T, atol=1e-5)
    np.testing.assert_allclose(few.gathered(wrong), wrong.T @ full, atol=1e-5)
    chosen = np.array(data.draw(st.lists(st.integers(0, many - 1), max_size=many)), dtype=np.int64)
    np.testing.assert_allclose(few[chosen].spoken(weights), full[chosen] @ weights.T, atol=1e-5)


@given(text=st.text(alphabet="abcdefg ", max_size=60), seed=st.integers(0, 9))
def test_a_slip_leaves_a_letter_out_inside_two_long_words_at_most(text: str, seed: int) -> None:
    before, after = text.split(), slipped(text, random.Random(seed)).split()
    changed = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
    assert len(changed) <= 2
    for one, two in changed:
        assert len(one) > 4
        assert len(two) == len(one) - 1
        assert (one[0], one[-1]) == (two[0], two[-1])


def test_what_is_made_says_its_task_or_thing_and_is_the_same_every_time() -> None:
    rows = files.rows("outside_tasks.csv")
    told = made(rows, ["Polish"])
    assert told == made(rows, ["Polish"])
    assert {one.kind for one in told} == set(KINDS)
    assert any("cleaner" in one.text and one.kind == INSIDE for one in told)
    assert len(beyond.rows_to_learn()) > 6_000
