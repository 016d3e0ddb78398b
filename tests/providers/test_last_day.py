"""A listing that has a last day: had until then, gone at midnight, said by whom, when and why, and offered again."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from market.core.database import Database
from market.core.tables import EventRow
from providers.candidates import candidate
from providers.changes import service as changes
from providers.changes.parts import read_part
from providers.changes.rules import Part
from providers.changes.service import Became
from providers.listings.errors import CannotMove
from providers.listings.freshness import mark_expired
from providers.listings.queries import decisions_on
from providers.listings.rules import ListingState
from providers.listings.service import offer_again
from tests.factories.providers import a_listing, a_provider, as_

LAST = date(2026, 12, 5)
THE_DAY = datetime(2026, 12, 5, 23, 59, tzinfo=UTC)
AFTER = datetime(2026, 12, 6, 0, 5, tzinfo=UTC)


def test_it_is_found_until_the_end_of_its_last_day_and_then_the_night_writes_down_who_when_and_why(
    database: Database,
) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, expires_on=LAST)
        resting = a_listing(session, owner, expires_on=LAST, state=ListingState.PAUSED)
        for_ever = a_listing(session, owner)
        assert mark_expired(session, THE_DAY) == []
        assert candidate(session, row.id, THE_DAY) is not None
        assert candidate(session, row.id, AFTER) is None, "at midnight, before any job has run"
        assert {one.id for one in mark_expired(session, AFTER)} == {row.id, resting.id}
        assert mark_expired(session, AFTER) == []
        last = decisions_on(session, row.id)[-1]
        assert (last.became, last.by, last.at) == (ListingState.EXPIRED, "system:last-day", AFTER)
        assert last.why == "Its last day was 5 December 2026."
        assert for_ever.state is ListingState.LIVE
        assert [one.name for one in session.exec(select(EventRow))] == ["listing.expired"] * 2


def test_a_last_day_is_a_small_change_and_may_be_taken_back(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner)
        times = read_part(session, Part.TIMES, row, owner)
        for day, kept in ((LAST.isoformat(), LAST), ("", None)):
            became, _ = changes.change(
                session,
                row.id,
                Part.TIMES,
                times | {"last_day": day},
                by=as_(owner),
                now=datetime(2026, 11, 24, tzinfo=UTC),
            )
            assert (became, row.expires_on) == (Became.LIVE, kept)


def test_what_had_its_last_day_is_offered_again_by_way_of_the_desk(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, expires_on=LAST)
        with pytest.raises(CannotMove):
            offer_again(session, row.id, by=as_(owner), now=THE_DAY)
        mark_expired(session, AFTER)
        again = offer_again(session, row.id, by=as_(owner), now=AFTER)
        assert (again.state, again.expires_on) == (ListingState.SUBMITTED, None)
