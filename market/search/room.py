"""Room: how many hours a listing still has free this week and next, from its hours less what is promised."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlmodel import Session

from market.bookings.queries import busy_of_providers
from market.core.times import at_wall, wall_day
from providers.availability.queries import all_dated, all_windows, away_rows_of
from providers.availability.rules import Away, Span, free_slots, gap_between
from providers.listings.queries import listings_by_id
from providers.listings.rules import Room, Where, side_by_side, stands_down
from providers.listings.tables import Listing
from providers.organisations.queries import providers
from providers.organisations.rules import may_be_found

_MANY = 40


@dataclass(frozen=True)
class RoomLeft:
    """Minutes still free this week (to Sunday) and next. `said` is what the provider says of having room."""

    this_week: int
    next_week: int
    said: Room | None = None

    @property
    def words(self) -> str:
        """`Has room: 6 hours this week, 12 hours next week`; what the provider says comes first."""
        if self.said is Room.FULL:
            return "Full just now"
        if self.said is Room.SOON:
            return "Room again soon"
        weeks = ((self.this_week // 60, "this week"), (self.next_week // 60, "next week"))
        open_weeks = [f"{_hours(hours)} {week}" for hours, week in weeks if hours]
        return f"Has room: {', '.join(open_weeks)}" if open_weeks else "No room this week or next"


def _hours(hours: int) -> str:
    """In whole hours, as one says it: a part of an hour is not promised."""
    return f"over {_MANY} hours" if hours > _MANY else f"{hours} hour{'' if hours == 1 else 's'}"


def room_of(session: Session, listing_ids: Collection[str], now: datetime) -> Mapping[str, RoomLeft]:
    """Room of each of these listings. Those that are had by phone, or name no hours, have none to count and are left
    out, and so is what was taken down."""
    rows = listings_by_id(session, listing_ids)
    windows, dated = all_windows(session, listing_ids), all_dated(session, listing_ids)
    counted = [
        row for row in rows if row.where is not Where.PHONE_ONLINE and (windows.get(row.id) or dated.get(row.id))
    ]
    owners = providers(session, {row.provider_id for row in counted})
    counted = [row for row in counted if may_be_found(owners[row.provider_id].state) and not stands_down(row.state)]
    monday = wall_day(now) - timedelta(days=wall_day(now).weekday())
    turn, end = (at_wall(monday + timedelta(weeks=weeks), time()) for weeks in (1, 2))
    busy = busy_of_providers(session, list(owners), now, end)
    away = away_rows_of(session, list(owners))
    found = {}
    for row in counted:
        spells = [
            Away(one.first_day, one.last_day)
            for one in away.get(row.provider_id, ())
            if one.listing_id in (None, row.id)
        ]
        since = now + timedelta(hours=row.notice_hours)
        minutes = [
            _minutes(
                free_slots(
                    windows.get(row.id, ()),
                    spells,
                    busy.get(row.provider_id, ()),
                    start,
                    until,
                    at_once=side_by_side(row.capacity, owners[row.provider_id].workers),
                    buffer=gap_between(row.buffer_minutes, row.travel_minutes),
                    shortest=timedelta(minutes=30),
                    dated=dated.get(row.id, ()),
                )
            )
            for start, until in ((since, turn), (max(since, turn), end))
            if start < until
        ]
        this_week = minutes[0] if len(minutes) == 2 else 0
        found[row.id] = RoomLeft(this_week, minutes[-1] if minutes else 0, _said(row))
    return found


def _said(row: Listing) -> Room | None:
    return Room.FULL if row.spaces == 0 else row.room


def _minutes(slots: Sequence[Span]) -> int:
    return sum(int((end - start) / timedelta(minutes=1)) for start, end in slots)
