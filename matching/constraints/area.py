"""The place a need names: a postcode, a district, or a town, also when it is spelled by ear."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.places import Gazetteer, point_of
from matching.text.words import is_content

_POSTCODE: Final = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?\b", re.IGNORECASE)
ONE_SEARCH_METRES: Final = 60_000
"""How far two places named together may lie apart."""
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'-]*")
_ELSEWHERE: Final = re.compile(
    r"\b(?:(?:moved|came|come|comes|originally|transfer\w*|was|retired)\s+(?:\w+\s+)?from|"
    r"used to (?:live|be|work) in|grew up in|born in|(?:ward|hospital|unit|hospice) in|"
    r"(?:son|daughter|sister|brother|family|niece|nephew|grandson|granddaughter|kids|children|"
    r"grandchildren)(?:'s| is| are| lives?| live| who lives)?"
    r"(?: \w+)? in|evacuated from|holiday (?:in|to)|trip to)\s+$",
    re.IGNORECASE,
)
_TOWARDS: Final = re.compile(r"\b(?:to|into)\s+$", re.IGNORECASE)
_HERE: Final = re.compile(
    r"(?:\b(?:in|near|around|nearby|at|of|from|for|lives?|outside)\s+|[,/(-]\s*|^)$", re.IGNORECASE
)
_NICKNAMES: Final = {
    "tivvy": "tiverton",
    "tivvie": "tiverton",
    "barum": "barnstaple",
    "brum": "birmingham",
    "ponty": "pontypridd",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place heard in the text."""

    name: str
    districts: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """What must be known of ordinary words to tell a place from one."""

    also_words: frozenset[str]
    """Place names that are as often a word or a person's name: bath, beverley."""
    has: Callable[[str], bool]
    """Whether a word as it stands is one."""
    knows: Callable[[str], bool]
    """Whether it is one, or a form of one."""
    repair: Callable[[str], str | None]
    of_the_field: Callable[[str], bool]


def find_area(text: str, gazetteer: Gazetteer, ordinary: Words) -> tuple[Place, ...]:
    """Every place named as where the support is to be."""
    named = _names(gazetteer)
    found = [*_postcodes(text, gazetteer), *_by_name(text, named, gazetteer, ordinary)]
    if not found:
        found = list(_pairs_by_ear(text, named, gazetteer, ordinary))
    if not found:
        found = list(_by_ear(text, named, gazetteer, ordinary))
    here = [p for p in found if not _ELSEWHERE.search(text[: p.start])]
    here = [p for p in here if _near(p, here[0], gazetteer)]
    if len(here) > 1:
        here = [p for p in here if not _TOWARDS.search(text[: p.start])] or here
    return tuple(here)


