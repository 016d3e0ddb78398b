"""The public feed over HTTP: valid against the standard page by page, masked, and asked by the standard's parameters."""

import json
import shutil
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from matching.offering import Window
from providers.interchange.entry import SaidPrice
from providers.interchange.feed.documents import taxonomy_id, term_id
from providers.pricing.rules import Unit
from tests.conftest import MONDAY
from tests.interchange.conftest import Validate, bring_in
from tests.interchange.rows import EXMOUTH, a_row
from tests.web.browser import Browser, browser_on

KINDS = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


@pytest.fixture(scope="module")
def app(county_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """The demo county and a few rows of a directory, read only."""
    copy = shutil.copy(county_file, tmp_path_factory.mktemp("feed") / "feed.db")
    database, clock = Database(f"sqlite:///{copy}"), StandingClock(MONDAY)
    with database.write() as session:
        bring_in(session, _rows(), clock.now())
    yield create_app(Settings(demo=False, _env_file=None), database, clock, raises=True)
    database.close()


def _rows() -> Iterator[Any]:
    yield a_row(
        "open",
        "Open Door Lunch Club",
        windows=(Window((1,), time(12), time(14)),),
        access=("Level access",),
        ages=(60, None),
    )
    yield a_row("masked", "Friends of the Sea", place=EXMOUTH.__class__(**_masked()), terms=("Befriending",))
    paid = (SaidPrice(Unit.SESSION, 350),)
    yield a_row(
        "paid",
        "Seated Yoga Exmouth",
        free=False,
        prices=paid,
        url="https://yoga.example.net",
        terms=("Yoga",),
        ages=(18, 99),
    )


def _masked() -> dict[str, Any]:
    return {
        "name": "12 Secret Street",
        "lines": ("Upstairs",),
        "town": "Exmouth",
        "postcode": "EX8 1QB",
        "masked": True,
    }


@pytest.fixture
def feed(app: Starlette) -> Browser:
    return browser_on(app, app.state.edge.database, app.state.edge.clock)


def read(feed: Browser, path: str) -> Any:
    answer = feed.get(f"/open-referral{path}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    return answer.json()


def every(feed: Browser, path: str) -> list[Any]:
    """Everything of a list, page after page, as a harvester reads it."""
    found, page = [], 1
    while True:
        mark = "&" if "?" in path else "?"
        body = read(feed, f"{path}{mark}page={page}&per_page=40")
        assert body["page_number"] == page
        assert body["size"] == len(body["contents"]) <= 40
        found += body["contents"]
        if body["last_page"]:
            assert len(found) == body["total_items"]
            return found
        page += 1


@pytest.mark.parametrize("path", KINDS)
def test_every_page_of_every_list_and_each_thing_in_it_is_valid(feed: Browser, valid: Validate, path: str) -> None:
    listed = every(feed, f"/{path}")
    assert listed
    assert len({one["id"] for one in listed}) == len(listed)
    wrong = [(one["id"], trouble) for one in listed for trouble in valid(KINDS[path], one)]
    assert wrong == []
    for one in listed[:: max(1, len(listed) // 12)]:
        assert valid(KINDS[path], read(feed, f"/{path}/{one['id']}")) == []


def test_every_service_in_full_is_valid_and_nothing_empty_stands_in_it(feed: Browser, valid: Validate) -> None:
    whole = every(feed, "/services?full=true")
    assert [trouble for one in whole for trouble in valid("service", one)] == []
    text = json.dumps(whole)
    assert ": null" not in text
    assert ': ""' not in text
    assert any("schedules" in one for one in whole)
    assert any("cost_options" in one for one in whole)


def test_the_checker_sees_what_is_wrong(valid: Validate) -> None:
    assert valid("service", {"id": "no uuid", "name": "x", "status": "open"})
    assert valid("organization", {"id": taxonomy_id(), "name": "x", "description": "x", "website": "not an address"})


def test_a_service_stands_in_the_feed_exactly_while_it_can_be_found(feed: Browser, app: Starlette) -> None:
    with app.state.edge.database.read() as session:
        offered = app.state.edge.services.search.fresh(session, MONDAY)
        assert len(every(feed, "/services")) == len(offered)


def test_the_address_of_somebody_who_works_alone_is_masked(feed: Browser) -> None:
    alone = [one for one in every(feed, "/services?full=true") if "Holwill" in one["organization"]["name"]]
    assert alone
    for one in alone:
        at = one["service_at_locations"][0]["location"]
        assert "addresses" not in at
        assert "phones" not in one
        assert "email" not in one
        assert len(at["name"].split("(")[-1].rstrip(")")) <= 4
        assert at["latitude"] == round(at["latitude"], 3)


def test_no_whole_postcode_of_somebody_alone_or_masked_stands_anywhere_in_the_feed(feed: Browser) -> None:
    text = json.dumps(
        [*every(feed, "/services?full=true"), *every(feed, "/service_at_locations"), *every(feed, "/organizations")]
    )
    assert "Secret Street" not in text
    assert text.count("EX8 1QB") == 4  # two halls of a directory that publishes them, in two lists
    assert "EX9 6JN" not in text


def test_a_directory_s_own_hall_keeps_its_address_and_access(feed: Browser) -> None:
    one = next(one for one in every(feed, "/services?full=true") if one["name"] == "Open Door Lunch Club")
    at = one["service_at_locations"][0]["location"]
    assert at["addresses"][0]["postal_code"] == "EX8 1QB"
    assert at["accessibility"][0]["description"] == "Level access"
    assert one["schedules"][0]["byday"] == "TU"
    assert (one["schedules"][0]["opens_at"], one["schedules"][0]["closes_at"]) == ("12:00", "14:00")
    assert one["cost_options"][0]["amount"] == 0


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("search=open+door", lambda one: one["name"] == "Open Door Lunch Club"),
        (f"taxonomy_term_id={term_id('lunch_club')}", lambda one: "Lunch clubs" in json.dumps(one["attributes"])),
        ("minimum_age=50", lambda one: one["minimum_age"] >= 50),
        ("maximum_age=100", lambda one: one["maximum_age"] <= 100),
        ("day=TU&start_time=12:00&end_time=14:00", lambda one: any("TU" in s["byday"] for s in one["schedules"])),
        ("postcode=EX8+1QB&proximity=500", lambda one: "EX8" in json.dumps(one["service_at_locations"])),
    ],
)  # fmt: skip
def test_the_standard_s_parameters_narrow_it_down(feed: Browser, asked: str, fits: Any) -> None:
    narrowed, whole = every(feed, f"/services?full=true&{asked}"), every(feed, "/services")
    assert 0 < len(narrowed) < len(whole)
    assert all(fits(one) for one in narrowed)


def test_a_taxonomy_that_is_not_ours_is_nowhere_used(feed: Browser) -> None:
    assert every(feed, f"/services?taxonomy_id={term_id('x')}") == []
    assert len(every(feed, f"/services?taxonomy_id={taxonomy_id()}")) == len(every(feed, "/services"))


def test_an_organisation_s_services_are_found_by_its_id(feed: Browser) -> None:
    one = every(feed, "/services")[0]
    mine = every(feed, f"/services?organization_id={one['organization']['id']}")
    assert one["id"] in [other["id"] for other in mine]
    assert {other["organization"]["id"] for other in mine} == {one["organization"]["id"]}
    assert one["id"] in [other["id"] for other in read(feed, f"/organizations/{one['organization']['id']}")["services"]]


@pytest.mark.parametrize(
    "asked", ["page=0", "page=x", "per_page=-1", "day=someday", "start_time=late", "postcode=ZZ99+9ZZ", "proximity=5", "minimum_age=old",
              "colour=red", "format=xml"]
)  # fmt: skip
def test_what_is_not_understood_is_said_and_not_passed_over(feed: Browser, asked: str) -> None:
    answer = feed.get(f"/open-referral/services?{asked}")
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


def test_a_page_past_the_end_is_empty_and_an_unknown_id_is_not_found(feed: Browser) -> None:
    assert read(feed, "/services?page=9999")["empty"] is True
    for path in KINDS:
        assert feed.get(f"/open-referral/{path}/{term_id('nothing')}").status_code == 404


def test_anybody_s_page_may_read_it(feed: Browser) -> None:
    answer = feed.get("/open-referral")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["version"] == "3.0"


def test_what_we_publish_comes_back_in_as_the_same_services(feed: Browser, tmp_path: Path) -> None:
    from providers.interchange.dialects import open_referral
    from providers.interchange.dialects.bundle import bundle

    page = read(feed, "/services?full=true&per_page=200")
    kept = tmp_path / "page.json"
    kept.write_text(json.dumps(page), encoding="utf-8")
    back = list(open_referral.read(bundle(kept), {}))
    assert [(one.source_id, one.title) for one in back] == [(one["id"], one["name"]) for one in page["contents"]]
    lunch = next(one for one in back if one.title == "Open Door Lunch Club")
    assert lunch.windows == (Window((1,), time(12), time(14)),)
    assert lunch.free is True
    assert lunch.place.postcode == "EX8 1QB"
    yoga = next(one for one in back if one.title == "Seated Yoga Exmouth")
    assert yoga.prices == (SaidPrice(Unit.SESSION, 350),)
