"""The desk brings a list in by page, decides on doubles; a worker's calendar is linked and unlinked. Over HTTP."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from httpx2 import Response
from icalendar import Calendar
from starlette.applications import Starlette

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.files import FolderStore
from market.core.jobs import Worker
from market.core.settings import Settings
from market.people.tables import Authority
from providers.interchange import running
from providers.interchange.handlers import handlers
from providers.interchange.keeping import keep, kept, tidy
from tests.factories.interchange import a_pair
from tests.factories.people import an_authority, somebody
from tests.factories.providers import a_listing, a_provider
from tests.fakes.memory_files import MemoryFiles
from tests.interchange.written import ics
from tests.web.browser import Browser, browser_on

IMPORTS, DOUBLES, CALENDAR = "/accreditation/imports", "/accreditation/duplicates", "/work/calendar"
KINDS = "/accreditation/kinds"
TABLE = (
    "Name,Organisation,Postcode,Cost,When,Category\n"
    "Exmouth Lunch Club,Friends,EX8 1QB,Free,Tuesdays 12pm-2pm,Lunch clubs\n"
    "Exmouth Lunch Clubb,Friends,EX8 1QB,Free,,Lunch clubs\n"
    "Seated Yoga,Move On,EX8 1ZZZ,£5 or so,when it suits,Yoga\n"
    ",,,,,\n"
    ",Nobody,EX8 1QB,,,\n"
)


@dataclass
class Desk:
    """An officer at the desk, and the worker that reads what they hand over."""

    browser: Browser
    worker: Worker
    authority: Authority

    def get(self, path: str) -> Response:
        answer = self.browser.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return answer

    def hand_over(self, content: bytes, dialect: str = "csv", **fields: str) -> Response:
        files = {"file": ("list.csv", content, "text/csv")}
        said = {"dialect": dialect, "source": "Exmouth list"} | fields
        return self.browser.post(IMPORTS, said, seen_on=IMPORTS, files=files)


@pytest.fixture
def app(sqlite_database: Database, clock: StandingClock, tmp_path: Path) -> Starlette:
    settings = Settings(demo=True, data_folder=tmp_path / "data", _env_file=None)
    return create_app(settings, sqlite_database, clock, raises=True)


@pytest.fixture
def desk(app: Starlette, sqlite_database: Database, clock: StandingClock) -> Desk:
    with sqlite_database.write() as session:
        authority = an_authority(session)
        account, _ = somebody(session, Role.ACCREDITATION_OFFICER, authority=authority, email="ruth@example.org")
    browser = browser_on(app, sqlite_database, clock)
    browser.sign_in(account)
    return Desk(browser, Worker(sqlite_database, clock, handlers(app.state.edge.settings)), authority)


def test_a_table_is_handed_over_tried_read_and_brought_in(desk: Desk, app: Starlette) -> None:
    columns = desk.hand_over(TABLE.encode()).headers["location"]
    page = desk.get(columns).text
    assert '<option value="Postcode" selected' in page
    chosen = {
        "title": "Name",
        "organisation": "Organisation",
        "postcode": "Postcode",
        "price": "Cost",
        "times": "When",
        "categories": "Category",
    }
    report = desk.browser.post(columns, chosen, seen_on=columns).headers["location"]
    assert "Nothing is read yet" in desk.get(report).text
    desk.worker.run_due()
    trial = desk.get(report).text
    assert "Trial: nothing is brought in yet" in trial
    for words in (
        "Likely the same as row 1 of this file, “Exmouth Lunch Club”",
        "Line 5 has no name.",
        "“£5 or so”",
        "“when it suits”",
        "“EX8 1ZZZ”",
    ):
        assert words in trial, words
    assert desk.browser.get("/find").status_code == 200
    real = desk.browser.post(f"{report}/bring-in", seen_on=report).headers["location"]
    desk.worker.run_due()
    done = desk.get(real).text
    assert "Brought in" in done
    found = re.search(r'href="(/listings/lst_\w+)"', done)
    assert found is not None
    shown = desk.get(found.group(1)).text
    assert "This page comes from Exmouth list, as it stood on" in shown
    assert "We have not checked it." in shown
    assert "Ask for this" not in shown
    assert list((app.state.edge.settings.data_folder / "imports").iterdir()) == []


def test_the_report_can_be_downloaded_with_every_row(desk: Desk) -> None:
    columns = desk.hand_over(TABLE.encode()).headers["location"]
    report = desk.browser.post(columns, {"title": "Name"}, seen_on=columns).headers["location"]
    desk.worker.run_due()
    answer = desk.get(f"{report}/report.csv")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["outcome"] for row in rows] == ["added", "duplicate", "added", "refused"]


def test_what_is_wrong_with_a_form_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    nothing = desk.browser.post(IMPORTS, {"dialect": "csv", "source": "My list"}, seen_on=IMPORTS)
    assert nothing.status_code == 422
    assert "Choose the file you want to bring in." in nothing.text
    assert 'value="My list"' in nothing.text
    other = desk.hand_over(b"not json at all", "open-referral-uk")
    assert other.status_code == 422
    assert "Check that you chose the right kind of file" in other.text
    assert "It cannot lie ahead" in desk.hand_over(TABLE.encode(), as_of="2031-01-01").text
    assert "We do not know “Atlantis”" in desk.hand_over(TABLE.encode(), area="Atlantis").text


def test_nothing_can_be_brought_in_before_the_trial_has_ended(desk: Desk) -> None:
    columns = desk.hand_over(TABLE.encode()).headers["location"]
    report = desk.browser.post(columns, {"title": "Name"}, seen_on=columns).headers["location"]
    assert desk.browser.post(f"{report}/bring-in").status_code == 409


@pytest.fixture
def store(app: Starlette) -> FolderStore:
    return FolderStore(app.state.edge.settings.data_folder / "imports")


def test_a_file_that_was_never_brought_in_is_deleted_after_a_month(
    desk: Desk, store: FolderStore, clock: StandingClock
) -> None:
    desk.hand_over(TABLE.encode())
    with desk.browser.database.write() as session:
        running.plan_tidying(session, clock.now())
    clock.move(timedelta(days=30))
    desk.worker.run_due()
    assert len(list(store.kept())) == 1, "a month is not over yet"
    clock.move(timedelta(days=2))
    desk.worker.run_due()
    assert list(store.kept()) == []


def test_a_file_that_no_import_names_is_swept_up_a_day_later(
    desk: Desk, store: FolderStore, clock: StandingClock
) -> None:
    desk.hand_over(TABLE.encode())
    stray = store.put(b"its request broke off")
    with desk.browser.database.write() as session:
        assert tidy(session, store, datetime.now(UTC)) == 0
        assert tidy(session, store, datetime.now(UTC) + timedelta(days=2)) >= 1
    assert stray not in [name for name, _ in store.kept()]


def test_a_run_whose_file_is_gone_says_so(desk: Desk, store: FolderStore) -> None:
    columns = desk.hand_over(TABLE.encode()).headers["location"]
    desk.browser.post(columns, {"title": "Name"}, seen_on=columns)
    for name, _ in store.kept():
        store.remove(name)
    desk.worker.run_due()
    assert "the file is no longer kept" in desk.get(columns.removesuffix("/columns")).text


def test_several_tables_and_a_zip_are_read_as_they_were_handed_over() -> None:
    store = MemoryFiles()
    tables = [("../services.csv", b"id,name\n1,Lunch Club\n"), ("organizations.csv", b"id\n")]
    together = kept(store, keep(store, tables))
    assert together.names() == ("organizations.csv", "services.csv")
    with together.opened("services.csv") as text:
        assert text.read().startswith("id,name")
    packed = store.get(keep(store, tables))
    again = kept(store, keep(store, [("list.zip", packed)]))
    assert again.names() == together.names()
    assert again.content_hash() == together.content_hash()


def test_a_likely_double_stands_side_by_side_and_is_decided_once(desk: Desk, sqlite_database: Database) -> None:
    with sqlite_database.write() as session:
        owner = a_provider(session, authority_id=desk.authority.id)
        one, other = a_listing(session, owner, title="Sea Singers"), a_listing(session, owner, title="The Sea Singers")
        pair = a_pair(session, one, other, desk.authority.id)
    assert "1 pair of listings" in desk.get(IMPORTS).text
    path = f"{DOUBLES}/{pair.id}"
    page = desk.get(path).text
    assert page.count("Written by the provider") >= 2
    unsaid = desk.browser.post(f"{path}/merge", seen_on=path)
    assert unsaid.status_code == 422
    assert "Choose which of the two stays." in unsaid.text
    assert desk.browser.post(f"{path}/merge", {"keep": one.id}, seen_on=path).status_code == 303
    assert desk.browser.get(path).status_code == 409
    assert "No doubles wait" in desk.get(DOUBLES).text


def test_the_desk_says_what_a_row_is_that_says_it_nowhere_and_it_goes_on_show(desk: Desk) -> None:
    table = b"Name,Postcode\nZyx of Exmouth,EX8 1QB\n"
    columns = desk.hand_over(table).headers["location"]
    report = desk.browser.post(columns, {"title": "Name", "postcode": "Postcode"}, seen_on=columns).headers["location"]
    desk.worker.run_due()
    desk.browser.post(f"{report}/bring-in", seen_on=report)
    desk.worker.run_due()
    assert "1 row that nobody can find yet" in desk.get(IMPORTS).text
    found = re.search(rf'href="({KINDS}/lst_\w+)"', desk.get(KINDS).text)
    assert found is not None
    page = found.group(1)
    shown = desk.get(page).text
    assert "Zyx of Exmouth" in shown
    assert 'value="personal_care"' not in shown, "that is a claim about the law, not a kind to be ticked here"
    nothing = desk.browser.post(page, seen_on=page)
    assert nothing.status_code == 422
    assert "Tick what it is" in nothing.text
    assert desk.browser.post(page, {"kinds": "meals"}, seen_on=page).status_code == 303
    assert "Nothing waits" in desk.get(KINDS).text
    assert desk.browser.post(page, {"kinds": "meals"}).status_code == 409
    assert desk.get(f"/listings/{page.rsplit('/', 1)[1]}").status_code == 200


@pytest.fixture
def terry(app: Starlette, sqlite_database: Database, clock: StandingClock) -> Browser:
    with sqlite_database.write() as session:
        owner = a_provider(session)
        account, _ = somebody(session, Role.PA, provider_id=owner.id, email="terry@example.org")
    browser = browser_on(app, sqlite_database, clock)
    browser.sign_in(account)
    return browser


def test_a_calendar_link_is_shown_once_works_for_whoever_has_it_and_ends_when_told(
    terry: Browser, app: Starlette
) -> None:
    made = terry.post(f"{CALENDAR}/link", seen_on=CALENDAR)
    found = re.search(r"/calendar/[\w-]+/visits\.ics", made.text)
    assert found is not None
    link = found.group()
    anybody = browser_on(app, terry.database, terry.clock)
    answer = anybody.get(link)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert Calendar.from_ical(answer.content).walk("VEVENT") == []
    assert link not in terry.get(CALENDAR).text
    again = terry.post(f"{CALENDAR}/link", seen_on=CALENDAR)
    assert anybody.get(link).status_code >= 400, "a new link ends the old one"
    newer = re.search(r"/calendar/[\w-]+/visits\.ics", again.text)
    assert newer is not None
    terry.post(f"{CALENDAR}/link/end", seen_on=CALENDAR)
    assert anybody.get(newer.group()).status_code >= 400


def test_a_calendar_is_given_by_file_and_by_address_and_taken_away(terry: Browser) -> None:
    content = ics("DTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z")
    files = {"file": ("mine.ics", content, "text/calendar")}
    assert terry.post(CALENDAR, {"name": "The choir"}, seen_on=CALENDAR, files=files).status_code == 303
    page = terry.get(CALENDAR).text
    assert "The choir" in page
    inside = terry.post(CALENDAR, {"address": "http://10.0.0.1/a.ics"}, seen_on=CALENDAR)
    assert inside.status_code == 422
    assert "It must begin with https://." in inside.text
    assert 'value="http://10.0.0.1/a.ics"' in inside.text
    junk = {"file": ("mine.ics", b"hello", "text/calendar")}
    assert terry.post(CALENDAR, seen_on=CALENDAR, files=junk).status_code == 422
    away = re.search(r'action="(/work/calendar/cal_\w+/take-away)"', page)
    assert away is not None
    assert terry.post(away.group(1), seen_on=CALENDAR).status_code == 303
    assert "The choir" not in terry.get(CALENDAR).text
