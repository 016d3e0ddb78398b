"""What the alarm is taught with, and how it is tried on what it was not taught, beside the words."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.understanding.fitting_danger import ORDINARY_COUNTS, Told
from matching.learnt.beyond import mark_of
from matching.plain import fold
from matching.postings import Floats
from matching.signs.leaning import WITH_MEANING, WORDS_COUNT, Alarm
from matching.signs.learnt import leaning_by
from matching.vectors.alarm import DANGER
from matching.vectors.school import Hears, Numbers, Question
from matching.vectors.taught import Taught

SMOOTH = 0.03
RUN, ASIDE_OF = 10, 7
"""How many neighbours go together, for they were written as families, and of how many runs one is kept aside."""


def questions(told: Sequence[Told]) -> tuple[Question]:
    """What the school asks: danger or not."""
    worth = np.array([one.counts for one in told], dtype=np.float32)
    return (Question(DANGER, 2, np.array([int(one.danger) for one in told]), worth, SMOOTH),)


def mark(told: Sequence[Told]) -> str:
    """What the messages are known by: those written to tell danger by. The bot's own examples stand beside them as ordinary
    ones, change oftener and count for less: a few more of them are no reason to teach anew."""
    return mark_of([(str(one.danger), one.text) for one in told if one.counts > ORDINARY_COUNTS])


def kept_aside(told: Sequence[Told]) -> Numbers:
    """Messages to try it on: whole runs of what was written together."""
    return np.flatnonzero([(number // RUN) % ASIDE_OF == 3 for number in range(len(told))])


def examine(
    school: Hears, told: Sequence[Told], taught: Taught, aside: Numbers, words: Mapping[str, float]
) -> list[str]:
    """How words and alarm together do at each bar, in sentences; `words` are the weights learnt without these messages."""
    far = _leanings(school, taught, aside) + WORDS_COUNT * np.array(
        [leaning_by(words, fold(told[number].text)) for number in aside]
    )
    danger = np.array([told[number].danger for number in aside])
    plain = np.array([told[number].counts == ORDINARY_COUNTS for number in aside])
    lines = []
    for name, bar in (("perhaps", WITH_MEANING.perhaps), ("likely", WITH_MEANING.likely),
                      ("in a need", WITH_MEANING.in_a_need), ("plainly", WITH_MEANING.plainly)):  # fmt: skip
        heard, near, ordinary = ((far[some] >= bar).mean() for some in (danger, ~danger & ~plain, ~danger & plain))
        lines.append(
            f"Kept aside, {name} ({bar}): {heard:.1%} of danger heard, {near:.1%} of what is near it, {ordinary:.2%} of the rest."
        )
    lines.append(f"Below {WITH_MEANING.denied}: {(far[danger] < WITH_MEANING.denied).mean():.2%} of danger.")
    return lines


def apart(school: Hears, told: Sequence[Told], taught: Taught, alarm: Alarm, tried: int = 40) -> float:
    """The furthest that the alarm lies from what it says in teaching, over some messages: two pieces of code, one meaning."""
    some = np.linspace(0, len(told) - 1, tried).astype(np.int64)
    heard = np.array([alarm(told[number].text) or 0.0 for number in some])
    return float(np.abs(_leanings(school, taught, some) - heard).max())


def _leanings(school: Hears, taught: Taught, numbers: Numbers) -> Floats:
    logits = taught.readings[DANGER].logits(school.heard(taught, numbers))
    far: Floats = logits[:, 1] - logits[:, 0]
    return far
