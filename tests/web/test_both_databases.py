"""The edge on each database: what is kept, what is undone, and who looked."""

from sqlmodel import select
from starlette.responses import PlainTextResponse, Response

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database, count
from market.core.settings import Settings
from market.core.tables import AuditRow
from market.people.access import person_for
from market.people.rules import Scope
from market.people.tables import Account, Person
from market.web import guards
from market.web.ask import Ask
from market.web.page import POST, Page
from market.web.routing import PAGES
from tests.factories.people import a_person, an_authority, somebody
from tests.web.browser import Browser, browser_on
from tests.web.letters import code_in, letters


def open_record(ask: Ask) -> Response:
    return PlainTextResponse(person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_PLAN, ask.now).name)


def rename(ask: Ask) -> Response:
    mine = ask.session.get_one(Account, ask.me.account_id)
    mine.name = "Changed"
    ask.session.add(mine)
    return open_record(ask)


PROBES = (
    Page("/probe/{person_id}", open_record, guards.broker),
    Page("/probe/{person_id}/rename", rename, guards.broker, POST),
)


def test_joining_and_signing_in_by_code(database: Database, clock: StandingClock) -> None:
    app = create_app(Settings(_env_file=None), database, clock, raises=True)
    browser = browser_on(app, database, clock)
    browser.post("/join", {"name": "Vera Lamb", "postcode": "EX8 1AA", "email": "vera@example.org"}, seen_on="/join")
    browser.post("/sign-in/check", {"code": code_in(letters(database)[0])}, seen_on="/sign-in/check")
    assert "Vera Lamb" in browser.get("/account").text


def test_looking_across_the_border_is_refused_undone_and_written_down(database: Database, clock: StandingClock) -> None:
    with database.write() as session:
        devon, torbay = an_authority(session), an_authority(session, "Torbay demo council")
        ours, theirs = a_person(session, devon), a_person(session, torbay, name="Zebedee Quillfeather")
        account, _ = somebody(session, Role.BROKER, authority=devon, name="Priya Raman")
    app = create_app(Settings(demo=True, _env_file=None), database, clock, pages=(*PAGES, *PROBES), raises=True)
    browser: Browser = browser_on(app, database, clock)
    browser.sign_in(account)
    assert browser.get(f"/probe/{ours.id}").text == "Arthur Westcott"
    for answer in (browser.get(f"/probe/{theirs.id}"), browser.post(f"/probe/{theirs.id}/rename")):
        assert answer.status_code == 403
        assert "Zebedee" not in answer.text
    nobody = browser.get("/probe/per_nobody")
    assert (nobody.status_code, "may not be there" in nobody.text) == (403, True)
    with database.read() as session:
        tags = session.exec(select(AuditRow.tag).order_by(AuditRow.id)).all()  # type: ignore[arg-type]
        assert tags == ["person:see_plan:read"] + ["person:see_plan:refused"] * 3
        assert session.get_one(Account, account.id).name == "Priya Raman"
        assert count(session, select(Person)) == 2
