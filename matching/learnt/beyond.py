"""What is asked for that no offering may or can serve, heard in words no rule was written for.

Learnt from `seeds/reference/outside_told.csv`: some of it is outside the market, by kind; the rest is fine and merely looks
as if it were not. Beside it stand sentences made of `outside_tasks.csv`: tasks in many ways of asking, and fine ones told
against a background that would not be ("the nurse does her injections, I want someone to walk with me"). The rules in
`matching/outside.py` come first; this hears the rest. Fitted by `alongside fit beyond`.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from matching.knowledge import files
from matching.learnt.softmax import Lesson, Softmax, fit, shares_of
from matching.learnt.word_parts import parts_of
from matching.postings import Floats

INSIDE: Final = "fine"
OTHER: Final = "other"
"""The kind of what is simply not offered here."""
KINDS: Final = (
    INSIDE, "nursing", "illegal", "medical", "childcare", "lawyer", "builder", "vet", "vehicles", "money_and_property", OTHER,
)  # fmt: skip
SEEN_AT_LEAST = 3
"""How many texts must have a part before anything is learnt of it."""
TOLD_COUNTS, MADE_COUNTS, FINE_COUNTS = 2.0, 0.7, 0.5
"""What a sentence written for this counts, what one made of tasks, and what is fine by nature: made so, or a customer's voice."""
WAYS, BACKGROUNDS = 4, 6
"""Ways in which each task is asked, and fine requests put behind each background."""
LESSON: Final = Lesson(steps=120, pace=0.3, penalty=3e-6)
FILE: Final = Path(files.SEEDS) / "fitted" / "beyond.npz"


@dataclass(frozen=True, slots=True)
class Heard:
    """The likeliest kind of thing outside the market, and how much likelier that is than its being inside, in logits."""

    kind: str
    surplus: float
    clearly: float
    """The share of that kind among all that is outside."""


