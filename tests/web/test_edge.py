"""The edge: what reaches an endpoint, what is kept, what is refused, and what never stands in a log."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import structlog
from sqlmodel import select
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response

from market.app import create_app
from market.core import events
from market.core.actor import System
from market.core.audit import note_read
from market.core.clock import StandingClock
from market.core.database import Database, count
from market.core.errors import NotAllowed, Refusal
from market.core.settings import Settings
from market.core.tables import AuditRow, EventRow
from market.people.errors import CodeWrong
from market.people.tables import Account, SignedIn
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.routing import PAGES
from market.web.unit import WroteWhileLooking
from tests.web.browser import Browser, browser_on


def show(ask: Ask) -> Response:
    return ask.page("signing_in/ask.html", next_page="/")


def write(ask: Ask) -> Response:
    events.record(ask.session, "test.written", at=ask.now, by=System("test"), subject="x")
    return PlainTextResponse("written")


def look(ask: Ask) -> Response:
    note_read(ask.session, ask.me, "test:record:read", "per_1", at=ask.now, person_id="per_1")
    return PlainTextResponse("looked")


def look_and_refuse(ask: Ask) -> Response:
    write(ask)
    note_read(ask.session, ask.me, "test:record:refused", "per_1", at=ask.now, person_id=None)
    ask.session.flush()
    raise NotAllowed


def write_and_refuse(ask: Ask) -> Response:
    write(ask)
    raise CodeWrong(3)


def write_and_give_back(ask: Ask) -> Refusal:
    write(ask)
    return CodeWrong(3)


def break_down(ask: Ask) -> Response:
    raise ValueError("Arthur Westcott of 3 Fore Street")


def take_file(ask: Ask) -> Response:
    sent = ask.file("photo")
    return PlainTextResponse(f"{sent.size if sent else 0}")


def raw(ask: Ask) -> Response:
    return PlainTextResponse(f"{len(ask.body)} {len(ask.form)}")


PROBES = (
    Page("/probe/write", write, guards.anyone, POST, again=show),
    Page("/probe/get-that-writes", write, guards.anyone, GET, name="bad"),
    Page("/probe/get-allowed-to-write", write, guards.anyone, GET, name="fine", writes=True),
    Page("/probe/look", look, guards.signed_in, GET),
    Page("/probe/look-refused", look_and_refuse, guards.signed_in, POST),
    Page("/probe/refused", write_and_refuse, guards.anyone, POST, again=show),
    Page("/probe/refused-plainly", write_and_refuse, guards.anyone, POST, name="plainly"),
    Page("/probe/given-back", write_and_give_back, guards.anyone, POST, again=show),
    Page("/probe/broken/{secret}", break_down, guards.anyone, GET),
    Page("/probe/file", take_file, guards.anyone, POST, most_bytes=200_000),
    Page("/probe/raw", raw, guards.machine, POST),
)


@pytest.fixture
def app(settings: Settings, sqlite_database: Database, clock: StandingClock) -> Starlette:
    return create_app(settings, sqlite_database, clock, pages=(*PAGES, *PROBES), raises=True)


@pytest.fixture
def lines() -> Iterator[list[Any]]:
    """What is logged, as it would be written."""
    with structlog.testing.capture_logs() as kept:
        yield kept
    logging.captureWarnings(False)


def written(database: Database) -> int:
    with database.read() as session:
        return count(session, select(EventRow).where(EventRow.name == "test.written"))


def looks(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.exec(select(AuditRow.tag)))


def test_a_form_with_its_token_is_taken_and_kept(browser: Browser, sqlite_database: Database) -> None:
    assert browser.post("/probe/write").text == "written"
    assert written(sqlite_database) == 1


@pytest.mark.parametrize("token", ["", "made-up", "eyJmb28iOjF9.abc"])
def test_a_form_without_our_token_does_nothing_and_keeps_what_was_typed(
    browser: Browser, sqlite_database: Database, token: str
) -> None:
    browser.get("/sign-in")
    sent = browser.client.post("/probe/write", data={"csrf_token": token, "email": "jo@example.org"})
    assert sent.status_code == 403
    assert "open for too long" in sent.text
    assert 'value="jo@example.org"' in sent.text
    assert written(sqlite_database) == 0


def test_a_token_from_another_browser_is_refused(
    browser: Browser, app: Starlette, sqlite_database: Database, clock: StandingClock
) -> None:
    theirs = browser_on(app, sqlite_database, clock).token()
    browser.get("/sign-in")
    assert browser.client.post("/probe/write", data={"csrf_token": theirs}).status_code == 403


def test_a_token_from_before_signing_in_is_refused_after(browser: Browser, joanne: Account) -> None:
    before = browser.token("/sign-in")
    browser.sign_in(joanne)
    assert browser.client.post("/probe/write", data={"csrf_token": before}).status_code == 403


def test_a_form_sent_from_another_site_is_refused_even_with_a_token(browser: Browser) -> None:
    assert browser.post("/probe/write", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_every_post_page_but_those_for_machines_refuses_a_form_without_a_token(browser: Browser) -> None:
    for page in PAGES:
        if "POST" in page.methods and page.guard is guards.anyone:
            path = re.sub(r"\{\w+\}", "x", page.path)
            assert browser.client.post(path, follow_redirects=False).status_code == 403, path


def test_a_get_that_writes_unsaid_is_a_mistake_found_at_once(browser: Browser) -> None:
    with pytest.raises(WroteWhileLooking):
        browser.get("/probe/get-that-writes")


def test_a_get_that_says_it_writes_is_kept(browser: Browser, sqlite_database: Database) -> None:
    browser.get("/probe/get-allowed-to-write")
    assert written(sqlite_database) == 1


def test_who_looked_is_kept_after_a_get_and_after_a_refusal_that_undid_the_rest(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    browser.sign_in(joanne)
    browser.get("/probe/look")
    assert looks(sqlite_database) == ["test:record:read"]
    assert browser.post("/probe/look-refused").status_code == 403
    assert looks(sqlite_database) == ["test:record:read", "test:record:refused"]
    assert written(sqlite_database) == 0


def test_a_refusal_undoes_everything_and_comes_back_on_the_form(browser: Browser, sqlite_database: Database) -> None:
    answer = browser.post("/probe/refused", {"email": "typed@example.org"})
    assert answer.status_code == 422
    assert 'value="typed@example.org"' in answer.text
    assert "not the code we sent" in answer.text
    assert written(sqlite_database) == 0


def test_a_refusal_with_no_form_to_go_back_to_is_a_page_with_a_way_on(browser: Browser) -> None:
    answer = browser.post("/probe/refused-plainly")
    assert answer.status_code == 422
    assert 'href="/sign-in"' in answer.text


def test_a_refusal_given_back_keeps_what_was_counted(browser: Browser, sqlite_database: Database) -> None:
    assert browser.post("/probe/given-back").status_code == 422
    assert written(sqlite_database) == 1


def test_more_than_a_form_may_hold_is_refused_before_it_is_read_whole(
    browser: Browser, sqlite_database: Database
) -> None:
    answer = browser.post("/probe/write", {"email": "x" * 70_000})
    assert answer.status_code == 413
    assert "up to 64 KB" in answer.text
    assert written(sqlite_database) == 0


def test_a_body_that_lies_about_its_length_is_refused_too(browser: Browser) -> None:
    def in_pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1024

    answer = browser.client.post(
        "/probe/write", content=in_pieces(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 413


def test_a_page_that_takes_files_takes_them_up_to_its_own_size(browser: Browser) -> None:
    assert browser.post("/probe/file", files={"photo": ("a.jpg", b"x" * 100_000)}).text == "100000"
    assert browser.post("/probe/file", files={"photo": ("a.jpg", b"x" * 210_000)}).status_code == 413


def test_what_is_not_a_form_is_refused(browser: Browser) -> None:
    assert browser.client.post("/probe/write", json={"a": 1}).status_code == 400
    broken = {"content-type": "multipart/form-data"}
    assert browser.client.post("/probe/write", content=b"zzz", headers=broken).status_code == 400


def test_a_machine_sends_its_body_as_it_is_and_gets_no_cookie(browser: Browser) -> None:
    answer = browser.client.post("/probe/raw", json={"a": 1})
    assert answer.text.endswith(" 0")
    assert "set-cookie" not in answer.headers


def test_what_breaks_is_answered_with_a_page_and_logged_without_its_words(
    settings: Settings, sqlite_database: Database, clock: StandingClock, lines: list[Any]
) -> None:
    app = create_app(settings, sqlite_database, clock, pages=PROBES)
    answer = browser_on(app, sqlite_database, clock).get("/probe/broken/s3cret")
    assert answer.status_code == 500
    assert "our fault" in answer.text
    assert "content-security-policy" in answer.headers
    assert "Arthur" not in answer.text
    assert next(line for line in lines if line["event"] == "request failed")["trouble"] == "ValueError"
    assert not any("Arthur" in str(line) or "s3cret" in str(line) for line in lines)


def test_a_log_line_names_the_route_and_never_the_secret_in_the_address(browser: Browser, lines: list[Any]) -> None:
    answer = browser.get("/sign-in/with/s3cret?email=jo@example.org")
    assert [(line["route"], line["status"]) for line in lines] == [("/sign-in/with/{secret}", 200)]
    assert not any("s3cret" in str(line) or "example.org" in str(line) for line in lines)
    assert answer.headers["x-request-id"].startswith("req_")


def test_counts_are_by_route_and_say_nothing_of_anybody(browser: Browser) -> None:
    browser.get("/sign-in/with/s3cret")
    counted = browser.get("/metrics").text
    assert 'alongside_requests_total{method="GET",route="/sign-in/with/{secret}",status="200"} 1.0' in counted
    assert "s3cret" not in counted


def test_when_a_session_was_last_used_is_noted_now_and_then(
    browser: Browser, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    browser.sign_in(joanne)
    clock.move(timedelta(minutes=10))
    browser.get("/account")
    with sqlite_database.read() as session:
        assert session.exec(select(SignedIn.seen_at)).one() == clock.now()
