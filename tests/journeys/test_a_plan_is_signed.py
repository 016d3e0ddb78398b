"""A plan goes from its broker to an officer and back: within limits, never one's own, never across the border."""

from datetime import timedelta
from html import unescape

import pytest

from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.plans.tables import Plan
from tests.journeys.test_a_broker_finds_support import County, on_county

IRIS, IRIS_PLAN, SHANICE_PLAN = "per_iris-bolt", "pla_iris-bolt", "pla_shanice-bell"


@pytest.fixture
def county(county_database: Database, clock: StandingClock) -> County:
    return on_county(county_database, clock)


def plan(county: County, plan_id: str) -> Plan:
    with county.database.read() as session:
        return session.get_one(Plan, plan_id)


def test_a_plan_is_sent_given_back_with_a_reason_mended_and_signed(county: County) -> None:
    priya = county.browser("Priya Raman", Role.BROKER)
    malcolm = county.browser("Malcolm Searle", Role.SIGNOFF_OFFICER)
    page, order = f"/people/{IRIS}", f"/sign-off/{IRIS_PLAN}"
    assert priya.post(f"{page}/plan/send", {"yearly": "lots"}, seen_on=page).status_code == 422
    assert priya.post(f"{page}/plan/send", {"yearly": "£4,250.50"}, seen_on=page).status_code == 303
    assert "Iris Bolt" in malcolm.get("/sign-off").text
    assert "£4,250.50" in malcolm.get(order).text
    assert malcolm.post(f"{order}/give-back", {"why": " "}, seen_on=order).status_code == 422
    malcolm.post(f"{order}/give-back", {"why": "What does the swim cost?"}, seen_on=order)
    assert "What does the swim cost?" in unescape(priya.get(page).text)
    assert "Plan came back" in priya.get("/caseload").text
    county.clock.move(timedelta(minutes=5))
    priya.post(f"{page}/plan/send", {"yearly": "4300"}, seen_on=page)
    county.clock.move(timedelta(minutes=5))
    assert malcolm.post(f"{order}/sign", seen_on=order).status_code == 303
    assert plan(county, IRIS_PLAN).agreed_pence == 430_000
    assert malcolm.post(f"{order}/sign", seen_on="/help-now").status_code == 409


def test_an_officer_of_another_council_can_neither_see_nor_sign(county: County) -> None:
    faye = county.browser("Faye Winsor", Role.SIGNOFF_OFFICER)
    assert "Shanice" not in faye.get("/sign-off").text
    assert faye.get(f"/sign-off/{SHANICE_PLAN}").status_code == 403
    assert faye.post(f"/sign-off/{SHANICE_PLAN}/sign").status_code == 403
    assert plan(county, SHANICE_PLAN).signed_at is None


def test_a_plan_above_the_limit_is_kept_for_the_panel(county: County) -> None:
    malcolm = county.browser("Malcolm Searle", Role.SIGNOFF_OFFICER)
    with county.database.write() as session:
        session.get_one(Plan, SHANICE_PLAN).indicative_pence = 99_000_000
    answer = malcolm.post(f"/sign-off/{SHANICE_PLAN}/sign")
    assert answer.status_code == 403
    assert "It goes to the panel instead" in answer.text
