"""The needs layer: ways of needing something, and the kinds of help that meet it.

A *help* is finer than a kind of support: "something warm to eat in company", not "meals". It has
the words offerings use for it and the words people use who need it, written from knowledge of
social care. A need fires helps by the share of a phrase's meaning that it says; an offering gives
a help when it says so itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from matching.document import Document
from matching.text.meanings import meanings, pairs
from matching.text.words import stem

ENOUGH = 0.5
"""The least share of a phrase's meaning that must be said for it to count."""
SURE = 7.0
"""How much meaning makes a phrase certain: more than one word that no other help uses."""
FIRES = 0.1
"""The least strength of a help that is still used."""
SHARE_POWER, MASS_POWER = 1.2, 1.6
"""How steeply half a phrase, or a phrase of common words, counts less than a whole, telling one."""
SHARPER, SHARPER_OFFERED = 0.9, 0.9
"""How much less than its due a help counts that is less sure than the surest: in needs, in offerings."""
VOICE_OFFERED = 0.5
"""What a customer's phrase counts in an offering's own text."""
WORD_FOR_WORD = 0.8
"""How much a phrase gains from being said in its very words, over being said in scattered ones."""
STRANGER = 0.3
"""What a help counts for an offering none of whose kinds of support it belongs to."""


_FAMILY = frozenset(
    stem(word)
    for word in (
        "mum", "dad", "gran", "husband", "wife", "son", "daughter", "sister", "brother", "grandad", "aunt", "uncle", "niece", "nephew",
        "partner", "person", "people", "man", "woman", "lady", "day", "home", "house", "time", "year", "week", "afternoon", "morning",
        "friday", "sunday", "saturday", "back", "old", "people", "hand", "friend", "neighbour", "start", "live", "work",
    )
)  # fmt: skip
"""Words of so many needs that they tell little of any one."""


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of help, finer than a kind of support."""

    id: str
    label: str
    kinds: Mapping[str, float]
    offered: tuple[str, ...]
    said: tuple[str, ...]
    reason: str
    told: tuple[str, ...] = ()
    """Whole sentences, most of which never name the help; heard by their meaning only."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A help that a text calls for, how surely (0 to 1), and the phrases that told."""

    help: Help
    strength: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    help_id: str
    text: str
    tokens: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    mass: float
    worth: float


