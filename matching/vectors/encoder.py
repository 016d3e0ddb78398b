"""The seam for sentence vectors. Everything works without an encoder; with one, meaning counts too."""

from collections.abc import Sequence
from typing import Protocol

from matching.postings import Floats


class Encoder(Protocol):
    """Turns texts into directions: texts that mean much the same point much the same way."""

    @property
    def name(self) -> str:
        """Which weights these are; vectors of two names must never be compared."""

    @property
    def width(self) -> int:
        """Numbers in a vector."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length for each text, in the order given."""
