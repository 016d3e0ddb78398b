"""Meaning in one index: the vectors of its offerings, of the needs layer, and of the need that is asked."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from matching.knowledge.needs import Layer
from matching.postings import Floats
from matching.vectors.ear import Listened, Listener
from matching.vectors.encoder import Encoder
from matching.vectors.meanings import Meanings
from matching.vectors.voices import Voices

ENOUGH = 0.98
"""The share of offerings that must have their vectors before meaning counts: with half of them it would be unfair."""
LATELY = 512
"""Needs whose vectors are kept: a page is looked at again, narrowed, and asked by chat in the same words."""

Understood = tuple[Floats, Listened | None]


class Hearing:
    """An encoder and what it has heard. Until `ready`, searches go by words alone."""

    def __init__(
        self,
        encoder: Encoder,
        layer: Layer,
        meanings: Meanings | None = None,
        voices: Voices | None = None,
        *,
        phrases: Callable[[], Encoder] | None = None,
        ear: Listener | None = None,
    ) -> None:
        """`encoder` is for needs, and so is `ear`; offerings may have another in front of it, and so may the layer's phrases."""
        self.encoder, self.layer, self.ear = encoder, layer, ear
        self._phrases = phrases or (lambda: encoder)
        self.meanings = meanings or Meanings(encoder)
        self.voices = voices
        self._lately: OrderedDict[str, Understood] = OrderedDict()
        self._lock = Lock()

    def over(self, meanings: Meanings) -> "Hearing":
        """The same ears over other vectors: what was asked lately is still known."""
        heard = Hearing(self.encoder, self.layer, meanings, self.voices, phrases=self._phrases, ear=self.ear)
        heard._lately = self._lately
        heard._lock = self._lock
        return heard

    def prepare(self) -> None:
        """Encode the phrases of the needs layer; done once."""
        if self.voices is None:
            self.voices = Voices(self._phrases(), self.layer)

    @property
    def ready(self) -> bool:
        """Whether meaning may count."""
        return self.voices is not None and self.meanings.share >= ENOUGH

    def hear(self, text: str) -> Understood:
        """What a need means as a whole, and what the ear heard of it; the last few hundred are remembered."""
        with self._lock:
            found = self._lately.get(text)
            if found is not None:
                self._lately.move_to_end(text)
                return found
        if self.ear is not None:
            listened = self.ear.hear(text)
            heard: Understood = listened.vector, listened
        else:
            heard = self.encoder.encode([text])[0], None
        with self._lock:
            self._lately[text] = heard
            if len(self._lately) > LATELY:
                self._lately.popitem(last=False)
        return heard
