"""Joining by oneself: nothing is made before the letter is answered."""

from sqlmodel import select

from market.core.database import Database, count
from market.people.tables import Account, Person
from tests.web.browser import Browser
from tests.web.letters import letters, link_in


def test_joining_makes_nothing_until_the_letter_is_answered(browser: Browser, sqlite_database: Database) -> None:
    fields = {
        "for": "me",
        "name": "Vera Lamb",
        "postcode": "EX8 1AA",
        "email": "vera@example.org",
        "next": "/you/sessions",
    }
    assert browser.post("/join", fields, seen_on="/join").headers["location"] == "/sign-in/check"
    with sqlite_database.read() as session:
        assert (count(session, select(Account)), count(session, select(Person))) == (0, 0)
    link = link_in(letters(sqlite_database)[0])
    assert browser.post(link, seen_on=link).headers["location"] == "/you/sessions"
    assert "Vera Lamb" in browser.get("/account").text
    with sqlite_database.read() as session:
        assert session.exec(select(Person.name)).all() == ["Vera Lamb"]


def test_joining_with_an_address_we_know_signs_in_and_changes_nothing(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    fields = {"for": "me", "name": "Somebody Else", "postcode": "EX8 1AA", "email": "joanne@example.org"}
    assert browser.post("/join", fields, seen_on="/join").headers["location"] == "/sign-in/check"
    link = link_in(letters(sqlite_database)[0])
    browser.post(link, seen_on=link)
    assert "Joanne Bray" in browser.get("/account").text


def test_a_place_that_does_not_exist_is_refused_on_the_form_and_nothing_typed_is_lost(browser: Browser) -> None:
    fields = {"for": "other", "name": "Jo", "for_name": "Arthur", "postcode": "ZZ99 9ZZ", "email": "jo@example.org"}
    answer = browser.post("/join", fields, seen_on="/join")
    assert answer.status_code == 422
    for typed in ("ZZ99 9ZZ", "Arthur", "jo@example.org"):
        assert f'value="{typed}"' in answer.text


def test_a_name_left_out_is_asked_for(browser: Browser) -> None:
    fields = {"for": "other", "name": "Jo", "for_name": " ", "postcode": "EX8 1AA", "email": "jo@example.org"}
    assert "name of the person you help" in browser.post("/join", fields, seen_on="/join").text
