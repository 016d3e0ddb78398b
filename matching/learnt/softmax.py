"""Multinomial logistic regression in plain numpy: which of several classes a row of numbers belongs to.

One piece of code for everything that is learnt here. Fitting is for makers (`alongside fit`), and gives the same numbers
whenever it is run again on the same rows; applying is one product of matrices.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.learnt.few import Few
from matching.postings import Floats

MOMENTUM, SPREAD = 0.9, 0.999
"""Of Adam, as its authors give them."""


@dataclass(frozen=True, slots=True)
class Softmax:
    """A fitted model: a row of weights and a number to start from for each class."""

    weights: Floats
    """Classes by width."""
    bias: Floats

    def logits(self, rows: Floats | Few) -> Floats:
        """How strongly each row speaks for each class."""
        spoken: Floats = _spoken(rows, self.weights) + self.bias
        return spoken

    def shares(self, rows: Floats | Few) -> Floats:
        """The probability of each class for each row; the classes of one row add up to 1."""
        return shares_of(self.logits(rows))


def shares_of(logits: Floats) -> Floats:
    """Probabilities from logits, row by row."""
    spread = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = (spread / spread.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares


def _spoken(rows: Floats | Few, weights: Floats) -> Floats:
    return rows.spoken(weights) if isinstance(rows, Few) else rows @ weights.T


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a model is fitted."""

    steps: int = 100
    pace: float = 0.05
    penalty: float = 1e-5
    """What large weights cost."""
    smoothing: float = 0.0
    """The share of each row's truth that is spread over all classes, so that nothing is ever quite certain."""


def fit(
    rows: Floats | Few,
    classes: npt.NDArray[np.int64],
    count: int,
    worth: Floats,
    lesson: Lesson,
    start: Floats | None = None,
) -> Softmax:
    """Weights under which `rows` speak for their `classes` (numbers below `count`); `worth` is what each row counts."""
    weights = (
        np.zeros((count, rows.width if isinstance(rows, Few) else rows.shape[1]), dtype=np.float32)
        if start is None
        else start.copy()
    )
    bias = np.zeros(count, dtype=np.float32)
    truth = np.full((len(rows), count), lesson.smoothing / count, dtype=np.float32)
    truth[np.arange(len(rows)), classes] += 1 - lesson.smoothing
    share = (worth / worth.mean() / len(rows)).astype(np.float32)[:, None]
    first = [np.zeros_like(weights), np.zeros_like(bias)]
    second = [np.zeros_like(weights), np.zeros_like(bias)]
    for step in range(1, lesson.steps + 1):
        wrong = (shares_of(_spoken(rows, weights) + bias) - truth) * share
        gathered = rows.gathered(wrong) if isinstance(rows, Few) else wrong.T @ rows
        slopes = (gathered + np.float32(lesson.penalty) * weights, wrong.sum(axis=0))
        pace = lesson.pace * (1 - (step - 1) / lesson.steps)
        for number, (value, slope) in enumerate(zip((weights, bias), slopes, strict=True)):
            first[number] = MOMENTUM * first[number] + (1 - MOMENTUM) * slope
            second[number] = SPREAD * second[number] + (1 - SPREAD) * slope**2
            way = first[number] / (1 - MOMENTUM**step)
            value -= (pace * way / (np.sqrt(second[number] / (1 - SPREAD**step)) + 1e-9)).astype(np.float32)
    return Softmax(weights, bias)
