"""A listing that stands: changed by page, decided side by side, kept fresh by one tap, taken down with visits to come."""

import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from httpx2 import Response

from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.queries import booking, bookings_of, status_of, visits_of
from market.bookings.rules import BookingStatus, Wish
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from providers.listings.freshness import ask_still_right, mark_stale
from providers.listings.queries import listing
from providers.listings.rules import ListingState, Room
from providers.listings.tables import Listing
from tests.journeys.sides import ARTHUR, ARTHURS_POT, JOANNE, TERRY, TERRYS_LISTING, THURSDAY, Sides, county_on
from tests.web.browser import Browser
from tests.web.finding.asking import ALLOTMENT, found, plain, titles

RUTH, LEON = "ruth.chidgey@example.org", "leon.abara@example.org"
TITLE = "Garden and allotment company, I drive you there"
DESK_PAGE = f"/accreditation/listings/{TERRYS_LISTING}"


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


def terrys(sides: Sides) -> Listing:
    with sides.database.read() as session:
        return listing(session, TERRYS_LISTING)


def change(browser: Browser, question: str, **fields: Any) -> Response:
    page = f"/listing/{TERRYS_LISTING}/about/{question}"
    return browser.post(page, fields, seen_on=page)


def shown(sides: Sides) -> str:
    """What anybody reads of Terry's listing."""
    return plain(sides.browser().get(f"/listings/{TERRYS_LISTING}").text)


def test_a_rise_waits_while_people_see_the_old_price_and_the_officer_sees_both(sides: Sides) -> None:
    terry = sides.browser(TERRY)
    assert change(terry, "prices", unit="hour", when="any", amount="19.50").headers["location"] == "/listing"
    assert "A change waits for your council" in plain(terry.get("/listing").text)
    assert "£18.50 an hour" in shown(sides)
    ruth = sides.browser(RUTH)
    assert f'href="{DESK_PAGE}/changes"' in ruth.get("/accreditation").text
    both = ruth.get(f"{DESK_PAGE}/changes").text
    assert "<del>£18.50 an hour</del>" in both
    assert "<ins>£19.50 an hour</ins>" in both
    assert "An hour on a weekday was £18.50 and would be £19.50." in plain(both)
    assert ruth.post(f"{DESK_PAGE}/changes/refuse", {"why": ""}, seen_on=f"{DESK_PAGE}/changes").status_code == 422
    ruth.post(f"{DESK_PAGE}/changes/accept", seen_on=f"{DESK_PAGE}/changes")
    sides.run()
    assert "£19.50 an hour" in shown(sides)
    assert sides.letters("Terry Holwill", "listing.change_accepted")


def test_a_no_is_said_with_its_reason_and_the_old_words_stay(sides: Sides) -> None:
    terry, ruth = sides.browser(TERRY), sides.browser(RUTH)
    change(terry, "area", postcode="EX9 6NT", reach="miles", miles="30")
    ruth.post(
        f"{DESK_PAGE}/changes/refuse",
        {"why": "Thirty miles is too far for nine o’clock."},
        seen_on=f"{DESK_PAGE}/changes",
    )
    sides.run()
    assert "Thirty miles is too far" in plain(terry.get("/listing").text)
    assert "up to 8 miles" in shown(sides)


def test_another_councils_officer_sees_nothing_of_it(sides: Sides) -> None:
    change(sides.browser(TERRY), "prices", unit="hour", when="any", amount="19.50")
    assert sides.browser(LEON).get(f"{DESK_PAGE}/changes").status_code == 404


def test_an_hour_and_a_typo_go_live_at_once_and_are_written_down(sides: Sides) -> None:
    terry = sides.browser(TERRY)
    change(terry, "times", days=["4"], start="13:00", end="15:00", add="yes")
    assert "Friday" in shown(sides)
    words = terrys(sides)
    change(terry, "words", title=words.title.replace("company", "Company"), description=words.description)
    assert TITLE.replace("company", "Company") in shown(sides)
    happened = plain(terry.get("/listing").text)
    assert "Changed: usual hours. By you." in happened
    assert "A change waits" not in happened


