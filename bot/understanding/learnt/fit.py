"""Learns the weights from the examples; `python -m bot.understanding.fitting` is the command.

Each example is learnt as written and again with manners before or after it, with letters lost and with an aside before
it, so that none of these decides anything. Softmax regression, small batches, a small penalty on large weights, the same result every time.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.understanding.learnt import UNCLEAR
from bot.understanding.learnt.examples import Example, mark_of
from bot.understanding.learnt.features import features

_BEFORE = str.split(
    "hello |good morning |sorry to bother you but |hi love |please |hiya |excuse me |i hope you are well. |"
    "just a quick one, |hello it's me again |erm |right |well |oh |could you help, |so |ey up |dear all, |"
    "when you have a minute, |don't mean to be a nuisance but |evening |",
    "|",
)
_AFTER = str.split(
    " please| thanks| ta| thank you| if that's ok| if you don't mind| cheers| love| please and thank you|"
    " sorry to be a nuisance| x| many thanks| if it's no trouble| duck| ta very much|",
    "|",
)
_MANNERLESS = frozenset({"yes", "no", "greeting_or_thanks", UNCLEAR})
_TAKES_NO_ASIDE = _MANNERLESS | {"out_of_scope", "raise_concern", "give_feedback"}
_OPEN_TO_ALL = frozenset(
    {"greeting_or_thanks", "talk_to_human", "stop_messages", "change_how_we_talk", "out_of_scope", UNCLEAR}
)
_ROLES = ("customer", "supporter", "provider", "broker")
_VARIANTS, _VARIANT_WEIGHT, _OTHER_ROLE_WEIGHT = 2, 0.4, 0.25
_SEEN_AT_LEAST = 3
_PENALTY, _ROUNDS, _STEP, _AT_ONCE = 1e-4, 20, 0.5, 64

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def varied(told: Sequence[Example], asides: Sequence[Example]) -> list[tuple[Example, float]]:
    """The examples with their variants, and what each counts; an aside alone asks nothing."""
    chance = random.Random(4)
    out = [(aside, _VARIANT_WEIGHT) for aside in asides]
    of_role = {role: [a for a in asides if a.role == role] for role in {a.role for a in asides}}
    for example in told:
        out.append((example, 1.0))
        if example.intent not in _TAKES_NO_ASIDE and of_role.get(example.role):
            aside = chance.choice(of_role[example.role]).text
            out.append((Example(example.role, example.intent, f"{aside} {example.text}"), _VARIANT_WEIGHT))
        if example.intent in _OPEN_TO_ALL:
            others = (role for role in _ROLES if role != example.role)
            out += [(Example(role, example.intent, example.text), _OTHER_ROLE_WEIGHT) for role in others]
        if example.intent not in _MANNERLESS:
            out += [(_variant(example, chance), _VARIANT_WEIGHT) for _ in range(_VARIANTS)]
    return out


def _variant(example: Example, chance: random.Random) -> Example:
    text = example.text
    if chance.random() < 0.6:
        text = chance.choice(_BEFORE) + text[:1].lower() + text[1:]
    if chance.random() < 0.5:
        text = text.rstrip(".!?") + chance.choice(_AFTER)
    if chance.random() < 0.25:
        words = text.split()
        at = chance.randrange(len(words))
        if len(words[at]) > 4:
            lost = chance.randrange(1, len(words[at]) - 1)
            words[at] = words[at][:lost] + words[at][lost + 1 :]
        text = " ".join(words)
    return Example(example.role, example.intent, text)


class _Batch:
    """A few messages as rows of features, each row scaled to one length, for the two products that learning needs."""

    def __init__(self, rows: Sequence[Ints]) -> None:
        lengths = np.array([len(row) for row in rows])
        self.features = np.concatenate(rows)
        self.starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        self.row_of = np.repeat(np.arange(len(rows)), lengths)
        self.scale = np.repeat(1 / np.sqrt(lengths), lengths).astype(np.float32)[:, None]
        self.order = np.argsort(self.features, kind="stable")
        self.touched, self.touched_starts = np.unique(self.features[self.order], return_index=True)

    def times(self, weights: Floats) -> Floats:
        found: Floats = np.add.reduceat(weights[self.features] * self.scale, self.starts, axis=0)
        return found

    def gathered(self, rows: Floats) -> Floats:
        """What each feature that stands in the batch receives from the rows it stands in."""
        spread = (rows[self.row_of] * self.scale)[self.order]
        found: Floats = np.add.reduceat(spread, self.touched_starts, axis=0)
        return found


def _descend(
    rows: Sequence[Ints], targets: Floats, allowed: Flags, counts: Floats, width: int
) -> tuple[Floats, Floats]:
    """Weights and bias, by steps over small batches that shrink for what has moved much (AdaGrad)."""
    weights, bias = np.zeros((width, targets.shape[1]), np.float32), np.zeros(targets.shape[1], np.float32)
    moved, bias_moved = np.full_like(weights, 1e-3), np.full_like(bias, 1e-3)
    chance = np.random.default_rng(4)
    for _ in range(_ROUNDS):
        order = chance.permutation(len(rows))
        for start in range(0, len(order), _AT_ONCE):
            chosen = order[start : start + _AT_ONCE]
            batch = _Batch([rows[at] for at in chosen])
            scores = np.where(allowed[chosen], batch.times(weights) + bias, np.float32(-1e9))
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            wrong = (shares - targets[chosen]) * counts[chosen, None] / len(chosen)
            slope = batch.gathered(wrong) + _PENALTY * weights[batch.touched]
            moved[batch.touched] += slope * slope
            weights[batch.touched] -= _STEP * slope / np.sqrt(moved[batch.touched])
            bias_moved += wrong.sum(axis=0) ** 2
            bias -= _STEP * wrong.sum(axis=0) / np.sqrt(bias_moved)
    return weights, bias


def fit(
    told: Sequence[Example],
    asides: Sequence[Example],
    level: Callable[[str], str],
    open_to: Callable[[str], Sequence[str]],
) -> dict[str, object]:
    """What is kept of the learning: weights as small whole numbers, their scale, and the names of rows and columns.

    `level` gives the levelled text of a message; `open_to` the intents open to a role.
    """
    rows = varied(told, asides)
    found = [features(level(example.text), example.role) for example, _ in rows]
    seen = Counter(f for features_ in found for f in features_)
    known = sorted(f for f, times in seen.items() if times >= _SEEN_AT_LEAST)
    place = {f: at for at, f in enumerate(known)}
    intents = sorted({e.intent for e in told})
    column = {intent: at for at, intent in enumerate(intents)}
    targets = np.zeros((len(rows), len(intents)), np.float32)
    allowed = np.zeros((len(rows), len(intents)), bool)
    for at, (example, _) in enumerate(rows):
        targets[at, column[example.intent]] = 1
        for intent in (*open_to(example.role), example.intent):
            if intent in column:
                allowed[at, column[intent]] = True
    told_rows = [np.array(sorted(place[f] for f in features_ if f in place), np.int64) for features_ in found]
    weights, bias = _descend(told_rows, targets, allowed, np.array([w for _, w in rows], np.float32), len(known))
    scale = np.float32(np.abs(weights).max() / 127)
    return {
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale,
        "bias": bias,
        "known": np.frombuffer("\n".join(known).encode(), np.uint8),
        "intents": np.frombuffer("\n".join(intents).encode(), np.uint8),
        "mark": np.frombuffer(mark_of((*told, *asides)).encode(), np.uint8),
    }


def keep(kept: dict[str, object], file: Path) -> None:
    """Write what was learnt."""
    np.savez_compressed(file, **kept)  # type: ignore[arg-type]
