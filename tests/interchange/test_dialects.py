"""What each publisher really sends, and that no file breaks the reader."""

import json
import zipfile
from contextlib import suppress
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.offering import Window
from providers.interchange.dialects import open_referral
from providers.interchange.dialects.bundle import bundle
from providers.interchange.dialects.table import DIALECTS, dialect
from providers.interchange.entry import Entry, SaidPrice
from providers.interchange.errors import ColumnsNotMapped, DialectUnknown, FileUnreadable
from providers.interchange.flags import Flag
from providers.interchange.kept import as_kept, entry_of
from providers.pricing.rules import Unit


def read(name: str, path: Path, columns: dict[str, str] | None = None) -> list[Entry]:
    return list(DIALECTS[name].read(bundle(path), columns or {}))


def flags(entry: Entry) -> set[Flag]:
    return {one.flag for one in entry.flags}


def a_file(folder: Path, content: str | bytes, name: str = "rows.json") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


LOOSE: dict[str, Any] = {
    "id": 17,
    "name": "Tea &amp; Talk",
    "description": "<p>Come and <b>talk</b>.</p>",
    "minimumAge": "60",
    "status": "active",
    "email": None,
    "organization": {"id": "o1", "name": "Friends"},
    "costOptions": [{"amount": "4.50", "amount_description": "per session"}],
    "regular_schedules": [{"byday": "TU", "opens_at": "10:00:00Z", "closes_at": "12:00"}],
    "service_at_locations": [
        {
            "location": {
                "latitude": "50.62",
                "longitude": "-3.41",
                "physical_addresses": [{"address_1": "Hall", "city": "Exmouth", "postal_code": "EX8 1QB"}],
            }
        }
    ],
    "service_taxonomys": [{"taxonomy": {"name": "Social clubs and groups"}}],
}


@pytest.mark.parametrize("key", open_referral.PAGE_KEYS)
def test_a_page_may_keep_its_services_under_any_usual_name(key: str, tmp_path: Path) -> None:
    page = {"totalElements": "2", key: [LOOSE, LOOSE | {"id": 18}], "last_page": True}
    assert [one.source_id for one in read("open-referral-uk", a_file(tmp_path, json.dumps(page)))] == ["17", "18"]


@pytest.mark.parametrize(
    "written", [json.dumps([LOOSE]), json.dumps(LOOSE), json.dumps(LOOSE) + "\n", json.dumps(LOOSE, indent=2)]
)
def test_a_list_and_a_single_service_are_read_too(written: str, tmp_path: Path) -> None:
    assert [one.title for one in read("open-referral-uk", a_file(tmp_path, written))] == ["Tea & Talk"]


def test_json_lines_are_read_however_long_they_are(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(LOOSE | {"id": number, "description": "x" * 400}) for number in range(500))
    assert len(read("open-referral-uk", a_file(tmp_path, lines))) == 500


def test_what_older_and_looser_publishers_send_is_understood(tmp_path: Path) -> None:
    (one,) = read("open-referral-uk", a_file(tmp_path, json.dumps({"content": [LOOSE]})))
    assert one.description == "Come and talk."
    assert one.ages == (60, None)
    assert one.prices == (SaidPrice(Unit.SESSION, 450),)
    assert one.windows == (Window((1,), time(10), time(12)),)
    assert one.place.postcode == "EX8 1QB"
    assert (one.place.latitude, one.place.longitude) == (50.62, -3.41)
    assert one.terms == ("Social clubs and groups",)
    assert one.email == ""


@pytest.mark.parametrize(
    "schedule",
    [
        {"freq": "MONTHLY", "byday": "1MO", "opens_at": "10:00", "closes_at": "12:00"},
        {"freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"},
        {"freq": "WEEKLY", "byday": "MO", "opens_at": "14:00", "closes_at": "12:00"},
        {"description": "Most mornings"},
    ],
)
def test_times_that_are_not_every_week_stay_words_and_are_flagged(schedule: dict[str, Any], tmp_path: Path) -> None:
    record = {name: value for name, value in LOOSE.items() if name != "regular_schedules"} | {"schedules": [schedule]}
    (one,) = read("open-referral-uk", a_file(tmp_path, json.dumps([record])))
    assert one.windows == ()
    assert one.times_text
    assert Flag.TIMES_KEPT_AS_TEXT in flags(one)


