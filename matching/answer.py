"""What a search gives back."""

from dataclasses import dataclass, field
from typing import Literal

from matching.constraints.found import NOTHING_STATED, Constraints
from matching.danger import Danger, Signpost

Confidence = Literal["strong", "possible"]


@dataclass(frozen=True, slots=True)
class Match:
    """One offering found, and why."""

    offering_id: str
    score: float
    confidence: Confidence
    reasons: tuple[str, ...] = ()
    distance_metres: int | None = None


@dataclass(frozen=True, slots=True)
class GateReport:
    """What the hard limits cost."""

    refused: dict[str, int] = field(default_factory=dict)
    """How many good candidates each gate shut out."""
    only: dict[str, int] = field(default_factory=dict)
    """How many would be shown if this one gate were opened."""
    opens_up: str | None = None
    """One sentence on what would open up if the dearest gate gave way; None where no single gate would help."""

    @property
    def dearest(self) -> str | None:
        """The gate that, opened alone, would bring back most."""
        return max(self.only, key=lambda gate: self.only[gate]) if self.only else None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything one search found. An empty `matches` means: nothing suitable."""

    matches: tuple[Match, ...] = ()
    signpost: Signpost | None = None
    """Who does this instead, where no offering may."""
    danger: Danger | None = None
    found: Constraints = NOTHING_STATED
    not_understood: tuple[str, ...] = ()
    gate_report: GateReport = field(default_factory=GateReport)
