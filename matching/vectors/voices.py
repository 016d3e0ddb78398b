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
        self._vectors = encoder.encode(self._texts)

    def heard(self, need: Floats, by_words: tuple[Fired, ...]) -> tuple[Fired, ...]:
        """The helps a need fires, by its words and by its meaning together, the surest first."""
        best = self._nearest(need)
        fired = {one.help.id: one for one in by_words}
        for help_id, (cosine, text) in best.items():
            likeness = WORTH * min(1.0, max(0.0, (cosine - FAINT) / (CERTAIN - FAINT)))
            already = fired.get(help_id, Fired(self._layer.helps[help_id], 0.0, (f"sounds like: {text}",)))
            fired[help_id] = replace(already, strength=1 - (1 - already.strength) * (1 - likeness))
        most = max((one.strength for one in fired.values()), default=1.0) or 1.0
        sharp = (replace(one, strength=one.strength * (one.strength / most) ** SHARPER) for one in fired.values())
        return tuple(sorted((f for f in sharp if f.strength >= FIRES), key=lambda f: (-f.strength, f.help.id)))

    def _nearest(self, need: Floats) -> dict[str, tuple[float, str]]:
        """Of each help the phrase nearest in meaning, and how near."""
        if not self._starts:
            return {}
        cosines = self._vectors @ need
        best = np.maximum.reduceat(cosines, self._starts)
        ends = [*self._starts[1:], len(cosines)]
        nearest: dict[str, tuple[float, str]] = {}
        for place in np.flatnonzero(best > FAINT):
            start = self._starts[place]
            nearest[self._owners[place]] = (
                float(best[place]),
                self._texts[start + int(cosines[start : ends[place]].argmax())],
            )
        return nearest
