"""Needs heard by their meaning: which help's voices a need is alike to, though it shares no word with them."""

from dataclasses import dataclass, replace

import numpy as np

from matching.knowledge.needs import FIRES, Fired, Layer
from matching.learnt.softmax import shares_of
from matching.postings import Floats
from matching.vectors import narrowed
from matching.vectors.bearing import shipped_for, unit_of
from matching.vectors.ear import Listened
from matching.vectors.encoder import Encoder

FAINT, CERTAIN = 0.3, 0.8
"""Cosines at which a phrase begins to be heard, and is heard for certain."""
WORTH = 0.6
"""What hearing by meaning counts beside hearing by words."""
SHARPER = 0.5
NEAREST = 12.0
"""How steeply the nearest voice counts beside the learnt model in what a need is about."""
EAR, NEAREST_EAR = 1.3, 16.0
"""The same beside the ear, and how steeply the ear itself counts."""


class Voices:
    """The vectors of every phrase and every story of the needs layer, help by help."""

    def __init__(self, encoder: Encoder, layer: Layer) -> None:
        self._layer = layer
        self._learnt = shipped_for(encoder.name)
        self._narrowed = narrowed.shipped_for(encoder.name)
        self._phrases, self._stories = (
            _Stretches(told, self._rows([text for _, text in told], encoder))
            for told in (layer.phrases(), layer.stories())
        )
        self._number = {help_id: number for number, help_id in enumerate(layer.helps)}

    def _rows(self, texts: list[str], encoder: Encoder) -> Floats:
        return self._narrowed.told(texts, encoder) if self._narrowed else encoder.encode(texts)

    def near(self, need: Floats) -> "Near":
        """How near a need is to all that is told; worked out once for the two questions below."""
        turned = self._narrowed.turned(need) if self._narrowed else need
        phrases = self._phrases.cosines(turned)
        stories = self._stories.cosines(turned)
        return Near(phrases, self._phrases.best(phrases), self._stories.best(stories))

    def heard(self, near: "Near", by_words: tuple[Fired, ...]) -> tuple[Fired, ...]:
        """The helps a need fires, by its words and by its meaning together, the surest first."""
        said = {one.help.id: one for one in by_words}
        best = near.best_phrases
        likeness = (WORTH * np.clip((best - FAINT) / (CERTAIN - FAINT), 0, 1)).tolist()
        strengths = {help_id: one.strength for help_id, one in said.items()}
        for help_id, alike in zip(self._phrases.owners, likeness, strict=True):
            if alike > 0:
                strengths[help_id] = 1 - (1 - strengths.get(help_id, 0.0)) * (1 - alike)
        most = max(strengths.values(), default=1.0) or 1.0
        sharp = [(strength * (strength / most) ** SHARPER, help_id) for help_id, strength in strengths.items()]
        sure = sorted((-strength, help_id) for strength, help_id in sharp if strength >= FIRES)
        return tuple(self._fired(help_id, -less, said.get(help_id), near.phrases) for less, help_id in sure)

    def about(self, need: Floats, near: "Near", listened: Listened | None = None) -> Floats | None:
        """What a need is about: a unit row over the layer's helps; None where no model was fitted for this encoder.

        By the ear where there is one, else by the model over plain vectors; either way together with the nearest voice.
        """
        if self._learnt is None:
            return None
        nearest = np.full(len(self._number), -1.0, dtype=np.float32)
        for stretches, best in ((self._phrases, near.best_phrases), (self._stories, near.best_stories)):
            owners = [self._number[help_id] for help_id in stretches.owners]
            nearest[owners] = np.maximum(nearest[owners], best)
        if listened is not None and len(listened.helps) == len(nearest):
            return unit_of(shares_of(EAR * listened.helps + NEAREST_EAR * nearest))
        return unit_of(shares_of(self._learnt.model.logits(need) + NEAREST * nearest))

    def _fired(self, help_id: str, strength: float, said: Fired | None, cosines: Floats) -> Fired:
        """A help with its reasons: the phrases that were said, or else the one nearest in meaning."""
        if said is not None:
            return replace(said, strength=strength)
        nearest = self._phrases.nearest(help_id, cosines)
        return Fired(self._layer.helps[help_id], strength, (f"sounds like: {nearest}",))


@dataclass(frozen=True, slots=True)
class Near:
    """How near a need is to what is told."""

    phrases: Floats
    """To each phrase."""
    best_phrases: Floats
    """To the nearest phrase of each help."""
    best_stories: Floats


class _Stretches:
    """Texts that stand help by help, with their vectors."""

    def __init__(self, told: list[tuple[str, str]], vectors: Floats) -> None:
        self._texts = [text for _, text in told]
        owners = [help_id for help_id, _ in told]
        self._starts = [number for number, owner in enumerate(owners) if number == 0 or owner != owners[number - 1]]
        self.owners = [owners[number] for number in self._starts]
        ends = [*self._starts[1:], len(owners)]
        self._of = dict(zip(self.owners, zip(self._starts, ends, strict=True), strict=True))
        self._vectors = vectors

    def cosines(self, need: Floats) -> Floats:
        """How near every text is."""
        near: Floats = self._vectors @ need
        return near

    def best(self, cosines: Floats) -> Floats:
        """How near the nearest of each owner is."""
        nearest: Floats = np.maximum.reduceat(cosines, self._starts) if self._starts else cosines[:0]
        return nearest

    def nearest(self, owner: str, cosines: Floats) -> str:
        """The owner's text that is nearest."""
        start, end = self._of[owner]
        return self._texts[start + int(cosines[start:end].argmax())]
