"""What a regulator's register says of one registration."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

PERSONAL_CARE_ACTIVITY = "Personal care"


class Standing(StrEnum):
    """`DORMANT`: registered, but no regulated activity is carried on at present."""

    REGISTERED = "registered"
    DORMANT = "dormant"
    DEREGISTERED = "deregistered"


@dataclass(frozen=True)
class Registration:
    """One location on the register of the Care Quality Commission."""

    location_id: str
    provider_id: str
    name: str
    standing: Standing
    activities: frozenset[str]
    postcode: str = ""
    since: date | None = None
    rating: str = ""


class CareRegister(Protocol):
    """The register, however it is reached."""

    def look_up(self, number: str) -> Registration | None:
        """The registration with this location or provider id (`1-134558905`); None when the register has none."""


def how_full(registration: Registration) -> tuple[bool, bool, int]:
    """For choosing, of a provider's locations, the one that answers for it: the most is the best."""
    gives_care = PERSONAL_CARE_ACTIVITY in registration.activities
    return registration.standing is Standing.REGISTERED, gives_care, len(registration.activities)


def why_not_personal_care(registration: Registration | None) -> str:
    """Why this registration does not cover personal care in people's homes, in words; empty when it does."""
    if registration is None:
        return "The CQC register has no such number."
    if registration.standing is not Standing.REGISTERED:
        return f"The CQC register says: {registration.standing}."
    if PERSONAL_CARE_ACTIVITY not in registration.activities:
        return "It is registered with the CQC, but not for personal care."
    return ""