def read_helps(
    helps: Iterable[Mapping[str, str]], voices: Iterable[Mapping[str, str]], stories: Iterable[Mapping[str, str]] = ()
) -> list[Help]:
    """Helps from rows of `helps.csv`, `help_voices.csv` and `help_stories.csv`."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for row in voices:
        said[row["help"]].append(row["said"])
    told: defaultdict[str, list[str]] = defaultdict(list)
    for row in stories:
        told[row["help"]].append(row["told"])
    return [
        Help(
            row["id"],
            row["label"],
            {name: float(weight) for name, weight in (part.split(":") for part in row["kinds"].split())},
            tuple(part.strip() for part in row["offered"].split(";") if part.strip()),
            tuple(said[row["id"]]),
            row["reason"],
            tuple(told[row["id"]]),
        )
        for row in helps
    ]


class Layer:
    """All helps, ready to be asked."""

    def __init__(self, helps: Sequence[Help]) -> None:
        self.helps = {help_.id: help_ for help_ in helps}
        texts = [(h.id, text, worth) for h in helps for text, worth in _texts(h)]
        read = [(help_id, text, frozenset(meanings(text)), worth) for help_id, text, worth in texts]
        self._rarity = _rarity([(help_id, tokens) for help_id, _, tokens, _ in read], len(helps))
        self._weights = {token: _weight(token, rarity) for token, rarity in self._rarity.items()}
        self._phrases = [
            _Phrase(help_id, text, tokens, pairs(text), sum(self._weights[token] for token in tokens), worth)
            for help_id, text, tokens, worth in read
            if tokens
        ]
        self._tokens_of: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in self._phrases:
            self._tokens_of[phrase.help_id] |= phrase.tokens
        self._by_token: defaultdict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(self._phrases):
            for token in phrase.tokens:
                self._by_token[token].append(number)
        self._told_by = lru_cache(maxsize=8192)(self._fire)
        """Sentences of offerings come again: in every listing of an agency, and each time one is changed."""

    def phrases(self) -> list[tuple[str, str]]:
        """Every phrase with the help it belongs to."""
        return [(phrase.help_id, phrase.text) for phrase in self._phrases]

    def stories(self) -> list[tuple[str, str]]:
        """Every story with the help it belongs to."""
        return [(help_.id, text) for help_ in self.helps.values() for text in help_.told]

    def knows(self, token: str) -> bool:
        """Whether a token stands anywhere in the layer."""
        return token in self._by_token

    def rarity(self, token: str) -> float:
        """How much a token tells; 0 for one the layer does not have."""
        return self._rarity.get(token, 0.0)

    def shared(self, help_id: str, said: Iterable[str]) -> float:
        """How much of what is said belongs to a help: the rarity of the tokens it has."""
        own = self._tokens_of[help_id]
        return sum(self._weights[token] for token in said if token in own)

    def needed(self, text: str) -> list[Fired]:
        """Helps a need calls for, the surest first."""
        return self._fire(frozenset(meanings(text)), pairs(text))

    def _fire(self, said: frozenset[str], told_pairs: frozenset[tuple[str, str]] | None = None) -> list[Fired]:
        """`told_pairs` are a need's neighbouring words; None for an offering's text, where customers' phrases count less."""
        matched: defaultdict[int, float] = defaultdict(float)
        for token in said:
            weight = self._weights.get(token, 0.0)
            for number in self._by_token.get(token, ()):
                matched[number] += weight
        told: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        for number, mass in matched.items():
            phrase = self._phrases[number]
            share = mass / phrase.mass
            if share >= ENOUGH:
                worth = self._worth(phrase, told_pairs)
                told[phrase.help_id].append(
                    (worth * share**SHARE_POWER * min(1.0, mass / SURE) ** MASS_POWER, phrase.text)
                )
        fired = [self._together(help_id, sorted(found, reverse=True)) for help_id, found in told.items()]
        return _sharper(fired, SHARPER_OFFERED if told_pairs is None else SHARPER)

    def _worth(self, phrase: _Phrase, told_pairs: frozenset[tuple[str, str]] | None) -> float:
        if told_pairs is None:
            return phrase.worth if phrase.worth < 1 else VOICE_OFFERED
        word_for_word = len(phrase.pairs & told_pairs) / len(phrase.pairs) if phrase.pairs else 0.5
        return phrase.worth * (1 - WORD_FOR_WORD / 2 + WORD_FOR_WORD * word_for_word)

    def _together(self, help_id: str, told: list[tuple[float, str]]) -> Fired:
        """One help's phrases taken together: the best counts in full, the next ones less."""
        strength, weight = 0.0, 1.0
        for worth, _ in told[:4]:
            strength += (1 - strength) * worth * weight
            weight *= 0.45
        return Fired(self.helps[help_id], min(1.0, strength), tuple(text for _, text in told[:3]))

    def offered(self, document: Document, kinds: Sequence[str]) -> dict[str, float]:
        """Which helps an offering gives by its own words, and how surely."""
        found: dict[str, float] = {}
        for where, tokens in ((1.0, document.heading), *((0.75, sentence) for sentence in document.meant)):
            for fired in self._told_by(frozenset(tokens)):
                shared = any(kind in fired.help.kinds for kind in kinds)
                strength = fired.strength * where * (1.0 if shared else STRANGER)
                before = found.get(fired.help.id, 0.0)
                found[fired.help.id] = before + (1 - before) * strength * (0.5 if before else 1.0)
        most = max(found.values(), default=1.0)
        sharp = {help_id: strength * (strength / most) ** SHARPER_OFFERED for help_id, strength in found.items()}
        return {help_id: strength for help_id, strength in sharp.items() if strength >= FIRES}


def _sharper(fired: list[Fired], power: float) -> list[Fired]:
    """The surest first; what is far less sure than the surest counts still less."""
    most = max((f.strength for f in fired), default=1.0)
    sharp = [replace(f, strength=f.strength * (f.strength / most) ** power) for f in fired]
    return sorted((f for f in sharp if f.strength >= FIRES), key=lambda f: (-f.strength, f.help.id))


def _weight(token: str, rarity: float) -> float:
    if token in _FAMILY:
        return rarity * 0.3
    # Said as something lost, a word tells more than the bare word, but it is the same word.
    return rarity * (0.4 if token.startswith("no~") else 1.0)


def _texts(help_: Help) -> Iterable[tuple[str, float]]:
    yield help_.label, 0.9
    yield from ((text, 0.9) for text in help_.offered)
    yield from ((text, 1.0) for text in help_.said)


def _rarity(read: Sequence[tuple[str, frozenset[str]]], helps: int) -> dict[str, float]:
    having: defaultdict[str, set[str]] = defaultdict(set)
    for help_id, tokens in read:
        for token in tokens:
            having[token].add(help_id)
    return {token: log(1 + helps / len(owners)) for token, owners in having.items()}
