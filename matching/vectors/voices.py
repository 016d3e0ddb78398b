"""Needs heard by their meaning: which help's phrases a need is alike to, though it shares no word with them."""

from dataclasses import replace

import numpy as np

from matching.knowledge.needs import FIRES, Fired, Layer
from matching.postings import Floats
from matching.vectors.encoder import Encoder

FAINT, CERTAIN = 0.3, 0.8
"""Cosines at which a phrase begins to be heard, and is heard for certain."""
WORTH = 0.6
"""What hearing by meaning counts beside hearing by words."""
SHARPER = 0.5


class Voices:
    """The vectors of every phrase of the needs layer."""

    def __init__(self, encoder: Encoder, layer: Layer) -> None:
        self._layer = layer
        phrases = layer.phrases()
        self._texts = [text for _, text in phrases]
        owners = [help_id for help_id, _ in phrases]
        self._starts = [number for number, owner in enumerate(owners) if number == 0 or owner != owners[number - 1]]
        self._owners = [owners[number] for number in self._starts]
        ends = [*self._starts[1:], len(owners)]
        self._stretches = dict(zip(self._owners, zip(self._starts, ends, strict=True), strict=True))
        self._vectors = encoder.encode(self._texts)

    def heard(self, need: Floats, by_words: tuple[Fired, ...]) -> tuple[Fired, ...]:
        """The helps a need fires, by its words and by its meaning together, the surest first."""
        said = {one.help.id: one for one in by_words}
        cosines = self._vectors @ need
        best = np.maximum.reduceat(cosines, self._starts) if self._starts else cosines[:0]
        likeness = (WORTH * np.clip((best - FAINT) / (CERTAIN - FAINT), 0, 1)).tolist()
        strengths = {help_id: one.strength for help_id, one in said.items()}
        for help_id, alike in zip(self._owners, likeness, strict=True):
            if alike > 0:
                strengths[help_id] = 1 - (1 - strengths.get(help_id, 0.0)) * (1 - alike)
        most = max(strengths.values(), default=1.0) or 1.0
        sharp = [(strength * (strength / most) ** SHARPER, help_id) for help_id, strength in strengths.items()]
        sure = sorted((-strength, help_id) for strength, help_id in sharp if strength >= FIRES)
        return tuple(self._fired(help_id, -less, said.get(help_id), cosines) for less, help_id in sure)

    def _fired(self, help_id: str, strength: float, said: Fired | None, cosines: Floats) -> Fired:
        """A help with its reasons: the phrases that were said, or else the one nearest in meaning."""
        if said is not None:
            return replace(said, strength=strength)
        start, end = self._stretches[help_id]
        nearest = self._texts[start + int(cosines[start:end].argmax())]
        return Fired(self._layer.helps[help_id], strength, (f"sounds like: {nearest}",))
