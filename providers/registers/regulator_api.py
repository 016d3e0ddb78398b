"""The register as the regulator's public web service: the Care Quality Commission's API, one record a request.

Written against the one real record in the shared data and the regulator's published description; tried against a fake
server that holds a record of that shape. NEVER run against the regulator itself: `alongside doctor` says so.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx

from providers.registers.errors import RegisterAway
from providers.registers.rules import PERSONAL_CARE_ACTIVITY, Registration, Standing, how_full

ADDRESS = "https://api.service.cqc.org.uk/public/v1"
_NUMBER = re.compile(r"^1-[0-9]{4,15}$")
_MOST_LOCATIONS = 20
_Json = dict[str, Any]


class RegulatorApi:
    """Asks for a location by its id; for a provider's own id it looks through the provider's locations."""

    def __init__(self, key: str, address: str = ADDRESS, *, seconds: float = 10.0) -> None:
        self._address = address.rstrip("/")
        self._headers = {"Ocp-Apim-Subscription-Key": key, "User-Agent": "Alongside"}
        self._seconds = seconds

    def look_up(self, number: str) -> Registration | None:
        """The registration with this location or provider id. Raises `RegisterAway`; never inside a transaction."""
        tidy = number.strip()
        if not _NUMBER.match(tidy):
            return None
        with httpx.Client(timeout=self._seconds, headers=self._headers) as client:
            location = self._get(client, f"/locations/{tidy}")
            if location is not None:
                return _registration(location)
            provider = self._get(client, f"/providers/{tidy}")
            return None if provider is None else _fullest(self._locations(client, provider))

    def _locations(self, client: httpx.Client, provider: _Json) -> Iterator[Registration]:
        for number in provider.get("locationIds", ())[:_MOST_LOCATIONS]:
            location = self._get(client, f"/locations/{number}")
            if location is None:
                continue
            found = _registration(location)
            yield found
            if found.standing is Standing.REGISTERED and PERSONAL_CARE_ACTIVITY in found.activities:
                return

    def _get(self, client: httpx.Client, path: str) -> _Json | None:
        try:
            answer = client.get(self._address + path)
            if answer.status_code == 404 and _is_its_own(answer):
                return None
            answer.raise_for_status()
            record = answer.json()
        except httpx.HTTPStatusError as trouble:
            raise RegisterAway(_why(trouble.response.status_code)) from None
        except httpx.TimeoutException:
            raise RegisterAway("it did not answer in time") from None
        except (httpx.HTTPError, ValueError):
            raise RegisterAway("it could not be reached") from None
        if not isinstance(record, dict):
            raise RegisterAway("its answer could not be read")
        return record


def _is_its_own(answer: httpx.Response) -> bool:
    """Whether the service itself says that it has no such record. A page of somebody between it and us says nothing of it."""
    return "json" in answer.headers.get("content-type", "")


def _why(status: int) -> str:
    if status in (401, 403):
        return "it did not take our key"
    return "it is being asked too often" if status == 429 else f"it answered {status}"


def _fullest(found: Iterator[Registration]) -> Registration | None:
    """Of a provider's locations one that gives personal care, if any does; else the one that does most."""
    return max(found, key=how_full, default=None)


def _registration(record: _Json) -> Registration:
    rating = ((record.get("currentRatings") or {}).get("overall") or {}).get("rating") or ""
    return Registration(
        location_id=str(record.get("locationId", "")),
        provider_id=str(record.get("providerId", "")),
        name=str(record.get("name", "")),
        standing=_standing(record),
        activities=frozenset(one["name"] for one in record.get("regulatedActivities") or () if one.get("name")),
        postcode=str(record.get("postalCode", "")),
        since=_day(record.get("registrationDate")),
        rating="" if rating == "No published rating" else str(rating),
    )


def _standing(record: _Json) -> Standing:
    """Anything but "Registered" is taken for not registered: a word we do not know must not pass."""
    if record.get("registrationStatus") != "Registered":
        return Standing.DEREGISTERED
    return Standing.DORMANT if record.get("dormancy") == "Y" else Standing.REGISTERED


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
