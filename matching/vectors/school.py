"""Teaching a way up: layers of the encoder, bent by narrow matrices, to tell things of a sentence.

For makers, by `./dev fit ear` and `./dev fit alarm`: it needs jax, which nothing else here does and nobody who only searches
has. The layers below those that are bent stand still: every sentence goes through them once.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from matching.learnt.softmax import Softmax
from matching.postings import Floats
from matching.vectors.bearing import CONTRAST
from matching.vectors.minilm import HEADS, WIDTH, Layer, MiniLM
from matching.vectors.taught import LONGEST, PRODUCTS, Taught

RANK: Final = 16
"""How narrow the matrices are."""
AT_ONCE: Final = 64
LENGTHS: Final = (10, 14, 20, 26, 34, 48, LONGEST)
"""Sentences of like length are taught together, filled up to one of these."""
PACE, PACE_READING = 2e-3, 2e-2
"""How fast the bends and the readings learn, at the most."""
WARMING: Final = 60
"""Steps until they learn so fast."""
FORGOTTEN: Final = 0.1
"""The share of numbers left out at each look, so that no single one is leant on."""
BENDING: Final = 1e-4
"""What bending costs."""
SELDOM: Final = 0.45
"""The share of what is heard seldom that is heard in each round."""
NOT_ASKED: Final = -1
"""Stands for the answer of a sentence that a question is not asked of."""

Values = dict[str, Any]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Question:
    """One thing to be told of the sentences."""

    name: str
    answers: int
    """How many there are."""
    truths: Numbers
    """The right one for each sentence, or `NOT_ASKED`."""
    worth: Floats
    """What each sentence counts in it."""
    smooth: float
    """The share of a sentence's truth that is spread over all answers: borders are not sharp."""
    counts: float = 1.0
    """What it counts beside other questions."""
    from_means: bool = False
    """Whether it starts from what the sentences of each answer have in common: for many answers with few sentences each."""


class Hears(Protocol):
    """Whoever can say what comes out above for some of the sentences: a school, or what stands in for one."""

    def heard(self, taught: Taught, numbers: Numbers) -> Floats:
        """A row for each."""


