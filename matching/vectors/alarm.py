"""The alarm: the encoder's last layers bent once more, to tell danger now from what only shares its words.

It is taught with every message that the words of danger are learnt from (`bot/understanding/fitting_danger.py`), and counts
beside them: `matching/danger.py` weighs the two. Fitted by `alongside fit alarm`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from matching.knowledge import files
from matching.postings import Floats
from matching.vectors.minilm import MiniLM
from matching.vectors.taught import LONGEST, Taught, load

FILE: Final = Path(files.SEEDS) / "fitted" / "alarm.npz"
BENT: Final = (3, 4, 5)
"""The last layers: what they find below them is the encoder's own, worked out once for both."""
DANGER: Final = "danger"
_LATELY: Final = 64
"""Messages whose answer is kept: safety and understanding read the same one, one after the other."""


@lru_cache(maxsize=1)
def shipped() -> Taught | None:
    """What ships with the product; None where its file is absent: then danger is heard by rules and words alone."""
    return load(FILE)


def alarm_of(encoder: MiniLM, taught: Taught | None = None) -> "Alarm | None":
    """The alarm for an encoder; None where none was taught on its weights."""
    taught = taught or shipped()
    return Alarm(encoder, taught) if taught is not None and taught.encoder == encoder.name else None


class Alarm:
    """Hears how far a message leans to danger."""

    def __init__(self, encoder: MiniLM, taught: Taught) -> None:
        self._encoder, self._taught, self.way = encoder, taught, taught.way()
        self._kept = lru_cache(maxsize=_LATELY)(self._hear)

    def __call__(self, text: str) -> float:
        """In logits; nought is even. Any text is answered."""
        return self._kept(text)

    def of(self, above: Floats) -> float:
        """The same for a text that has gone up this `way` already."""
        harmless, danger = self._taught.read(DANGER, above)
        return float(danger - harmless)

    def _hear(self, text: str) -> float:
        return self.of(self._encoder.up(text, [self.way], LONGEST)[0])
