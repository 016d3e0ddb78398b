"""What is asked for that no offering may or can serve, heard in words no rule was written for.

Learnt from `seeds/reference/outside_told.csv`: some of it is outside the market, by kind; the rest is fine and merely looks
as if it were not. Beside it stand sentences made of `outside_tasks.csv`: tasks in many ways of asking, things in many ways of
wanting them, for whom, where and when; and fine ones told against a background that would not be ("the nurse does her
injections, I want someone to walk with me"). The rules in `matching/outside.py` come first; this hears the rest. Fitted by
`alongside fit beyond`.
"""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from matching.knowledge import files
from matching.learnt.few import Few
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
TOLD_COUNTS, OUTSIDE_COUNTS, PLAIN_COUNTS, VOICE_COUNTS = 2.0, 0.7, 1.0, 0.5
"""What a sentence written for this counts, what one made of a task outside, one made of a plain task, and a customer's voice."""
WAYS, BACKGROUNDS, SLIPPED = 7, 6, 0.3
"""Ways in which each task is asked, fine requests put behind each background, and the share told once more with slips."""
WITH_ENDS, HALF = 2, 0.5
"""How often more a task is asked with for whom, where or when, and the share of requests that say each of the two."""
PLAINLY_WRONGED: Final = 0.002
"""The share of plain requests that may be caught: to be told that cleaning is a crime is worse than a result too many."""
WORDS_COUNT: Final = 0.5
"""What the model of words counts beside the ear."""
LESSON: Final = Lesson(steps=120, pace=0.3, penalty=3e-6)
FILE: Final = Path(files.SEEDS) / "fitted" / "beyond.npz"


@dataclass(frozen=True, slots=True)
class Heard:
    """The likeliest kind of thing outside the market, and how much likelier that is than its being inside, in logits."""

    kind: str
    surplus: float
    clearly: float
    """The share of that kind among all that is outside."""


def heard_in(shares: Floats) -> Heard:
    """What shares over `KINDS` say of what lies outside."""
    outside = 1 - float(shares[0])
    return Heard(
        KINDS[1 + int(shares[1:].argmax())],
        float(surpluses(shares[None, :])[0]),
        float(shares[1:].max() / max(outside, 1e-9)),
    )


def together(by_words: Heard, by_ear: Heard) -> Heard:
    """What words and ear say together; the kind is the ear's."""
    return Heard(by_ear.kind, joined(by_ear.surplus, by_words.surplus), by_ear.clearly)


def joined(by_ear: float, by_words: float) -> float:
    """The surplus of both together."""
    return (by_ear + WORDS_COUNT * by_words) / (1 + WORDS_COUNT)


def surpluses(shares: Floats) -> Floats:
    """How much likelier outside than inside each of many rows of shares is, in logits."""
    found: Floats = np.log((1 - shares[:, 0] + 1e-9) / (shares[:, 0] + 1e-9))
    return found


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
        return heard_in(shares_of(self.model.weights[:, known] @ (worth / length) + self.model.bias))

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


@dataclass(frozen=True, slots=True)
class Made:
    """A sentence made of a task, and the task: all sentences of one are kept aside together."""

    kind: str
    text: str
    task: str


def made(rows: Sequence[Mapping[str, str]], languages: Sequence[str]) -> list[Made]:
    """Sentences made of tasks, ways of asking, backgrounds and languages, by kind; the same ones every time."""
    chance = random.Random(1)
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        listed[row["where"]].append(row["text"])
    tasks = [(row["kind"], row["text"]) for row in rows if row["where"] == "task"]
    things = [(row["kind"], row["text"]) for row in rows if row["where"] == "thing"]
    fine = [task for kind, task in tasks if kind == INSIDE]

    def with_ends(request: str) -> str:
        """Half of all requests say for whom, half say where or when."""
        ends = [chance.choice(listed[end]) for end in ("whom", "tail") if chance.random() < HALF]
        return " ".join((request, *ends))

    told = [Made(kind, way.format(task), task) for kind, task in tasks for way in chance.sample(listed["asking"], WAYS)]
    told += [
        Made(kind, with_ends(way.format(thing)), thing)
        for kind, thing in things
        for way in chance.sample(listed["wanting"], WAYS)
    ]
    told += [
        Made(kind, with_ends(chance.choice(listed["asking"]).format(task)), task)
        for kind, task in tasks
        for _ in range(WITH_ENDS)
    ]
    told += [Made(INSIDE, way.format(language), language) for language in languages for way in SPEAKING]
    told += [Made(one.kind, slipped(one.text, chance), one.task) for one in told if chance.random() < SLIPPED]
    for back in listed["background"]:
        for _ in range(BACKGROUNDS):
            request = chance.choice(listed["asking"]).format(chance.choice(fine))
            way = chance.choice(("{0}, {1}", "{1}, {0}", "{0} and {1}"))
            told.append(Made(INSIDE, way.format(back, request), back))
    return told


