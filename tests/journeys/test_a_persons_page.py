"""One page, many eyes: the person, the supporter, the attorney and the officers each see their part and no more."""

from html import unescape

import pytest

from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from tests.journeys.test_a_broker_finds_support import ARTHUR, County, on_county

MAVIS = "per_mavis-hext"


@pytest.fixture
def county(county_database: Database, clock: StandingClock) -> County:
    return on_county(county_database, clock)


def test_a_customer_lands_on_their_own_page_and_is_spoken_to(county: County) -> None:
    arthur = county.browser("Arthur Westcott", Role.CUSTOMER_DIRECT_PAYMENT)
    assert arthur.get("/people").headers["location"] == f"/people/{ARTHUR}"
    page = unescape(arthur.get(f"/people/{ARTHUR}").text)
    for words in ("<h1", "Your page", "I want to see my beans", "Your week", "Your money", "Who may act for you",
                  "Doreen Pym", "01632 96", "Joanne Westcott-Bray, daughter"):  # fmt: skip
        assert words in page


def test_an_attorney_for_welfare_sees_the_week_and_the_plan_and_no_money(county: County) -> None:
    colin = county.browser("Colin Hext", Role.ATTORNEY)
    page = unescape(colin.get(f"/people/{MAVIS}").text)
    assert "Mave’s week" in page
    assert "What Mave wants to be able to do" in page
    assert "Mave’s money" not in page
    assert "£" not in page
    assert colin.get(f"/people/{MAVIS}/money").status_code == 403


def test_a_supporter_without_consent_for_somebody_sees_nothing_of_them(county: County) -> None:
    joanne = county.browser("Joanne Westcott-Bray", Role.SUPPORTER)
    answer = joanne.get(f"/people/{MAVIS}")
    assert answer.status_code == 403
    assert "Mavis" not in answer.text


def test_the_pot_is_said_as_pictures_sums_and_lines(county: County) -> None:
    joanne = county.browser("Joanne Westcott-Bray", Role.SUPPORTER)
    page = unescape(joanne.get(f"/people/{ARTHUR}/money").text)
    for words in ("Direct payment on a card", "Set aside for visits to come", "Held, not spent", "Money put in",
                  "Visits before these weeks", "Wednesday hot lunch"):  # fmt: skip
        assert words in page


def test_an_officer_for_direct_payments_sees_the_pots_of_their_own_council_by_exception(county: County) -> None:
    page = unescape(county.browser("Denise Okafor", Role.DIRECT_PAYMENTS_OFFICER).get("/pots").text)
    assert page.index("Bernard Yeo") < page.index("Arthur Westcott")
    assert "Ends within 30 days" in page
    assert "Eileen Cuthbert" not in page


def test_a_broker_finds_a_person_by_a_name_half_remembered(county: County) -> None:
    priya = county.browser("Priya Raman", Role.BROKER)
    page = unescape(priya.post("/caseload/by-name", {"name": "wescot"}, seen_on="/caseload").text)
    assert "Arthur Westcott" in page
    assert "Mavis Hext" not in page


def test_a_commissioner_sees_counts_and_nobody(county: County) -> None:
    page = county.browser("Inês Carvalho", Role.COMMISSIONER).get("/market").text
    assert "Not enough yet to show" in page
