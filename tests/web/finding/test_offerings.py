"""One listing in full, and keeping it."""

import re
from datetime import time

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from market.chat.queries import holders
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.web.finding.offered import days_words, hours_words, notice_words, prices_words
from market.web.finding.together import together
from market.web.routes.asking import ASKERS
from providers.arrangement.rules import Arrangement
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.rules import Rate, Unit, When
from tests.web.browser import Browser, browser_on
from tests.web.finding.asking import ALLOTMENT, found, plain, sign_in_as, text_of

TERRY = "/listings/lst_terry-allotment-and-garden"


def test_a_listing_says_everything_the_public_may_see(visitor: Browser) -> None:
    page = text_of(visitor, TERRY)
    for part in ("Garden and allotment company", "Terry Holwill", "Budleigh Salterton (EX9)", "£18.50 an hour", "Weekends",
                 "£21 an hour", "They come to you, up to 8 miles", "Monday, Tuesday and Thursday", "8:30am to 4pm",
                 "Ask at least 1 day before", "no lifting or personal care", "Identity seen", "Devon demo council",
                 "Not checked", "You may become their employer", "Find help with payroll", "English", "A man",
                 "To print this page"):  # fmt: skip
        assert part in page, part


def test_nobody_s_whole_postcode_stands_on_a_listing(visitor: Browser, county: Database) -> None:
    with county.read() as session:
        for listing in session.exec(select(Listing).limit(60)):
            owner = session.get_one(Provider, listing.provider_id)
            html = visitor.get(f"/listings/{listing.id}").text
            for postcode in {owner.postcode, listing.postcode} - {""}:
                assert postcode not in html, listing.id


def test_a_number_is_shown_for_an_organisation_and_never_for_somebody_who_works_alone(
    visitor: Browser, county: Database
) -> None:
    assert "Ring " not in text_of(visitor, TERRY).partition("Is someone in danger")[0]
    with county.read() as session:
        owner = session.get_one(Provider, "prv_otter-valley-plotters")
        row = next(row for row in session.exec(select(Listing)) if row.provider_id == owner.id)
        assert f"Ring {owner.phone}" in text_of(visitor, f"/listings/{row.id}")


def test_what_it_was_found_for_adds_how_far_and_why_and_the_way_back(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    html = visitor.get(f"{TERRY}?need={address.rpartition('/')[2]}").text
    assert "Less than half a mile" in html
    assert "Why we show it" in html
    assert f'href="{address}"' in html
    assert f'href="/ask/lst_terry-allotment-and-garden?need={address.rpartition("/")[2]}"' in html


def test_an_address_with_somebody_else_s_need_in_it_shows_the_listing_alone(visitor: Browser) -> None:
    sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")
    need_id = found(visitor, ALLOTMENT).rpartition("/")[2]
    visitor.client.cookies.delete("alongside_session")
    html = visitor.get(f"{TERRY}?need={need_id}").text
    assert "Why we show it" not in html
    assert need_id not in html.partition("<main")[2]


def test_what_is_not_on_offer_says_so_and_what_never_was_is_not_found(visitor: Browser, county: Database) -> None:
    with county.read() as session:
        resting = next(row for row in session.exec(select(Listing)) if row.state == "paused")
    assert visitor.get(f"/listings/{resting.id}").status_code == 410
    assert visitor.get("/listings/lst_nothing").status_code == 404


def test_keeping_asks_a_visitor_who_they_are_and_comes_back_to_it(visitor: Browser) -> None:
    asked = visitor.post(f"{TERRY}/keep", {"need": ""}, seen_on=TERRY)
    assert asked.headers["location"] == f"{TERRY}/keep"
    page = visitor.get(f"{TERRY}/keep").text
    assert re.search(r'href="/join\?next=/listings/lst_terry-allotment-and-garden/keep"', page)
    assert "/sign-in?next=/listings/lst_terry-allotment-and-garden/keep" in page


def test_what_was_kept_is_listed_and_can_be_let_go(visitor: Browser) -> None:
    sign_in_as(visitor, "Ron Sercombe")
    visitor.post(f"{TERRY}/keep", seen_on=TERRY)
    visitor.post(f"{TERRY}/keep", seen_on="/kept")
    assert text_of(visitor, "/kept").count("Terry Holwill") == 1
    assert "Kept" in text_of(visitor, TERRY)
    visitor.post(f"{TERRY}/let-go", seen_on="/kept")
    assert "Nothing yet" in text_of(visitor, "/kept")


@pytest.mark.parametrize(
    ("days", "words"),
    [((0, 1, 2, 3, 4), "Monday to Friday"), ((1, 3), "Tuesday and Thursday"), (tuple(range(7)), "Every day"), ((5,), "Saturday")],
)  # fmt: skip
def test_days_are_said_as_people_say_them(days: tuple[int, ...], words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize("role", [None, *Role])
def test_asking_is_offered_to_those_who_may_ask_and_leads_nobody_to_a_closed_door(
    role: Role | None, county_app: Starlette, county: Database, clock: StandingClock
) -> None:
    browser = browser_on(county_app, county, clock)
    if role is not None:
        with county.read() as session:
            account, grant = holders(session, role, clock.now())[0]
        browser.sign_in(account, grant_id=grant.id)
    offered = (
        'href="/ask/lst_terry-allotment-and-garden' in browser.get("/listings/lst_terry-allotment-and-garden").text
    )
    assert offered is (role is None or role in (ASKERS.roles or ()))
    if not offered:
        assert browser.get("/ask/lst_terry-allotment-and-garden").status_code == 403


def test_days_with_the_same_hours_share_a_line_and_a_night_says_where_it_ends() -> None:
    windows = [
        ((3,), time(9), time(10)),
        ((1,), time(9), time(10)),
        ((4,), time(22), time(7)),
        ((6,), time(0), time(0)),
    ]
    assert hours_words(windows) == (
        ("Tuesday and Thursday", "9am to 10am"),
        ("Friday", "10pm to 7am the next day"),
        ("Sunday", "day and night"),
    )


def test_prices_say_when_they_hold() -> None:
    rates = [Rate(Unit.HOUR, 1850), Rate(Unit.HOUR, 2100, When.WEEKEND), Rate(Unit.MILE, 45)]
    assert prices_words(rates) == (
        ("Most times", "£18.50 an hour"),
        ("Weekends", "£21 an hour"),
        ("For driving", "£0.45 a mile"),
    )
    assert prices_words([Rate(Unit.FREE, 0, note="tea included")]) == (("Any time", "Free (tea included)"),)


def test_notice_is_said_in_days_where_it_is_days() -> None:
    assert [notice_words(hours) for hours in (0, 4, 24, 48)] == [
        "",
        "Ask at least 4 hours before",
        "Ask at least 1 day before",
        "Ask at least 2 days before",
    ]


@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_arrangement_is_explained_and_help_with_payroll_is_offered_wherever_one_may_become_an_employer(
    arrangement: Arrangement,
) -> None:
    words = together(arrangement)
    assert words.how
    assert words.offers_payroll == arrangement.value.endswith(("employed_pa", "self_employed"))
    assert plain(words.employer)