def slipped(text: str, chance: random.Random) -> str:
    """The text as a hurried hand types it: a letter left out inside up to two of its longer words."""
    words = text.split()
    longer = [number for number, word in enumerate(words) if len(word) > 4]
    for number in chance.sample(longer, min(2, len(longer))):
        place = chance.randrange(1, len(words[number]) - 1)
        words[number] = words[number][:place] + words[number][place + 1 :]
    return " ".join(words)


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

    def __init__(self, told: Sequence[tuple[str, str]], made: Sequence[Made], voices: Sequence[str]) -> None:
        """`told` are the sentences written for this, by kind; `made` those made of tasks; `voices` customers', all fine."""
        self.told, self.made = told, made
        every = [*told, *((one.kind, one.text) for one in made), *((INSIDE, text) for text in voices)]
        read = [parts_of(text) for _, text in every]
        seen = Counter(part for parts in read for part in parts)
        common = sorted(part for part, times in seen.items() if times >= SEEN_AT_LEAST)
        self.parts = {part: number for number, part in enumerate(common)}
        self.rarity = np.array([np.log(len(read) / seen[part]) for part in common], dtype=np.float32)
        self.rows = Few.of([self._row(parts) for parts in read], len(common))
        self.classes = np.array([KINDS.index(kind) for kind, _ in every], dtype=np.int64)
        self.worth = np.where(self.classes > 0, OUTSIDE_COUNTS, PLAIN_COUNTS).astype(np.float32)
        self.worth[: len(told)], self.worth[len(told) + len(made) :] = TOLD_COUNTS, VOICE_COUNTS

    def _row(self, parts: set[str]) -> tuple[list[int], Floats]:
        known = [self.parts[part] for part in sorted(parts) if part in self.parts]
        worth = self.rarity[known]
        return known, worth / np.float32(float(np.linalg.norm(worth)) or 1.0)

    def taught(self, without: Sequence[int] = ()) -> Softmax:
        """A model of all rows but those left out."""
        kept = np.ones(len(self.rows), dtype=np.bool_)
        kept[list(without)] = False
        return fit(self.rows[kept], self.classes[kept], len(KINDS), self.worth[kept], LESSON)

    def surpluses(self, model: Softmax, numbers: Sequence[int]) -> Floats:
        """How much likelier outside than inside some rows are, in logits."""
        return surpluses(model.shares(self.rows[np.array(numbers, dtype=np.int64)]))


@dataclass(frozen=True, slots=True)
class Examined:
    """How a model does on sentences it was not fitted on."""

    sure: float
    caught: float
    """Share of what is outside that is caught at `sure`."""
    wronged: float
    """Share of what only looks wrong that is caught too."""
    plain: float
    """Share of plain requests, of tasks never seen, that are caught too."""


def examine(school: School, wronged: float, folds: int = 4) -> Examined:
    """By cross-validation over sentences, and over whole tasks: the surplus at which no more than `wronged` of the fine
    sentences and `PLAINLY_WRONGED` of the plain requests are caught, and what is caught then."""
    chance = np.random.default_rng(1)
    written = len(school.told)
    places = {task: int(chance.integers(folds)) for task in dict.fromkeys(one.task for one in school.made)}
    fold_of = np.array([*(chance.permutation(written) % folds), *(places[one.task] for one in school.made)])
    surplus = np.zeros(len(fold_of), dtype=np.float32)
    for fold in range(folds):
        tried = np.flatnonzero(fold_of == fold).tolist()
        surplus[tried] = school.surpluses(school.taught(without=tried), tried)
    outside = school.classes[: len(fold_of)] > 0
    told, plain = surplus[:written], surplus[written:][~outside[written:]]
    sure = max(
        float(np.quantile(told[~outside[:written]], 1 - wronged)), float(np.quantile(plain, 1 - PLAINLY_WRONGED))
    )
    shares = (float((some > sure).mean()) for some in (told[outside[:written]], told[~outside[:written]], plain))
    return Examined(sure, *shares)


def graduate(school: School, sure: float) -> Beyond:
    """The model of all rows, ready to be saved."""
    return Beyond(school.parts, school.rarity, school.taught(), sure, mark_of(school.told))
