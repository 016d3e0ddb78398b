"""Decisions about bookings and visits: values in, values out, `now` passed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.rrule import WEEKLY, rrule

from market.core.money import share
from market.core.times import at_wall

LONGEST_RUN = timedelta(weeks=12)
LONGEST_ANSWER = timedelta(hours=24)
LONGEST_VISIT = timedelta(hours=24)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class BookingStatus(StrEnum):
    """Where an agreement stands (DESIGN.md rule 8)."""

    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ENDED = "ended"


class VisitStatus(StrEnum):
    """Where one visit stands (DESIGN.md rule 8)."""

    PLANNED = "planned"
    CHANGED = "changed"
    STARTED = "started"
    COMPLETED = "completed"
    MISSED = "missed"
    CANCELLED = "cancelled"
    UNCOVERED = "uncovered"
    COVERED = "covered"
    DISPUTED = "disputed"


MOST_WORKERS = 2
"""How many may be asked to come at once: a double-handed visit."""


def in_words(title: str, workers: int) -> str:
    """What is asked for, with how many come where it is more than one: every message and page then says it."""
    return title if workers == 1 else f"{title}, two workers"


@dataclass(frozen=True)
class Wish:
    """When visits are wanted, in wall time. No weekdays: once, on `first`. An end at or before the start is next morning."""

    first: date
    start: time
    end: time
    weekdays: tuple[str, ...] = ()
    until: date | None = None
    every_weeks: int = 1
    dates: tuple[date, ...] = ()


@dataclass(frozen=True)
class Slot:
    """One visit's time: the date it begins, the wall times it was agreed in, and the two instants."""

    day: date
    wall_start: time
    wall_end: time
    starts_at: datetime
    ends_at: datetime


def slot_on(day: date, start: time, end: time) -> Slot:
    """The visit that begins on this day. A night belongs to the date it starts."""
    end_day = day if end > start else day + timedelta(days=1)
    return Slot(day, start, end, at_wall(day, start), at_wall(end_day, end))


def expand(wish: Wish) -> tuple[Slot, ...]:
    """Every visit a wish asks for, in order. Wall time is kept over clock changes; never longer than twelve weeks."""
    return tuple(slot_on(day, wish.start, wish.end) for day in _days(wish))


RENEWAL_ASKED = timedelta(weeks=2)


def renewal_asked_at(last_end: datetime, now: datetime) -> datetime:
    """When to ask whether a standing booking shall go on: two weeks before its last visit, or at once for a shorter one."""
    return max(now, last_end - RENEWAL_ASKED)


def last_day(wish: Wish) -> date:
    """The day a standing booking runs to: as asked, at most twelve weeks after it begins."""
    furthest = wish.first + LONGEST_RUN - timedelta(days=1)
    return min(wish.until, furthest) if wish.until else furthest


def _days(wish: Wish) -> Iterable[date]:
    if wish.dates:
        return sorted(set(wish.dates))
    if not wish.weekdays:
        return (wish.first,)
    week_start = wish.first - timedelta(days=wish.first.weekday())
    days = rrule(
        WEEKLY,
        interval=wish.every_weeks,
        byweekday=[WEEKDAYS.index(day) for day in wish.weekdays],
        dtstart=datetime.combine(week_start, time()),
        until=datetime.combine(last_day(wish), time()),
    )
    return [found.date() for found in days if found.date() >= wish.first]


def answer_by(now: datetime, first_start: datetime) -> datetime:
    """When a request lapses: a day from now, and never later than half the time left to the first visit."""
    return now + min(LONGEST_ANSWER, (first_start - now) / 2)


@dataclass(frozen=True)
class BookingFacts:
    """The moments a booking's status is worked out from."""

    asked_at: datetime | None
    answer_by: datetime | None
    accepted_at: datetime | None = None
    declined_at: datetime | None = None
    cancelled_at: datetime | None = None
    last_end: datetime | None = None


def booking_status(facts: BookingFacts, now: datetime) -> BookingStatus:
    """The status, from who did what when."""
    if facts.cancelled_at is not None:
        return BookingStatus.CANCELLED
    if facts.declined_at is not None:
        return BookingStatus.DECLINED
    if facts.accepted_at is not None:
        ended = facts.last_end is not None and facts.last_end <= now
        return BookingStatus.ENDED if ended else BookingStatus.ACCEPTED
    if facts.asked_at is None:
        return BookingStatus.DRAFT
    lapsed = facts.answer_by is not None and facts.answer_by <= now
    return BookingStatus.EXPIRED if lapsed else BookingStatus.REQUESTED


@dataclass(frozen=True)
class VisitFacts:
    """The moments a visit's status is worked out from."""

    started_at: datetime | None = None
    completed_at: datetime | None = None
    missed_at: datetime | None = None
    cancelled_at: datetime | None = None
    given_up_at: datetime | None = None
    covered_at: datetime | None = None
    changed_at: datetime | None = None
    disputed_at: datetime | None = None


