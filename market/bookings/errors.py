"""Why a booking or a visit was not made or changed. The edges hold the words."""

from dataclasses import dataclass, field
from datetime import date, datetime

from market.bookings.rules import Slot
from market.core.errors import Refusal
from market.core.money import Pence


@dataclass(frozen=True)
class Taken:
    """A wanted time that cannot be had, and why: booked | away | hours | notice | ahead."""

    slot: Slot
    why: str


@dataclass(eq=False)
class SlotsTaken(Refusal):
    """Some or all of the times cannot be had. Nothing was booked: `free` is what could be, if wanted."""

    taken: tuple[Taken, ...]
    free: tuple[Slot, ...] = field(default=())


@dataclass(eq=False)
class DateInPast(Refusal):
    """The first visit would begin before now."""

    first: date


@dataclass(eq=False)
class TooLong(Refusal):
    """A visit of more than a day."""

    hours: float


@dataclass(eq=False)
class NoVisits(Refusal):
    """The days and dates asked for hold no visit at all."""


@dataclass(eq=False)
class NotClearedForTask(Refusal):
    """The provider has not shown what this kind of support needs."""

    provider: str
    kind: str


@dataclass(eq=False)
class TakenDown(Refusal):
    """The provider's listing was suspended: they can say yes to nothing new."""

    title: str


@dataclass(eq=False)
class NotBookable(Refusal):
    """The listing is not live, or takes no bookings here: people get in touch themselves."""

    title: str


@dataclass(eq=False)
class PriceChanged(Refusal):
    """The total is not the one the person said yes to."""

    seen: Pence
    now: Pence


@dataclass(eq=False)
class MoneyNotYours(Refusal):
    """The actor may arrange visits for this person but not spend their money. `who` may."""

    who: tuple[str, ...]


@dataclass(eq=False)
class TooLate(Refusal):
    """The request has lapsed, or the visit is over."""

    what: str
    at: datetime | None = None


@dataclass(eq=False)
class AlreadyAnswered(Refusal):
    """Somebody has answered this already."""

    answer: str


@dataclass(eq=False)
class TooEarly(Refusal):
    """The visit is not near enough to be started or finished."""

    starts_at: datetime


@dataclass(eq=False)
class NotAgreedYet(Refusal):
    """Nobody has said yes to this visit, so there is nothing to move: the request is taken back and made anew."""


@dataclass(eq=False)
class MoveWaits(Refusal):
    """The provider has been asked to move this visit already, and has not answered."""


@dataclass(eq=False)
class NothingMoved(Refusal):
    """The new day and time are those that were agreed."""


@dataclass(eq=False)
class ProviderExcluded(Refusal):
    """The person has said they do not want this provider."""

    provider: str


@dataclass(eq=False)
class MayNotSubstitute(Refusal):
    """An introduced PA's stand-in is the customer's choice, so the product sends none (SI 2014/2936 Sch 1 para 1(3)(b))."""


@dataclass(eq=False)
class StartSoonerNotAgreed(Refusal):
    """A self-funder has not asked for visits to begin before their 14 days to cancel are over."""

    starts_at: datetime
