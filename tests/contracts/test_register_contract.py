"""What every register promises, whichever way it is reached: the regulator's file, or its service over real HTTP."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from providers.registers.directory_file import CareDirectoryFile
from providers.registers.errors import RegisterAway
from providers.registers.regulator_api import RegulatorApi
from providers.registers.rules import CareRegister, Registration, Standing, why_not_personal_care
from tests.fakes.fake_register import KEY, FakeRegister, a_location, running_register

CARE, NURSING = "Personal care", "Nursing care"
Make = Callable[[list[Registration]], CareRegister]
WREN = Registration(
    "1-100001", "1-900001", "Wrenfield", Standing.REGISTERED, frozenset({CARE}), "EX8 1PX", date(2019, 10, 1), "Good"
)


def as_file(path: Path, rows: list[Registration]) -> CareRegister:
    """The file holds active locations only: one that was deregistered is simply not in it."""
    names = ["Location ID", "Provider ID", "Location Name", "Dormant (Y/N)", "Location Postal Code",
             "Location HSCA start date", "Location Latest Overall Rating", f"Regulated activity - {CARE}",
             f"Regulated activity - {NURSING}"]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(names)
        for row in rows:
            flags = ["Y" if name in row.activities else "" for name in (CARE, NURSING)]
            since = row.since.strftime("%d/%m/%Y") if row.since else ""
            dormant = "Y" if row.standing is Standing.DORMANT else "N"
            if row.standing is not Standing.DEREGISTERED:
                writer.writerow(
                    [row.location_id, row.provider_id, row.name, dormant, row.postcode, since, row.rating, *flags]
                )
    return CareDirectoryFile(path)


def as_service(fake: FakeRegister, rows: list[Registration]) -> CareRegister:
    for row in rows:
        record = a_location(
            row.location_id,
            row.provider_id,
            *row.activities,
            name=row.name,
            postalCode=row.postcode,
            registrationDate=row.since.isoformat() if row.since else None,
            registrationStatus="Deregistered" if row.standing is Standing.DEREGISTERED else "Registered",
            dormancy="Y" if row.standing is Standing.DORMANT else "N",
        )
        fake.put(record)
    return RegulatorApi(KEY, fake.address)


@pytest.fixture(params=["file", "service"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    with ExitStack() as stack:
        if request.param == "file":
            yield lambda rows: as_file(tmp_path / "directory.csv", rows)
        else:
            fake = stack.enter_context(running_register())
            yield lambda rows: as_service(fake, rows)


def test_a_location_is_found_by_its_number_with_everything_that_we_use(make: Make) -> None:
    assert make([WREN]).look_up(" 1-100001 ") == WREN


def test_a_providers_own_number_answers_with_a_location_that_gives_personal_care(make: Make) -> None:
    nursing = Registration("1-100002", "1-900001", "Nurses", Standing.REGISTERED, frozenset({NURSING}))
    found = make([nursing, WREN]).look_up("1-900001")
    assert found is not None
    assert (found.location_id, why_not_personal_care(found)) == ("1-100001", "")


@pytest.mark.parametrize("number", ["1-555555", "", "nonsense", "../locations/1-100001", "1-100001/reports"])
def test_a_number_that_is_not_there_is_none(make: Make, number: str) -> None:
    assert make([WREN]).look_up(number) is None


@pytest.mark.parametrize(
    ("standing", "activities"),
    [
        (Standing.DORMANT, frozenset({CARE})),
        (Standing.DEREGISTERED, frozenset({CARE})),
        (Standing.REGISTERED, frozenset({NURSING})),
    ],
)
def test_what_does_not_cover_personal_care_is_said_in_words(
    make: Make, standing: Standing, activities: frozenset[str]
) -> None:
    row = Registration("1-100003", "1-900003", "Other", standing, activities)
    assert why_not_personal_care(make([row]).look_up("1-100003"))


def test_the_one_real_record_is_understood(shared: Path) -> None:
    record = json.loads((shared / "data" / "cqc" / "cqc_api_location_homecare_deregistered.json").read_text())
    with running_register() as fake:
        fake.put(record)
        found = RegulatorApi(KEY, fake.address).look_up("1-134558905")
    assert found is not None
    assert (found.name, found.standing, found.since) == (
        "Allied Healthcare Bournemouth",
        Standing.DEREGISTERED,
        date(2010, 12, 2),
    )
    assert found.rating == ""
    assert set(a_location("1-1", "1-2")) <= set(record), "the fake invents no field"
    assert why_not_personal_care(found) == "The CQC register says: deregistered."


@pytest.mark.parametrize(
    ("status", "why"),
    [(429, "asked too often"), (500, "answered 500"), (401, "our key"), (200, "could not be reached")],
)
def test_a_service_in_trouble_is_said_to_be_away_and_never_that_the_number_is_not_there(status: int, why: str) -> None:
    with running_register() as fake:
        fake.fail = [status]
        with pytest.raises(RegisterAway) as away:
            RegulatorApi(KEY, fake.address).look_up("1-100001")
    assert why in away.value.why


def test_nobody_there_and_a_wrong_key_are_said_so() -> None:
    with running_register() as fake, pytest.raises(RegisterAway):
        RegulatorApi("another", fake.address).look_up("1-100001")
    with pytest.raises(RegisterAway):
        RegulatorApi(KEY, fake.address, seconds=2).look_up("1-100001")


def test_a_number_cannot_lead_the_service_elsewhere() -> None:
    with running_register() as fake:
        assert RegulatorApi(KEY, fake.address).look_up("../../etc") is None
        assert fake.asked == []
