"""Tabular HSDS 3.0: one CSV file for each table, in a folder or a zip, joined here into records as JSON has them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from providers.interchange.dialects import open_referral
from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.tables import rows
from providers.interchange.entry import Entry
from providers.interchange.errors import FileUnreadable

Rows = dict[str, list[dict[str, Any]]]


def read(files: Bundle, _mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every service of `services.csv`. The small tables around it are read first. Raises `FileUnreadable` without it."""
    services = files.find("services.csv", "service.csv")
    if not services:
        raise FileUnreadable(files.name, "there is no services.csv in it")
    around = _Around(files)
    for row in rows(files, services):
        yield open_referral.entry(open_referral.plain(around.record(row)))


class _Around:
    """The tables that hang on a service, by what they hang on."""

    def __init__(self, files: Bundle) -> None:
        self._files = files
        self.organisations = {row["id"]: row for row in self._rows("organizations.csv", "organization.csv")}
        self.identifiers = self._by("organization_id", "organization_identifiers.csv")
        self.locations = {row["id"]: row for row in self._rows("locations.csv", "location.csv")}
        self.addresses = self._by("location_id", "addresses.csv", "address.csv", "physical_addresses.csv")
        self.access = self._by("location_id", "accessibility.csv")
        self.at_locations = self._by("service_id", "service_at_location.csv", "service_at_locations.csv")
        self.terms = {row["id"]: row for row in self._rows("taxonomy_terms.csv", "taxonomy_term.csv")}
        self.attributes = self._by("link_id", "attributes.csv", "attribute.csv")
        self.of_service: dict[str, Rows] = {
            name: self._by("service_id", f"{name}.csv", f"{name.rstrip('s')}.csv")
            for name in ("schedules", "cost_options", "languages", "service_areas", "phones")
        }

    def record(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """One service with everything that hangs on it, empty cells left out."""
        key = str(row.get("id", ""))
        organisation = self.organisations.get(str(row.get("organization_id", "")), {})
        whole = {name: value for name, value in row.items() if value} | {
            name: found[key] for name, found in self.of_service.items() if key in found
        }
        whole["organization"] = dict(organisation) | {
            "organization_identifiers": self.identifiers.get(str(organisation.get("id", "")), [])
        }
        whole["service_at_locations"] = [self._at(one) for one in self.at_locations.get(key, [])]
        whole["attributes"] = [
            {"taxonomy_term": self.terms[term]}
            for one in self.attributes.get(key, [])
            if (term := one.get("taxonomy_term_id", "")) in self.terms
        ]
        return whole

    def _at(self, link: Mapping[str, Any]) -> dict[str, Any]:
        place = dict(self.locations.get(str(link.get("location_id", "")), {}))
        key = str(place.get("id", ""))
        place["addresses"], place["accessibility"] = self.addresses.get(key, []), self.access.get(key, [])
        return {"location": place}

    def _rows(self, *names: str) -> Iterator[dict[str, Any]]:
        name = self._files.find(*names)
        if name:
            yield from (
                {key: value for key, value in row.items() if value} for row in rows(self._files, name) if row.get("id")
            )

    def _by(self, column: str, *names: str) -> Rows:
        found: Rows = defaultdict(list)
        for row in self._rows(*names):
            if row.get(column):
                found[row[column]].append(row)
        return dict(found)
