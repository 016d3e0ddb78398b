"""Staff prove themselves twice before they see anybody's record."""

import re
from datetime import timedelta

import pyotp
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.tables import Account
from market.web import guards
from market.web.ask import Ask
from market.web.page import Page
from market.web.routing import PAGES
from tests.factories.people import a_grant, an_authority, somebody
from tests.web.browser import Browser, browser_on


def caseload(ask: Ask) -> Response:
    return PlainTextResponse("the caseload")


PROBES = (Page("/probe/caseload", caseload, guards.broker),)


@pytest.fixture
def app(settings: Settings, sqlite_database: Database, clock: StandingClock) -> Starlette:
    return create_app(settings, sqlite_database, clock, pages=(*PAGES, *PROBES), raises=True)


@pytest.fixture
def priya(sqlite_database: Database) -> Account:
    """A broker who has not set up a second step."""
    with sqlite_database.write() as session:
        account, _ = somebody(session, Role.BROKER, authority=an_authority(session))
    return account


def offered(page: str) -> tuple[str, str]:
    """The secret a page shows, and the signed field that brings it back."""
    secret = str(re.findall(r"<strong>([A-Z2-7 ]{30,})</strong>", page)[0]).replace(" ", "")
    return secret, str(re.findall(r'name="kept" value="([^"]+)"', page)[0])


def set_up(browser: Browser, clock: StandingClock) -> str:
    """Set an authenticator up as shown on the page; returns its secret."""
    page = browser.get("/you/second-step").text
    secret, kept = offered(page)
    code = pyotp.TOTP(secret).at(clock.now())
    assert browser.post("/you/second-step", {"kept": kept, "code": code}).status_code == 303
    return secret


def test_staff_without_a_second_step_are_led_to_set_it_up_before_anything_else(
    browser: Browser, priya: Account, clock: StandingClock
) -> None:
    browser.sign_in(priya)
    assert browser.get("/probe/caseload").headers["location"] == "/you/second-step?next=%2Fprobe%2Fcaseload"
    set_up(browser, clock)
    assert browser.get("/probe/caseload").text == "the caseload"


def test_a_new_session_asks_for_the_code_again_and_never_shows_the_secret(
    browser: Browser, priya: Account, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    browser.sign_in(priya)
    secret = set_up(browser, clock)
    clock.move(timedelta(minutes=1))
    later = browser_on(app, sqlite_database, clock)
    later.sign_in(priya)
    assert later.get("/probe/caseload").status_code == 303
    assert "<svg" not in re.sub(r'<svg class="icon.*?</svg>', "", later.get("/you/second-step").text)
    code = pyotp.TOTP(secret).at(clock.now())
    assert (
        later.post("/you/second-step", {"code": code, "next": "/probe/caseload"}).headers["location"]
        == "/probe/caseload"
    )
    assert later.get("/probe/caseload").status_code == 200


def test_a_code_passes_once(
    browser: Browser, priya: Account, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    browser.sign_in(priya)
    secret = set_up(browser, clock)
    thief = browser_on(app, sqlite_database, clock)
    thief.sign_in(priya)
    again = thief.post("/you/second-step", {"code": pyotp.TOTP(secret).at(clock.now())})
    assert again.status_code == 422
    assert thief.get("/probe/caseload").status_code == 303


def test_tries_are_limited_by_account_though_the_sixth_is_right(
    browser: Browser, priya: Account, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    browser.sign_in(priya)
    secret = set_up(browser, clock)
    clock.move(timedelta(minutes=16))
    later = browser_on(app, sqlite_database, clock)
    later.sign_in(priya)
    right = pyotp.TOTP(secret).at(clock.now())
    wrong = f"{(int(right) + 7) % 1_000_000:06d}"
    assert [later.post("/you/second-step", {"code": wrong}).status_code for _ in range(5)] == [422] * 5
    assert later.post("/you/second-step", {"code": right}).status_code == 429


def test_passing_gives_the_session_a_new_secret_so_that_an_old_copy_opens_nothing(
    browser: Browser, priya: Account, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    browser.sign_in(priya)
    copied = browser.client.cookies["alongside_session"]
    set_up(browser, clock)
    thief = browser_on(app, sqlite_database, clock, cookies={"alongside_session": copied})
    assert thief.get("/account").status_code == 303


def test_a_secret_shown_to_another_account_cannot_be_brought_in(
    browser: Browser, priya: Account, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    with sqlite_database.write() as session:
        other, _ = somebody(session, Role.BROKER, authority=an_authority(session, "Torbay"), email="o@example.org")
    browser.sign_in(priya)
    stranger = browser_on(app, sqlite_database, clock)
    stranger.sign_in(other)
    page = stranger.get("/you/second-step").text
    secret, kept = offered(page)
    code = pyotp.TOTP(secret).at(clock.now())
    assert browser.post("/you/second-step", {"kept": kept, "code": code}).status_code == 422


def test_a_pa_who_is_also_an_officer_needs_it_only_in_the_staff_role(
    browser: Browser, sqlite_database: Database, priya: Account
) -> None:
    with sqlite_database.write() as session:
        as_pa = a_grant(session, priya, Role.PA).id
    browser.sign_in(priya, grant_id=as_pa)
    answer = browser.get("/probe/caseload")
    assert answer.status_code == 403
    assert "Switch role" in answer.text


def test_in_the_demo_staff_may_skip_it_and_are_told_so(
    sqlite_database: Database, priya: Account, clock: StandingClock
) -> None:
    app = create_app(Settings(demo=True, _env_file=None), sqlite_database, clock, pages=(*PAGES, *PROBES), raises=True)
    browser = browser_on(app, sqlite_database, clock)
    browser.sign_in(priya)
    assert "skip the second step" in browser.get("/").text
    assert browser.get("/probe/caseload").text == "the caseload"
    assert "skip the second step" in browser.get("/account").text