def test_time_off_stops_new_visits_and_counts_those_that_still_stand(sides: Sides) -> None:
    asked = sides.joanne_asks()
    sides.run()
    terry = sides.browser(TERRY)
    terry.post(f"/requests/{asked.id}/accept", seen_on=f"/requests/{asked.id}")
    page = f"/listing/{TERRYS_LISTING}/availability"
    days = {
        f"{name}-{part}": value for name in ("first", "last") for part, value in (("month", "12"), ("year", "2026"))
    }
    days |= {"first-day": "1", "last-day": "4", "why": "a rest"}
    kept = terry.post(f"{page}/away", days, seen_on=page)
    said = plain(terry.get(str(kept.headers["location"])).text)
    assert "2 agreed visits still stand in those days" in said
    wrong = terry.post(f"{page}/away", days | {"last-day": "30", "last-month": "11"}, seen_on=page)
    assert wrong.status_code == 422
    assert "The last day comes before the first" in plain(wrong.text)
    assert 'value="30"' in wrong.text


def test_six_months_on_one_tap_says_still_right_and_full_and_a_year_of_silence_hides(sides: Sides) -> None:
    terry = sides.browser(TERRY)
    terry.post(f"/listing/{TERRYS_LISTING}/still-right", seen_on="/listing")
    confirmed = terrys(sides).checked_at
    assert confirmed is not None

    def nightly() -> None:
        with sides.database.write() as session:
            mark_stale(session, sides.clock.now())
            ask_still_right(session, sides.clock.now())
        sides.run()

    sides.clock.set(confirmed + timedelta(days=182))
    nightly()
    assert not sides.letters("Terry Holwill", "listing.still_right")
    sides.clock.set(confirmed + timedelta(days=184))
    nightly()
    nightly()
    (letter,) = sides.letters("Terry Holwill", "listing.still_right")
    link = next(button["url"] for button in letter.buttons if button["url"].startswith("/still-right/"))
    anybody = sides.browser()
    assert "One tap says that it is" in plain(anybody.get(link).text)
    assert terrys(sides).checked_at == confirmed, "a mail scanner that opens the link says nothing"
    anybody.post(link, {"room": "full"}, seen_on=link)
    assert (terrys(sides).checked_at, terrys(sides).room) == (sides.clock.now(), Room.FULL)
    assert "Full just now" in shown(sides)
    sides.clock.set(sides.clock.now() + timedelta(days=366))
    nightly()
    assert terrys(sides).state is ListingState.STALE
    assert sides.browser().get(f"/listings/{TERRYS_LISTING}").status_code == 410


@pytest.fixture
def agreed(sides: Sides) -> Sides:
    """Terry has said yes to four visits, and Joanne has asked for more that wait."""
    asked = sides.joanne_asks()
    sides.run()
    sides.browser(TERRY).post(f"/requests/{asked.id}/accept", seen_on=f"/requests/{asked.id}")
    sides.run()
    return sides


