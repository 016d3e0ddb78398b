"""Several needs told in one breath, taken apart: "his dinner cooked and somebody to cut the grass".

A sentence is several needs only where its pieces call for different helps, each clearly; everything else stays one need,
because a story cut to pieces loses what it is about.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from matching.knowledge.needs import Fired
from matching.text.words import content_stems

CLEARLY: Final = 0.35
"""How surely a piece must call for its own help."""
MOST: Final = 4
"""Needs in one sentence that are told apart."""
_JOINED: Final = re.compile(
    r"\s*[.;!?]+\s+|\s*,?\s+(?:and (?:also|then|maybe)|and|also|plus|as well as|&)\s+|\s*,\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of several needs: its words, and the help it calls for most surely."""

    text: str
    help_id: str


def parts_of(text: str, called_for: Callable[[str], Sequence[Fired]]) -> tuple[Part, ...]:
    """The needs of a text, where there are several; nothing where there is one. `called_for` reads the helps of a piece."""
    parts: list[Part] = []
    for piece in _JOINED.split(text):
        fired = called_for(piece) if content_stems(piece) else ()
        if not fired or fired[0].strength < CLEARLY:
            continue
        help_id = fired[0].help.id
        if all(help_id != part.help_id for part in parts):
            parts.append(Part(piece.strip(), help_id))
    return tuple(parts[:MOST]) if len(parts) > 1 else ()