@dataclass(frozen=True)
class Beyond:
    """The fitted model: the parts it knows, what each tells, and how sure it must be."""

    parts: Mapping[str, int]
    rarity: Floats
    model: Softmax
    sure: float
    """The surplus above which few of the needs that only look wrong are caught."""
    of: str
    """The mark of the rows it was fitted on."""

    def hears(self, text: str) -> Heard:
        """What of a text sounds outside the market. Any text is answered."""
        known = [self.parts[part] for part in sorted(parts_of(text)) if part in self.parts]
        worth = self.rarity[known]
        length = float(np.linalg.norm(worth)) or 1.0
        shares = shares_of(self.model.weights[:, known] @ (worth / length) + self.model.bias)
        outside = 1 - float(shares[0])
        surplus = float(np.log((outside + 1e-9) / (float(shares[0]) + 1e-9)))
        return Heard(KINDS[1 + int(shares[1:].argmax())], surplus, float(shares[1:].max() / max(outside, 1e-9)))

    def save(self, file: Path = FILE) -> None:
        """Write the model where the product looks for it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            file,
            parts=np.array("\n".join(self.parts)),
            rarity=self.rarity.astype(np.float16),
            weights=self.model.weights.astype(np.float16),
            bias=self.model.bias,
            sure=np.float32(self.sure),
            of=np.array(self.of),
        )


def rows_to_learn() -> list[tuple[str, str]]:
    """Kind and text of every sentence written for this."""
    return [(row["kind"], row["told"]) for row in files.rows("outside_told.csv")]


SPEAKING: Final = ("carer who speaks {}", "{} speaking helper for my gran", "someone to talk {} with dad")
"""Asking for a language is fine, though it sounds like turning away those who have another."""


def made(rows: Sequence[Mapping[str, str]], languages: Sequence[str]) -> list[tuple[str, str]]:
    """Sentences made of tasks, ways of asking, backgrounds and languages, by kind; the same ones every time."""
    chance = random.Random(1)
    asking = [row["text"] for row in rows if row["where"] == "asking"]
    tasks = [(row["kind"], row["text"]) for row in rows if row["where"] == "task"]
    fine = [task for kind, task in tasks if kind == INSIDE]
    told = [(kind, way.format(task)) for kind, task in tasks for way in chance.sample(asking, WAYS)]
    told += [(INSIDE, way.format(language)) for language in languages for way in SPEAKING]
    for row in rows:
        if row["where"] == "background":
            for _ in range(BACKGROUNDS):
                request = chance.choice(asking).format(chance.choice(fine))
                back = row["text"]
                told.append(
                    (INSIDE, chance.choice((f"{back}, {request}", f"{request}, {back}", f"{back} and {request}")))
                )
    return told


def mark_of(rows: Sequence[tuple[str, str]]) -> str:
    """What a set of rows is known by."""
    return hashlib.sha256("\n".join(f"{kind}|{text}" for kind, text in rows).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def shipped() -> Beyond | None:
    """The model that ships with the product; None where its file is absent, and then the rules stand alone."""
    return load(FILE) if FILE.exists() else None


def load(file: Path) -> Beyond:
    """Read a model that `save` wrote."""
    with np.load(file) as kept:
        parts = str(kept["parts"]).split("\n")
        return Beyond(
            {part: number for number, part in enumerate(parts)},
            kept["rarity"].astype(np.float32),
            Softmax(kept["weights"].astype(np.float32), kept["bias"]),
            float(kept["sure"]),
            str(kept["of"]),
        )


class School:
    """Texts made into rows, so that a model can be fitted on some and tried on the others."""

    def __init__(self, told: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> None:
        """`told` are the sentences written for this, by kind; `others` are made of tasks, or customers' voices."""
        self.told = told
        every = (*told, *others)
        read = [parts_of(text) for _, text in every]
        seen = Counter(part for parts in read for part in parts)
        common = sorted(part for part, times in seen.items() if times >= SEEN_AT_LEAST)
        self.parts = {part: number for number, part in enumerate(common)}
        self.rarity = np.array([np.log(len(read) / seen[part]) for part in common], dtype=np.float32)
        self.rows = np.stack([self._row(parts) for parts in read])
        self.classes = np.array([KINDS.index(kind) for kind, _ in every], dtype=np.int64)
        self.worth = np.where(self.classes > 0, MADE_COUNTS, FINE_COUNTS).astype(np.float32)
        self.worth[: len(told)] = TOLD_COUNTS

    def _row(self, parts: set[str]) -> Floats:
        row = np.zeros(len(self.parts), dtype=np.float32)
        known = [self.parts[part] for part in parts if part in self.parts]
        row[known] = self.rarity[known]
        length = float(np.linalg.norm(row)) or 1.0
        return row / np.float32(length)

    def taught(self, without: Sequence[int] = ()) -> Softmax:
        """A model of all rows but those left out."""
        kept = np.ones(len(self.rows), dtype=np.bool_)
        kept[list(without)] = False
        return fit(self.rows[kept], self.classes[kept], len(KINDS), self.worth[kept], LESSON)

    def surpluses(self, model: Softmax, numbers: Sequence[int]) -> Floats:
        """How much likelier outside than inside some rows are, in logits."""
        shares = model.shares(self.rows[list(numbers)])
        surplus: Floats = np.log((1 - shares[:, 0] + 1e-9) / (shares[:, 0] + 1e-9))
        return surplus


@dataclass(frozen=True, slots=True)
class Examined:
    """How a model does on sentences it was not fitted on."""

    sure: float
    caught: float
    """Share of what is outside that is caught at `sure`."""
    wronged: float
    """Share of what only looks wrong that is caught too."""


def examine(school: School, wronged: float, folds: int = 4) -> Examined:
    """By cross-validation: the surplus at which no more than `wronged` of the fine sentences are caught, and what is caught then."""
    numbers = np.random.default_rng(1).permutation(len(school.told))
    surplus = np.zeros(len(school.told), dtype=np.float32)
    for fold in range(folds):
        tried = numbers[fold::folds]
        surplus[tried] = school.surpluses(school.taught(without=tried.tolist()), tried.tolist())
    fine = school.classes[: len(school.told)] == 0
    sure = float(np.quantile(surplus[fine], 1 - wronged))
    return Examined(sure, float((surplus[~fine] > sure).mean()), float((surplus[fine] > sure).mean()))


def graduate(school: School, sure: float) -> Beyond:
    """The model of all rows, ready to be saved."""
    return Beyond(school.parts, school.rarity, school.taught(), sure, mark_of(school.told))
