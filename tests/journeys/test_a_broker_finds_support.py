"""Journey, step 2: a broker opens a person, adds an outcome, finds support, shortlists three and sends them."""

import re
from dataclasses import dataclass
from html import unescape

import pytest
from sqlmodel import col, select
from starlette.applications import Starlette

from bot.understanding import understand
from market.app import create_app
from market.chat.turns import ChatServices
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.tables import AuditRow, EventRow, OutboxRow
from market.messages.tables import Envelope
from market.people.queries import grants_of
from market.people.tables import Account
from market.plans.tables import Outcome
from market.search.live import LiveIndex
from market.search.tables import SearchedNeed, Shortlist
from market.wiring import connect
from market.worker import make_worker
from tests.web.browser import Browser, browser_on

ARTHUR = "per_arthur-westcott"
WORDS = "Get back to my allotment and do some of it myself"


@dataclass
class County:
    """The demo county on one database, with its pages and its worker."""

    app: Starlette
    database: Database
    clock: StandingClock

    def browser(self, name: str, role: Role) -> Browser:
        """Somebody of this name, signed in, in one of their roles."""
        browser = browser_on(self.app, self.database, self.clock)
        with self.database.read() as session:
            account = session.exec(select(Account).where(Account.name == name)).one()
            grants = grants_of(session, account.id, self.clock.now())
            grant_id = next(grant.id for grant in grants if grant.role is role)
        browser.sign_in(account, grant_id=grant_id)
        return browser

    def run_jobs(self) -> None:
        """Do what is due, and what that makes due."""
        services = ChatServices(Settings(demo=True, _env_file=None), LiveIndex(), understand)
        worker = make_worker(services, self.database, self.clock)
        while worker.run_due():
            pass

    def told(self, kind: str) -> list[tuple[str, OutboxRow]]:
        """Every message of a kind, with the name it is for."""
        rows = select(Envelope.name, OutboxRow).join(OutboxRow, col(Envelope.message_id) == col(OutboxRow.id))
        with self.database.read() as session:
            return list(session.exec(rows.where(OutboxRow.kind == kind)))


def on_county(database: Database, clock: StandingClock) -> County:
    """The demo county, loaded."""
    connect()
    settings = Settings(demo=True, _env_file=None)
    return County(create_app(settings, database, clock, raises=True), database, clock)


@pytest.fixture
def database(county_database: Database) -> Database:
    """The demo county, on each database."""
    return county_database


@pytest.fixture
def county(database: Database, clock: StandingClock) -> County:
    """The county, on each database."""
    return on_county(database, clock)


@pytest.fixture
def priya(county: County) -> Browser:
    return county.browser("Priya Raman", Role.BROKER)


def test_from_a_caseload_to_a_shortlist_that_the_person_and_the_supporter_open(county: County, priya: Browser) -> None:
    assert f'href="/people/{ARTHUR}"' in priya.get("/caseload").text
    outcome_id = _adds_an_outcome(county, priya)
    shortlist = _finds_and_lists_three(priya, outcome_id)
    _sends(county, priya, shortlist)
    _both_are_told(county, shortlist)
    _can_be_picked_from(county, shortlist)


def _adds_an_outcome(county: County, priya: Browser) -> str:
    page = f"/people/{ARTHUR}"
    answer = priya.post(f"{page}/outcomes", {"words": WORDS}, seen_on=page)
    assert answer.headers["location"] == f"{page}#outcomes"
    with county.database.read() as session:
        outcome = session.exec(select(Outcome).where(Outcome.words == WORDS)).one()
        assert session.exec(select(EventRow).where(EventRow.subject == outcome.id)).one().name == "plan.outcome_added"
    assert f'href="{page}/find?outcome={outcome.id}"' in priya.get(page).text
    return outcome.id


def _finds_and_lists_three(priya: Browser, outcome_id: str) -> str:
    page = f"/people/{ARTHUR}/find?outcome={outcome_id}"
    assert WORDS in unescape(priya.get(page).text)
    answer = priya.post(f"/people/{ARTHUR}/find", {"q": WORDS, "outcome": outcome_id}, seen_on=page)
    found = answer.headers["location"]
    assert found.startswith("/find/")
    results = priya.get(found).text
    listings = re.findall(r'name="listing" value="([^"]+)"', results)[:3]
    assert len(listings) == 3
    answer = priya.post(
        f"/people/{ARTHUR}/shortlists", {"listing": listings, "need": found.rpartition("/")[2]}, seen_on=found
    )
    return str(answer.headers["location"])


def _sends(county: County, priya: Browser, shortlist: str) -> None:
    page = unescape(priya.get(shortlist).text)
    assert page.count('<article class="card') == 3
    assert "Why this fits" in page
    assert "Send to Arthur and Joanne" in page
    priya.post(f"{shortlist}/send", {"note": "Terry knows the plots."}, seen_on=shortlist)
    priya.post(f"{shortlist}/send", {}, seen_on=shortlist)
    with county.database.read() as session:
        row = session.exec(select(Shortlist)).one()
        assert (row.sent_at, row.note) == (county.clock.now(), "Terry knows the plots.")


