"""Every part of a listing that stands can be reached and changed from its own page."""

import re
from typing import Any

import pytest

from market.core.clock import StandingClock
from market.core.database import Database
from market.web.listing.questions import questions_for
from providers.changes.parts import read_part
from providers.changes.queries import changes_that_wait
from providers.changes.rules import Part
from providers.listings.queries import listing
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider
from tests.journeys.sides import TERRY, TERRYS_LISTING, WRENFIELD, Sides, county_on
from tests.web.finding.asking import plain

CARE = "lst_wrenfield-morning-and-evening-care"


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


def rows(sides: Sides, listing_id: str) -> tuple[Listing, Provider]:
    with sides.database.read() as session:
        row = listing(session, listing_id)
        return row, provider(session, row.provider_id)


@pytest.mark.parametrize(("who", "what"), [(TERRY, TERRYS_LISTING), (WRENFIELD, CARE)])
def test_each_question_that_matters_is_linked_from_ones_own_page_and_opens(sides: Sides, who: str, what: str) -> None:
    browser, (row, owner) = sides.browser(who), rows(sides, what)
    linked = set(re.findall(rf'href="/listing/{what}/about/(\w+)"', browser.get("/listing").text))
    asked = {one.name for one in questions_for(owner.arrangement, row.where, personal_care=row.includes_personal_care)}
    assert linked == asked
    for name in asked:
        assert browser.get(f"/listing/{what}/about/{name}").status_code == 200, name


def test_a_page_sent_as_it_stands_changes_nothing(sides: Sides) -> None:
    browser, (row, owner) = sides.browser(TERRY), rows(sides, TERRYS_LISTING)
    with sides.database.read() as session:
        before = {part: read_part(session, part, row, owner) for part in Part}
    what, where = before[Part.KINDS], before[Part.WHERE]
    same: dict[str, dict[str, Any]] = {
        "how": {"arrangement": owner.arrangement},
        "name": {"name": owner.name, "phone": owner.phone},
        "what": {"kinds": [kind for kind in what["kinds"] if kind != "personal_care"]},
        "place": {"where": where["where"]},
        "care": {"care": "no"},
        "area": {"postcode": where["postcode"], "reach": "miles", "miles": str(int(where["miles"]))},
        "times": {},
        "prices": {"unit": "hour", "amount": ""},
        "languages": {"languages": owner.languages},
        "words": {"title": row.title, "description": row.description},
    }
    for name, fields in same.items():
        page = f"/listing/{row.id}/about/{name}"
        assert browser.post(page, fields, seen_on=page).status_code == 303, name
    with sides.database.read() as session:
        row, owner = listing(session, row.id), provider(session, owner.id)
        after = {part: read_part(session, part, row, owner) for part in Part}
        assert changes_that_wait(session, row.id) == []
    assert after == before


def test_who_becomes_an_agency_gives_the_number_on_the_same_page(sides: Sides) -> None:
    browser, page = sides.browser(TERRY), f"/listing/{TERRYS_LISTING}/about/how"
    refused = browser.post(page, {"arrangement": "registered_agency"}, seen_on=page)
    assert refused.status_code == 422
    assert "An agency must be registered" in plain(refused.text)
    wrong = browser.post(page, {"arrangement": "registered_agency", "cqc_number": "12"}, seen_on=page)
    assert "Type it as it stands on your certificate" in plain(wrong.text)
    browser.post(page, {"arrangement": "registered_agency", "cqc_number": "1-123456789"}, seen_on=page)
    with sides.database.read() as session:
        (waiting,) = changes_that_wait(session, TERRYS_LISTING)
    assert waiting.becomes == {"arrangement": "registered_agency", "cqc_number": "1-123456789"}
    sides.run()
    desk = plain(
        sides.browser("ruth.chidgey@example.org").get(f"/accreditation/listings/{TERRYS_LISTING}/changes").text
    )
    assert "The CQC register on 1-123456789" in desk
