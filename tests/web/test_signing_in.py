"""Signing in by page: the same answer for everybody, links and codes that work once and not for long."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from market.core.clock import StandingClock
from market.core.database import Database, count
from market.people.tables import Account, SignedIn, SignInAttempt, SignInToken
from tests.web.browser import Browser, browser_on
from tests.web.letters import ask_for_link, code_in, is_in, letters, link_in


def test_a_link_from_the_letter_signs_in_and_leads_to_the_page_that_was_wanted(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    wanted = browser.get("/you/sessions")
    assert wanted.headers["location"] == "/sign-in?next=%2Fyou%2Fsessions"
    ask_for_link(browser, " Joanne@Example.org ", next="/you/sessions")
    link = link_in(letters(sqlite_database)[0])
    assert browser.post(link, seen_on=link).headers["location"] == "/you/sessions"
    assert is_in(browser)


def test_opening_a_link_uses_nothing_up_since_mail_scanners_open_links(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    ask_for_link(browser, "joanne@example.org")
    link = link_in(letters(sqlite_database)[0])
    for _ in range(3):
        assert "Sign in" in browser.get(link).text
    assert not is_in(browser)
    assert browser.post(link, seen_on=link).status_code == 303


def test_a_link_works_once(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    ask_for_link(browser, "joanne@example.org")
    link = link_in(letters(sqlite_database)[0])
    other = browser_on(app, sqlite_database, clock)
    token = other.token(link)
    browser.post(link, seen_on=link)
    second = other.client.post(link, data={"csrf_token": token}, follow_redirects=False)
    assert second.status_code == 410
    assert "used or is too old" in second.text
    assert not is_in(other)


def test_a_link_and_its_code_stop_working_after_fifteen_minutes(
    browser: Browser, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    ask_for_link(browser, "joanne@example.org")
    letter = letters(sqlite_database)[0]
    clock.move(timedelta(minutes=14, seconds=59))
    assert "Press the button" in browser.get(link_in(letter)).text
    clock.move(timedelta(seconds=1))
    assert "too old" in browser.get(link_in(letter)).text
    refused = browser.post("/sign-in/check", {"code": code_in(letter)}, seen_on="/sign-in/check")
    assert refused.status_code == 410
    assert not is_in(browser)


def test_six_digits_sign_in_however_they_are_typed_and_kill_the_link(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    ask_for_link(browser, "joanne@example.org")
    letter = letters(sqlite_database)[0]
    typed = code_in(letter).replace(" ", "-")
    assert browser.post("/sign-in/check", {"code": typed}, seen_on="/sign-in/check").status_code == 303
    assert is_in(browser)
    assert "too old" in browser.get(link_in(letter)).text


def test_digits_work_only_in_the_browser_that_asked(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    ask_for_link(browser, "joanne@example.org")
    elsewhere = browser_on(app, sqlite_database, clock)
    answer = elsewhere.post("/sign-in/check", {"code": code_in(letters(sqlite_database)[0])}, seen_on="/sign-in")
    assert answer.headers["location"] == "/sign-in"
    assert not is_in(elsewhere)


def test_an_unknown_address_gets_the_same_answer_the_same_rows_and_a_letter_that_says_so(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    known = ask_for_link(browser, "joanne@example.org")
    stranger = browser_on(app, sqlite_database, clock)
    unknown = ask_for_link(stranger, "nobody@example.org")
    assert (known.status_code, known.headers["location"]) == (unknown.status_code, unknown.headers["location"])
    assert list(browser.client.cookies) == list(stranger.client.cookies)
    masked = re.compile(r'value="[^"]{30,}"|nonce="[^"]*"|nonce-[^\']*')
    pages = [masked.sub("", who.get("/sign-in/check").text) for who in (browser, stranger)]
    assert pages[0] == pages[1]
    with sqlite_database.read() as session:
        assert count(session, select(SignInToken)) == 2
        assert count(session, select(SignInAttempt)) == 2
    theirs = [letter for letter in letters(sqlite_database) if letter.address == "nobody@example.org"]
    assert "We do not know it" in theirs[0].text
    assert "/sign-in/with/" not in theirs[0].text
    wrong = [who.post("/sign-in/check", {"code": "000000"}, seen_on="/sign-in/check") for who in (browser, stranger)]
    assert [w.status_code for w in wrong] == [422, 422]
    assert masked.sub("", wrong[0].text) == masked.sub("", wrong[1].text)


def test_asking_is_limited_by_account_in_rows_for_known_and_unknown_alike(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    for email in ("joanne@example.org", "nobody@example.org"):
        statuses = [ask_for_link(browser_on(app, sqlite_database, clock), email).status_code for _ in range(6)]
        assert statuses == [303] * 5 + [429]
    clock.move(timedelta(minutes=16))
    assert ask_for_link(browser, "joanne@example.org").status_code == 303


def test_asking_is_limited_by_network_address(browser: Browser, sqlite_database: Database) -> None:
    statuses = [ask_for_link(browser, f"n{number}@example.org").status_code for number in range(21)]
    assert statuses == [303] * 20 + [429]
    with sqlite_database.read() as session:
        kept = session.exec(select(SignInAttempt)).all()
    assert all("example.org" not in row.email_hash and "testclient" not in row.address_hash for row in kept)


def test_guessing_digits_is_stopped_after_five_tries_though_the_sixth_is_right(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    ask_for_link(browser, "joanne@example.org")
    right = code_in(letters(sqlite_database)[0]).replace(" ", "")
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    answers = [browser.post("/sign-in/check", {"code": wrong}, seen_on="/sign-in/check") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422] * 5
    assert "4 more tries" in answers[0].text
    assert browser.post("/sign-in/check", {"code": right}, seen_on="/sign-in/check").status_code == 429
    assert not is_in(browser)
    link = link_in(letters(sqlite_database)[0])
    assert browser.post(link, seen_on=link).status_code == 303


def test_only_hashes_are_kept(browser: Browser, sqlite_database: Database, joanne: Account) -> None:
    ask_for_link(browser, "joanne@example.org")
    letter = letters(sqlite_database)[0]
    browser.post(link_in(letter), seen_on=link_in(letter))
    with sqlite_database.read() as session:
        kept = [str(row.model_dump()) for kind in (SignInToken, SignedIn) for row in session.exec(select(kind))]
    secrets = (
        link_in(letter).rsplit("/", 1)[1],
        code_in(letter).replace(" ", ""),
        browser.client.cookies["alongside_session"],
    )
    assert not any(secret in row for secret in secrets for row in kept)


def test_no_name_and_no_address_stands_in_the_letter_or_the_link(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    ask_for_link(browser, "joanne@example.org")
    letter = letters(sqlite_database)[0]
    assert "Joanne" not in letter.subject + letter.text
    assert "example.org" not in letter.subject + letter.text


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "evil"])
def test_a_way_on_leads_only_to_our_own_pages(
    browser: Browser, sqlite_database: Database, joanne: Account, elsewhere: str
) -> None:
    ask_for_link(browser, "joanne@example.org", next=elsewhere)
    link = link_in(letters(sqlite_database)[0])
    assert browser.post(link, seen_on=link).headers["location"] == "/"


def test_an_address_that_is_none_is_refused_on_the_form_with_what_was_typed(browser: Browser) -> None:
    answer = ask_for_link(browser, "joanne at home")
    assert answer.status_code == 422
    assert 'value="joanne at home"' in answer.text
    assert "name@example.org" in answer.text
