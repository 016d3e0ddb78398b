"""Moving one visit: what stays as it was agreed, whether it can be moved, and by when its provider must answer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from market.bookings.rules import BookingStatus, Slot, VisitStatus, answer_by, slot_on


@dataclass(frozen=True)
class NewTime:
    """When a visit is wanted instead, in wall time. What is None stays as it was agreed."""

    day: date | None = None
    start: time | None = None
    minutes: int | None = None


def moved(agreed: Slot, to: NewTime) -> Slot:
    """The time a visit would have. Its length stays unless another is told, reckoned by the clock on the wall."""
    start = to.start or agreed.wall_start
    minutes = to.minutes or wall_minutes(agreed.wall_start, agreed.wall_end)
    end = (datetime.combine(agreed.day, start) + timedelta(minutes=minutes)).time()
    return slot_on(to.day or agreed.day, start, end)


def wall_minutes(start: time, end: time) -> int:
    """Minutes from one wall time to another, the next morning's where it is no later."""
    day = 24 * 60
    return (end.hour * 60 + end.minute - start.hour * 60 - start.minute - 1) % day + 1


def may_move(visit: VisitStatus, booking: BookingStatus, *, is_cover: bool, let_go: bool) -> bool:
    """Whether a visit is one to be moved: agreed, still to be made, and not somebody standing in for another."""
    stands = visit in (VisitStatus.PLANNED, VisitStatus.CHANGED) and not let_go
    return stands and not is_cover and booking is BookingStatus.ACCEPTED


def answer_move_by(now: datetime, agreed: datetime, wanted: datetime) -> datetime:
    """When the asking lapses: with half the time left to whichever of the two times comes first, so that the visit as agreed
    is never waited past."""
    return answer_by(now, min(agreed, wanted))
