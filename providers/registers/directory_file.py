"""The register as the file that the Care Quality Commission publishes: "Care directory with filters", as CSV.

Column names as of July to October 2026. A few lines of preamble may stand before the header. Flags are `Y` or blank. The
file lists active locations only, so one that is absent is not registered. Tried on rows made in that layout, never on the
regulator's own full file.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from providers.registers.rules import Registration, Standing, how_full

_ACTIVITY = "Regulated activity - "
_MOST_PREAMBLE = 20


class DirectoryUnreadable(ValueError):
    """The file has no header with the columns of the care directory."""


class CareDirectoryFile:
    """Reads the whole file once and answers from memory."""

    def __init__(self, path: Path) -> None:
        self._by_number: dict[str, Registration] = {}
        for row in _rows(path):
            found = _registration(row)
            self._by_number[found.location_id] = found
            # A provider may have many locations: its own number answers with one that gives personal care, if any does.
            known = self._by_number.get(found.provider_id)
            if known is None or how_full(found) > how_full(known):
                self._by_number[found.provider_id] = found

    def look_up(self, number: str) -> Registration | None:
        """The registration with this location or provider id."""
        return self._by_number.get(number.strip())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        for _ in range(_MOST_PREAMBLE):
            header = next(reader, None)
            if header is None:
                break
            if "Location ID" in header and "Provider ID" in header:
                for cells in reader:
                    if any(cells):
                        yield dict(zip(header, cells, strict=False))
                return
    raise DirectoryUnreadable(str(path.name))


def _registration(row: dict[str, str]) -> Registration:
    activities = {
        name.removeprefix(_ACTIVITY) for name, flag in row.items() if name.startswith(_ACTIVITY) and flag == "Y"
    }
    return Registration(
        location_id=row["Location ID"].strip(),
        provider_id=row["Provider ID"].strip(),
        name=row.get("Location Name", "").strip(),
        standing=Standing.DORMANT if row.get("Dormant (Y/N)", "").strip() == "Y" else Standing.REGISTERED,
        activities=frozenset(activities),
        postcode=row.get("Location Postal Code", "").strip(),
        since=_day(row.get("Location HSCA start date", "")),
        rating=row.get("Location Latest Overall Rating", "").strip(),
    )


def _day(text: str) -> date | None:
    """The file writes 01/10/2010; saved again by a spreadsheet it is 2010-10-01. Anything else is left unsaid."""
    for layout in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), layout).date()  # noqa: DTZ007  (a day, not an instant)
        except ValueError:
            continue
    return None
