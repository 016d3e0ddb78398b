"""Providers, what they list, when they are free, what they cost and what was checked."""

from datetime import timedelta

from sqlmodel import Session, col, select

from market.core.actor import Role
from market.core.places import find_place
from market.seeding.accounts import account_id, authority_id, provider_id
from market.seeding.reading import DAY_NUMBERS, County, Table, Today, clock
from providers.accreditation.rules import DbsLevel, trusted_until
from providers.accreditation.schemes import evidence_kinds
from providers.accreditation.tables import EvidenceRow
from providers.arrangement.rules import Arrangement, Basis
from providers.availability.tables import AwayRow, WindowRow
from providers.listings.rules import ListingState, Where
from providers.listings.tables import Listing
from providers.organisations.rules import AgeBand, ProviderState, WorkerGender
from providers.organisations.tables import Provider
from providers.pricing.rules import Unit, When
from providers.pricing.tables import RateRow

METRES_A_MILE = 1609.344


def listing_id(key: str) -> str:
    return f"lst_{key}"


def load_providers(session: Session, county: County, today: Today) -> None:
    names = {row["key"]: row["name"] for row in county.authorities}
    months = {row["key"]: row["dbs_months"] for row in county.authorities}
    accounts = {row["key"]: row["name"] for row in county.accounts}
    for row in county.providers:
        add_provider(session, row, names, months, accounts, today)
    _at_the_desk_where_they_are(session, county)


def _at_the_desk_where_they_are(session: Session, county: County) -> None:
    """Who has been checked by nobody waits at the accreditation desk of the council where they are."""
    desks = {code: authority_id(row["key"]) for row in county.authorities for code in row["council_codes"]}
    for provider in session.exec(select(Provider).where(col(Provider.authority_id).is_(None))):
        provider.authority_id = desks.get(provider.council)
        session.add(provider)


def add_provider(
    session: Session,
    row: Table,
    authorities: dict[str, str],
    dbs_months: dict[str, int],
    accounts: dict[str, str],
    today: Today,
) -> None:
    """One provider with its evidence and listings. Raises `PlaceUnknown`, KeyError and ValueError for a row that is wrong."""
    session.add(_provider(row, authorities, today))
    session.flush()
    checked_by = row.get("checked_by", "")
    seen_for, months = authorities.get(checked_by, ""), dbs_months.get(checked_by)
    for place, seen in enumerate(row["evidence"]):
        session.add(_evidence(row, place, seen, seen_for, months, accounts, today))
    for listed in row["listing"]:
        _listing(session, row, listed, today)
    session.flush()


def _provider(row: Table, authorities: dict[str, str], today: Today) -> Provider:
    place = find_place(row["postcode"])
    checked_by = row.get("checked_by")
    return Provider(
        id=provider_id(row["key"]),
        name=row["name"],
        legal_name=row.get("legal_name", ""),
        arrangement=Arrangement(row["arrangement"]),
        role=Role(row["role"]),
        state=ProviderState(row["state"]),
        state_at=today.ago(-30),
        state_why=row.get("suspended_reason", ""),
        authority_id=authority_id(checked_by) if checked_by else None,
        authority_name=authorities.get(checked_by or "", ""),
        workers=row["workers"],
        worker_gender=WorkerGender(row["worker_gender"]),
        languages=row["languages"],
        town=row["town"],
        postcode=row["postcode"],
        easting=place.spot.easting,
        northing=place.spot.northing,
        council=place.council,
        email=row["email"],
        phone=row["phone"],
        about=row["about"],
        cqc_number=row.get("cqc_number", ""),
        age_band=AgeBand(row["age_band"]) if "age_band" in row else None,
        works_for=[f"per_{key}" for key in row.get("works_for", ())],
        made_at=today.ago(-400),
    )


def _evidence(
    row: Table, place: int, seen: Table, seen_for: str, dbs_months: int | None, names: dict[str, str], today: Today
) -> EvidenceRow:
    issued = today.in_days(seen["issued_days"])
    months = dbs_months if seen["kind"] == "dbs" else evidence_kinds()[seen["kind"]].trusted_months
    update = seen.get("update_service_days")
    return EvidenceRow(
        id=f"evi_{row['key']}_{place}",
        provider_id=provider_id(row["key"]),
        kind=seen["kind"],
        level=DbsLevel(seen["level"]) if "level" in seen else None,
        barred_list=seen.get("barred_list", False),
        issued_on=issued,
        expires_on=today.in_days(seen["expires_days"]) if "expires_days" in seen else None,
        trusted_until=None if "expires_days" in seen else trusted_until(issued, months),
        seen_by=account_id(seen["seen_by"]) if seen["seen_by"] in names else seen["seen_by"],
        seen_for=seen_for,
        seen_at=min(today.moment(seen["issued_days"]) + timedelta(days=3), today.now),
        update_service_on=today.in_days(update) if update is not None else None,
        note=seen.get("note", ""),
    )


def _listing(session: Session, row: Table, listed: Table, today: Today) -> None:
    postcode: str = listed.get("postcode") or row["postcode"]
    spot, area = find_place(postcode).spot, listed["area"]
    made = Listing(
        id=listing_id(listed["key"]),
        provider_id=provider_id(row["key"]),
        title=listed["title"],
        description=listed["description"],
        kinds=listed["kinds"],
        tiers=listed["tiers"],
        skills=listed["skills"],
        limits=listed["limits"],
        where=Where(listed["where"]),
        includes_personal_care=listed["includes_personal_care"],
        basis=Basis(listed["basis"]) if "basis" in listed else None,
        postcode=postcode,
        easting=spot.easting,
        northing=spot.northing,
        radius_metres=round(area["miles"] * METRES_A_MILE) if "miles" in area else None,
        districts=area.get("districts", []),
        everywhere=area.get("everywhere", False),
        notice_hours=listed["notice_hours"],
        capacity=listed.get("capacity"),
        spaces=listed.get("spaces"),
        state=ListingState(listed["state"]),
        checked_at=today.ago(listed["checked_days"]),
        made_at=today.ago(-400),
    )
    session.add(made)
    session.flush()
    _times(session, row, made, listed, today)
    for place, rate in enumerate(listed["rates"]):
        priced = RateRow(id=f"rat_{listed['key']}_{place}", listing_id=made.id, place=place, unit=Unit(rate["unit"]),
                         pence=rate["pence"], when=When(rate["when"]), note=rate.get("note", ""))  # fmt: skip
        session.add(priced)


def _times(session: Session, row: Table, made: Listing, listed: Table, today: Today) -> None:
    for place, window in enumerate(listed["windows"]):
        days = [DAY_NUMBERS[day] for day in window["days"]]
        starts, ends = clock(window["from"]), clock(window["to"])
        session.add(
            WindowRow(id=f"win_{listed['key']}_{place}", listing_id=made.id, weekdays=days, starts=starts, ends=ends)
        )
    for place, away in enumerate(listed.get("away", ())):
        spell = AwayRow(
            id=f"awy_{listed['key']}_{place}",
            provider_id=provider_id(row["key"]),
            listing_id=made.id,
            first_day=today.in_days(away["from_days"]),
            last_day=today.in_days(away["to_days"]),
            why=away["why"],
        )
        session.add(spell)
