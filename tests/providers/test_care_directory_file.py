"""The regulator's file, in its own column layout."""

import csv
from datetime import date
from pathlib import Path

import pytest

from providers.registers.directory_file import CareDirectoryFile, DirectoryUnreadable
from providers.registers.rules import Standing, why_not_personal_care

PERSONAL_CARE = "Regulated activity - Personal care"
NURSING = "Regulated activity - Nursing care"
SOME_COLUMNS = [
    "Location ID",
    "Location HSCA start date",
    "Dormant (Y/N)",
    "Location Name",
    "Location Postal Code",
    "Location Latest Overall Rating",
    "Provider ID",
    PERSONAL_CARE,
    NURSING,
]


def a_file(folder: Path, *rows: dict[str, str], columns: list[str] = SOME_COLUMNS, preamble: int = 5) -> Path:
    path = folder / "directory.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        for number in range(preamble):
            out.write(f"Preamble line {number}\r\n")
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


WREN = {
    "Location ID": "1-100",
    "Location HSCA start date": "01/10/2019",
    "Dormant (Y/N)": "N",
    "Location Name": "Wrenfield",
    "Location Postal Code": "EX8 1PX",
    "Provider ID": "1-900",
    PERSONAL_CARE: "Y",
}


def test_a_location_is_found_by_its_number_under_the_preamble(tmp_path: Path) -> None:
    found = CareDirectoryFile(a_file(tmp_path, WREN)).look_up(" 1-100 ")
    assert found is not None
    assert (found.name, found.since, found.standing) == ("Wrenfield", date(2019, 10, 1), Standing.REGISTERED)
    assert why_not_personal_care(found) == ""


def test_a_providers_own_number_answers_with_its_fullest_location(tmp_path: Path) -> None:
    bare = {**WREN, "Location ID": "1-101", PERSONAL_CARE: ""}
    found = CareDirectoryFile(a_file(tmp_path, bare, WREN)).look_up("1-900")
    assert found is not None
    assert found.location_id == "1-100"


def test_one_that_is_dormant_or_not_for_personal_care_or_absent_is_said_so(tmp_path: Path) -> None:
    sleeping = {**WREN, "Location ID": "1-102", "Dormant (Y/N)": "Y"}
    nursing = {**WREN, "Location ID": "1-103", PERSONAL_CARE: "", NURSING: "Y"}
    register = CareDirectoryFile(a_file(tmp_path, sleeping, nursing))
    assert "dormant" in why_not_personal_care(register.look_up("1-102"))
    assert "not for personal care" in why_not_personal_care(register.look_up("1-103"))
    assert "no such number" in why_not_personal_care(register.look_up("1-404"))


def test_another_file_is_not_mistaken_for_the_directory(tmp_path: Path) -> None:
    with pytest.raises(DirectoryUnreadable):
        CareDirectoryFile(a_file(tmp_path, columns=["Name", "Postcode"]))


def test_the_real_column_names_are_understood(tmp_path: Path, shared: Path) -> None:
    header = shared / "data" / "cqc" / "hsca_active_locations_HEADER_2026.csv"
    with header.open(encoding="utf-8-sig", newline="") as lines:
        columns = next(csv.reader(lines))
    found = CareDirectoryFile(a_file(tmp_path, WREN, columns=columns, preamble=0)).look_up("1-100")
    assert found is not None
    assert found.activities == {"Personal care"}
    assert set(SOME_COLUMNS) <= set(columns)
