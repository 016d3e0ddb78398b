"""The start page, help, footer pages and the demo's outbox."""

from datetime import UTC, datetime

import pytest

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.tables import Account
from market.web.linked import with_links
from market.web.routes.home import greeting
from market.web.routing import PAGES
from market.web.services import Services
from market.web.templating import FOOTER_PAGES
from tests.web.browser import Browser, browser_on
from tests.web.letters import ask_for_link


def test_a_visitor_is_asked_what_they_would_like_to_be_able_to_do(browser: Browser) -> None:
    page = browser.get("/").text
    assert "What would you like to be able to do?" in page
    assert 'action="/find"' in page


def test_somebody_signed_in_is_greeted_and_shown_the_few_places_they_go_to(browser: Browser, joanne: Account) -> None:
    browser.sign_in(joanne)
    page = browser.get("/").text
    assert "Good morning, Joanne" in page
    assert "The week" in page


def test_a_greeting_goes_by_london_s_clock() -> None:
    assert greeting(datetime(2026, 7, 1, 11, 30, tzinfo=UTC)) == "Good afternoon"
    assert greeting(datetime(2026, 12, 1, 11, 30, tzinfo=UTC)) == "Good morning"


@pytest.mark.parametrize("path", [page[0] for page in FOOTER_PAGES] + ["/how-it-works", "/help-now"])
def test_what_everybody_may_read_can_be_read(browser: Browser, path: str) -> None:
    assert browser.get(path).status_code == 200


def test_help_now_names_every_number(browser: Browser) -> None:
    page = browser.get("/help-now").text
    for number in ("999", "0800 111 999", "116 123", "18000", "111"):
        assert f">{number}<" in page or f" {number}" in page


def test_larger_text_is_kept_and_leads_back_to_where_one_was(browser: Browser) -> None:
    answer = browser.get("/text-size/large?back=/help-now")
    assert answer.headers["location"] == "/help-now"
    assert "text-large" in browser.get("/help-now").text
    browser.get("/text-size/normal?back=//evil.example")
    assert "text-large" not in browser.get("/help-now").text


def test_the_outbox_is_the_demo_s_alone(browser: Browser) -> None:
    assert browser.get("/outbox").status_code == 404


def test_in_the_demo_the_link_in_the_outbox_signs_in(
    sqlite_database: Database, clock: StandingClock, joanne: Account
) -> None:
    app = create_app(Settings(demo=True, _env_file=None), sqlite_database, clock, raises=True)
    browser = browser_on(app, sqlite_database, clock)
    ask_for_link(browser, joanne.email)
    listed = browser.get("/outbox").text
    message = listed.split('href="/outbox/')[1].split('"')[0]
    letter = browser.get(f"/outbox/{message}").text
    link = letter.split('href="/sign-in/with/')[1].split('"')[0]
    assert browser.post(f"/sign-in/with/{link}", seen_on=f"/sign-in/with/{link}").status_code == 303
    assert browser.get("/outbox/msg_nothing").status_code == 404


def test_only_our_own_addresses_become_links_and_nothing_else_is_taken_as_markup() -> None:
    shown = with_links("See http://a.example/x. Not https://evil.example/y <b>", "http://a.example")
    assert '<a href="/x">http://a.example/x</a>.' in shown
    assert "evil.example/y &lt;b&gt;" in shown
    assert 'href="https://evil' not in shown


def test_ready_says_what_is_missing(sqlite_database: Database, clock: StandingClock) -> None:
    services = Services(ready={"index": lambda: "not built yet", "migrations": lambda: None})
    app = create_app(Settings(_env_file=None), sqlite_database, clock, services=services, raises=True)
    answer = browser_on(app, sqlite_database, clock).get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "parts": {"database": "ok", "index": "not built yet", "migrations": "ok"},
    }


def test_alive_and_ready_on_an_empty_database(browser: Browser) -> None:
    assert browser.get("/healthz").text == "ok"
    assert browser.get("/readyz").json()["ready"] is True


def test_built_files_may_be_kept_for_a_year_only_at_an_address_that_changes_with_them(browser: Browser) -> None:
    assert "immutable" in browser.get("/static/css/alongside.css?v=1a2b").headers["cache-control"]
    assert browser.get("/static/css/alongside.css").headers["cache-control"] == "no-cache"
    assert browser.get("/static/../app.py").status_code == 404


def test_every_page_for_everybody_is_listed_once() -> None:
    assert len({page.path for page in PAGES if page.methods == ("GET",)}) == len(
        [page for page in PAGES if page.methods == ("GET",)]
    )
