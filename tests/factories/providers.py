"""Providers and what they offer, with ordinary values that a test changes where its rule turns on them."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor, Role
from providers.accreditation.rules import DbsLevel
from providers.accreditation.tables import EvidenceRow
from providers.arrangement.rules import Arrangement, Basis
from providers.availability.tables import AwayRow, WindowRow
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from providers.pricing.rules import Unit, When
from providers.pricing.tables import RateRow

LONG_AGO = datetime(2026, 1, 5, 10, tzinfo=UTC)
CHECKED = datetime(2026, 11, 2, 10, tzinfo=UTC)
EVERY_DAY = list(range(7))
OFFICER = Actor("acc_ruth", "Ruth", Role.ACCREDITATION_OFFICER, authority_id="aut_devon")
OFFICER_ELSEWHERE = Actor("acc_tom", "Tom", Role.ACCREDITATION_OFFICER, authority_id="aut_torbay")


def a_provider(session: Session, **facts: Any) -> Provider:
    """A self-employed man with a garden trowel, approved by Devon."""
    ordinary: dict[str, Any] = {
        "name": "Terry Holwill",
        "arrangement": Arrangement.SOLE_SELF_EMPLOYED,
        "role": Role.PA,
        "state": ProviderState.APPROVED,
        "state_at": LONG_AGO,
        "authority_id": "aut_devon",
        "authority_name": "Devon demo council",
        "languages": ["English"],
        "made_at": LONG_AGO,
    }
    row = Provider(**ordinary | facts)
    session.add(row)
    session.flush()
    return row


def as_(provider: Provider) -> Actor:
    """The provider acting for themself."""
    return Actor(f"acc_{provider.id}", provider.name, provider.role, provider_id=provider.id)


def a_listing(session: Session, provider: Provider, **facts: Any) -> Listing:
    """Gardening in people's homes near Budleigh Salterton, live, an hour at £18.50, any day nine to five."""
    ordinary: dict[str, Any] = {
        "title": "Garden company",
        "kinds": ["gardening", "companionship"],
        "tiers": ["goes_into_home"],
        "easting": 306500.0,
        "northing": 81800.0,
        "radius_metres": 12_000,
        "state": ListingState.LIVE,
        "checked_at": CHECKED,
        "made_at": LONG_AGO,
    }
    row = Listing(provider_id=provider.id, **ordinary | facts)
    session.add(row)
    session.flush()
    a_rate(session, row)
    a_window(session, row)
    return row


def personal_care() -> dict[str, Any]:
    """What makes a listing one of personal care by a self-employed worker."""
    return {
        "kinds": ["personal_care", "companionship"],
        "tiers": ["goes_into_home", "personal_care"],
        "includes_personal_care": True,
        "basis": Basis.SOLE_SELF_EMPLOYED,
    }


def a_rate(session: Session, listing: Listing, pence: int = 1850, unit: Unit = Unit.HOUR, **facts: Any) -> RateRow:
    """One price."""
    row = RateRow(listing_id=listing.id, unit=unit, pence=pence, when=facts.pop("when", When.ANY), **facts)
    session.add(row)
    session.flush()
    return row


def a_window(
    session: Session, listing: Listing, weekdays: list[int] | None = None, starts: time = time(9), ends: time = time(17)
) -> WindowRow:
    """A stretch of the week."""
    row = WindowRow(
        listing_id=listing.id, weekdays=EVERY_DAY if weekdays is None else weekdays, starts=starts, ends=ends
    )
    session.add(row)
    session.flush()
    return row


def away(session: Session, provider: Provider, first: date, last: date, listing: Listing | None = None) -> AwayRow:
    """Days on which nothing begins."""
    row = AwayRow(provider_id=provider.id, listing_id=listing.id if listing else None, first_day=first, last_day=last)
    session.add(row)
    session.flush()
    return row


def seen(session: Session, provider: Provider, *kinds: str, **facts: Any) -> list[EvidenceRow]:
    """Evidence noted in March 2026 by Devon. A DBS check is basic unless told."""
    rows = []
    for kind in kinds:
        ordinary: dict[str, Any] = {
            "kind": kind,
            "issued_on": date(2026, 3, 3),
            "seen_at": datetime(2026, 3, 12, 10, tzinfo=UTC),
            "seen_by": "acc_ruth",
            "seen_for": "Devon demo council",
            "level": DbsLevel.BASIC if kind == "dbs" else None,
        }
        rows.append(EvidenceRow(provider_id=provider.id, **ordinary | facts))
    session.add_all(rows)
    session.flush()
    return rows


def all_seen_for_personal_care(session: Session, provider: Provider, dbs_until: date | None = None) -> None:
    """Everything the scheme asks of a self-employed worker who gives personal care."""
    seen(session, provider, "identity", "right_to_work", "references", "public_liability", "moving_handling")
    seen(session, provider, "dbs", level=DbsLevel.ENHANCED, barred_list=True, trusted_until=dbs_until)
