"""No price is lost by changing a listing that people see, and none rises unseen by being taken away first."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from market.core.database import Database
from providers.availability.queries import window_rows
from providers.changes import deciding, service
from providers.changes.errors import NothingWouldBeLeft
from providers.changes.parts import read_part
from providers.changes.queries import changes_that_wait
from providers.changes.rules import LATELY, Part
from providers.changes.service import Became
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import Unit
from tests.factories.providers import OFFICER, a_listing, a_provider, a_rate, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LIVING_IN = ("live_in_day", 20_000)


def card(*lines: tuple[str, int]) -> dict[str, Any]:
    more = {"when": "any", "note": "", "starts_on": "", "ends_on": ""}
    return {"rates": [{"unit": unit, "pence": pence} | more for unit, pence in lines]}


def prices(session: Session, row: Listing) -> list[tuple[str, int]]:
    return [(rate.unit.value, rate.pence) for rate in rates_of(session, row.id)]


def with_nights(session: Session) -> tuple[Provider, Listing]:
    owner = a_provider(session)
    row = a_listing(session, owner)
    a_rate(session, row, 20_000, Unit.LIVE_IN_DAY, place=1)
    a_rate(session, row, 9000, Unit.NIGHT_SLEEP_IN, place=2)
    return owner, row


def test_the_last_price_of_what_people_see_is_not_taken_away(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner)
        with pytest.raises(NothingWouldBeLeft) as refused:
            service.change(session, row.id, Part.PRICES, card(), by=as_(owner), now=NOW)
        assert refused.value.gone == ("price",)
        assert prices(session, row) == [("hour", 1850)]


def test_nor_are_the_last_hours_but_in_a_draft_both_are(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner)
        times = read_part(session, Part.TIMES, row, owner) | {"windows": []}
        with pytest.raises(NothingWouldBeLeft):
            service.change(session, row.id, Part.TIMES, times, by=as_(owner), now=NOW)
        assert window_rows(session, row.id)
        draft = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)
        became, _ = service.change(session, draft.id, Part.PRICES, card(), by=as_(owner), now=NOW, question="prices")
        assert became is Became.DRAFTED


def test_what_was_never_there_does_not_stop_another_change(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner)
        for window in window_rows(session, row.id):
            session.delete(window)
        assert service.change(session, row.id, Part.PRICES, card(("hour", 1700)), by=as_(owner), now=NOW)[0] is (
            Became.LIVE
        )


def test_a_price_taken_away_and_given_back_higher_waits_as_any_rise(database: Database) -> None:
    with database.write() as session:
        owner, row = with_nights(session)
        gone, _ = service.change(session, row.id, Part.PRICES, card(("hour", 1850), LIVING_IN), by=as_(owner), now=NOW)
        assert gone is Became.LIVE
        higher = card(("hour", 1850), LIVING_IN, ("night_sleep_in", 12_000))
        soon = NOW + timedelta(minutes=1)
        assert service.change(session, row.id, Part.PRICES, higher, by=as_(owner), now=soon)[0] is Became.WAITS
        (waiting,) = changes_that_wait(session, row.id)
        assert "£90" in waiting.weighed
        same = card(("hour", 1850), LIVING_IN, ("night_sleep_in", 9_000))
        assert service.change(session, row.id, Part.PRICES, same, by=as_(owner), now=soon)[0] is Became.LIVE


def test_a_price_that_has_been_gone_for_three_months_is_a_new_one(database: Database) -> None:
    with database.write() as session:
        owner, row = with_nights(session)
        service.change(session, row.id, Part.PRICES, card(("hour", 1850), LIVING_IN), by=as_(owner), now=NOW)
        higher = card(("hour", 1850), LIVING_IN, ("night_sleep_in", 12_000))
        later = NOW + LATELY + timedelta(days=1)
        assert service.change(session, row.id, Part.PRICES, higher, by=as_(owner), now=later)[0] is Became.LIVE


def test_a_lower_price_that_went_live_lately_does_not_make_the_agreed_one_a_rise(database: Database) -> None:
    with database.write() as session:
        owner, row = with_nights(session)
        rise = card(("hour", 1950), LIVING_IN, ("night_sleep_in", 9_000))
        service.change(session, row.id, Part.PRICES, rise, by=as_(owner), now=NOW)
        seen = deciding.mark_of_changes(session, row, owner)
        deciding.accept_changes(session, row.id, seen=seen, by=OFFICER, now=NOW)
        more = card(("hour", 1950), LIVING_IN, ("night_sleep_in", 9_000), ("quarter_hour", 400))
        assert service.change(session, row.id, Part.PRICES, more, by=as_(owner), now=NOW)[0] is Became.LIVE


def test_an_edit_that_waits_keeps_every_price_on_show_and_its_place_in_the_queue(database: Database) -> None:
    with database.write() as session:
        owner, row = with_nights(session)
        rise = card(("hour", 1950), LIVING_IN, ("night_sleep_in", 9_000))
        service.change(session, row.id, Part.PRICES, rise, by=as_(owner), now=NOW)
        (first,) = changes_that_wait(session, row.id)
        wished = service.wished(session, Part.PRICES, row, owner)
        assert service.change(session, row.id, Part.PRICES, wished, by=as_(owner), now=NOW + timedelta(hours=1))[0] is (
            Became.WAITS
        )
        assert [one.id for one in changes_that_wait(session, row.id)] == [first.id]
        assert prices(session, row) == [("hour", 1850), LIVING_IN, ("night_sleep_in", 9000)]
