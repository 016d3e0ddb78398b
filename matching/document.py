"""An offering as terms: what it says it does, and what it says it does not."""

import re
from collections import defaultdict
from dataclasses import dataclass
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
    """Weighted stems of an offering."""

    terms: dict[str, float]
    denied: frozenset[str]
    """Stems that stand only in what the offering says it will not do."""
    length: float
    heading: tuple[str, ...]
    """Meanings of the title and the skills."""
    meant: tuple[tuple[str, ...], ...]
    """Meanings of each affirmed sentence."""


def sentences(text: str) -> list[str]:
    """The sentences of an offering's text, as written."""
    return [part.strip() for part in _SENTENCE.split(clean(text)) if part.strip()]


def read_offering(offering: Offering, kind_words: dict[str, str]) -> Document:
    """Take an offering apart. `kind_words` gives each kind of support its label."""
    affirmed, denied = split_denied(clean(offering.description))
    denied_text = " ".join((denied, *offering.limits))
    title = split_denied(clean(offering.title))[0]
    terms: defaultdict[str, float] = defaultdict(float)
    for stems, weight in (
        (content_stems(title), TITLE),
        (content_stems(" ".join(offering.skills)), SKILLS),
        (content_stems(" ".join(kind_words.get(k, k.replace("_", " ")) for k in offering.kinds)), KINDS),
        (content_stems(affirmed), DESCRIPTION),
        (content_stems(offering.provider_name), PROVIDER),
        (content_stems(" ".join(x for x in offering.languages if x != "English")), SKILLS),
    ):
        for stem in stems:
            terms[stem] += weight
    return Document(
        dict(terms),
        frozenset(content_stems(denied_text)) - terms.keys(),
        float(sum(terms.values())),
        tuple(meanings(f"{title}. {'. '.join(offering.skills)}")),
        tuple(tuple(meanings(part)) for part in _SENTENCE.split(affirmed) if part),
    )
