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

CLEARLY, CLEARLY_HEARD = 0.35, 0.5
"""How surely a piece must call for its own help: by its words, and where only its meaning tells."""
LISTENED_TO: Final = 2
"""How many pieces that words leave unclear are listened to: each costs a third of what the whole does."""
MOST: Final = 4
"""Needs in one sentence that are told apart."""
_JOINED: Final = re.compile(
    r"\s*[.;!?]+\s+|\s*,?\s+(?:and (?:also|then|maybe)|and|also|plus|as well as|&)\s+|\s*,\s+", re.IGNORECASE
)
_WISHED: Final = re.compile(
    r"\b(?:some(?:body|one|where)|any(?:body|one|where)|help|hand|lift|needs?|wants?|likes?|done|"
    r"to (?:go|get|take|have|do|see|be))\b",
    re.IGNORECASE,
)
"""What a piece says that wishes for something. A piece of a story is not listened to by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several needs: its words, and the help it calls for most surely."""

    text: str
    help_id: str


Reader = Callable[[str], Sequence[Fired]]


def parts_of(text: str, called_for: Reader, listen: Reader | None = None) -> tuple[Part, ...]:
    """The needs of a text, where there are several; nothing where there is one.

    `called_for` reads the helps of a piece by its words, the surest first; `listen` by its meaning, where words leave it unclear.
    """
    parts: list[Part] = []
    pieces = [piece for piece in _JOINED.split(text) if content_stems(piece)]
    left = LISTENED_TO if listen is not None and len(pieces) > 1 else 0
    for piece in pieces:
        fired, clearly = called_for(piece), CLEARLY
        if left and listen is not None and (not fired or fired[0].strength < CLEARLY) and _WISHED.search(piece):
            fired, clearly, left = listen(piece), CLEARLY_HEARD, left - 1
        if not fired or fired[0].strength < clearly:
            continue
        help_id = fired[0].help.id
        if all(help_id != part.help_id for part in parts):
            parts.append(Part(piece.strip(), help_id))
    return tuple(parts[:MOST]) if len(parts) > 1 else ()
