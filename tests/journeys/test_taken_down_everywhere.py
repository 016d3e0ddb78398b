"""A provider is taken down: gone at once from every place where somebody could meet them, and nobody hears it twice."""

import re
from datetime import date, time, timedelta

import pytest

from market.bookings.answering import ask_renewal
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.cascade.queries import cascade_of_visit, questions_of
from market.bookings.cascade.rules import Answer
from market.bookings.queries import booking, status_of, visits_of
from market.bookings.rules import BookingStatus, Wish
from market.bookings.tables import Booking
from market.core.actor import Actor, Role, System
from market.core.clock import StandingClock
from market.core.database import Database
from market.search.room import room_of
from providers.availability.tables import WindowRow
from providers.listings import service as listings
from providers.listings.queries import listing, listings_of
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.organisations.service import decide
from providers.pricing.rules import Unit
from providers.pricing.tables import RateRow
from tests.journeys.sides import ARTHUR, ARTHURS_POT, JOANNE, TERRY, TERRYS_LISTING, THURSDAY, Sides, county_on
from tests.web.browser import Browser
from tests.web.finding.asking import ALLOTMENT, found, plain, titles

RUTH = "ruth.chidgey@example.org"
TERRYS = "prv_terry-holwill"
TITLE = "Garden and allotment company, I drive you there"
WHY = "A complaint that we must look into."


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


def suspend(sides: Sides, of: str = TERRYS_LISTING, what: str = "provider") -> None:
    page = f"/accreditation/listings/{of}/suspend"
    answer = sides.browser(RUTH).post(page, {"what": what, "why": WHY}, seen_on=page)
    assert answer.status_code == 303


def agreed(sides: Sides) -> Booking:
    asked = sides.joanne_asks()
    sides.run()
    sides.browser(TERRY).post(f"/requests/{asked.id}/accept", seen_on=f"/requests/{asked.id}")
    sides.run()
    return asked


