"""Keeping listings fresh: the question after six months, the one tap that answers it, what twelve months of silence do;
and a last day that has gone."""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.core.actor import System
from market.core.times import wall_day
from providers.listings import events
from providers.listings.errors import CannotMove
from providers.listings.lawful import check_whole
from providers.listings.queries import listings_past_their_last_day, listings_unconfirmed_since
from providers.listings.rules import ASK_AFTER, FRESH_FOR, ListingState, Room, is_to_be_asked, stands_down, state_now
from providers.listings.service import By, may_change, move, put_up, tell
from providers.listings.tables import Listing


def confirm_still_right(
    session: Session,
    listing_id: str,
    *,
    by: By,
    now: datetime,
    spaces: int | None = None,
    room: Room | None = None,
    fresh_for: timedelta = FRESH_FOR,
) -> Listing:
    """The one tap "still right", and perhaps whether there is room or how many places are free.

    A stale listing comes back into search.
    """
    row, owner = may_change(session, listing_id, by)
    shown = state_now(row.state, checked_at=row.checked_at, expires_on=row.expires_on, now=now, fresh_for=fresh_for)
    if stands_down(shown):
        raise CannotMove(shown, ListingState.LIVE)
    if spaces is not None:
        row.spaces = spaces
    if room is not None:
        row.room = room
    if shown is ListingState.STALE:
        check_whole(session, row, owner, now)
        return put_up(session, row, by=by, now=now)
    row.checked_at = now
    tell(session, events.CONFIRMED, row, by=by, now=now)
    return row


def say_room(session: Session, listing_id: str, room: Room, *, by: By, now: datetime) -> Listing:
    """I have room, soon, or full. Says nothing about the rest of the listing."""
    row, _ = may_change(session, listing_id, by)
    row.room = room
    session.add(row)
    tell(session, events.ROOM, row, by=by, now=now)
    return row


def ask_still_right(session: Session, now: datetime) -> list[Listing]:
    """Put the question "still right?" about each listing that nobody confirmed for six months, and again each month.

    The event is told by message; those whose provider stands down are not asked.
    """
    rows = [
        row
        for row in listings_unconfirmed_since(session, now - ASK_AFTER)
        if is_to_be_asked(row.checked_at, row.asked_at, now)
    ]
    for row in rows:
        row.asked_at = now
        session.add(row)
        tell(session, events.ASKED_STILL_RIGHT, row, by=System("freshness"), now=now)
    return rows


def mark_expired(session: Session, now: datetime) -> list[Listing]:
    """Record as expired every listing whose last day has gone. Search hides them from that midnight anyway."""
    by = System("last-day")
    rows = listings_past_their_last_day(session, wall_day(now))
    for row in rows:
        last = row.expires_on
        why = f"Its last day was {last.day} {last:%B %Y}." if last else ""
        move(session, row, ListingState.EXPIRED, by=by, now=now, why=why)
        tell(session, events.EXPIRED, row, by=by, now=now)
    return rows


def mark_stale(session: Session, now: datetime, fresh_for: timedelta = FRESH_FOR) -> list[Listing]:
    """Record as stale every listing that nobody confirmed for so long. Search hides them from that instant anyway."""
    by = System("freshness")
    rows = listings_unconfirmed_since(session, now - fresh_for)
    for row in rows:
        move(session, row, ListingState.STALE, by=by, now=now)
        tell(session, events.STALE, row, by=by, now=now)
    return rows
