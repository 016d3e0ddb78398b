"""What the ear is taught with, and how it is tried on what it was not taught."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from matching.learnt.beyond import INSIDE, KINDS, Made, joined, surpluses
from matching.postings import Floats
from matching.vectors.ear import BEYOND, HELPS, Listener
from matching.vectors.school import NOT_ASKED, Hears, Numbers, Question
from matching.vectors.taught import Taught

TOLD, MADE_OUTSIDE, MADE_FINE, VOICE = 2.0, 0.5, 0.6, 0.25
"""What a sentence counts in telling outside: written for it, made of a task, or a customer's voice."""
NO_HELP: Final = NOT_ASKED
SMOOTH_HELPS, SMOOTH_KINDS = 0.1, 0.03
OUTSIDE_COUNTS: Final = 1.5
"""What telling inside from outside counts beside telling which help."""
ASIDE, ASIDE_TOLD, RUN = 0.1, 1 / 7, 10
"""Shares kept aside to try an ear on, and how many neighbours go together of what is told: they were written as families."""
ALIKE: Final = 0.05
"""How far what is heard may lie from what was taught: states are kept in half precision while teaching."""
PLAINLY_WRONGED: Final = 0.01
"""The share of plain requests that may be caught."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, and what is to be told of it."""

    text: str
    help: int
    """The number of the help it is about, or `NO_HELP`."""
    kind: int
    """Its place in `KINDS`."""
    worth: float
    made: bool


def lessons(
    told: Sequence[tuple[str, str]], made: Sequence[Made], voices: Sequence[tuple[str, str]], helps: Sequence[str]
) -> list[Lesson]:
    """What is told of the outside, what is made of tasks, and the voices of helps, in this order."""
    number = {help_id: place for place, help_id in enumerate(helps)}
    fine = KINDS.index(INSIDE)
    return [
        *(Lesson(text, NO_HELP, KINDS.index(kind), TOLD, made=False) for kind, text in told),
        *(
            Lesson(
                one.text, NO_HELP, KINDS.index(one.kind), MADE_FINE if one.kind == INSIDE else MADE_OUTSIDE, made=True
            )
            for one in made
        ),
        *(Lesson(text, number[help_id], fine, VOICE, made=False) for help_id, text in voices),
    ]


def questions(lessons: Sequence[Lesson], helps: int) -> tuple[Question, Question]:
    """What the school asks of them: which of so many helps, and which kind of outside, if any.

    Each help counts the same, however much is told of it: what is written more of is not needed more often.
    """
    worth = np.array([one.worth for one in lessons], dtype=np.float32)
    about, kinds = (np.array([getattr(one, name) for one in lessons]) for name in ("help", "kind"))
    told_of = np.bincount(about[about >= 0], minlength=helps)
    alike = np.where(about >= 0, told_of.mean() / np.maximum(told_of, 1)[about], 0).astype(np.float32)
    return (
        Question(HELPS, helps, about, alike, SMOOTH_HELPS, from_means=True),
        Question(BEYOND, len(KINDS), kinds, worth, SMOOTH_KINDS, OUTSIDE_COUNTS),
    )


def kept_aside(lessons: Sequence[Lesson], made: Sequence[Made], told: int) -> Numbers:
    """Lessons to try an ear on: whole runs of what was written together, whole tasks, and a tenth of the voices."""
    chance = np.random.default_rng(4)
    tasks = {task: chance.random() < ASIDE for task in dict.fromkeys(one.task for one in made)}
    chosen = [(number // RUN) % round(1 / ASIDE_TOLD) == 3 for number in range(told)]
    chosen += [tasks[one.task] for one in made]
    chosen += (chance.random(len(lessons) - len(chosen)) < ASIDE).tolist()
    return np.flatnonzero(chosen)


@dataclass(frozen=True, slots=True)
class Found:
    """How an ear does on lessons it was not taught."""

    first: float
    """Share of voices whose help it names at first guess."""
    five: float
    """The same in five guesses."""
    sure: float
    """The surplus, words and ear together, at which few fine sentences are caught."""
    caught: float
    wronged: float
    plain: float


def examine(
    school: Hears, lessons: Sequence[Lesson], taught: Taught, aside: Numbers, words: Floats, wronged: float
) -> Found:
    """Tried on what was kept aside; `words` are the surpluses by words of all that is told or made, learnt without it."""
    voices = np.array([number for number in aside if lessons[number].help >= 0])
    guesses = taught.readings[HELPS].logits(school.heard(taught, voices)).argsort(axis=1)[:, ::-1][:, :5]
    right = guesses == np.array([lessons[number].help for number in voices])[:, None]
    others = np.array([number for number in aside if lessons[number].help < 0])
    by_ear = surpluses(taught.readings[BEYOND].shares(school.heard(taught, others)))
    joint = np.array([joined(one, float(words[number])) for one, number in zip(by_ear.tolist(), others, strict=True)])
    fine = np.array([lessons[number].kind == KINDS.index(INSIDE) for number in others])
    plain = np.array([lessons[number].made for number in others])
    sure = max(
        float(np.quantile(joint[fine & ~plain], 1 - wronged)),
        float(np.quantile(joint[fine & plain], 1 - PLAINLY_WRONGED)),
    )
    shares = (float((joint[some] > sure).mean()) for some in (~fine & ~plain, fine & ~plain, fine & plain))
    return Found(float(right[:, 0].mean()), float(right.any(axis=1).mean()), sure, *shares)


def apart(school: Hears, lessons: Sequence[Lesson], taught: Taught, ear: Listener, tried: int = 40) -> float:
    """The furthest that the ear's readings of some lessons lie from those in teaching: two pieces of code, one meaning."""
    some = np.linspace(0, len(lessons) - 1, tried).astype(np.int64)
    told = taught.readings[HELPS].logits(school.heard(taught, some))
    heard = np.stack([ear.hear(lessons[number].text).helps for number in some])
    return float(np.abs(told - heard).max())
