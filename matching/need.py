"""What somebody asks for: their own words, where they are, and what is known about them."""

from dataclasses import dataclass

from matching.offering import Point, WorkerGender


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What a signed-in person's record adds to their words. Every part may be empty."""

    languages: tuple[str, ...] = ()
    """Languages one of which a worker must share, where the person's English is not enough."""
    worker_gender: WorkerGender | None = None
    exclusions: tuple[str, ...] = ()
    """Ids of offerings, or names of providers, the person does not want again."""
    ceiling_pence: int | None = None
    """The most they can pay an hour, in pence."""
    workers_known: tuple[str, ...] = ()
    """Ids of offerings, or names of providers, they already know: continuity counts."""
    equipment: tuple[str, ...] = ()
    """Equipment a worker must be able to use, such as "hoist"."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need as it was said."""

    text: str
    point: Point | None = None
    place_label: str = ""
    known: KnownPerson | None = None
