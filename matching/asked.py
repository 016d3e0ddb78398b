"""A need, read: the words that count, the help it calls for, the limits it states."""

from collections import Counter
from dataclasses import dataclass

from matching.constraints.found import NOTHING_STATED, Constraints
from matching.text.words import clean, content_stems


@dataclass(frozen=True, slots=True)
class Asked:
    """What the matcher made of a need's text."""

    text: str
    terms: dict[str, float]
    constraints: Constraints = NOTHING_STATED


def read_need(text: str) -> Asked:
    """Read a need. Any text is answered: empty, endless, in another language or full of markup."""
    plain = clean(text)
    counted = Counter(content_stems(plain))
    return Asked(plain, {stem: 1.0 + 0.3 * (times - 1) for stem, times in counted.items()})
