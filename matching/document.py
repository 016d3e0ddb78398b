"""An offering as terms: what it says it does, and what it says it does not."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from matching.offering import Offering
from matching.text.meanings import meanings
from matching.text.negation import split_denied
from matching.text.words import clean, content_stems

TITLE, SKILLS, KINDS, DESCRIPTION, PROVIDER = 2.2, 1.6, 1.0, 1.0, 0.4
"""How much a word counts by where it stands."""

_SENTENCE: Final = re.compile(r"[.!?;]+(?:\s+|$)|\n+")


@dataclass(frozen=True, slots=True)
class Document:
    """Weighted stems of an offering, and its sentences."""

    terms: dict[str, float]
    denied: frozenset[str]
    """Stems that stand only in what the offering says it will not do."""
    length: float
    heading: tuple[str, ...]
    """Meanings of the title and the skills."""
    sentences: tuple[str, ...]
    """As written."""
    meant: tuple[tuple[str, ...], ...]
    """Meanings of what each sentence affirms."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is kept of a document to say why its offering is shown: its sentences, and the meanings of each."""

    sentences: tuple[str, ...]
    meant: tuple[tuple[str, ...], ...]


def sentences_of(text: str) -> list[str]:
    """The sentences of an offering's text, as written."""
    return [part.strip() for part in _SENTENCE.split(clean(text)) if part.strip()]


def _is_a_person(offering: Offering) -> bool:
    return offering.arrangement in ("employed_pa", "sole_self_employed")


def _name_that_tells(offering: Offering) -> str:
    """An organisation's name may say what it does; a person's says nothing, and must not count."""
    return "" if _is_a_person(offering) else offering.provider_name


def without_own_name(text: str, offering: Offering) -> str:
    """The text of somebody who works alone, without their name: it would say a gender or a people, and nothing of the work."""
    if not _is_a_person(offering):
        return text
    for name in re.findall(r"[^\W\d_]{2,}", offering.provider_name):
        text = re.sub(rf"\b{re.escape(name)}\b(?:['’]s\b)?", "", text)
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def _read_sentence(sentence: str) -> tuple[str, str, tuple[str, ...]]:
    """What a sentence affirms, what it denies, and the meanings of the former."""
    affirmed, denied = split_denied(sentence)
    return affirmed, denied, tuple(meanings(affirmed))


def read_offering(offering: Offering, kind_words: Mapping[str, str]) -> Document:
    """Take an offering apart. `kind_words` gives each kind of support its label."""
    sentences = sentences_of(offering.description)
    split = [_read_sentence(without_own_name(sentence, offering)) for sentence in sentences]
    affirmed = [yes for yes, _, _ in split]
    title = split_denied(without_own_name(clean(offering.title), offering))[0]
    labels = " ".join(kind_words.get(kind, kind.replace("_", " ")) for kind in offering.kinds)
    terms: defaultdict[str, float] = defaultdict(float)
    for text, weight in (
        (title, TITLE),
        (" ".join(offering.skills), SKILLS),
        (labels, KINDS),
        (". ".join(affirmed), DESCRIPTION),
        (_name_that_tells(offering), PROVIDER),
        (" ".join(language for language in offering.languages if language != "English"), SKILLS),
    ):
        for stem in content_stems(text):
            terms[stem] += weight
    return Document(
        terms=dict(terms),
        denied=frozenset(content_stems(" ".join((*(no for _, no, _ in split), *offering.limits)))) - terms.keys(),
        length=float(sum(terms.values())),
        heading=tuple(meanings(f"{title}. {'. '.join(offering.skills)}")),
        sentences=tuple(sentences),
        meant=tuple(meant for _, _, meant in split),
    )
