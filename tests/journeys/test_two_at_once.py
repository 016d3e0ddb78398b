"""Two workers at the same time: asked for by page, priced for both, promised by two, seen by everybody, covered by two."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from market.bookings.asking import Wanted, quote_run
from market.bookings.cascade.covering import is_suited, price_of_cover
from market.bookings.cascade.tables import BackupContact
from market.bookings.errors import SlotsTaken
from market.bookings.queries import bookings_of, busy, visits_of
from market.bookings.rules import Wish
from market.bookings.tables import Booking
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.times import at_wall
from providers.organisations.queries import provider
from providers.pricing.rules import Unit
from providers.pricing.tables import RateRow
from tests.journeys.asker import Asker, Fields, words
from tests.journeys.sides import ARTHUR, ARTHURS_POT, JOANNE, TERRYS_LISTING, WRENFIELD, Sides, county_on
from tests.web.finding.asking import plain

CARE, WRENFIELDS = "lst_wrenfield-morning-and-evening-care", "prv_wrenfield-home-support"
TUESDAY = date(2026, 12, 1)
ONE_MORNING: dict[str, Fields] = {
    "kind": {"kind": "personal_care"},
    "often": {"often": "dates"},
    "dates": {"on1-day": "1", "on1-month": "12", "on1-year": "2026"},
    "times": {"start": "09:00", "end": "10:00"},
    "note": {"note": ""},
    "pot": {"pot": ARTHURS_POT},
}


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


def second_worker_costs(sides: Sides, pence: int) -> None:
    with sides.database.write() as session:
        session.add(RateRow(listing_id=CARE, unit=Unit.SECOND_WORKER, pence=pence, place=9))


def asked_for(sides: Sides, workers: str) -> Booking:
    """Joanne asks, page after page."""
    asker = Asker(sides.browser(JOANNE), CARE)
    page = asker.fill_in(ONE_MORNING | {"workers": {"workers": workers}}, f"?person={ARTHUR}")
    assert ("How many come Two people" in words(page)) is (workers == "2"), words(page)
    asker.confirm(page)
    sides.run()
    with sides.database.read() as session:
        return next(row for row in bookings_of(session, ARTHUR) if row.listing_id == CARE and row.accepted_at is None)


def quoted(sides: Sides, session: Session, workers: int, start: int = 9) -> int:
    account, _ = sides._who(JOANNE, Role.SUPPORTER)
    joanne = Actor(account.id, account.name, Role.SUPPORTER)
    wish = Wish(TUESDAY, time(start), time(start + 1))
    wanted = Wanted(CARE, wish, kind="personal_care", pot_id=ARTHURS_POT, workers=workers)
    return quote_run(session, joanne, ARTHUR, wanted, now=sides.clock.now()).total


def test_two_are_asked_for_by_page_and_everybody_reads_that_two_come(sides: Sides) -> None:
    second_worker_costs(sides, 2200)
    booking = asked_for(sides, "2")
    assert (booking.workers, booking.total_pence) == (2, 2640 + 2200)
    assert "1 hour at £22 an hour for a second worker" in booking.price_lines[0]["words"]
    carol = sides.browser(WRENFIELD)
    read = plain(carol.get(f"/requests/{booking.id}").text)
    assert "two workers" in read
    assert "£48.40" in read
    carol.post(f"/requests/{booking.id}/accept", seen_on=f"/requests/{booking.id}")
    sides.run()
    with sides.database.read() as session:
        (visit,) = visits_of(session, booking.id)
    assert visit.workers == 2
    assert "two workers" in plain(carol.get(f"/work/{visit.id}").text)
    assert "two workers" in plain(sides.browser(JOANNE).get(f"/visits/{visit.id}").text)


def test_one_stays_one_and_where_no_second_has_a_price_both_cost_the_same(sides: Sides) -> None:
    with sides.database.read() as session:
        assert quoted(sides, session, 1) == 2640
        assert quoted(sides, session, 2) == 2 * 2640
    assert asked_for(sides, "1").title.endswith("two workers") is False


def test_two_workers_are_busy_for_two_and_the_last_one_left_is_not_enough(sides: Sides) -> None:
    with sides.database.write() as session:
        owner = provider(session, WRENFIELDS)
        before = len(busy(session, WRENFIELDS, *nine_to_ten(), sides.clock.now()))
        owner.workers = before + 3
    asked_for(sides, "2")
    with sides.database.read() as session:
        assert len(busy(session, WRENFIELDS, *nine_to_ten(), sides.clock.now())) == before + 2
        assert quoted(sides, session, 1) == 2640
        with pytest.raises(SlotsTaken) as taken:
            quoted(sides, session, 2)
        assert [one.why for one in taken.value.taken] == ["booked"]


def nine_to_ten() -> tuple[datetime, datetime]:
    return at_wall(TUESDAY, time(9)), at_wall(TUESDAY, time(10))


def test_who_comes_alone_is_not_asked_for_two(sides: Sides) -> None:
    asker = Asker(sides.browser(JOANNE), TERRYS_LISTING)
    page = asker.fill_in(
        ONE_MORNING | {"kind": {"kind": "gardening"}, "workers": {"workers": "2"}}, f"?person={ARTHUR}"
    )
    assert "How many come" not in words(page)
    with sides.database.write() as session:
        provider(session, WRENFIELDS).workers = 1
    with sides.database.read() as session, pytest.raises(SlotsTaken) as taken:
        quoted(sides, session, 2)
    assert [one.why for one in taken.value.taken] == ["workers"]


def test_cover_for_two_is_asked_of_who_has_two_at_the_price_of_two(sides: Sides) -> None:
    second_worker_costs(sides, 2200)
    booking = asked_for(sides, "2")
    with sides.database.write() as session:
        (visit,) = visits_of(session, booking.id)
        contacts = select(BackupContact).where(BackupContact.provider_id == WRENFIELDS)
        contact = session.exec(contacts).first()
        assert contact is not None
        contact.listing_id = CARE
        assert price_of_cover(session, contact, visit) == 2640 + 2200
        later = visit.starts_at + timedelta(days=1)
        visit.starts_at, visit.ends_at, visit.day = later, later + timedelta(hours=1), TUESDAY + timedelta(days=1)
        session.flush()
        free = len(busy(session, WRENFIELDS, visit.starts_at, visit.ends_at, sides.clock.now()))
        provider(session, WRENFIELDS).workers = free + 2
        assert is_suited(session, contact, visit, sides.clock.now())
        provider(session, WRENFIELDS).workers = free + 1
        assert not is_suited(session, contact, visit, sides.clock.now())
