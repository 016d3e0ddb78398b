"""Learns the words of danger again, beside the intents: see `bot.understanding.fitting`, which is the command.

It stands here because ordinary messages of the market, which danger is told apart from, are the bot's examples.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.plain import fold
from matching.signs import weights as kept_weights
from matching.signs.learnt import SCALE, features
from matching.signs.told_danger import TOLD_DANGER
from matching.signs.told_danger_more import TOLD_DANGER_MORE
from matching.signs.told_harmless import TOLD_HARMLESS
from matching.signs.told_harmless_more import TOLD_HARMLESS_MORE
from matching.signs.told_ordinary import TOLD_ORDINARY

_FOLDER = Path(__file__).parent / "learnt" / "danger"
_ROUNDS, _STEP, _PENALTY, _SEEN_AT_LEAST = 12, 0.4, 1e-4, 2
_ORDINARY_COUNTS, _DANGER_SHARE = 0.5, 0.5
_WORTH_KEEPING = 116
"""Hundredths below which a weight is left out."""


@dataclass(frozen=True)
class Told:
    """The features of a message, whether it tells of danger, and what it counts."""

    features: frozenset[str]
    danger: bool
    counts: float


def told_messages(ordinary: Iterable[str]) -> list[Told]:
    """Every message that danger is learnt from; `ordinary` are messages of the market besides those told for it."""
    rows = [
        line.split("|", 1)
        for file in sorted(_FOLDER.glob("*.txt"))
        for line in _lines(file.read_text(encoding="utf-8"))
    ]
    dangers = [*_lines(TOLD_DANGER, TOLD_DANGER_MORE), *(text for mark, text in rows if mark == "D")]
    harmless = [*_lines(TOLD_HARMLESS, TOLD_HARMLESS_MORE), *(text for mark, text in rows if mark == "N")]
    plain = (*TOLD_ORDINARY.strip().splitlines(), *ordinary)
    return [
        *(Told(features(fold(t)), True, 1.0) for t in dangers),
        *(Told(features(fold(t)), False, 1.0) for t in harmless),
        *(Told(features(fold(t)), False, _ORDINARY_COUNTS) for t in plain),
    ]


def _lines(*texts: str) -> list[str]:
    return [line for text in texts for line in text.strip().splitlines() if not line.startswith("#")]


def fit_danger(told: Sequence[Told]) -> dict[str, float]:
    """Weight by feature, and the bias under "". One message at a time, in an order that is the same every time."""
    seen = Counter(f for t in told for f in t.features)
    rows = [[*sorted(f for f in t.features if seen[f] >= _SEEN_AT_LEAST), ""] for t in told]
    quiet, loud = (sum(t.counts for t in told if t.danger is d) for d in (False, True))
    more = quiet / loud * _DANGER_SHARE
    weights: dict[str, float] = {}
    moved: dict[str, float] = {}
    chance = random.Random(1)
    order = list(range(len(told)))
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for at in order:
            row, one = rows[at], told[at]
            scale = 1 / math.sqrt(len(row))
            share = 1 / (1 + math.exp(-sum(weights.get(f, 0.0) for f in row) * scale))
            pull = (share - one.danger) * one.counts * (more if one.danger else 1.0) * scale
            for f in row:
                slope = pull + _PENALTY * weights.get(f, 0.0)
                moved[f] = moved.get(f, 1e-3) + slope * slope
                weights[f] = weights.get(f, 0.0) - _STEP * slope / math.sqrt(moved[f])
    return weights


def keep_danger(weights: dict[str, float], folder: Path = Path(kept_weights.__file__).parent) -> int:
    """Write the weights as text in code, in two files of half each; gives how many were worth keeping."""
    whole = {f: round(w * SCALE) for f, w in weights.items()}
    kept = [f"{f}:{w}" for f, w in sorted(whole.items()) if not f or abs(w) >= _WORTH_KEEPING]
    half = len(kept) // 2
    for file, of in (("weights.py", kept[:half]), ("weights_more.py", kept[half:])):
        text = "|".join(of)
        lines = [text[at : at + 130] for at in range(0, len(text), 130)]
        told = '"""How far each word, pair, kind or beginning leans to danger, in hundredths: by `bot.understanding.fitting`."""'
        body = "".join(f'    "{line}"\n' for line in lines)
        (folder / file).write_text(f"{told}\n\nWEIGHTS = (\n{body})\n", encoding="utf-8")
    return len(kept)
