"""The desk decides on what it looked at: a change made while the page lay open is never approved unseen."""

from datetime import UTC, datetime
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlmodel import Session

from market.core.database import Database
from market.core.errors import Refusal
from providers.changes import deciding, service
from providers.changes.deciding import mark_of_changes, mark_of_listing
from providers.changes.errors import ChangedSinceSeen
from providers.changes.parts import read_part
from providers.changes.queries import changes_that_wait
from providers.changes.rules import Part
from providers.listings import service as listings
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from tests.factories.providers import OFFICER, a_listing, a_provider, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def rates(pence: int) -> dict[str, Any]:
    line = {"unit": "hour", "when": "any", "note": "", "starts_on": "", "ends_on": ""}
    return {"rates": [line | {"pence": pence}]}


def hourly(session: Session, row: Listing) -> int:
    return rates_of(session, row.id)[0].pence


def rising(session: Session, pence: int = 1950) -> tuple[Provider, Listing, str]:
    """A rise that waits, and the mark of the page on which an officer reads it."""
    owner = a_provider(session)
    row = a_listing(session, owner)
    service.change(session, row.id, Part.PRICES, rates(pence), by=as_(owner), now=NOW)
    return owner, row, mark_of_changes(session, row, owner)


def test_a_higher_rise_sent_meanwhile_is_not_approved_by_the_yes_to_the_first(database: Database) -> None:
    with database.write() as session:
        owner, row, seen = rising(session)
        service.change(session, row.id, Part.PRICES, rates(4900), by=as_(owner), now=NOW)
        with pytest.raises(ChangedSinceSeen):
            deciding.accept_changes(session, row.id, seen=seen, by=OFFICER, now=NOW)
        with pytest.raises(ChangedSinceSeen):
            deciding.refuse_changes(session, row.id, seen=seen, by=OFFICER, now=NOW, why="Too much.")
        assert hourly(session, row) == 1850
        deciding.accept_changes(session, row.id, seen=mark_of_changes(session, row, owner), by=OFFICER, now=NOW)
        assert hourly(session, row) == 4900


def test_another_part_sent_meanwhile_is_not_approved_with_the_first(database: Database) -> None:
    with database.write() as session:
        owner, row, seen = rising(session)
        words = {"title": "Nurse Terry", "description": "I give injections and dress wounds."}
        service.change(session, row.id, Part.WORDS, words, by=as_(owner), now=NOW)
        with pytest.raises(ChangedSinceSeen):
            deciding.accept_changes(session, row.id, seen=seen, by=OFFICER, now=NOW)
        assert row.title == "Garden company"


def test_a_small_change_of_another_part_does_not_stop_the_officer(database: Database) -> None:
    with database.write() as session:
        owner, row, seen = rising(session)
        times = read_part(session, Part.TIMES, row, owner) | {"notice_hours": 24}
        service.change(session, row.id, Part.TIMES, times, by=as_(owner), now=NOW)
        deciding.accept_changes(session, row.id, seen=seen, by=OFFICER, now=NOW)
        assert (hourly(session, row), row.notice_hours) == (1950, 24)


def test_a_yes_without_having_looked_is_none(database: Database) -> None:
    with database.write() as session:
        _, row, _ = rising(session)
        with pytest.raises(ChangedSinceSeen):
            deciding.accept_changes(session, row.id, seen="", by=OFFICER, now=NOW)


def test_a_listing_changed_after_it_was_sent_is_not_approved_as_it_was(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)
        listings.submit(session, row.id, by=as_(owner), now=NOW)
        seen = mark_of_listing(session, row, owner)
        service.change(session, row.id, Part.PRICES, rates(9900), by=as_(owner), now=NOW)
        with pytest.raises(ChangedSinceSeen):
            deciding.approve_as_seen(session, row.id, seen=seen, by=OFFICER, now=NOW)
        approved = deciding.approve_as_seen(
            session, row.id, seen=mark_of_listing(session, row, owner), by=OFFICER, now=NOW
        )
        assert approved.state is ListingState.LIVE


def test_in_whatever_order_a_yes_and_a_change_arrive_no_price_is_on_show_that_nobody_saw(database: Database) -> None:
    for _ in range(6):
        with database.write() as session:
            owner, row, seen = rising(session)
        together = Barrier(2)

        def officer(listing_id: str = row.id, seen: str = seen, together: Barrier = together) -> None:
            together.wait()
            try:
                with database.write() as session:
                    deciding.accept_changes(session, listing_id, seen=seen, by=OFFICER, now=NOW)
            except Refusal:
                pass

        def terry(listing_id: str = row.id, owner_id: str = owner.id, together: Barrier = together) -> None:
            together.wait()
            with database.write() as session:
                me = as_(provider(session, owner_id))
                service.change(session, listing_id, Part.PRICES, rates(4900), by=me, now=NOW)

        both = [Thread(target=officer), Thread(target=terry)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        with database.read() as session:
            assert hourly(session, listing(session, row.id)) in (1850, 1950)
            assert [one.becomes["rates"][0]["pence"] for one in changes_that_wait(session, row.id)] == [4900]
