"""A need, read: the words that count, the help it calls for, the limits it states."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from matching.constraints.area import Place, districts_of, find_area
from matching.constraints.found import NOTHING_STATED, Constraints
from matching.constraints.lift import lift
from matching.constraints.price import without_thrift
from matching.knowledge.library import Knowledge
from matching.knowledge.needs import Fired
from matching.parts import Part, parts_of
from matching.places import Gazetteer
from matching.postings import Floats
from matching.text.meanings import root
from matching.text.same import together
from matching.text.sound_alikes import heard_right
from matching.text.spelling import Speller
from matching.text.words import clean, is_content, stem, words
from matching.vectors.ear import Listened

_TIME_AND_MEASURE: Final = """
monday tuesday wednesday thursday friday saturday sunday week weeks weekly weekday weekdays weekend month year
years hour hours minute day days morning mornings afternoon afternoons evening evenings time times two three
four five six seven eight twice pound pounds max budget old person people man woman lady male female near
local live living home house long short little big great able best better last next early late new available
person client possible soon tomorrow tonight mum dad husband wife son daughter sister brother mother father
"""
WEAK = 0.25
"""What a word of time or measure counts: limits have been lifted already."""
EVERYDAY = 0.6
"""What the commonest of English words counts ("keep", "eye", "room") beside one that tells much: a small catalogue may have it
seldom, and it would seem to tell what it does not."""

_WEAK_WORDS: Final = frozenset(stem(word) for word in _TIME_AND_MEASURE.split())
_DENIED: Final = re.compile(
    r"\b(?:(?:don't|doesn't|didn't|do not|does not) (?:want|need|like|fancy)|not(?: in)? an?|"
    r"rather than|instead of|hates?|refuses|anything but|no more|but not)\s+((?:[\w'-]+\s*){1,3})",
    re.IGNORECASE,
)
_TYPED: Final = re.compile(r"[A-Za-z][A-Za-z']+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the matcher made of a need's text."""

    text: str
    """As read: shorthand opened, spelling repaired, places taken out."""
    terms: dict[str, float]
    helps: tuple[Fired, ...] = ()
    """What it calls for, the surest first."""
    surest: float = 0.0
    """How surely any help was called for by what was said, or by what that is like. What the whole is about says nothing of
    this: anything is taken to be about something."""
    constraints: Constraints = NOTHING_STATED
    repaired: tuple[tuple[str, str], ...] = ()
    """Words put right: as typed, as read."""
    understood: float = 1.0
    """The share of what was said that this field has words for, the telling words counting most."""
    vector: Floats | None = None
    """What it means as a whole, where there is an encoder."""
    about: Floats | None = None
    """Which helps that meaning is about: a unit row over them, where there is a model for the encoder."""
    listened: Listened | None = None
    """What the ear heard, where there is one."""
    parts: tuple[Part, ...] = ()
    """The several needs it tells, where it tells several."""
    not_understood: tuple[str, ...] = ()
    """Words that neither the catalogue, the knowledge nor common English has."""


def read_need(
    text: str, *, knowledge: Knowledge, gazetteer: Gazetteer, today: date, in_catalogue: Callable[[str], bool]
) -> Asked:
    """Read a need. Any text is answered: empty, endless, in another language or full of markup.

    `in_catalogue` says whether any offering has a stem, so that its words are not "repaired".
    """
    read = _read(text, knowledge, gazetteer, in_catalogue)
    rest = read.rest
    constraints = lift(
        rest,
        area=districts_of(read.places),
        area_name=" and ".join(dict.fromkeys(place.name for place in read.places)),
        today=today,
        languages=knowledge.languages,
    )
    helps = tuple(knowledge.helps_needed(rest))
    return Asked(
        text=rest,
        terms=_terms(rest, knowledge.telling),
        helps=helps,
        surest=surest_of(helps),
        constraints=constraints,
        repaired=read.repaired,
        understood=_understood(rest, knowledge, in_catalogue),
        parts=parts_of(rest, knowledge.helps_needed),
        not_understood=tuple(
            dict.fromkeys(
                w for w in words(rest) if is_content(w) and not knowledge.speller.knows(w) and not in_catalogue(stem(w))
            )
        ),
    )


def as_heard(text: str, knowledge: Knowledge, gazetteer: Gazetteer) -> str:
    """A need's text as it comes to whoever listens to its meaning. What is taught is read like this too."""
    return without_thrift(_read(text, knowledge, gazetteer, in_catalogue=lambda _: False).rest)


@dataclass(frozen=True, slots=True)
class _Read:
    rest: str
    """Shorthand opened, spelling repaired, places taken out."""
    places: Sequence[Place]
    repaired: tuple[tuple[str, str], ...]


def _read(text: str, knowledge: Knowledge, gazetteer: Gazetteer, in_catalogue: Callable[[str], bool]) -> _Read:
    opened = heard_right(knowledge.shorthand.open(clean(text)))
    places = find_area(opened, gazetteer, knowledge.ordinary_words)
    rest = opened
    for place in sorted(places, key=lambda place: -place.start):
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    rest, repaired = _repair(rest, knowledge.speller, in_catalogue)
    return _Read(rest, places, repaired)


def surest_of(helps: Sequence[Fired]) -> float:
    """How surely the first of some helps is called for, nothing where there is none."""
    return helps[0].strength if helps else 0.0


def _repair(
    text: str, speller: Speller, in_catalogue: Callable[[str], bool]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with mistyped words put right; names (capitals inside a sentence) are left alone."""
    put_right: dict[str, str] = {}

    def mend(found: re.Match[str]) -> str:
        typed = found.group()
        word = typed.lower()
        name = (
            typed[0].isupper()
            and not typed.isupper()
            and text[: found.start()].rstrip()[-1:] not in ("", ".", "!", "?")
        )
        if name or not is_content(word) or speller.knows(word) or in_catalogue(stem(word)):
            return typed
        better = speller.repair(word.replace("'", ""))
        if better is None:
            return typed
        put_right[typed] = better
        return better

    return _TYPED.sub(mend, text), tuple(put_right.items())


def _understood(text: str, knowledge: Knowledge, in_catalogue: Callable[[str], bool]) -> float:
    telling = {word: knowledge.telling(word) for word in words(together(text)) if is_content(word)}
    ours = sum(
        worth for word, worth in telling.items() if knowledge.layer.knows(root(word)) or in_catalogue(stem(word))
    )
    return ours / (sum(telling.values()) or 1.0)


def _terms(text: str, telling: Callable[[str], float]) -> dict[str, float]:
    """Stems of the need and what each counts; what somebody says they do not want counts nothing."""
    said = [word for word in words(_DENIED.sub(" ", text)) if is_content(word)]
    counted = Counter(stem(word) for word in said)
    tells: dict[str, float] = {}
    for word in said:
        tells[stem(word)] = max(tells.get(stem(word), 0.0), telling(word))
    return {
        found: (WEAK if found in _WEAK_WORDS else EVERYDAY + (1 - EVERYDAY) * tells[found]) * (1 + 0.3 * (times - 1))
        for found, times in counted.items()
    }
