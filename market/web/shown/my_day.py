"""A provider's first page: what to answer, today's visits, messages, what runs out, the month in hours and money."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade.queries import open_questions_for
from market.core.actor import Actor
from market.core.tables import OutboxRow, OutboxStatus
from market.core.times import wall_day
from market.messages.queries import messages_to
from market.search.room import RoomLeft, room_of
from market.web.filters import counted, full_date
from market.web.shown.requests import ShownRequest, shown_request
from market.web.shown.work import Month, WorkVisit, month_of, work_of
from providers.accreditation.lapsing import LAPSED, lapsing
from providers.accreditation.queries import evidence_of
from providers.accreditation.schemes import evidence_kinds
from providers.changes.queries import changes_that_wait
from providers.listings.low_pay import low_pay_of
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState, is_due_a_question
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id

_MOST_REQUESTS, _MOST_MESSAGES = 3, 3
_OWN_SIGN_IN = ("sign_in.", "chat.")


@dataclass(frozen=True)
class Line:
    """One thing to see to: words, and where they lead."""

    words: str
    path: str
    icon: str
    is_late: bool = False


@dataclass(frozen=True)
class MyDay:
    """Everything on the page. `more_requests` is how many wait beyond those shown."""

    requests: tuple[ShownRequest, ...]
    more_requests: int
    to_cover: int
    todays: tuple[WorkVisit, ...]
    next_visit: WorkVisit | None
    messages: tuple[OutboxRow, ...]
    to_see_to: tuple[Line, ...]
    month: Month
    room: RoomLeft | None
    listing: Listing | None


def my_day(session: Session, actor: Actor, now: datetime) -> MyDay:
    """A provider's day."""
    today, provider_id = wall_day(now), actor.provider_id or ""
    waiting = queries.requests_for(session, provider_id, now)
    rows = listings_of(session, provider_id)
    coming = work_of(session, actor.provider_id, today, date.fromordinal(today.toordinal() + 14), now)
    todays = tuple(one for one in coming if one.day == today)
    live = [row for row in rows if row.state is ListingState.LIVE]
    room = room_of(session, [row.id for row in live], now)
    first = next((row for row in live if row.id in room), None)
    return MyDay(
        requests=tuple(shown_request(session, booking) for booking in waiting[:_MOST_REQUESTS]),
        more_requests=max(0, len(waiting) - _MOST_REQUESTS),
        to_cover=len(open_questions_for(session, actor.account_id, actor.provider_id)),
        todays=todays,
        next_visit=next((one for one in coming if one.day > today and one.can_give_up), None),
        messages=_messages(session, actor),
        to_see_to=(*_listing_lines(session, rows, now), *_running_out(session, provider_id, today)),
        month=month_of(session, actor.provider_id, today),
        room=room.get(first.id) if first else None,
        listing=first,
    )


def _messages(session: Session, actor: Actor) -> tuple[OutboxRow, ...]:
    """The newest that were sent to this account, but for sign-in letters and answers in a chat."""
    found = messages_to(session, actor.account_id, limit=12)
    told = [row for row in found if not row.kind.startswith(_OWN_SIGN_IN) and row.status is not OutboxStatus.FAILED]
    return tuple(told[:_MOST_MESSAGES])


def _listing_lines(session: Session, rows: list[Listing], now: datetime) -> list[Line]:
    found = []
    for row in rows:
        title = row.title or "your new listing"
        if row.state is ListingState.DRAFT:
            found.append(Line(f"Go on with {title}", "/listing", "pencil"))
        if row.state is ListingState.SUSPENDED:
            found.append(Line(f"{title} was taken off: see why", "/listing", "ban", is_late=True))
        if row.state is ListingState.EXPIRED:
            found.append(Line(f"The last day of {title} has gone", "/listing", "calendar-x"))
        if row.state is ListingState.LIVE and low_pay_of(
            session, row, provider_by_id(session, row.provider_id), wall_day(now)
        ):
            found.append(
                Line(f"A price of {title} is too low: see from when", "/listing", "triangle-alert", is_late=True)
            )
        if row.state in (ListingState.LIVE, ListingState.STALE) and is_due_a_question(row.checked_at, now):
            found.append(Line(f"Is {title} still right? One tap says so", "/listing", "refresh-cw"))
        if changes_that_wait(session, row.id):
            found.append(Line(f"A change of {title} waits for your council", "/listing", "hourglass"))
    return found


def _running_out(session: Session, provider_id: str, today: date) -> list[Line]:
    """Checks that have lapsed or soon will, soonest first."""
    kinds, found = evidence_kinds(), []
    for one in lapsing(evidence_of(session, provider_id), today):
        label = kinds[one.kind].label if one.kind in kinds else one.kind.replace("_", " ").capitalize()
        if one.within == LAPSED:
            words = f"{label}: out of date since {full_date(one.last_day)}"
        else:
            left = (one.last_day - today).days
            words = f"{label}: good until {full_date(one.last_day)}, " + (
                counted(left, "day") if left else "its last day"
            )
        found.append(
            Line(words, "/listing", "calendar-x" if one.within == LAPSED else "hourglass", one.within == LAPSED)
        )
    return found
