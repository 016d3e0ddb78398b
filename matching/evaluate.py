"""The instrument's JSONL, translated to the matcher's own values and back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from matching.constraints.found import Constraints
from matching.index import Index
from matching.knowledge.library import Knowledge
from matching.need import Need
from matching.offering import Arrangement, Offering, Point, Window
from matching.places import METRES_A_MILE, Gazetteer, Spotted
from matching.search import Gates, search
from matching.vectors.ear import Listener
from matching.vectors.encoder import Encoder

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ANYWHERE_MILES = 90
"""In the instrument, so many miles mean by phone, post or online."""

_ARRANGEMENTS: dict[str, Arrangement] = {
    "isf_provider": "isf_provider",
    "pa": "sole_self_employed",
    "micro_enterprise": "micro_enterprise",
    "community": "community",
    "agency": "registered_agency",
    "registered_agency": "registered_agency",
    "support_service": "support_service",
    "employed_pa": "employed_pa",
}


@dataclass(frozen=True, slots=True)
class NamedDistricts:
    """A gazetteer with the instrument's own names of places over another's centres."""

    names_to_districts: dict[str, tuple[str, ...]]
    beneath: Gazetteer

    def districts_of(self, name: str) -> tuple[str, ...]:
        """The file's districts of a name, else the gazetteer's beneath."""
        return self.names_to_districts.get(name) or self.beneath.districts_of(name)

    def centre_of(self, district: str) -> Spotted | None:
        """The middle of a district."""
        return self.beneath.centre_of(district)

    def names(self) -> list[str]:
        """The names in the file: with a file of places, only those are places."""
        return list(self.names_to_districts)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a JSONL file."""
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)


def offering_of(row: dict[str, Any], gazetteer: Gazetteer) -> Offering:
    """An offering from one line of the catalogue."""
    centre = gazetteer.centre_of(row["district"]) if row.get("district") else None
    price = row.get("price") or {}
    miles = row.get("travel_miles")
    return Offering(
        id=row["id"],
        title=row["title"],
        description=row.get("description", ""),
        provider_name=row.get("provider_name", ""),
        arrangement=_ARRANGEMENTS.get(row.get("provider_kind", ""), "community"),
        kinds=tuple(row.get("categories", ())),
        skills=tuple(row.get("skills", ())),
        languages=tuple(row.get("languages", ())),
        worker_gender=row.get("worker_gender"),
        points=(Point(round(centre.easting), round(centre.northing)),) if centre else (),
        travel_metres=None if miles is None or miles >= ANYWHERE_MILES else round(miles * METRES_A_MILE),
        price_pence=round(price["amount"] * 100) if price.get("amount") is not None else None,
        price_unit=price.get("unit", "hour"),
        windows=tuple(_window(window) for window in row.get("availability", ())),
        assurances=tuple(row.get("accreditation", ())),
    )


def _window(row: dict[str, Any]) -> Window:
    return Window(tuple(DAYS.index(day) for day in row["days"]), _clock(row["from"]), _clock(row["to"]))


def _clock(said: str) -> time:
    hours, minutes = said.split(":")
    return time(int(hours) % 24, int(minutes))


def constraints_said(found: Constraints) -> dict[str, Any]:
    """Constraints in the instrument's shape: only keys that were stated."""
    said: dict[str, Any] = {}
    if found.area:
        said["area"] = list(found.area)
    if found.days:
        said["days"] = [DAYS[day] for day in found.days]
    if found.start is not None and found.end is not None:
        said["from"], said["to"] = f"{found.start:%H:%M}", f"{found.end:%H:%M}"
    elif found.time_of_day:
        said["time_of_day"] = found.time_of_day
    if found.max_price:
        said["max_price"] = {"amount": found.max_price.pence / 100, "unit": found.max_price.unit}
    if found.worker_gender:
        said["worker_gender"] = found.worker_gender
    if found.languages:
        said["languages"] = list(found.languages)
    if found.urgency:
        by = found.urgency.by
        said["urgency"] = f"by {by.isoformat()}" if by else found.urgency.kind
    if found.accreditation:
        said["accreditation"] = list(found.accreditation)
    return said


def run(
    catalogue_path: Path,
    queries_path: Path,
    out_path: Path,
    places_path: Path | None = None,
    *,
    gates: Gates = "text",
    now: datetime | date,
    limit: int = 10,
    gazetteer: Gazetteer,
    knowledge: Knowledge | None = None,
    encoder: Encoder | None = None,
    ear: Listener | None = None,
) -> int:
    """Answer every query of the instrument; the number of lines written.

    Only the text of each query is read. OSError where a file is absent, ValueError where it is not JSONL.
    """
    if places_path is not None:
        named = json.loads(places_path.read_text(encoding="utf-8"))
        gazetteer = NamedDistricts({name: tuple(districts) for name, districts in named.items()}, gazetteer)
    index = Index.build((offering_of(row, gazetteer) for row in lines(catalogue_path)), knowledge, encoder, ear)
    today = now.date() if isinstance(now, datetime) else now
    written = 0
    with out_path.open("w", encoding="utf-8") as out:
        for row in lines(queries_path):
            answer = search(index, Need(row["text"]), gates=gates, gazetteer=gazetteer, today=today, limit=limit)
            said: dict[str, Any] = {
                "query_id": row["query_id"],
                "results": [match.offering_id for match in answer.matches],
                "constraints": constraints_said(answer.found),
            }
            if answer.found.also:
                said["also_found"] = list(answer.found.also)
            out.write(json.dumps(said, ensure_ascii=False) + "\n")
            written += 1
    return written
