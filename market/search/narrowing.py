"""What somebody narrows by hand: a few plain choices, and the matcher's filters they come to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from matching.constraints.found import DAY_NAMES
from matching.filters import Filters
from matching.offering import Arrangement

__all__ = ["DAY_NAMES", "PROVIDER_GROUPS", "Narrowing", "ProviderGroup", "Worker", "opened"]

METRES_A_MILE = 1609.344
PENCE_A_POUND = 100

Worker = Literal["female", "male"]


@dataclass(frozen=True)
class ProviderGroup:
    """A kind of provider as people think of it, and the arrangements it stands for."""

    words: str
    arrangements: tuple[Arrangement, ...]


PROVIDER_GROUPS: Mapping[str, ProviderGroup] = {
    "community": ProviderGroup("A club or community group", ("community",)),
    "pa": ProviderGroup("A personal assistant (PA)", ("employed_pa", "sole_self_employed")),
    "business": ProviderGroup("A small local business", ("micro_enterprise",)),
    "agency": ProviderGroup("A care agency", ("registered_agency",)),
    "isf": ProviderGroup("Somebody who looks after your budget", ("isf_provider",)),
    "advice": ProviderGroup("An advice or support service", ("support_service",)),
}


@dataclass(frozen=True)
class Narrowing:
    """The choices in force. Days count from Monday 0; `most_pounds` is for an hour; empty means no limit."""

    free: bool = False
    kinds: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    worker: Worker | None = None
    language: str = ""
    within_miles: int | None = None
    most_pounds: int | None = None
    providers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Narrowing()

    def as_filters(self) -> Filters:
        """The same for the matcher, in metres and pence."""
        arrangements = (one for group in self.providers for one in PROVIDER_GROUPS[group].arrangements)
        return Filters(
            free_only=self.free,
            kinds=self.kinds,
            arrangements=tuple(arrangements),
            days=self.days,
            worker_gender=self.worker,
            languages=(self.language,) if self.language else (),
            ceiling_pence=None if self.most_pounds is None else self.most_pounds * PENCE_A_POUND,
            within_metres=None if self.within_miles is None else round(self.within_miles * METRES_A_MILE),
        )


def opened(narrowing: Narrowing, gate: str | None) -> Narrowing | None:
    """The choices without those that shut this gate of the matcher; None where none of them did."""
    wider = {
        "distance": replace(narrowing, within_miles=None),
        "days": replace(narrowing, days=()),
        "price": replace(narrowing, free=False, most_pounds=None),
        "worker_gender": replace(narrowing, worker=None),
        "language": replace(narrowing, language=""),
        "choice": replace(narrowing, kinds=(), providers=()),
    }.get(gate or "", narrowing)
    return None if wider == narrowing else wider
