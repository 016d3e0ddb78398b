"""The job that reads a calendar by its address: what to fetch in one transaction, fetching in none, keeping in another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.core.actor import System
from market.core.jobs import Payload
from providers.interchange.calendars.fetching import fetch
from providers.interchange.calendars.rules import Busy, busy_times
from providers.interchange.calendars.service import AFTER_TROUBLE, BACK, EVERY, fetch_at, keep
from providers.interchange.calendars.tables import GivenCalendar
from providers.interchange.errors import CalendarAddressRefused, CalendarUnreadable

BY = System("calendar")


@dataclass(frozen=True)
class _Begun:
    address: str
    now: datetime


class FetchCalendar:
    """An `Outward` job. An address that was taken away meanwhile is not fetched, and what came is not kept."""

    def __init__(self, *, loopback: bool = False) -> None:
        self._loopback = loopback

    def begin(self, session: Session, payload: Payload, now: datetime) -> _Begun | None:
        row = session.get(GivenCalendar, payload["calendar_id"])
        return _Begun(row.address, now) if row is not None and row.address else None

    def call(self, begun: _Begun) -> Busy | str:
        try:
            return busy_times(fetch(begun.address, loopback=self._loopback), begun.now - BACK)
        except (CalendarAddressRefused, CalendarUnreadable) as trouble:
            return trouble.why

    def settle(self, session: Session, payload: Payload, begun: _Begun, outcome: Any, now: datetime) -> None:
        row = session.get(GivenCalendar, payload["calendar_id"], with_for_update=True)
        if row is None or row.address != begun.address:
            return
        if isinstance(outcome, Busy):
            keep(session, row, outcome, by=BY, now=now)
            fetch_at(session, row, now + EVERY)
            return
        row.trouble, row.tried_at = str(outcome), now
        session.add(row)
        fetch_at(session, row, now + AFTER_TROUBLE)