def _both_are_told(county: County, shortlist: str) -> None:
    county.run_jobs()
    told = county.told("booking.shortlist")
    assert sorted(name for name, _ in told) == ["Arthur Westcott", "Joanne Westcott-Bray"]
    for _, row in told:
        assert "allotment" not in row.text
        assert [button["url"] for button in row.buttons] == [shortlist]


def _can_be_picked_from(county: County, shortlist: str) -> None:
    for name, role in (("Joanne Westcott-Bray", Role.SUPPORTER), ("Arthur Westcott", Role.CUSTOMER_DIRECT_PAYMENT)):
        page = unescape(county.browser(name, role).get(shortlist).text)
        assert "Terry knows the plots." in page
        assert page.count("Ask for this one") == 3
        assert "left. Enough for about" in page
        assert f"person={ARTHUR}&shortlist={shortlist.rpartition('/')[2]}" in page


def test_a_broker_of_another_council_sees_none_of_it(county: County, priya: Browser) -> None:
    priya.post(f"/people/{ARTHUR}/find", {"q": WORDS}, seen_on=f"/people/{ARTHUR}/find")
    with county.database.read() as session:
        need = session.exec(select(SearchedNeed).order_by(col(SearchedNeed.at).desc())).first()
    assert need is not None
    listings = re.findall(r'name="listing" value="([^"]+)"', priya.get(f"/find/{need.id}").text)[:3]
    fields = {"listing": listings, "need": need.id}
    shortlist = priya.post(f"/people/{ARTHUR}/shortlists", fields, seen_on=f"/find/{need.id}").headers["location"]
    gareth = county.browser("Gareth Pugh", Role.BROKER)
    assert ARTHUR not in gareth.get("/caseload").text
    for path in (f"/people/{ARTHUR}", f"/people/{ARTHUR}/find", f"/people/{ARTHUR}/money", shortlist):
        answer = gareth.get(path)
        assert answer.status_code == 403
        assert "Arthur" not in answer.text
    for path, sent in (
        (f"/people/{ARTHUR}/outcomes", {"words": "Anything"}),
        (f"/people/{ARTHUR}/find", {"q": "Anything"}),
        (f"/people/{ARTHUR}/shortlists", {"listing": listings, "need": need.id}),
        (f"{shortlist}/send", {}),
        (f"/people/{ARTHUR}/plan/send", {"yearly": "5000"}),
    ):
        assert gareth.post(path, sent).status_code == 403
    with county.database.read() as session:
        assert session.exec(select(Shortlist)).one().sent_at is None
        refused = select(AuditRow).where(AuditRow.subject == ARTHUR, col(AuditRow.tag).endswith(":refused"))
        assert len(session.exec(refused).all()) >= 6


def test_a_shortlist_is_the_makers_alone_until_it_is_sent(county: County, priya: Browser) -> None:
    found = priya.post(f"/people/{ARTHUR}/find", {"q": WORDS}, seen_on=f"/people/{ARTHUR}/find").headers["location"]
    listings = re.findall(r'name="listing" value="([^"]+)"', priya.get(found).text)[:3]
    need = found.rpartition("/")[2]
    fields = {"listing": listings, "need": need}
    shortlist = priya.post(f"/people/{ARTHUR}/shortlists", fields, seen_on=found).headers["location"]
    arthur = county.browser("Arthur Westcott", Role.CUSTOMER_DIRECT_PAYMENT)
    assert arthur.get(shortlist).status_code == 404
    assert shortlist not in arthur.get(f"/people/{ARTHUR}").text


def test_a_list_of_nothing_and_a_need_of_somebody_else_are_refused(county: County, priya: Browser) -> None:
    found = priya.post(f"/people/{ARTHUR}/find", {"q": WORDS}, seen_on=f"/people/{ARTHUR}/find").headers["location"]
    need = found.rpartition("/")[2]
    nothing = priya.post(f"/people/{ARTHUR}/shortlists", {"need": need}, seen_on=found)
    assert nothing.headers["location"] == found
    assert "on at least one of these first" in priya.get(found).text
    listing = re.findall(r'name="listing" value="([^"]+)"', priya.get(found).text)[0]
    other = priya.post("/people/per_mavis-hext/shortlists", {"need": need, "listing": listing}, seen_on=found)
    assert other.status_code == 404


def test_words_of_danger_are_answered_before_they_are_written_down(county: County, priya: Browser) -> None:
    page = f"/people/{ARTHUR}"
    answer = priya.post(f"{page}/outcomes", {"words": "He says he wants to kill himself tonight"}, seen_on=page)
    assert "999" in answer.text
    assert "We have told the desk too" in answer.text
    with county.database.read() as session:
        assert not session.exec(select(Outcome).where(col(Outcome.words).contains("kill"))).all()
        assert session.exec(select(EventRow).where(EventRow.name == "danger.reported")).one().person_id == ARTHUR
