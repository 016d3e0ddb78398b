"""The meaning of a message where there is nothing to work out: a pressed menu button."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plainly:
    """One intent and nothing else."""

    intent: str
    slots: Mapping[str, object] = field(default_factory=dict)
    ask: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    either: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
