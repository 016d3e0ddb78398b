"""Which intent the words speak for, learnt from invented messages and kept in one small file of weights.

A multinomial logistic regression over the features of a message. `python -m bot.understanding.fitting` learns it
again from the examples (half a minute); nothing is learnt or fetched while the product runs.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.understanding.learnt.features import features

WEIGHTS = Path(__file__).with_name("weights.npz")
UNCLEAR = "unclear"
"""What is learnt as an intent of its own though it is none: words from which nothing can be made out."""


class Learnt:
    """Weights by feature and intent."""

    def __init__(
        self,
        weights: npt.NDArray[np.float32],
        bias: npt.NDArray[np.float32],
        known: list[str],
        intents: list[str],
        mark: str = "",
    ) -> None:
        self.weights, self.bias, self.intents, self.mark = weights, bias, intents, mark
        self._row = {feature: row for row, feature in enumerate(known)}
        self._column = {intent: column for column, intent in enumerate(intents)}

    @classmethod
    def load(cls, file: Path = WEIGHTS) -> "Learnt":
        """The weights as kept: whole numbers and one scale."""
        with np.load(file, allow_pickle=False) as kept:
            weights = kept["weights"].astype(np.float32) * kept["scale"]
            known = kept["known"].tobytes().decode().split("\n")
            intents = kept["intents"].tobytes().decode().split("\n")
            return cls(weights, kept["bias"], known, intents, kept["mark"].tobytes().decode())

    def leanings(self, levelled: str, role: str, among: Iterable[str]) -> Mapping[str, float]:
        """How strongly the words lean to each of these intents, as logarithms; only differences have a meaning."""
        rows = [self._row[f] for f in features(levelled, role) if f in self._row]
        sums = self.weights[rows].sum(axis=0) / np.sqrt(max(1, len(rows))) + self.bias
        return {i: float(sums[self._column[i]]) for i in among if i in self._column}


@cache
def kept() -> Learnt:
    """The weights that came with this version, read once."""
    return Learnt.load()
