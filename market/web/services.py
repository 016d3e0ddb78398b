"""What pages share beside the database: made once when the application starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from market.core.places import PlaceNames

Trouble = str


@dataclass
class Services:
    """Long-lived things that pages use. Each feature that needs one adds a typed field.

    `ready` names what `/readyz` asks about; each answers with what is wrong, or nothing.
    """

    places: PlaceNames = field(default_factory=PlaceNames)
    ready: Mapping[str, Callable[[], Trouble | None]] = field(default_factory=dict)
