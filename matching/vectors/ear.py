"""The ear: the encoder's second way up, taught what needs in this field are about.

Taught two things at once, over every voice and story of the needs layer and every sentence of what lies outside the market:
which help a text is about, and whether anybody here may serve it. A need goes up both ways, and up the alarm's, side by side.
Offerings are not heard by it. Fitted by `alongside fit ear`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

from matching.knowledge import files
from matching.knowledge.needs import Layer
from matching.learnt.beyond import Heard, heard_in, mark_of
from matching.postings import Floats
from matching.vectors import alarm as alarms
from matching.vectors.bearing import told_of
from matching.vectors.minilm import STRAIGHT, MiniLM
from matching.vectors.taught import LONGEST, Taught, load

FILE: Final = Path(files.SEEDS) / "fitted" / "ear.npz"
BENT: Final = (0, 1, 2, 3, 4, 5)
"""All layers. Measured over the same lessons: the right help at first guess of .529 of sentences kept aside, .496 with the last
three bent."""
HELPS: Final = "helps"
BEYOND: Final = "beyond"


@dataclass(frozen=True, slots=True)
class Listened:
    """A need as it was heard: what it means as a whole, and what the ear was taught to tell of it."""

    vector: Floats
    """A unit row, to be compared with those of offerings and of the layer's phrases."""
    helps: Floats
    """How strongly it speaks for each help of the layer, in logits."""
    beyond: Heard
    """What of it sounds outside the market."""
    sure: float
    """The surplus, words and ear taken together, above which few needs that only look wrong are caught."""
    danger: float | None = None
    """How far it leans to danger now, in logits (`matching/vectors/alarm.py`); None where no alarm was listening too."""


class Listener(Protocol):
    """Whoever hears a need by more than its likeness to others."""

    def hear(self, text: str) -> Listened:
        """One need. Any text is answered."""


def mark(told: Sequence[tuple[str, str]], layer: Layer) -> str:
    """What the sentences it is taught with are known by: those of the outside, and the layer's voices and stories."""
    return mark_of([*told, *told_of(layer)])


@lru_cache(maxsize=1)
def shipped() -> Taught | None:
    """What ships with the product; None where its file is absent: then needs are heard by likeness alone."""
    return load(FILE)


def ear_of(encoder: MiniLM, taught: Taught | None = None) -> "Ear | None":
    """The ear for an encoder, with the alarm beside it; None where none was taught on its weights."""
    taught = taught or shipped()
    if taught is None or taught.encoder != encoder.name:
        return None
    return Ear(encoder, taught, alarms.alarm_of(encoder))


class Ear:
    """An encoder with the second way up."""

    def __init__(self, encoder: MiniLM, taught: Taught, alarm: alarms.Alarm | None = None) -> None:
        self._encoder, self._taught, self._alarm = encoder, taught, alarm
        self._ways = [STRAIGHT, taught.way(), *([alarm.way] if alarm else [])]

    def hear(self, text: str) -> Listened:
        """One need. Any text is answered."""
        vector, heard, *alarming = self._encoder.up(text, self._ways, LONGEST)
        return Listened(
            vector,
            self._taught.read(HELPS, heard),
            heard_in(self._taught.readings[BEYOND].shares(heard)),
            self._taught.sure,
            self._alarm.of(alarming[0]) if self._alarm else None,
        )
