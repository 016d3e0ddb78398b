"""Visits as pages show them: who, when, in what state, with what is worth knowing. One word for each, worked out now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.rules import CascadeStatus
from market.bookings.rules import BookingStatus, slot_on
from market.bookings.tables import Booking, Visit
from market.core.money import Pence
from market.web.filters import day, hours, moment, near_day

OFF = frozenset({"cancelled", "declined", "expired"})
FAILED = frozenset({"missed", "uncovered"})


@dataclass(frozen=True)
class ShownVisit:
    """One visit as the week macro takes it."""

    id: str
    start: datetime
    end: datetime
    day: date
    who: str
    what: str
    state: str
    note: str
    price_pence: Pence | None

    @property
    def href(self) -> str:
        return f"/visits/{self.id}"

    @property
    def stands(self) -> bool:
        """Whether somebody is to come, has come, or should have."""
        return self.state not in OFF


@dataclass(frozen=True)
class ShownDay:
    """One day of a week."""

    date: date
    visits: tuple[ShownVisit, ...]
    note: str = ""


def shown(session: Session, visit: Visit, now: datetime, *, sees_money: bool) -> ShownVisit:
    """One visit, ready to be shown."""
    booking = queries.booking(session, visit.booking_id)
    state = queries.shown_state(session, visit, now)
    note = _note(session, visit, booking, state, now)
    price = visit.price_pence if sees_money else None
    return ShownVisit(
        visit.id, visit.starts_at, visit.ends_at, visit.day, visit.who_comes, visit.title, state, note, price
    )


def shown_visits(
    session: Session, visits: Sequence[Visit], now: datetime, *, sees_money: bool
) -> tuple[ShownVisit, ...]:
    """Visits in order. One that somebody stands in for is shown as that somebody; requests nobody answered are not shown."""
    found = (shown(session, visit, now, sees_money=sees_money) for visit in visits if visit.covered_at is None)
    return tuple(visit for visit in found if visit.state not in (BookingStatus.EXPIRED, BookingStatus.DECLINED))


def days_of(monday: date, visits: Sequence[ShownVisit]) -> tuple[ShownDay, ...]:
    """The seven days of a week. A night stands under the day it begins on."""
    days = (monday + timedelta(days=n) for n in range(7))
    return tuple(ShownDay(day, tuple(visit for visit in visits if visit.day == day)) for day in days)


def news(visits: Sequence[ShownVisit], today: date) -> tuple[tuple[str, str, str], ...]:
    """What to say above a week in words, from today on: tone, sentence and address. Who stands in, and who is missing."""
    said = []
    for visit in visits:
        named = near_day(visit.day, today)
        when = f"{named[:1].upper()}{named[1:]}, {hours(visit.start, visit.end)}"
        if visit.day < today:
            continue
        if visit.state in FAILED:
            said.append(("bad", f"{when}: {visit.who} is not coming. {visit.note}".strip(), visit.href))
        elif visit.state == "overdue":
            said.append(("wait", f"{when}: {visit.who} should be there by now. Has nobody come?", visit.href))
        elif visit.state == "covered":
            said.append(("good", f"{when}: {visit.who} is coming. {visit.note}".strip(), visit.href))
    return tuple(said)


def _note(session: Session, visit: Visit, booking: Booking, state: str, now: datetime) -> str:
    if state == BookingStatus.CANCELLED and (moved := queries.moved_to(session, visit.id)):
        return f"Moved to {_when(moved)}."
    if asked := queries.waiting_move_of(session, visit.id, now):
        return f"They were asked to move it to {_when(asked)}."
    if state == BookingStatus.REQUESTED:
        return f"They have until {moment(booking.answer_by)} to answer."
    if state in FAILED:
        return _cover_words(session, visit, now)
    if visit.instead_of is not None:
        return f"Instead of {queries.visit(session, visit.instead_of).who_comes}."
    if visit.minutes_late and state == "changed":
        return f"About {visit.minutes_late} minutes late."
    return ""


def _when(booking: Booking) -> str:
    """The one time of a booking that moves a visit."""
    slot = slot_on(booking.first_day, booking.wall_start, booking.wall_end)
    return f"{day(slot.day)}, {hours(slot.starts_at, slot.ends_at)}"


def _cover_words(session: Session, visit: Visit, now: datetime) -> str:
    cascade = cascades.cascade_of_visit(session, visit.id)
    if cascade is None or visit.ends_at <= now:
        return ""
    if cascade.status is CascadeStatus.ASKING:
        return "We are asking the backup contacts."
    if cascade.status is CascadeStatus.WITH_DESK:
        return "Nobody is found yet. The out-of-hours desk is looking."
    return ""
