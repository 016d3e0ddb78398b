"""What the desk looks at is what it decides on: pages that lay open, photographs that wait, prices that are taken away."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from providers.listings.queries import listing
from providers.organisations.queries import provider
from providers.pricing.queries import rates_of
from tests.journeys.sides import TERRY, TERRYS_LISTING, Sides, county_on
from tests.web.browser import MARK, Browser
from tests.web.finding.asking import plain

RUTH, LEON = "ruth.chidgey@example.org", "leon.abara@example.org"
DESK_PAGE = f"/accreditation/listings/{TERRYS_LISTING}"
CHANGES = f"{DESK_PAGE}/changes"


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return county_on(county, clock, Settings(demo=True, data_folder=tmp_path, _env_file=None))


def change(browser: Browser, question: str, **fields: Any) -> Any:
    page = f"/listing/{TERRYS_LISTING}/about/{question}"
    return browser.post(page, fields, seen_on=page)


def hourly(sides: Sides) -> int:
    with sides.database.read() as session:
        return rates_of(session, TERRYS_LISTING)[0].pence


def send_photo(browser: Browser, colour: str) -> None:
    out = BytesIO()
    Image.new("RGB", (600, 600), colour).save(out, "JPEG")
    page = f"/listing/{TERRYS_LISTING}/about/photo"
    fields, files = {"csrf_token": browser.token(page)}, {"photo": ("me.jpg", out.getvalue(), "image/jpeg")}
    assert browser.client.post(page, data=fields, files=files, follow_redirects=False).status_code == 303


def test_a_change_made_after_the_officer_opened_the_page_is_not_approved_unseen(sides: Sides) -> None:
    terry, ruth = sides.browser(TERRY), sides.browser(RUTH)
    change(terry, "prices", unit="hour", when="any", amount="19.50")
    opened = MARK.search(ruth.get(CHANGES).text)
    assert opened is not None
    change(terry, "prices", unit="hour", when="any", amount="49.50")
    for what, more in (("accept", {}), ("refuse", {"why": "Too much."})):
        refused = ruth.post(f"{CHANGES}/{what}", {"seen": opened[1]} | more, seen_on=CHANGES)
        assert refused.status_code == 409
        assert "They changed it while you had it open" in plain(refused.text)
        assert "<ins>£49.50 an hour</ins>" in refused.text, "the page shows what waits now"
    assert hourly(sides) == 1850
    assert ruth.post(f"{CHANGES}/accept", seen_on=CHANGES).status_code == 303
    assert hourly(sides) == 4950


def test_a_photograph_that_waits_is_seen_by_the_desk_alone_while_the_approved_one_stays_public(sides: Sides) -> None:
    terry, ruth, leon, visitor = sides.browser(TERRY), sides.browser(RUTH), sides.browser(LEON), sides.browser()

    def waiting() -> str:
        found = re.findall(r'src="(/photographs/[^"]+)" alt="The photograph they would like', ruth.get(CHANGES).text)
        assert len(found) == 1
        return str(found[0])

    send_photo(terry, "green")
    first = waiting()
    assert ruth.get(first).headers["content-type"] == "image/jpeg"
    assert [browser.get(first).status_code for browser in (visitor, leon, terry)] == [404, 404, 200]
    ruth.post(f"{CHANGES}/accept", seen_on=CHANGES)
    assert visitor.get(first).status_code == 200
    send_photo(terry, "red")
    second = waiting()
    assert f'src="{first}" alt="The photograph now on show"' in ruth.get(CHANGES).text
    assert [ruth.get(one).status_code for one in (first, second)] == [200, 200]
    assert [visitor.get(one).status_code for one in (first, second)] == [200, 404]
    assert first in visitor.get(f"/listings/{TERRYS_LISTING}").text
    ruth.post(f"{CHANGES}/accept", seen_on=CHANGES)
    assert [visitor.get(one).status_code for one in (first, second)] == [404, 200]


def test_the_photograph_of_a_listing_sent_for_checking_is_on_its_page_at_the_desk(sides: Sides) -> None:
    terry, ruth = sides.browser(TERRY), sides.browser(RUTH)
    send_photo(terry, "green")
    ruth.post(f"{CHANGES}/accept", seen_on=CHANGES)
    with sides.database.read() as session:
        photo = provider(session, listing(session, TERRYS_LISTING).provider_id).photo
    assert f'src="/photographs/{photo}"' in ruth.get(DESK_PAGE).text


def test_the_last_price_is_not_taken_away_by_page_and_the_page_says_what_to_do(sides: Sides) -> None:
    terry, page = sides.browser(TERRY), f"/listing/{TERRYS_LISTING}/about/prices"
    shown = terry.get(page).text
    keys = re.findall(r'name="remove" value="(\w+)"', shown)
    assert len(keys) == 3
    for key in keys[1:]:
        terry.post(page, {"remove": key}, seen_on=page)
    assert "£18.50 an hour" in plain(sides.browser().get(f"/listings/{TERRYS_LISTING}").text)
    refused = terry.post(page, {"remove": keys[0]}, seen_on=page)
    assert refused.status_code == 422
    assert "Add the new price first" in plain(refused.text)
    assert terry.post(page, {"remove": keys[1]}, seen_on=page).status_code == 303, "gone already: nothing is lost by it"
    assert hourly(sides) == 1850
