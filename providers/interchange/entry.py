"""One service as a source states it, in one shape for every dialect. Nothing here is worked out: what is not said is empty."""

from dataclasses import dataclass, field
from datetime import date

from matching.offering import Window
from providers.interchange.flags import Flagged
from providers.pricing.rules import Unit


@dataclass(frozen=True, slots=True)
class SaidPlace:
    """Where it happens, as written. `masked`: the source asks that the exact address is not shown."""

    name: str = ""
    lines: tuple[str, ...] = ()
    town: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    masked: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.postcode or self.lines or self.latitude is not None)

    def written(self) -> str:
        """The address in one line, without saying a thing twice."""
        parts = [part.strip() for part in (self.name, *self.lines, self.town, self.postcode) if part.strip()]
        return ", ".join(dict.fromkeys(parts))


@dataclass(frozen=True, slots=True)
class SaidPrice:
    """A price that was read for certain, in pence."""

    unit: Unit
    pence: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A service out of somebody's file. `problem` says, in words, why it cannot be taken at all."""

    source_id: str
    title: str = ""
    organisation: str = ""
    organisation_id: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    phone: str = ""
    terms: tuple[str, ...] = ()
    cqc_number: str = ""
    place: SaidPlace = field(default_factory=SaidPlace)
    area: str = ""
    online: bool = False
    free: bool | None = None
    prices: tuple[SaidPrice, ...] = ()
    price_text: str = ""
    windows: tuple[Window, ...] = ()
    times_text: str = ""
    who_for: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    access: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    dated_on: date | None = None
    last_day: date | None = None
    closed: str = ""
    flags: tuple[Flagged, ...] = ()
    problem: str = ""
