"""What the matcher's tests share: a small gazetteer of real towns, and the instrument's folder."""

import json
import math
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from matching.offering import Point

INSTRUMENT = Path(__file__).parents[2].parent / "shared" / "evaluation" / "matching"


TOWNS = {
    "Exeter": ("EX1", "EX2", "EX4"),
    "Sidmouth": ("EX10",),
    "Ottery St Mary": ("EX11",),
    "Budleigh Salterton": ("EX9",),
    "Barnstaple": ("EX31", "EX32"),
    "Tiverton": ("EX16",),
    "Ilfracombe": ("EX34",),
    "Bath": ("BA1", "BA2"),
}
CENTRES = {
    "EX1": Point(294000, 93000),
    "EX2": Point(292500, 90500),
    "EX4": Point(291500, 94000),
    "EX9": Point(306500, 82000),
    "EX10": Point(312500, 87500),
    "EX11": Point(309500, 95500),
    "EX16": Point(295500, 112500),
    "EX31": Point(255500, 133000),
    "EX32": Point(259000, 131000),
    "EX34": Point(252000, 147000),
    "BA1": Point(375000, 166000),
    "BA2": Point(374000, 162000),
}


class SomeTowns:
    """A hand-written gazetteer: towns of Devon and Somerset, and where their districts lie."""

    def districts_of(self, name: str) -> tuple[str, ...]:
        return TOWNS.get(name, ())

    def centre_of(self, district: str) -> Point | None:
        return CENTRES.get(district)

    def names(self) -> Iterable[str]:
        return TOWNS


class InstrumentPlaces:
    """The instrument's rough centroids as a gazetteer; names come from its places.json."""

    def __init__(self, folder: Path) -> None:
        rough = json.loads((folder / "districts.json").read_text(encoding="utf-8"))
        self._centres = {district: _on_grid(*place) for district, place in rough.items()}

    def districts_of(self, name: str) -> tuple[str, ...]:
        return ()

    def centre_of(self, district: str) -> Point | None:
        return self._centres.get(district)

    def names(self) -> Iterable[str]:
        return ()


def _on_grid(latitude: float, longitude: float) -> Point:
    """Near enough for distances inside one county: metres east and north of 50 N, 4 W."""
    east = (longitude + 4) * 111_320 * math.cos(math.radians(50.8))
    return Point(round(east), round((latitude - 50) * 111_320))


@pytest.fixture
def towns() -> SomeTowns:
    return SomeTowns()


@pytest.fixture
def instrument(instrument_folder: Path) -> Path:
    return instrument_folder


@pytest.fixture(scope="session")
def instrument_folder() -> Path:
    if not INSTRUMENT.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("The instrument (../shared/evaluation/matching) must be there in CI.")
        pytest.skip("The instrument (../shared/evaluation/matching) is not here.")
    return INSTRUMENT


@pytest.fixture
def instrument_places(instrument: Path) -> InstrumentPlaces:
    return InstrumentPlaces(instrument)
