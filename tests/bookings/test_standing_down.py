"""Taking a provider down, taking a request back, and the small print of asking: gaps, what is paid once, how far ahead."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from market.bookings import answering
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.ending import cancel_booking
from market.bookings.errors import SlotsTaken, TakenDown
from market.bookings.queries import asked_for_the_same_time, others_asked, status_of
from market.bookings.rules import BookingStatus, Wish
from market.bookings.standing_down import let_requests_go, stand_listing_down
from market.bookings.tables import Booking
from market.bookings.visiting import charge_for_cancelling
from market.core.database import Database
from market.wiring.seen import without_names
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.pricing.rules import Unit
from providers.pricing.tables import RateRow
from tests.factories.county import SmallCounty, listing, person, provider, small_county

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TUESDAY = date(2026, 12, 1)


def ask(
    session: Session, county: SmallCounty, day: date = TUESDAY, hour: int = 10, to: Listing | None = None
) -> Booking:
    asked = to or county.aleds_listing
    wanted = Wanted(asked.id, Wish(day, time(hour), time(hour + 1)), pot_id=county.walters_pot.id)
    run = quote_run(session, county.daughter, county.walter.id, wanted, now=NOW)
    key = f"{asked.id}:{day}:{hour}"
    return ask_for(
        session,
        county.daughter,
        county.walter.id,
        wanted,
        seen_pence=run.total,
        leave_out_taken=False,
        key=key,
        now=NOW,
    )


def agreed(session: Session, county: SmallCounty, day: date = TUESDAY, hour: int = 10) -> Booking:
    return answering.accept(session, county.aled_signed_in, ask(session, county, day, hour).id, now=NOW)


def test_a_request_of_what_was_taken_down_cannot_be_accepted_and_is_let_go(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        waiting = ask(session, county)
        county.aleds_listing.state = ListingState.SUSPENDED
        session.flush()
        with pytest.raises(TakenDown):
            answering.accept(session, county.aled_signed_in, waiting.id, now=NOW)
        assert [one.id for one in let_requests_go(session, [waiting], now=NOW)] == [waiting.id]
        assert status_of(waiting, NOW) is BookingStatus.DECLINED
        assert let_requests_go(session, [waiting], now=NOW) == []


def test_agreed_visits_stay_and_calling_them_off_costs_nothing_while_it_is_down(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        agreed(session, county)
        (visit,) = stand_listing_down(session, county.aleds_listing.id, now=NOW)
        an_hour_before = visit.starts_at - timedelta(hours=1)
        assert charge_for_cancelling(session, visit, an_hour_before) == 1700
        county.aled.state = ProviderState.SUSPENDED
        session.flush()
        assert charge_for_cancelling(session, visit, an_hour_before) == 0
        assert stand_listing_down(session, county.aleds_listing.id, now=visit.ends_at) == []


def test_how_many_others_were_asked_counts_providers_and_not_requests(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        other = listing(session, provider(session, "Bethan Rees", NOW), NOW)
        first = ask(session, county)
        assert others_asked(session, first, NOW - timedelta(days=14)) == 0
        for hour in (10, 12):
            ask(session, county, hour=hour, to=other)
        assert others_asked(session, first, NOW - timedelta(days=14)) == 1
        assert len(asked_for_the_same_time(session, first, NOW)) == 1


def test_the_reason_for_taking_a_request_back_is_kept(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        waiting = ask(session, county)
        cancel_booking(session, county.daughter, waiting.id, 0, now=NOW, why=" Our plans have changed. ")
        assert waiting.cancelled_why == "Our plans have changed."


def test_a_visit_that_ends_just_before_leaves_no_time_for_the_way(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        county.aleds_listing.travel_minutes = 20
        agreed(session, county, hour=10)
        with pytest.raises(SlotsTaken) as refused:
            ask(session, county, hour=11)
        assert [taken.why for taken in refused.value.taken] == ["booked"]
        ask(session, county, hour=12)


def test_no_further_ahead_than_the_listing_may_be_asked(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        county.aleds_listing.ahead_days = 7
        session.flush()
        with pytest.raises(SlotsTaken) as refused:
            ask(session, county)
        assert [taken.why for taken in refused.value.taken] == ["ahead"]
        ask(session, county, NOW.date() + timedelta(days=7))


def test_what_is_paid_once_is_paid_with_the_first_yes_only_and_every_item_is_frozen(database: Database) -> None:
    with database.write() as session:
        county = small_county(session, NOW)
        session.add(RateRow(listing_id=county.aleds_listing.id, place=1, unit=Unit.ONE_OFF, pence=2500))
        session.flush()
        first = agreed(session, county)
        assert first.total_pence == 1700 + 2500
        assert [(item["unit"], item["pence"]) for item in first.price_lines[0]["items"]] == [
            ("hour", 1700),
            ("one_off", 2500),
        ]
        assert agreed(session, county, hour=14).total_pence == 1700


def test_a_name_in_a_note_is_taken_out_for_who_has_not_been_introduced(database: Database) -> None:
    with database.write() as session:
        whose = person(session, "Mr Walter Pym", NOW, needs={"known_as": "Wally"})
        said = without_names("Wally tires after an hour. Mr Pym’s gate sticks; Walter waits at it.", whose)
        assert not {"Wally", "Walter", "Pym"} & set(said.replace("’s", "").replace(".", "").split())
        assert "tires after an hour" in said
