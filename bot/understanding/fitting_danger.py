"""What danger is learnt from, and its words learnt again: see `bot.understanding.fitting`, which is the command.

It stands here because ordinary messages of the market, which danger is told apart from, are the bot's examples. The alarm
(`matching/vectors/alarm.py`) is taught with the same messages, by `alongside fit alarm`.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.plain import fold
from matching.signs.learnt import FOLDER, SCALE, features
from matching.signs.told_danger import TOLD_DANGER
from matching.signs.told_danger_more import TOLD_DANGER_MORE
from matching.signs.told_harmless import TOLD_HARMLESS
from matching.signs.told_harmless_more import TOLD_HARMLESS_MORE
from matching.signs.told_ordinary import TOLD_ORDINARY

_FOLDER = Path(__file__).parent / "learnt" / "danger"
_ROUNDS, _STEP, _PENALTY, _SEEN_AT_LEAST = 12, 0.4, 1e-4, 2
ORDINARY_COUNTS, _DANGER_SHARE = 0.5, 0.5
_WORTH_KEEPING = 116
"""Hundredths below which a weight is left out."""
_WIDE, _LONG = 130, 280
"""Letters in a line and lines in a file of the weights: a file of ours has at most 300."""


@dataclass(frozen=True)
class Told:
    """A message, whether it tells of danger, and what it counts."""

    text: str
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
        *(Told(t, True, 1.0) for t in dangers),
        *(Told(t, False, 1.0) for t in harmless),
        *(Told(t, False, ORDINARY_COUNTS) for t in plain),
    ]


def _lines(*texts: str) -> list[str]:
    return [line for text in texts for line in text.strip().splitlines() if not line.startswith("#")]


def fit_danger(told: Sequence[Told]) -> dict[str, float]:
    """Weight by feature, and the bias under "". One message at a time, in an order that is the same every time."""
    found = [features(fold(t.text)) for t in told]
    seen = Counter(f for some in found for f in some)
    rows = [[*sorted(f for f in some if seen[f] >= _SEEN_AT_LEAST), ""] for some in found]
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


def keep_danger(weights: dict[str, float], folder: Path = FOLDER) -> int:
    """Write the weights as text in code, in as many files as it takes; gives how many were worth keeping."""
    whole = {f: round(w * SCALE) for f, w in weights.items()}
    kept = [f"{f}:{w}" for f, w in sorted(whole.items()) if not f or abs(w) >= _WORTH_KEEPING]
    text = "|".join(kept)
    lines = [f'    "{text[at : at + _WIDE]}"\n' for at in range(0, len(text), _WIDE)]
    for old in folder.glob("part_*.py"):
        old.unlink()
    told = '"""How far each word, pair, kind or beginning leans to danger, in hundredths: by `bot.understanding.fitting`."""'
    parts = [lines[at : at + _LONG] for at in range(0, len(lines), _LONG)]
    for number, part in enumerate(parts, start=1):
        (folder / f"part_{number}.py").write_text(f"{told}\n\nTEXT = (\n{''.join(part)})\n", encoding="utf-8")
    names = [f"part_{number}" for number in range(1, len(parts) + 1)]
    (folder / "__init__.py").write_text(
        f"{told}\n\nfrom matching.signs.weights import {', '.join(names)}\n\n"
        f"WEIGHTS = {' + '.join(f'{name}.TEXT' for name in names)}\n",
        encoding="utf-8",
    )
    return len(kept)
