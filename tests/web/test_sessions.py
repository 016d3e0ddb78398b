"""Sessions and roles: new at sign-in, listed to their owner, ended at once."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.signing_in import make_link
from market.people.tables import Account, RoleGrant, SignedIn
from tests.factories.people import a_grant, a_person, an_account, an_authority, somebody
from tests.web.browser import Browser, browser_on
from tests.web.letters import is_in


def test_signing_in_gives_a_new_session_and_ends_one_planted_before(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    with sqlite_database.write() as session:
        mallory, _ = somebody(session, Role.SUPPORTER, person=a_person(session), email="mallory@example.org")
    browser.sign_in(mallory)
    planted = browser.client.cookies["alongside_session"]
    with sqlite_database.write() as session:
        path = make_link(session, joanne, clock.now())
    browser.post(path, seen_on=path)
    assert browser.client.cookies["alongside_session"] != planted
    mallory_again = browser_on(app, sqlite_database, clock, cookies={"alongside_session": planted})
    assert not is_in(mallory_again)


def test_a_made_up_session_cookie_opens_nothing_and_is_not_taken_on(browser: Browser, joanne: Account) -> None:
    browser.client.cookies.set("alongside_session", "chosen-by-somebody-else")
    assert not is_in(browser)
    browser.client.cookies.delete("alongside_session")
    browser.sign_in(joanne)
    assert browser.client.cookies["alongside_session"] != "chosen-by-somebody-else"


def test_an_owner_sees_their_sessions_and_ending_one_acts_at_once(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    phone = browser_on(app, sqlite_database, clock, headers={"user-agent": "Mozilla (iPhone) Safari"})
    phone.sign_in(joanne)
    browser.sign_in(joanne)
    listed = browser.get("/you/sessions").text
    assert "Safari on iPhone" in listed
    action = re.search(r'action="(/you/sessions/ses_\w+/end)"', listed)
    assert action is not None
    browser.post(action.group(1), seen_on="/you/sessions")
    assert not is_in(phone)
    assert is_in(browser)


def test_nobody_ends_another_account_s_session(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    browser.sign_in(joanne)
    with sqlite_database.write() as session:
        other, _ = somebody(session, Role.SUPPORTER, person=a_person(session), email="other@example.org")
        theirs = session.exec(select(SignedIn.id)).one()
    stranger = browser_on(app, sqlite_database, clock)
    stranger.sign_in(other)
    assert stranger.post(f"/you/sessions/{theirs}/end").status_code == 404
    assert is_in(browser)


def test_signing_out_ends_the_session_and_not_only_the_cookie(
    browser: Browser, app: Starlette, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    browser.sign_in(joanne)
    kept = browser.client.cookies["alongside_session"]
    browser.post("/sign-out")
    assert not is_in(browser_on(app, sqlite_database, clock, cookies={"alongside_session": kept}))


@pytest.mark.parametrize(("role", "length"), [(Role.SUPPORTER, timedelta(days=30)), (Role.BROKER, timedelta(hours=12))])
def test_a_session_lasts_twelve_hours_for_staff_and_thirty_days_for_others(
    browser: Browser, sqlite_database: Database, clock: StandingClock, role: Role, length: timedelta
) -> None:
    with sqlite_database.write() as session:
        authority = an_authority(session)
        account, _ = somebody(session, role, authority=authority, person=a_person(session, authority))
    browser.sign_in(account)
    clock.move(length - timedelta(minutes=1))
    assert is_in(browser)
    clock.move(timedelta(minutes=1))
    assert not is_in(browser)


def test_one_who_is_pa_and_officer_has_a_staff_session_whichever_role_came_first(
    browser: Browser, sqlite_database: Database, clock: StandingClock
) -> None:
    with sqlite_database.write() as session:
        account, _ = somebody(session, Role.SUPPORTER, person=a_person(session))
        a_grant(session, account, Role.BROKER, authority_id=an_authority(session).id)
    browser.sign_in(account)
    clock.move(timedelta(hours=12))
    assert not is_in(browser)


def test_session_cookies_are_out_of_reach_of_scripts_and_other_sites(browser: Browser, joanne: Account) -> None:
    cookie = browser.sign_in(joanne).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_cookies_are_secure_wherever_there_is_https(
    sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    settings = Settings(public_address="https://alongside.example.org", _env_file=None)
    app = create_app(settings, sqlite_database, clock, raises=True)
    answer = browser_on(app, sqlite_database, clock, base_url="https://alongside.example.org").sign_in(joanne)
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_two_roles_are_switched_between_and_no_other_can_be_taken(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    with sqlite_database.write() as session:
        mine = a_grant(session, joanne, Role.PA).id
        stranger = an_account(session, "stranger@example.org")
        theirs = a_grant(session, stranger, Role.BROKER, authority_id=an_authority(session).id).id
    browser.sign_in(joanne)
    assert "Supporter of Arthur Westcott" in browser.get("/account").text
    assert browser.post("/role", {"grant_id": theirs}).status_code == 403
    browser.post("/role", {"grant_id": mine})
    assert re.search(r'who__role">PA<', browser.get("/account").text)


def test_a_role_that_ends_is_gone_from_the_next_page_on(
    browser: Browser, sqlite_database: Database, joanne: Account, clock: StandingClock
) -> None:
    browser.sign_in(joanne)
    with sqlite_database.write() as session:
        grant = session.exec(select(RoleGrant)).one()
        grant.ends_at = clock.now()
        session.add(grant)
    assert "You have no role now" in browser.get("/you/roles").text


def test_a_link_can_be_made_for_one_of_several_roles(
    browser: Browser, sqlite_database: Database, joanne: Account
) -> None:
    with sqlite_database.write() as session:
        wanted = a_grant(session, joanne, Role.PA).id
    browser.sign_in(joanne, grant_id=wanted)
    assert re.search(r'who__role">PA<', browser.get("/account").text)