def a_second_listing(sides: Sides) -> str:
    """Terry mends things, too."""
    with sides.database.write() as session:
        first = listing(session, TERRYS_LISTING)
        row = Listing(
            provider_id=first.provider_id, title="Small repairs", kinds=["handyperson"], tiers=["goes_into_home"],
            postcode=first.postcode, easting=first.easting, northing=first.northing, radius_metres=first.radius_metres,
            state=ListingState.LIVE, checked_at=first.checked_at, made_at=first.made_at,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add(RateRow(listing_id=row.id, unit=Unit.HOUR, pence=1850))
        session.add(WindowRow(listing_id=row.id, weekdays=[0, 1, 3, 4], starts=time(9), ends=time(17)))
        return row.id


def joanne_asks_for(sides: Sides, listing_id: str, kind: str, day: date) -> str:
    account, _ = sides._who(JOANNE, Role.SUPPORTER)
    joanne = Actor(account.id, account.name, Role.SUPPORTER)
    wanted = Wanted(listing_id, Wish(day, time(14), time(15)), kind=kind, pot_id=ARTHURS_POT)
    with sides.database.write() as session:
        run, now = quote_run(session, joanne, ARTHUR, wanted, now=sides.clock.now()), sides.clock.now()
        return ask_for(
            session,
            joanne,
            ARTHUR,
            wanted,
            seen_pence=run.total,
            leave_out_taken=False,
            key=f"{listing_id}{day}",
            now=now,
        ).id


def test_search_page_feed_room_and_what_was_kept_lose_every_listing_at_once(sides: Sides) -> None:
    other = a_second_listing(sides)
    joanne, visitor = sides.browser(JOANNE), sides.browser()
    joanne.post(f"/listings/{TERRYS_LISTING}/keep", seen_on=f"/listings/{TERRYS_LISTING}")
    looked = found(joanne, ALLOTMENT)

    def in_feed() -> int:
        names = [one["name"] for one in visitor.get("/open-referral/services?per_page=500").json()["contents"]]
        return sum(name in (TITLE, "Small repairs") for name in names)

    assert TITLE in titles(joanne, looked)
    assert in_feed() == 2
    suspend(sides)
    assert TITLE not in titles(joanne, looked)
    for one in (TERRYS_LISTING, other):
        assert visitor.get(f"/listings/{one}").status_code == 410
        assert joanne.get(f"/ask/{one}").status_code == 409
    assert in_feed() == 0
    kept = plain(joanne.get("/kept").text)
    assert TITLE in kept
    assert f'href="/ask/{TERRYS_LISTING}' not in joanne.get("/kept").text
    with sides.database.read() as session:
        assert room_of(session, [TERRYS_LISTING, other], sides.clock.now()) == {}
        assert {row.state for row in listings_of(session, TERRYS)} == {ListingState.SUSPENDED}


def test_every_request_is_let_go_and_who_has_visits_hears_it_once_for_all_listings(sides: Sides) -> None:
    other = a_second_listing(sides)
    agreed(sides)
    repairs = joanne_asks_for(sides, other, "handyperson", date(2026, 12, 14))
    sides.run()
    sides.browser(TERRY).post(f"/requests/{repairs}/accept", seen_on=f"/requests/{repairs}")
    waiting = [
        joanne_asks_for(sides, one, kind, day)
        for one, kind, day in (
            (TERRYS_LISTING, "gardening", date(2026, 12, 17)),
            (other, "handyperson", date(2026, 12, 18)),
        )
    ]
    sides.run()
    held = sides.balance().held
    suspend(sides)
    sides.run()
    with sides.database.read() as session:
        assert {status_of(booking(session, one), sides.clock.now()) for one in waiting} == {BookingStatus.DECLINED}
    assert sides.balance().held < held, "the money of what was let go is free"
    for name in ("Arthur Westcott", "Joanne Westcott-Bray"):
        (told,) = sides.letters(name, "listing.suspended_visits")
        assert "5 visits" in told.text
        assert "calling them off costs nothing" in told.text
        assert WHY not in told.text
    assert len(sides.letters("Terry Holwill", "listing.suspended")) == 1


def test_who_has_visits_by_a_listing_that_was_taken_down_before_hears_it_too(sides: Sides) -> None:
    a_second_listing(sides)
    agreed(sides)
    sides.browser(TERRY).post(
        f"/listing/{TERRYS_LISTING}/remove", {"why": ""}, seen_on=f"/listing/{TERRYS_LISTING}/remove"
    )
    with sides.database.read() as session:
        other = next(row.id for row in listings_of(session, TERRYS) if row.state is ListingState.LIVE)
    suspend(sides, other)
    sides.run()
    (told,) = sides.letters("Arthur Westcott", "listing.suspended_visits")
    assert "4 visits" in told.text


def test_one_listing_taken_down_leaves_the_other_on_show(sides: Sides) -> None:
    other = a_second_listing(sides)
    agreed(sides)
    suspend(sides, other, what="listing")
    sides.run()
    assert sides.browser().get(f"/listings/{other}").status_code == 410
    assert sides.browser().get(f"/listings/{TERRYS_LISTING}").status_code == 200
    assert sides.letters("Arthur Westcott", "listing.suspended_visits") == []


def test_who_was_asked_to_cover_is_passed_over_at_once_and_cannot_say_yes(sides: Sides) -> None:
    booked = agreed(sides)
    thursday = sides.visit_on(booked, THURSDAY)
    sides.clock.set(thursday.starts_at - timedelta(hours=3))
    sides.browser(TERRY).post("/work/cannot-come", {"visit": thursday.id, "why": "ill"}, seen_on="/work")
    sides.run()
    doreen = sides.private_link("Doreen Pym")
    sides.browser().post(doreen, {"answer": "no"}, seen_on=doreen)
    sides.run()
    gills = sides.private_link("Gill Mutter")
    with sides.database.write() as session:
        for row in listings_of(session, "prv_gill-mutter"):
            listings.suspend(session, row.id, by=System("test"), now=sides.clock.now(), why=WHY)
        decide(
            session,
            "prv_gill-mutter",
            ProviderState.SUSPENDED,
            by=System("test"),
            now=sides.clock.now(),
            why=WHY,
        )
    sides.run()
    with sides.database.read() as session:
        looking = cascade_of_visit(session, thursday.id)
        assert looking is not None
        asked = {one.position: one.answer for one in questions_of(session, looking.id)}
    assert asked == {1: Answer.NO, 2: Answer.NOT_SUITED, 3: None}, "the next is asked without waiting for an answer"
    sides.browser().post(gills, {"answer": "yes"})
    sides.run()
    with sides.database.read() as session:
        assert not [v for v in visits_of(session, booked.id) if v.provider_id == "prv_gill-mutter"]


def test_their_own_calendar_keeps_what_was_agreed_and_nothing_that_was_let_go(sides: Sides) -> None:
    agreed(sides)
    joanne_asks_for(sides, TERRYS_LISTING, "gardening", date(2026, 12, 17))
    terry = sides.browser(TERRY)
    made = terry.post("/work/calendar/link", seen_on="/work/calendar")
    link = re.search(
        r"(/calendar/[^\"/ ]+/visits\.ics)", made.text or terry.get(str(made.headers.get("location"))).text
    )
    assert link is not None
    suspend(sides)
    sides.run()
    events = sides.browser().get(link[1]).text
    assert events.count("BEGIN:VEVENT") == 4
    assert "20261217" not in events


def test_nobody_is_asked_whether_visits_of_somebody_taken_down_shall_go_on(sides: Sides) -> None:
    booked = agreed(sides)
    suspend(sides)
    sides.run()
    with sides.database.write() as session:
        assert ask_renewal(session, booked.id, now=booked.last_end - timedelta(days=13)) is False


def say(browser: Browser, words: str) -> str:
    """Say something in the chat, and read what comes back."""
    browser.post("/chat", {"text": words}, seen_on="/chat")
    return plain(browser.get("/chat").text).rpartition("You · ")[2]


def test_the_chat_neither_finds_them_nor_books_the_one_it_had_found(sides: Sides) -> None:
    joanne, visitor = sides.browser(JOANNE), sides.browser()
    assert "1. Terry Holwill" in say(joanne, f"find somebody for gardening: {ALLOTMENT}")
    suspend(sides)
    pressed = say(joanne, "1")
    assert "I can't find that any more. It may have changed." in pressed
    assert "Terry Holwill" not in pressed
    assert "Terry Holwill" not in say(visitor, f"find somebody near EX9 6PD: {ALLOTMENT}")


def test_put_back_on_show_with_all_that_was_taken_down_and_who_has_visits_hears_it(sides: Sides) -> None:
    other = a_second_listing(sides)
    agreed(sides)
    suspend(sides)
    sides.run()
    page = f"/accreditation/listings/{TERRYS_LISTING}"
    ruth = sides.browser(RUTH)
    ruth.post(f"{page}/reinstate", {"what": "provider", "why": "It was a mistake."}, seen_on=f"{page}/suspend")
    sides.run()
    for one in (TERRYS_LISTING, other):
        assert sides.browser().get(f"/listings/{one}").status_code == 200
    (told,) = sides.letters("Arthur Westcott", "listing.back_on_show")
    assert "4 visits with them stand as agreed" in told.text
    assert "mistake" not in told.text