class School:
    """An encoder and the lessons, gone through the layers that stand still."""

    def __init__(
        self,
        encoder: MiniLM,
        texts: Sequence[str],
        questions: Sequence[Question],
        of: str,
        bent: Sequence[int],
        seldom: Numbers | None = None,
    ) -> None:
        """`of` is what the sentences are known by; the layers `bent` are one after the other up to the last; `seldom` marks
        sentences that are many and alike, with ones."""
        self.encoder, self.texts, self.questions, self.of, self.bent = encoder, texts, questions, of, bent
        tokens = [encoder.tokens(one)[:LONGEST] for one in texts]
        self._lengths = np.array([len(one) for one in tokens])
        self._starts = np.concatenate([[0], np.cumsum(self._lengths)])
        self._states = np.zeros((int(self._starts[-1]), WIDTH), dtype=np.float16)
        for length in np.unique(self._lengths):
            for some in _runs(np.flatnonzero(self._lengths == length), AT_ONCE):
                rows = encoder.below(np.array([tokens[number] for number in some]), bent[0]).reshape(
                    len(some), length, WIDTH
                )
                for number, row in zip(some, rows, strict=True):
                    self._states[self._starts[number] : self._starts[number + 1]] = row
        self._bucket = np.array([next(most for most in LENGTHS if length <= most) for length in self._lengths])
        self._seldom = np.zeros(len(texts), dtype=bool) if seldom is None else seldom.astype(bool)
        self._still = _still(encoder.layers, bent)

    def teach(self, rounds: float, without: Numbers, say: Callable[[str], None], sure: float = 0.0) -> Taught:
        """What is learnt of all lessons but some, each heard about `rounds` times; `say` is told how it goes."""
        import jax

        jnp = jax.numpy
        kept = np.setdiff1d(np.arange(len(self.texts)), without)
        chance = np.random.default_rng(1)
        values: Values = {}
        for layer in self.bent:
            for product in PRODUCTS:
                wide, high = self._still[f"{layer}.{product}.weights"].shape
                values[f"{layer}.{product}.first"] = jnp.asarray(
                    chance.normal(size=(wide, RANK)).astype(np.float32) / math.sqrt(wide)
                )
                values[f"{layer}.{product}.second"] = jnp.zeros((RANK, high))
        for asked in self.questions:
            values |= {asked.name: jnp.zeros((WIDTH, asked.answers)), f"{asked.name}.bias": jnp.zeros(asked.answers)}
            if asked.from_means:
                values[asked.name] = jnp.asarray(self._means(values, asked, kept))
        first = {name: jnp.zeros_like(value) for name, value in values.items()}
        second = dict(first)
        slopes = jax.jit(jax.value_and_grad(self._wrong))
        step = jax.jit(_step)
        steps = int(rounds * sum(1 for _ in self._batches(kept, np.random.default_rng(0))))
        key, lost = jax.random.PRNGKey(0), 0.0
        for number, (most, some) in enumerate(self._endless(kept, steps), start=1):
            key, forgets = jax.random.split(key)
            truths = [(asked.truths[some], asked.worth[some]) for asked in self.questions]
            wrong, slope = slopes(values, *self._filled(some, most), truths, forgets)
            pace = min(1.0, number / WARMING) * max(0.02, 1 - number / steps)
            values, first, second = step(values, first, second, slope, number, pace)
            lost += float(wrong)
            if number % 200 == 0:
                say(f"{number} of {steps} looks, wrong by {lost / 200:.2f}")
                lost = 0.0
        return self._taught(values, sure)

    def heard(self, taught: Taught, numbers: Numbers) -> Floats:
        """The rows that come out above for some lessons."""
        values: Values = {}
        for name, (one, two) in taught.bends.items():
            values |= {f"{name}.first": one, f"{name}.second": two}
        return self._rows(values, numbers)

    def _taught(self, values: Values, sure: float) -> Taught:
        own = {name: np.asarray(value, dtype=np.float32) for name, value in values.items()}
        names = [f"{layer}.{product}" for layer in self.bent for product in PRODUCTS]
        return Taught(
            {name: (own[f"{name}.first"], own[f"{name}.second"]) for name in names},
            {asked.name: Softmax(own[asked.name].T, own[f"{asked.name}.bias"]) for asked in self.questions},
            sure,
            self.encoder.name,
            self.of,
        )

    def _means(self, values: Values, asked: Question, kept: Numbers) -> Floats:
        """A start for a question: the middle of each answer's sentences, as they come out above untaught."""
        some = kept[asked.truths[kept] != NOT_ASKED]
        heard, owners = self._rows(values, some), asked.truths[some]
        means = np.stack([heard[owners == number].mean(axis=0) for number in range(asked.answers)])
        start: Floats = (CONTRAST * means / np.linalg.norm(means, axis=1, keepdims=True)).T
        return start

    def _rows(self, values: Values, numbers: Numbers) -> Floats:
        import jax

        above = jax.jit(self._above)
        out = np.zeros((len(numbers), WIDTH), dtype=np.float32)
        for most in LENGTHS:
            for some in _runs(np.flatnonzero(self._bucket[numbers] == most), AT_ONCE):
                filled = np.concatenate([some, np.repeat(some[-1:], AT_ONCE - len(some))])
                out[some] = np.asarray(above(values, *self._filled(numbers[filled], most)))[: len(some)]
        return out

    def _filled(self, numbers: Numbers, most: int) -> tuple[Floats, Floats]:
        """The states of some lessons, filled up to one length, and which of them are there."""
        rows = np.zeros((len(numbers), most, WIDTH), dtype=np.float32)
        there = np.zeros((len(numbers), most), dtype=np.float32)
        for place, number in enumerate(numbers):
            own = self._states[self._starts[number] : self._starts[number + 1]]
            rows[place, : len(own)], there[place, : len(own)] = own, 1
        return rows, there

    def _batches(self, kept: Numbers, chance: np.random.Generator) -> Iterator[tuple[int, Numbers]]:
        heard = kept[~self._seldom[kept] | (chance.random(len(kept)) < SELDOM)]
        runs = [
            (most, some)
            for most in LENGTHS
            for some in _runs(chance.permutation(heard[self._bucket[heard] == most]), AT_ONCE)
            if len(some) == AT_ONCE
        ]
        return (runs[place] for place in chance.permutation(len(runs)))

    def _endless(self, kept: Numbers, steps: int) -> Iterator[tuple[int, Numbers]]:
        number = 0
        while True:
            for batch in self._batches(kept, np.random.default_rng(100 + number)):
                if steps == 0:
                    return
                steps -= 1
                yield batch
            number += 1

    def _above(self, values: Values, rows: Any, there: Any) -> Any:
        """`MiniLM.up` with the bends, for sentences filled up to one length."""
        import jax

        jnp, still = jax.numpy, self._still

        def product(layer: int, name: str, state: Any) -> Any:
            own = f"{layer}.{name}"
            return (
                state @ still[f"{own}.weights"]
                + still[f"{own}.bias"]
                + (state @ values[f"{own}.first"]) @ values[f"{own}.second"]
            )

        def norm(layer: int, name: str, state: Any) -> Any:
            state = state - state.mean(-1, keepdims=True)
            spread = jnp.sqrt((state * state).mean(-1, keepdims=True) + 1e-12)
            return state / spread * still[f"{layer}.{name}.scale"] + still[f"{layer}.{name}.shift"]

        count, most, _ = rows.shape
        state = rows
        for layer in self.bent:
            seen = product(layer, "seen", state).reshape(count, most, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
            attention = seen[0] @ seen[1].transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
            attention = jax.nn.softmax(attention + jnp.where(there, 0.0, -1e9)[:, None, None, :], -1)
            told = (attention @ seen[2]).transpose(0, 2, 1, 3).reshape(count, most, WIDTH)
            state = norm(layer, "spoken_norm", product(layer, "spoken", told) + state)
            wide = product(layer, "wide", state)
            wide = 0.5 * wide * (1 + jax.lax.erf(wide / math.sqrt(2)))
            state = norm(layer, "narrow_norm", product(layer, "narrow", wide) + state)
        mean = (state * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        return mean / jnp.linalg.norm(mean, axis=1, keepdims=True)

    def _wrong(self, values: Values, rows: Any, there: Any, truths: Any, key: Any) -> Any:
        import jax

        jnp = jax.numpy
        heard = self._above(values, rows, there)
        heard = heard * jax.random.bernoulli(key, 1 - FORGOTTEN, heard.shape) / (1 - FORGOTTEN)
        wrong = BENDING * sum(
            (value**2).sum() for name, value in values.items() if name.endswith((".first", ".second"))
        )
        for asked, (truth, worth) in zip(self.questions, truths, strict=True):
            shares = jax.nn.log_softmax(heard @ values[asked.name] + values[f"{asked.name}.bias"])
            right = jnp.take_along_axis(shares, jnp.maximum(truth, 0)[:, None], 1)[:, 0]
            missed = -((1 - asked.smooth) * right + asked.smooth * shares.mean(1))
            share = worth * (truth != NOT_ASKED)
            wrong += asked.counts * (missed * share).sum() / jnp.maximum(share.sum(), 1e-6)
        return wrong


def _step(
    values: Values, first: Values, second: Values, slopes: Values, number: Any, pace: Any
) -> tuple[Values, Values, Values]:
    """One step of Adam."""
    moved, mean, spread = {}, {}, {}
    for name, value in values.items():
        mean[name] = 0.9 * first[name] + 0.1 * slopes[name]
        spread[name] = 0.999 * second[name] + 0.001 * slopes[name] ** 2
        way = mean[name] / (1 - 0.9**number) / ((spread[name] / (1 - 0.999**number)) ** 0.5 + 1e-8)
        own = PACE if name.endswith((".first", ".second")) else PACE_READING
        moved[name] = value - own * pace * way
    return moved, mean, spread


def _still(layers: Sequence[Layer], bent: Sequence[int]) -> Mapping[str, Floats]:
    """The numbers of the bent layers that stay as they are, by name."""
    found: dict[str, Floats] = {}
    for number in bent:
        for product in PRODUCTS:
            own = getattr(layers[number], product)
            found |= {f"{number}.{product}.weights": own.weights, f"{number}.{product}.bias": own.bias}
        for norm in ("spoken_norm", "narrow_norm"):
            own = getattr(layers[number], norm)
            found |= {f"{number}.{norm}.scale": own.scale, f"{number}.{norm}.shift": own.shift}
    return found


def _runs(numbers: Numbers, most: int) -> Iterator[Numbers]:
    edges = [*range(0, len(numbers), most), len(numbers)]
    return (numbers[start:end] for start, end in pairwise(edges) if end > start)
