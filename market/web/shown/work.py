"""A provider's own visits as the pages show them: the list of today, the week as a picture, the month in sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from market.bookings import queries
from market.bookings.rules import VisitStatus
from market.bookings.tables import Visit
from market.core.money import Pence
from market.core.times import at_wall, wall
from market.ledger import queries as ledger
from market.ledger.rules import provider_account
from market.payments.fees import fees_kept
from market.wiring import seen

_COMING = (VisitStatus.PLANNED, VisitStatus.CHANGED)
_NEAR = timedelta(hours=1)


@dataclass(frozen=True)
class WorkVisit:
    """One visit as the week macros take it. `who` is whom it is for: the worker knows who they are themselves."""

    id: str
    who: str
    what: str
    start: datetime
    end: datetime
    state: str
    note: str
    day: date
    can_start: bool
    can_finish: bool
    can_give_up: bool

    @property
    def href(self) -> str:
        return f"/work/{self.id}"


@dataclass(frozen=True)
class WorkDay:
    """One day of the week as the picture takes it."""

    date: date
    visits: tuple[WorkVisit, ...]


@dataclass(frozen=True)
class Month:
    """What a provider has done in one month: visits, minutes, and pence earned."""

    first: date
    visits: int
    minutes: int
    pence: Pence

    @property
    def hours(self) -> str:
        """`12`, `12½`: to the nearest half hour, as people say it."""
        halves = round(self.minutes / 30)
        half = "½" if halves % 2 else ""
        return f"{halves // 2 or '' if half else halves // 2}{half}"


def work_visit(session: Session, row: Visit, now: datetime) -> WorkVisit:
    """One visit, with what can be said of it now."""
    cut, state = seen.visit(session, row), queries.state_of(row)
    begun = state is VisitStatus.STARTED
    return WorkVisit(
        id=row.id,
        who=cut.for_name,
        what=cut.title,
        start=wall(row.starts_at),
        end=wall(row.ends_at),
        state=state,
        note=_note(row, state, cut.provider),
        day=row.day,
        can_start=state in _COMING and row.starts_at - _NEAR <= now < row.ends_at,
        can_finish=begun or (state in _COMING and row.starts_at <= now),
        can_give_up=state in _COMING and now < row.ends_at,
    )


def _note(row: Visit, state: VisitStatus, provider: str) -> str:
    if state is VisitStatus.UNCOVERED:
        return "You cannot come. Their backup contacts are asked."
    if row.minutes_late and state is VisitStatus.CHANGED:
        return f"You are about {row.minutes_late} minutes late."
    if row.who_comes and row.who_comes != provider:
        return f"{row.who_comes} goes."
    return "You stand in for somebody." if row.instead_of else ""


def work_of(session: Session, provider_id: str | None, first: date, last: date, now: datetime) -> tuple[WorkVisit, ...]:
    """A provider's visits between two days. Those that somebody else covers now are theirs no longer."""
    if provider_id is None:
        return ()
    rows = queries.work_between(session, provider_id, first, last)
    return tuple(work_visit(session, row, now) for row in rows if queries.state_of(row) is not VisitStatus.COVERED)


def week_of(visits: Sequence[WorkVisit], monday: date) -> tuple[WorkDay, ...]:
    """The seven days from a Monday."""
    days = [monday + timedelta(days=n) for n in range(7)]
    return tuple(WorkDay(day, tuple(visit for visit in visits if visit.day == day)) for day in days)


def month_of(session: Session, provider_id: str | None, today: date) -> Month:
    """The month that holds a day: visits done by their day, money by when it was paid over from the pot, our fee off."""
    first = today.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    if provider_id is None:
        return Month(first, 0, 0, 0)
    rows = queries.work_between(session, provider_id, first, after - timedelta(days=1))
    done = [row for row in rows if queries.state_of(row) is VisitStatus.COMPLETED]
    minutes = sum(int((row.ends_at - row.starts_at) / timedelta(minutes=1)) for row in done)
    since, until = at_wall(first, time()), at_wall(after, time())
    pence = ledger.earned(session, provider_account(provider_id), since, until)
    return Month(first, len(done), minutes, pence - fees_kept(session, provider_id, since, until))