def test_a_price_for_some_alone_is_not_the_price(tmp_path: Path) -> None:
    costs = [
        {"amount": 5, "amount_description": "per session"},
        {"amount": 2, "amount_description": "per session", "option": "Over 60s"},
    ]
    (one,) = read("open-referral-uk", a_file(tmp_path, json.dumps([LOOSE | {"costOptions": costs}])))
    assert one.prices == ()
    assert one.price_text == "£5 per session; £2 per session Over 60s"


def test_a_row_without_a_name_or_id_is_a_problem_said_in_words() -> None:
    assert open_referral.entry({"id": "1"}).problem == "It has no name."
    assert open_referral.entry({"name": "x"}).problem == "It has no id."


@pytest.mark.parametrize(
    "content", ['{"a": 1, "b": ', "[{]", '{"contents": [{"id": 1}, oops]}', b"\xff\xfe\x00", "plain words"]
)
def test_what_is_not_json_is_refused_with_a_reason(content: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read("open-referral-uk", a_file(tmp_path, content))
    assert refused.value.why


NAMES = (
    "id",
    "name",
    "location",
    "service_at_locations",
    "cost_options",
    "schedules",
    "organization",
    "amount",
    "byday",
    "phones",
)
SCALARS = st.none() | st.booleans() | st.floats() | st.text(max_size=8)
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


@given(ANY_JSON)
@settings(max_examples=150, deadline=None)
def test_no_shape_of_a_record_breaks_the_reader(record: Any) -> None:
    shaped = open_referral.plain(record if isinstance(record, dict) else {"name": record, "cost_options": record})
    entry = open_referral.entry(shaped)
    assert entry_of(as_kept(entry)) == entry


def test_the_schema_s_own_examples_and_the_parent_standard_s_are_read(shared: Path) -> None:
    data = shared / "data" / "open-referral"
    for path in (data / "oruk_3.0/examples/service_full.json", data / "hsds_3.0/examples/service_full.json"):
        (one,) = read("open-referral-uk", path)
        assert one.title == "Community Counselling"
        assert one.windows == (Window((3, 4), time(10), time(18)),)
        assert one.dated_on == date(2005, 1, 1)
    (tabular,) = read("hsds-csv", data / "hsds_3.0/examples_csv")
    assert tabular.title == "Community Counselling"
    assert tabular.organisation == "Example Organization Inc."
    assert tabular.place.name == "MyCity Civic Center"
    assert tabular.windows == (Window((3, 4), time(10), time(18)),)


def test_a_zip_of_tables_is_read_as_the_folder_is(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "open-referral" / "hsds_3.0" / "examples_csv"
    packed = tmp_path / "tables.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.glob("*.csv"):
            archive.write(path, f"inside/{path.name}")
    assert read("hsds-csv", packed) == read("hsds-csv", folder)


def test_a_zip_that_promises_too_much_is_refused_unopened(tmp_path: Path) -> None:
    packed = tmp_path / "bomb.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"{number}.csv", b"\0" * (90 * 1024 * 1024))
    with pytest.raises(FileUnreadable):
        bundle(packed)
    with pytest.raises(FileUnreadable):
        bundle(a_file(tmp_path, b"PK\x03\x04 and nothing more", "broken.zip"))


def test_the_whole_suffolk_file_is_read_and_what_is_doubtful_in_it_is_flagged(shared: Path) -> None:
    found = read("suffolk", shared / "data" / "suffolk-events" / "suffolk_series_DEV_ipswich.jsonl")
    assert len(found) == 148
    assert sum(Flag.FREE_BUT_PRICED in flags(one) for one in found) >= 8
    parkinsons = next(one for one in found if one.title == "Dance for Parkinson’s")
    assert parkinsons.free is None
    assert parkinsons.price_text == "£6 per session"
    assert parkinsons.windows == (Window((2,), time(14, 15), time(15, 30)),)
    collage = next(one for one in found if one.title == "Collage Club")
    assert collage.windows == ()
    assert collage.times_text.startswith("Friday 19:00 to 21:00, on ")
    assert not any(one.problem for one in found)


def test_the_whole_hounslow_folder_is_read_and_its_dangling_link_is_flagged(shared: Path) -> None:
    found = read("hounslow", shared / "data" / "hounslow-services")
    assert len(found) == 313
    assert sum(Flag.LOCATION_MISSING in flags(one) for one in found) == 1
    assert sum(Flag.FREE_BUT_PRICED in flags(one) for one in found) == 7
    scouts = found[0]
    assert (scouts.title, scouts.ages, scouts.place.postcode) == ("3rd Chiswick Scout Group", (6, 14), "W4 1TF")
    assert scouts.url == ""
    assert not any("**" in one.description or "](http" in one.description for one in found)


def test_outpost_s_rows_come_together_and_private_ones_are_not_read(shared: Path) -> None:
    first, second = read("outpost", shared / "data" / "outpost-import" / "services_valid_fixture.csv")
    assert first.problem == "The source marks it as not approved or not visible."
    assert "email2@email.com" not in json.dumps(as_kept(first))
    assert first.windows == (Window((0,), time(9), time(18)),)
    assert {Flag.TIMES_KEPT_AS_TEXT, Flag.MORE_PLACES, Flag.PRICE_KEPT_AS_TEXT} <= flags(first)
    assert (second.problem, second.free) == ("", True)
    assert second.terms[-2:] == ("Older people", "Dementia")


def test_hounslow_says_which_file_is_wanting(shared: Path, tmp_path: Path) -> None:
    alone = a_file(tmp_path, (shared / "data/hounslow-services/service.csv").read_bytes(), "service.csv")
    with pytest.raises(FileUnreadable) as refused:
        read("hounslow", alone)
    assert "location.csv" in refused.value.why


PLAIN = """Service name;Who;When;Cost;Web;Checked
Tea;Friends;Tuesdays 2pm-4pm;£3 per session;tea.example.net;01/10/2026
Walk;;now and then;free;not an address;soon
;;;;;
"""


def test_a_plain_table_is_read_by_the_columns_somebody_named(tmp_path: Path) -> None:
    path = a_file(tmp_path, PLAIN.encode("cp1252"), "any.csv")
    columns = {
        "title": "Service name",
        "organisation": "Who",
        "times": "When",
        "price": "Cost",
        "url": "Web",
        "checked_on": "Checked",
    }
    tea, walk = read("csv", path, columns)
    assert tea.windows == (Window((1,), time(14), time(16)),)
    assert tea.prices == (SaidPrice(Unit.SESSION, 300),)
    assert tea.dated_on == date(2026, 10, 1)
    assert walk.free is True
    assert walk.times_text == "now and then"
    assert {Flag.TIMES_KEPT_AS_TEXT, Flag.ADDRESS_OF_WEB_UNUSABLE, Flag.FIELD_UNREADABLE} <= flags(walk)


def test_a_plain_table_without_its_columns_is_refused_with_those_it_has(tmp_path: Path) -> None:
    path = a_file(tmp_path, PLAIN, "any.csv")
    for columns in ({}, {"title": "Nme"}, {"title": "Service name", "colour": "Web"}):
        with pytest.raises(ColumnsNotMapped) as refused:
            read("csv", path, columns)
        assert "Service name" in refused.value.columns


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_bytes_break_a_plain_table(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = a_file(tmp_path_factory.mktemp("bytes"), b"name,postcode\n" + content, "any.csv")
    with suppress(FileUnreadable, ColumnsNotMapped):
        read("csv", path, {"title": "name", "postcode": "postcode"})


def test_a_dialect_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(DialectUnknown) as refused:
        dialect("esperanto")
    assert "suffolk" in refused.value.known
