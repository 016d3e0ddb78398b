"""A refusal as a page says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    errors: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "errors", {self.field: self.words})