def visit_status(facts: VisitFacts) -> VisitStatus:
    """The status of a visit, the weightiest fact first."""
    for moment, status in (
        (facts.disputed_at, VisitStatus.DISPUTED),
        (facts.covered_at, VisitStatus.COVERED),
        (facts.cancelled_at, VisitStatus.CANCELLED),
        (facts.completed_at, VisitStatus.COMPLETED),
        (facts.given_up_at, VisitStatus.UNCOVERED),
        (facts.missed_at, VisitStatus.MISSED),
        (facts.started_at, VisitStatus.STARTED),
        (facts.changed_at, VisitStatus.CHANGED),
    ):
        if moment is not None:
            return status
    return VisitStatus.PLANNED


_OPEN = (VisitStatus.PLANNED, VisitStatus.CHANGED)
SOON = timedelta(hours=1)
LATE = timedelta(minutes=15)


@dataclass(frozen=True)
class Coming:
    """What the shown word of a visit is worked out from, besides its own status."""

    starts_at: datetime
    ends_at: datetime
    is_cover: bool = False
    minutes_late: int = 0


def shown_as(visit: VisitStatus, booking: BookingStatus, coming: Coming, now: datetime) -> str:
    """The word for a visit at this moment: its status, or what follows from the clock and from the request it is in.

    `requested`, `declined`, `expired`: nobody has said yes (yet, or at all). `soon`, `overdue`, `unconfirmed`: the hour
    before it, a quarter of an hour into it with nobody here, and over with nobody's word that it took place.
    """
    if visit not in _OPEN:
        return visit
    if booking in (BookingStatus.REQUESTED, BookingStatus.DECLINED, BookingStatus.EXPIRED):
        return booking
    if now >= coming.ends_at:
        return "unconfirmed"
    if now >= coming.starts_at + timedelta(minutes=coming.minutes_late) + LATE:
        return "overdue"
    if coming.is_cover:
        return VisitStatus.COVERED
    if visit is VisitStatus.CHANGED:
        return visit
    return "soon" if coming.starts_at - SOON <= now else visit


COOLING_OFF = timedelta(days=14)


def starts_within_cooling_off(first_start: datetime, now: datetime) -> bool:
    """Whether the first visit comes before a self-funder's days to change their mind are over.

    Source: Consumer Contracts (Information, Cancellation and Additional Charges) Regulations 2013, reg. 30 and 36: 14
    days, and a service begins sooner only on the consumer's express request.
    """
    return first_start < now + COOLING_OFF


def overlaps(slot: Slot, busy: Sequence[tuple[datetime, datetime]]) -> int:
    """How many of the busy spells touch this slot. Ending as the other begins is not touching."""
    return sum(1 for start, end in busy if start < slot.ends_at and end > slot.starts_at)


@dataclass(frozen=True)
class NoticeBand:
    """With at least `notice` before it begins, cancelling a visit costs so many hundredths of its price."""

    notice: timedelta
    percent: int


Terms = tuple[NoticeBand, ...]

TERMS: Terms = (
    NoticeBand(timedelta(hours=24), 0),
    NoticeBand(timedelta(hours=12), 50),
    NoticeBand(timedelta(0), 100),
)
"""Our own terms for cancelling, longest notice first: shown before booking and frozen into each booking."""

EARLIER_TERMS: Terms = (NoticeBand(timedelta(hours=24), 0), NoticeBand(timedelta(0), 100))
"""Those of bookings made before terms were frozen into them."""


def kept_terms(terms: Terms) -> list[list[int]]:
    """Terms as a booking keeps them: minutes of notice and hundredths."""
    return [[int(band.notice / timedelta(minutes=1)), band.percent] for band in terms]


def terms_from(kept: Sequence[Sequence[int]]) -> Terms:
    """The terms a booking was made under."""
    if not kept:
        return EARLIER_TERMS
    return tuple(NoticeBand(timedelta(minutes=minutes), percent) for minutes, percent in kept)


def band_of(starts_at: datetime, now: datetime, terms: Terms) -> NoticeBand:
    """The band in which cancelling now falls. After the start it is the last."""
    return next((band for band in terms if starts_at - now >= band.notice), terms[-1])


def cancelling_charge(price: int, starts_at: datetime, now: datetime, terms: Terms = TERMS) -> int:
    """What cancelling costs the customer, in pence, by how much notice is given; half a penny counts as one.

    A provider's cancelling never costs the customer anything.
    """
    return share(price, band_of(starts_at, now, terms).percent, 100)


def more_to_hold(agreed: int, wanted: int) -> int:
    """What is set aside while a provider thinks about moving a visit, in pence: only what the new time costs above the old,
    which is held already."""
    return max(0, wanted - agreed)


DOOR_KNOWN_FOR = timedelta(days=1)
_NOT_THEIRS_NOW = frozenset(
    {VisitStatus.CANCELLED, VisitStatus.UNCOVERED, VisitStatus.COVERED, VisitStatus.MISSED, VisitStatus.DISPUTED}
)


def may_know_the_door(state: VisitStatus, ends_at: datetime, now: datetime) -> bool:
    """Whether who comes to a visit may see the address: while it is theirs to make, and for a day after.

    Personal data is kept from whoever no longer needs it (UK GDPR art. 5(1)(c)); a day leaves time for a glove forgotten.
    """
    return state not in _NOT_THEIRS_NOW and now <= ends_at + DOOR_KNOWN_FOR