def test_suspended_with_visits_to_come(agreed: Sides) -> None:
    sides, joanne, terry, ruth = agreed, agreed.browser(JOANNE), agreed.browser(TERRY), agreed.browser(RUTH)
    with sides.database.read() as session:
        standing = next(row for row in bookings_of(session, ARTHUR) if row.accepted_at)
    waiting = _ask_again(sides)
    looked = found(joanne, ALLOTMENT)
    assert TITLE in titles(joanne, looked)
    counts = plain(ruth.get(f"{DESK_PAGE}/suspend").text)
    assert "Visits to come 4" in counts
    assert ruth.post(f"{DESK_PAGE}/suspend", {"what": "provider"}, seen_on=f"{DESK_PAGE}/suspend").status_code == 422
    why = "A complaint that we must look into."
    ruth.post(f"{DESK_PAGE}/suspend", {"what": "provider", "why": why}, seen_on=f"{DESK_PAGE}/suspend")

    # At once, before any job has run: search, the page, asking, and the yes to what waits.
    assert TITLE not in titles(joanne, looked)
    assert sides.browser().get(f"/listings/{TERRYS_LISTING}").status_code == 410
    assert joanne.get(f"/ask/{TERRYS_LISTING}").status_code == 409
    refused = terry.post(f"/requests/{waiting}/accept", seen_on=f"/requests/{waiting}")
    assert refused.status_code == 409
    assert "You cannot say yes just now" in plain(refused.text)

    sides.run()
    assert "declined" in _status(sides, waiting)
    for name, whose in (("Arthur Westcott", "your"), ("Joanne Westcott-Bray", "Arthur’s")):
        (told,) = sides.letters(name, "listing.suspended_visits")
        assert f"4 visits of {whose} with them still stand" in told.text
        assert "calling them off costs nothing" in told.text
        assert "complaint" not in told.text
    assert sides.letters("Sandra Tapp", "listing.suspended_desk")
    assert why in plain(terry.get("/listing").text)
    with sides.database.read() as session:
        assert all(visit.let_go_at is None for visit in visits_of(session, standing.id))
        thursday = next(v for v in visits_of(session, standing.id) if v.day == THURSDAY)
    sides.clock.set(thursday.starts_at - timedelta(hours=2))
    assert "It costs you Nothing" in plain(joanne.get(f"/visits/{thursday.id}/cancel").text)

    sides.browser(RUTH).post(f"{DESK_PAGE}/reinstate", {"why": "It was a mistake."}, seen_on=f"{DESK_PAGE}/suspend")
    assert TITLE in titles(sides.browser(), found(sides.browser(), ALLOTMENT))


def _ask_again(sides: Sides) -> str:
    """One more request of Joanne's, on other days, that nobody has answered."""
    account, _ = sides._who(JOANNE, Role.SUPPORTER)
    joanne = Actor(account.id, account.name, Role.SUPPORTER)
    wanted = Wanted(TERRYS_LISTING, Wish(date(2026, 12, 14), time(11), time(12)), kind="gardening", pot_id=ARTHURS_POT)
    with sides.database.write() as session:
        run = quote_run(session, joanne, ARTHUR, wanted, now=sides.clock.now())
        return ask_for(
            session,
            joanne,
            ARTHUR,
            wanted,
            seen_pence=run.total,
            leave_out_taken=False,
            key="again",
            now=sides.clock.now(),
        ).id


def _status(sides: Sides, booking_id: str) -> BookingStatus:
    with sides.database.read() as session:
        return status_of(booking(session, booking_id), sides.clock.now())


def test_a_request_taken_back_is_told_kindly_with_a_reason_and_how_many_others_and_no_name(sides: Sides) -> None:
    asked = sides.joanne_asks()
    sides.run()
    joanne, page = sides.browser(JOANNE), f"/bookings/{asked.id}/cancel"
    seen = re.search(r'name="seen_pence" value="(\d+)"', joanne.get(page).text)
    assert seen is not None
    joanne.post(page, {"seen_pence": seen.group(1), "why": "Our plans have changed."}, seen_on=page)
    sides.run()
    (told,) = sides.letters("Terry Holwill", "booking.not_chosen")
    assert "Our plans have changed." in told.text
    assert "Nobody else had been asked." in told.text
    assert "Arthur" not in told.text
    assert not sides.letters("Terry Holwill", "booking.cancelled")


def test_the_first_page_of_a_provider_holds_the_day(agreed: Sides) -> None:
    waiting = _ask_again(agreed)
    agreed.clock.set(agreed.clock.now() + timedelta(minutes=5))
    day = plain(agreed.browser(TERRY).get("/").text)
    for words in ("Good morning, Terry", "1 request to answer", "Gardening in EX9", "from where you start", "£18.50",
                  "No visits today", "Arthur, Tuesday 1 December", "This month", "Driving licence", "Have you room"):  # fmt: skip
        assert words in day, words
    assert "Westcott" not in day
    assert f"/requests/{waiting}" in agreed.browser(TERRY).get("/").text
