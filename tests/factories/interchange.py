"""Rows of imports, likely doubles and given calendars, with ordinary values."""

from typing import Any

from sqlmodel import Session

from providers.interchange.calendars.tables import GivenCalendar
from providers.interchange.tables import ImportRun
from providers.interchange.twins.tables import LikelyPair
from providers.listings.tables import Listing
from tests.factories.people import LONG_AGO


def a_run(session: Session, authority_id: str | None, **facts: Any) -> ImportRun:
    """A trial that has ended."""
    ordinary: dict[str, Any] = {
        "source": "A directory",
        "dialect": "csv",
        "file_name": "rows.csv",
        "received_on": LONG_AGO.date(),
        "is_trial": True,
        "by": "test",
        "made_at": LONG_AGO,
        "ended_at": LONG_AGO,
    }
    row = ImportRun(authority_id=authority_id, **ordinary | facts)
    session.add(row)
    session.flush()
    return row


def a_pair(session: Session, listing: Listing, other: Listing, authority_id: str | None, **facts: Any) -> LikelyPair:
    """Two listings that look alike and that nobody has decided on."""
    ordinary: dict[str, Any] = {
        "key": f"{listing.id}~{other.id}",
        "score": 0.8,
        "why": ["the names are alike"],
        "found_at": LONG_AGO,
    }
    row = LikelyPair(listing_id=listing.id, other_listing_id=other.id, authority_id=authority_id, **ordinary | facts)
    session.add(row)
    session.flush()
    return row


def a_calendar(session: Session, provider_id: str, **facts: Any) -> GivenCalendar:
    """A calendar given by its address."""
    ordinary: dict[str, Any] = {
        "name": "Family calendar",
        "address": "https://calendar.example.net/secret.ics",
        "given_at": LONG_AGO,
        "given_by": "test",
    }
    row = GivenCalendar(provider_id=provider_id, **ordinary | facts)
    session.add(row)
    session.flush()
    return row
