"""The reference files are whole: each row has a source, each word that one file uses is explained in another."""

import csv
from datetime import date

import pytest

from market.core.places import PlaceNames, find_place
from providers.listings.rules import ASK_AFTER, FRESH_FOR
from tests.seeds.county import REFERENCE

OURS = ("wages", "care_act_outcomes", "dbs_levels", "schemes", "tasks_excluded", "retention", "authority_settings")


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", OURS)
def test_every_row_names_its_source(name: str) -> None:
    found = rows(name)
    assert found
    assert all(row["source"].strip() for row in found)


def test_every_file_is_accounted_for_in_the_readme() -> None:
    page = (REFERENCE / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in REFERENCE.iterdir() if path.is_file()} - {"README.md"}
    assert {name for name in files if f"`{name}`" not in page} == set()


def test_rows_have_as_many_cells_as_the_header() -> None:
    for path in REFERENCE.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            widths = {len(row) for row in csv.reader(line for line in lines if not line.startswith("#"))}
        assert len(widths) == 1, path.name


def test_the_minimum_wage_of_april_2026_is_there_for_each_age_band() -> None:
    pence = {row["age_band"]: int(row["pence_per_hour"]) for row in rows("wages") if row["from_date"] == "2026-04-01"}
    assert pence == {"21_and_over": 1271, "18_to_20": 1085, "under_18": 800}
    assert all(date.fromisoformat(row["from_date"]).day == 1 for row in rows("wages"))


def test_there_are_ten_outcomes_in_the_care_act() -> None:
    assert len({row["key"] for row in rows("care_act_outcomes")}) == 10


def test_schemes_ask_only_for_evidence_that_has_a_name() -> None:
    kinds = {row["kind"] for row in rows("evidence_kinds")}
    for row in rows("schemes"):
        assert {part for cell in (row["required"], row["wanted"]) for part in cell.split(";") if part} <= kinds


def test_outside_regulated_activity_a_directly_hired_person_is_asked_for_a_basic_check_at_most() -> None:
    for row in rows("schemes"):
        asked = {row["dbs_sole_self_employed"], row["dbs_employed_by_customer"]}
        if row["adults_barred_list"] == "yes":
            assert asked == {"enhanced"}
        else:
            assert asked <= {"basic", "none"}


def test_a_default_lies_between_the_least_and_the_most() -> None:
    for row in rows("authority_settings"):
        assert int(row["least"]) <= int(row["default"]) <= int(row["most"])


def test_how_long_a_listing_stays_fresh_is_one_rule_everywhere() -> None:
    setting = next(row for row in rows("authority_settings") if row["key"] == "freshness_days")
    assert {setting["default"], setting["least"], setting["most"]} == {str(FRESH_FOR.days)}
    assert (ASK_AFTER.days, FRESH_FOR.days) == (183, 365)
    assert "freshness" not in (REFERENCE.parent / "demo" / "authorities.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "district", "council"),
    [
        ("Budleigh Salterton", "EX9", "E07000040"),
        ("Exeter", "EX4", "E07000041"),
        ("Otterton", "EX9", "E07000040"),
        ("Barnstaple", "EX32", "E07000043"),
        ("Torquay", "TQ1", "E06000027"),
        ("Dawlish Warren", "EX7", "E07000045"),
        ("Tavistock", "PL19", "E07000047"),
    ],
)
def test_a_town_is_found_in_its_districts_and_council(name: str, district: str, council: str) -> None:
    assert district in PlaceNames().districts_of(name)
    assert find_place(name).council == council


def test_places_come_largest_first() -> None:
    names = [row["name"] for row in rows("places")]
    assert len(names) > 5000
    assert names.index("London") < names.index("Exeter") < names.index("Otterton")
