"""A booking as pages show it: when it is for, where it stands, what happens next."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit
from market.core.money import Pence
from market.web.booking.weeks import ShownVisit, shown
from market.web.filters import counted, full_date, moment
from market.wiring.seen import days_words
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.tables import Provider


@dataclass(frozen=True)
class Agreement:
    """One booking with its visits. `total_pence` is None for somebody who may not see the money."""

    booking: Booking
    provider: Provider
    status: BookingStatus
    when: str
    visits: tuple[ShownVisit, ...]
    total_pence: Pence | None
    next_words: str

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The way from asking to the visits, as the steps macro takes it."""
        asked, answered = ("You asked", "done"), f"{self.provider.name} answers"
        if self.status is BookingStatus.REQUESTED:
            return asked, (answered, "now"), ("The visits begin", "next")
        return asked, (f"{self.provider.name} said yes", "done"), ("The visits", "now")

    @property
    def shows_steps(self) -> bool:
        """Only while the way is still being gone."""
        return self.status in (BookingStatus.REQUESTED, BookingStatus.ACCEPTED)

    @property
    def may_ring(self) -> bool:
        """The number of somebody is shared once they have said yes."""
        return self.booking.accepted_at is not None and bool(self.provider.phone)


def agreement(session: Session, booking: Booking, now: datetime, *, sees_money: bool) -> Agreement:
    """One booking, ready to be shown."""
    rows = [visit for visit in queries.visits_of(session, booking.id) if visit.covered_at is None]
    provider = provider_by_id(session, booking.provider_id)
    status = queries.status_of(booking, now)
    return Agreement(
        booking,
        provider,
        status,
        when_words(booking, rows),
        tuple(shown(session, visit, now, sees_money=sees_money) for visit in rows),
        booking.total_pence if sees_money else None,
        _next(booking, provider.name, status),
    )


def when_words(booking: Booking, visits: list[Visit]) -> str:
    """ "Tuesdays and Thursdays, 9am to 10am, until 18 February 2027"; single dates are counted."""
    if booking.weekdays:
        return f"{days_words(booking)}, until {full_date(booking.until_day)}"
    if len(visits) > 1:
        first, last = full_date(visits[0].day), full_date(visits[-1].day)
        return f"{counted(len(visits), 'visit')} between {first} and {last}"
    return days_words(booking)


def _next(booking: Booking, provider: str, status: BookingStatus) -> str:
    if status is BookingStatus.REQUESTED:
        return (
            f"{provider} has until {moment(booking.answer_by)} to answer. The times and the money are held until then. "
            "We tell you as soon as there is an answer."
        )
    words = {
        BookingStatus.ACCEPTED: "The visits are in the week. You are told if anything changes.",
        BookingStatus.DECLINED: "Times and money are free again. You can ask somebody else.",
        BookingStatus.EXPIRED: f"{provider} did not answer in time. Times and money are free again. You can ask somebody else.",
        BookingStatus.CANCELLED: "The visits still to come were cancelled. Their money is free again.",
        BookingStatus.ENDED: "All the visits are over. You can ask for more.",
    }
    return words.get(status, "")