def _near(place: Place, first: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place lies where one search can serve both: "Barnstaple, Newport end" is not in Wales."""
    centres = [gazetteer.centre_of(found.districts[0]) for found in (place, first) if found.districts]
    if len(centres) < 2 or centres[0] is None or centres[1] is None:
        return True
    return point_of(centres[0]).metres_to(point_of(centres[1])) <= ONE_SEARCH_METRES


def districts_of(places: Iterable[Place]) -> tuple[str, ...]:
    """All districts of several places, each once."""
    return tuple(dict.fromkeys(d for place in places for d in place.districts))


def _postcodes(text: str, gazetteer: Gazetteer) -> list[Place]:
    return [
        Place(m.group(1).upper(), (m.group(1).upper(),), m.start(), m.end())
        for m in _POSTCODE.finditer(text)
        if _is_district(m.group()) and gazetteer.centre_of(m.group(1).upper()) is not None
    ]


def _is_district(typed: str) -> bool:
    """A short code alone must look like one: "s9" is a section of an Act, "EX9", "ex9" and "B9 4AA" are not."""
    return " " in typed or len(typed) > 4 or typed[:2].isalpha()


def _by_name(text: str, named: "_Names", gazetteer: Gazetteer, ordinary: Words) -> list[Place]:
    tokens = list(_WORD.finditer(text))
    found: list[Place] = []
    at = 0
    while at < len(tokens):
        longest = named.longest if tokens[at].group().lower() in named.openings else 1
        for length in range(min(longest, len(tokens) - at), 0, -1):
            said = " ".join(t.group().lower() for t in tokens[at : at + length])
            name = named.full.get(said) or (_short(said, named, ordinary) if length == 1 else None)
            start, end = tokens[at].start(), tokens[at + length - 1].end()
            if name and _meant(text, said, start, end, ordinary):
                found.append(Place(name, gazetteer.districts_of(name), start, end))
                at += length - 1
                break
        at += 1
    return found


def _short(said: str, named: "_Names", ordinary: Words) -> str | None:
    """A nickname, or the first word of a longer name where no other place begins so: Budleigh."""
    plain = len(said) > 5 and said not in ordinary.also_words and not ordinary.knows(said)
    return named.full.get(_NICKNAMES.get(said, "")) or (named.first.get(said) if plain else None)


def _meant(text: str, said: str, start: int, end: int, ordinary: Words) -> bool:
    """Whether a name that is also a word (Bath, Street, Reading) was meant as the place."""
    if " " in said or said not in ordinary.also_words:
        return True
    capital = text[start].isupper() and not text.isupper()
    opening = start == 0 or text[:start].rstrip()[-1:] in ".!?"
    return (
        capital
        and (not opening or text[end : end + 1] in ",.:" or end == len(text))
        and bool(_HERE.search(text[:start]))
    )


def _pairs_by_ear(text: str, named: "_Names", gazetteer: Gazetteer, ordinary: Words) -> Iterable[Place]:
    """Names of two words of which one is no word as typed: "south moltn"."""
    tokens = list(_WORD.finditer(text))
    for first, second in pairwise(tokens):
        words = first.group().lower(), second.group().lower()
        apart = not all(map(str.isalpha, words)) or text[first.end() : second.start()].strip()
        if apart or all(map(ordinary.has, words)):
            continue
        said = " ".join(words)
        near = process.extractOne(said, named.pairs, scorer=OSA.distance, score_cutoff=1 if len(said) < 10 else 2)
        if near and [word[0] for word in near[0].split()] == [word[0] for word in words]:
            name = named.full[near[0]]
            yield Place(name, gazetteer.districts_of(name), first.start(), second.end())


def _by_ear(text: str, named: "_Names", gazetteer: Gazetteer, ordinary: Words) -> Iterable[Place]:
    for token in _WORD.finditer(text):
        said = token.group().lower()
        odd = not said.isalpha() or not is_content(said)
        if len(said) < 5 or odd or ordinary.has(said):
            continue
        form_of_a_word = ordinary.knows(said)  # "exter" might be a form of "ext", but it is nearer to Exeter
        repaired = ordinary.repair(said)
        # A word of the field that is as near as a place is what was meant: "weels" is wheels, not Wells.
        slips = OSA.distance(said, repaired) - ordinary.of_the_field(repaired) if repaired else 9
        most = min(slips, 1) if form_of_a_word else slips
        name = (_nearest(said, named, most) or _nearest(said.replace("f", "th"), named, most)) if slips else None
        name = name or (_left_short(said, named) if not (repaired and _left_out(said, repaired)) else None)
        if name:
            yield Place(name, gazetteer.districts_of(name), token.start(), token.end())


def _nearest(said: str, named: "_Names", word_slips: int) -> str | None:
    """The place most like what was typed, unless an ordinary word is as near."""
    allowed = min(1 if len(said) < 7 else 2 if len(said) < 9 else 3, word_slips)
    near = process.extract(said, named.keys, scorer=OSA.distance, score_cutoff=allowed, limit=12)
    good = sorted((slips, key) for key, slips, _ in near if key[0] == said[0] or key[1:] == said)
    return (named.full.get(good[0][1]) or named.first.get(good[0][1])) if good else None


def _left_short(said: str, named: "_Names") -> str | None:
    """The one place whose letters inside were left out, likelier than a word with some too many: "creditn"."""
    near = process.extract(said, named.keys, scorer=OSA.distance, score_cutoff=1 if len(said) < 6 else 2, limit=12)
    good = [key for key, _, _ in near if len(key) > len(said) and _left_out(said, key)]
    return (named.full.get(good[0]) or named.first.get(good[0])) if len(good) == 1 else None


def _left_out(typed: str, meant: str) -> bool:
    """Whether what was typed is the word with letters left out of its middle."""
    letters = iter(meant)
    return typed[0] == meant[0] and typed[-1] == meant[-1] and all(letter in letters for letter in typed)


@dataclass(frozen=True, slots=True)
class _Names:
    full: dict[str, str]
    first: dict[str, str]
    keys: tuple[str, ...]
    pairs: tuple[str, ...]
    """Those of two words."""
    longest: int
    openings: frozenset[str]
    """The first words of names of several."""


_KEPT: dict[int, tuple[Gazetteer, _Names]] = {}


def _names(gazetteer: Gazetteer) -> _Names:
    """The names of a gazetteer, arranged once and kept for the last one used."""
    kept = _KEPT.get(id(gazetteer))
    if kept is None or kept[0] is not gazetteer:
        _KEPT.clear()
        kept = _KEPT[id(gazetteer)] = (gazetteer, _arrange(tuple(gazetteer.names())))
    return kept[1]


@lru_cache(maxsize=4)
def _arrange(names: tuple[str, ...]) -> _Names:
    full = {" ".join(_WORD.findall(name.lower())): name for name in names}
    firsts: dict[str, list[str]] = {}
    for key, name in full.items():
        if " " in key:
            firsts.setdefault(key.split()[0], []).append(name)
    first = {word: owners[0] for word, owners in firsts.items() if len(owners) == 1 and word not in full}
    keys = (*full, *(word for word in first if len(word) > 5))
    longest = max((key.count(" ") + 1 for key in full), default=1)
    pairs = tuple(key for key in full if key.count(" ") == 1)
    return _Names(full, first, keys, pairs, longest, frozenset(key.split()[0] for key in full if " " in key))
