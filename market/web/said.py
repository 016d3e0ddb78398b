"""A refusal as a page says it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What somebody is told: a title, the words, and where to go on. `goes_to` sends them straight there instead.

    `field` is the name of the form field it is about; empty for the whole form.
    """

    status: int
    title: str
    words: str
    onward: tuple[tuple[str, str], ...] = ()
    field: str = ""
    goes_to: str = ""

    @property
    def errors(self) -> Mapping[str, str]:
        """As the form macros take it: the field, and what to put right."""
        return {self.field: self.words}
