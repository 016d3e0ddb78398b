"""Room: hours still free this week and next, from a listing's hours less what is promised."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.rules import Wish
from market.core.database import Database
from market.search.room import RoomLeft, room_of
from providers.availability.tables import AwayRow, DatedHoursRow
from providers.listings.rules import Room, Where
from tests.factories.county import SmallCounty, small_county

MONDAY_NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
NEXT_TUESDAY = date(2026, 12, 1)


def room(session: Session, county: SmallCounty, now: datetime = MONDAY_NINE) -> RoomLeft:
    return room_of(session, [county.aleds_listing.id], now)[county.aleds_listing.id]


def book(session: Session, county: SmallCounty, wish: Wish) -> None:
    wanted = Wanted(county.aleds_listing.id, wish, pot_id=county.walters_pot.id)
    run = quote_run(session, county.daughter, county.walter.id, wanted, now=MONDAY_NINE)
    ask_for(
        session, county.daughter, county.walter.id, wanted, seen_pence=run.total, leave_out_taken=False, key="k",
        now=MONDAY_NINE,
    )  # fmt: skip


def test_seven_days_from_seven_to_nine_are_ninety_eight_hours_and_what_has_gone_does_not_count(
    database: Database,
) -> None:
    with database.write() as session:
        county = small_county(session, MONDAY_NINE)
        left = room(session, county)
        assert (left.this_week, left.next_week) == ((98 - 2) * 60, 98 * 60)


def test_what_is_promised_and_the_gap_around_it_take_room(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, MONDAY_NINE)
        book(session, county, Wish(NEXT_TUESDAY, time(10), time(12)))
        assert room(session, county).next_week == 96 * 60
        county.aleds_listing.buffer_minutes, county.aleds_listing.travel_minutes = 10, 20
        session.flush()
        assert room(session, county).next_week == 95 * 60


def test_notice_time_off_and_single_days_count(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, MONDAY_NINE)
        county.aleds_listing.notice_hours = 24
        session.add(AwayRow(provider_id=county.aled.id, first_day=NEXT_TUESDAY, last_day=NEXT_TUESDAY))
        wednesday = NEXT_TUESDAY + timedelta(days=1)
        session.add(DatedHoursRow(listing_id=county.aleds_listing.id, day=wednesday, starts=time(9), ends=time(10)))
        session.flush()
        left = room(session, county)
        assert left.this_week == (98 - 14 - 2) * 60
        assert left.next_week == (98 - 14 - 13) * 60


def test_on_the_last_evening_of_a_week_with_long_notice_this_week_has_none(database: Database) -> None:
    sunday_evening = datetime(2026, 11, 29, 20, tzinfo=UTC)
    with database.write() as session:
        county = small_county(session, MONDAY_NINE)
        county.aleds_listing.notice_hours = 48
        session.flush()
        left = room(session, county, sunday_evening)
        assert left.this_week == 0
        assert left.next_week == (98 - 14 - 13) * 60


def test_what_is_had_by_phone_has_no_room_to_count(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, MONDAY_NINE)
        county.aleds_listing.where = Where.PHONE_ONLINE
        session.flush()
        assert room_of(session, [county.aleds_listing.id], MONDAY_NINE) == {}


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (RoomLeft(190, 725), "Has room: 3 hours this week, 12 hours next week"),
        (RoomLeft(20, 60), "Has room: 1 hour next week"),
        (RoomLeft(0, 50), "No room this week or next"),
        (RoomLeft(50 * 60, 0), "Has room: over 40 hours this week"),
        (RoomLeft(600, 600, Room.FULL), "Full just now"),
        (RoomLeft(600, 600, Room.SOON), "Room again soon"),
        (RoomLeft(60, 0, Room.NOW), "Has room: 1 hour this week"),
    ],
)
def test_room_in_words(left: RoomLeft, words: str) -> None:
    assert left.words == words
