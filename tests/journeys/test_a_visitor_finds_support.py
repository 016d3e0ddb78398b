"""Journey, step 1: a visitor says what is wanted, sees what could help and why, narrows, opens, keeps and prints."""

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.queries import account_by_email
from market.search.queries import kept_by
from tests.web.browser import Browser, browser_on
from tests.web.finding.asking import ALLOTMENT, cards, found, text_of, titles
from tests.web.letters import letters, link_in

TERRY = "Garden and allotment company, I drive you there"


@pytest.fixture
def database(county_database: Database) -> Database:
    """The demo county, on each database."""
    return county_database


@pytest.fixture
def app(database: Database, clock: StandingClock) -> Starlette:
    """The demo county, on each database."""
    return create_app(Settings(demo=False, _env_file=None), database, clock, raises=True)


@pytest.fixture
def visitor(app: Starlette, database: Database, clock: StandingClock) -> Browser:
    return browser_on(app, database, clock)


def test_from_a_wish_in_plain_words_to_something_kept(visitor: Browser, database: Database) -> None:
    assert "What would you like to be able to do?" in text_of(visitor, "/")
    address = found(visitor, ALLOTMENT, "EX9 6PD")
    _sees_what_could_help(visitor, address)
    _narrows(visitor, address)
    listing = _opens(visitor, address)
    _keeps_by_joining(visitor, listing, address.rpartition("/")[2])
    with database.read() as session:
        account = account_by_email(session, "newcomer@example.org")
        assert account is not None
        (kept,) = kept_by(session, account.id)
        assert f"/listings/{kept.listing_id}" == listing
        assert kept.need_id == address.rpartition("/")[2]


def _sees_what_could_help(visitor: Browser, address: str) -> None:
    shown = cards(visitor, address)
    assert len(shown) > 5
    for card in shown:
        assert "How far:" in card
        assert "How much:" in card
        assert "Next free" in card
        assert "Checked" in card or "Not checked by us" in card
        assert "Why this fits" in card
    assert any("How much: Free" in card for card in shown[:3])
    assert TERRY in titles(visitor, address)[:5]
    page = visitor.get(address).text
    assert 'data-print="Print these results"' in page
    assert 'href="/how-results-are-ordered"' in page


def _narrows(visitor: Browser, address: str) -> None:
    assert TERRY in titles(visitor, f"{address}?day=1&kind=gardening")
    assert TERRY not in titles(visitor, f"{address}?free=yes")
    assert titles(visitor, f"{address}?free=yes")


def _opens(visitor: Browser, address: str) -> str:
    html = visitor.get(address).text
    href = html.split(f">{TERRY}</a>")[0].rpartition('href="')[2].rstrip('"')
    page = visitor.get(href)
    assert page.status_code == 200
    assert "Identity seen" in page.text
    assert 'data-print="Print this page"' in page.text
    return href.partition("?")[0]


def _keeps_by_joining(visitor: Browser, listing: str, need_id: str) -> None:
    asked = visitor.post(f"{listing}/keep", {"need": need_id}, seen_on=listing)
    back = asked.headers["location"]
    assert "I am new here" in text_of(visitor, back)
    newcomer = {"for": "other", "name": "Sue", "for_name": "Dad", "postcode": "EX9 6PD", "next": back}
    visitor.post("/join", {**newcomer, "email": "newcomer@example.org"}, seen_on=f"/join?next={back}")
    link = link_in(letters(visitor.database)[-1])
    assert visitor.post(link, seen_on=link).headers["location"] == back
    assert "Keep this for later?" in text_of(visitor, back)
    visitor.post(f"{listing}/keep", {"need": need_id}, seen_on=back)
    assert TERRY in titles(visitor, "/kept")
