"""Each part of a listing as one plain value, read from its rows and written back to them."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from sqlmodel import Session

from market.core.places import find_place
from providers.arrangement.rules import Arrangement, personal_care_basis
from providers.availability.queries import dated_rows, window_rows
from providers.availability.tables import DatedHoursRow, WindowRow
from providers.changes.rules import Part, Value, as_rates
from providers.listings.queries import listings_of
from providers.listings.rules import Where, tiers_for
from providers.listings.tables import Listing
from providers.organisations.rules import AgeBand, WorkerGender, role_for
from providers.organisations.tables import Provider
from providers.pricing.queries import rate_rows
from providers.pricing.tables import RateRow

METRES_A_MILE = 1609.344


def read_part(session: Session, part: Part, row: Listing, owner: Provider) -> dict[str, Any]:
    """What a part says now."""
    return _READ[part](session, row, owner)


def write_part(session: Session, part: Part, value: Value, row: Listing, owner: Provider) -> None:
    """Make a part say this. Only the rows are changed: what it means for the desk is decided elsewhere."""
    _WRITE[part](session, value, row, owner)
    session.add_all([row, owner])
    session.flush()


def _read_arrangement(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {"arrangement": owner.arrangement.value, "cqc_number": owner.cqc_number}


def _write_arrangement(session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.arrangement = Arrangement(value["arrangement"])
    owner.role, owner.cqc_number = role_for(owner.arrangement), value["cqc_number"]
    for listing in listings_of(session, owner.id):
        listing.basis = personal_care_basis(owner.arrangement) if listing.includes_personal_care else None
        session.add(listing)


def _read_name(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {"name": owner.name, "phone": owner.phone, "workers": owner.workers}


def _write_name(_session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.name, owner.phone, owner.workers = value["name"], value["phone"], value["workers"]


def _read_kinds(_session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {"kinds": list(row.kinds), "includes_personal_care": row.includes_personal_care}


def _write_kinds(_session: Session, value: Value, row: Listing, owner: Provider) -> None:
    row.kinds, row.includes_personal_care = list(value["kinds"]), value["includes_personal_care"]
    row.basis = personal_care_basis(owner.arrangement) if row.includes_personal_care else None
    _set_tiers(row)


def _set_tiers(row: Listing) -> None:
    row.tiers = tiers_for(
        row.kinds, row.where, includes_personal_care=row.includes_personal_care, before=tuple(row.tiers)
    )


def _read_where(_session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {
        "where": row.where.value,
        "postcode": row.postcode,
        "miles": None if row.radius_metres is None else round(row.radius_metres / METRES_A_MILE, 1),
        "districts": list(row.districts),
        "towns": list(row.towns),
        "everywhere": row.everywhere,
    }


def _write_where(_session: Session, value: Value, row: Listing, owner: Provider) -> None:
    row.where, row.postcode, row.everywhere = Where(value["where"]), value["postcode"], value["everywhere"]
    row.districts, row.towns = list(value["districts"]), list(value["towns"])
    row.radius_metres = None if value["miles"] is None else round(value["miles"] * METRES_A_MILE)
    _set_tiers(row)
    if not row.postcode:
        return
    place = find_place(row.postcode)
    row.easting, row.northing = place.spot.easting, place.spot.northing
    if not owner.postcode:
        owner.postcode, owner.council = row.postcode, place.council
        owner.easting, owner.northing = row.easting, row.northing


def _read_times(session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {
        "windows": [
            {"days": list(one.weekdays), "from": _clock(one.starts), "to": _clock(one.ends)}
            for one in window_rows(session, row.id)
        ],
        "dated": [
            {"day": one.day.isoformat(), "from": _clock(one.starts), "to": _clock(one.ends)}
            for one in dated_rows(session, row.id)
        ],
        "notice_hours": row.notice_hours,
        "buffer_minutes": row.buffer_minutes,
        "travel_minutes": row.travel_minutes,
        "ahead_days": row.ahead_days,
        "last_day": row.expires_on.isoformat() if row.expires_on else "",
    }


def _write_times(session: Session, value: Value, row: Listing, _owner: Provider) -> None:
    for old in (*window_rows(session, row.id), *dated_rows(session, row.id)):
        session.delete(old)
    session.flush()
    for one in value["windows"]:
        starts, ends = time.fromisoformat(one["from"]), time.fromisoformat(one["to"])
        session.add(WindowRow(listing_id=row.id, weekdays=list(one["days"]), starts=starts, ends=ends))
    for one in value["dated"]:
        starts, ends = time.fromisoformat(one["from"]), time.fromisoformat(one["to"])
        day = date.fromisoformat(one["day"])
        session.add(DatedHoursRow(listing_id=row.id, day=day, starts=starts, ends=ends))
    row.notice_hours, row.buffer_minutes = value["notice_hours"], value["buffer_minutes"]
    row.travel_minutes, row.ahead_days = value["travel_minutes"], value["ahead_days"]
    row.expires_on = date.fromisoformat(value["last_day"]) if value.get("last_day") else None


def _read_prices(session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {
        "rates": [
            {
                "unit": one.unit.value,
                "pence": one.pence,
                "when": one.when.value,
                "note": one.note,
                "starts_on": one.starts_on.isoformat() if one.starts_on else "",
                "ends_on": one.ends_on.isoformat() if one.ends_on else "",
            }
            for one in rate_rows(session, row.id)
        ]
    }


def _write_prices(session: Session, value: Value, row: Listing, _owner: Provider) -> None:
    for old in rate_rows(session, row.id):
        session.delete(old)
    session.flush()
    for place, rate in enumerate(as_rates(value)):
        session.add(
            RateRow(
                listing_id=row.id,
                place=place,
                unit=rate.unit,
                pence=rate.pence,
                when=rate.when,
                note=rate.note,
                starts_on=rate.starts_on,
                ends_on=rate.ends_on,
            )
        )


def _read_languages(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {"languages": list(owner.languages)}


def _write_languages(_session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.languages = list(value["languages"])


def _read_gender(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {"gender": owner.worker_gender.value if owner.worker_gender else ""}


def _write_gender(_session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.worker_gender = WorkerGender(value["gender"]) if value["gender"] else None


def _read_age(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {
        "age_band": owner.age_band.value if owner.age_band else "",
        "until": owner.age_band_until.isoformat() if owner.age_band_until else "",
    }


def _write_age(_session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.age_band = AgeBand(value["age_band"]) if value["age_band"] else None
    owner.age_band_until = date.fromisoformat(value["until"]) if value["until"] else None


def _read_limits(_session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {"skills": list(row.skills), "limits": list(row.limits)}


def _write_limits(_session: Session, value: Value, row: Listing, _owner: Provider) -> None:
    row.skills, row.limits = list(value["skills"]), list(value["limits"])


def _read_words(_session: Session, row: Listing, _owner: Provider) -> dict[str, Any]:
    return {"title": row.title, "description": row.description}


def _write_words(_session: Session, value: Value, row: Listing, _owner: Provider) -> None:
    row.title, row.description = value["title"], value["description"]


def _read_photo(_session: Session, _row: Listing, owner: Provider) -> dict[str, Any]:
    return {"photo": owner.photo}


def _write_photo(_session: Session, value: Value, _row: Listing, owner: Provider) -> None:
    owner.photo = value["photo"]


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


_READ: Mapping[Part, Callable[[Session, Listing, Provider], dict[str, Any]]] = {
    Part.ARRANGEMENT: _read_arrangement,
    Part.NAME: _read_name,
    Part.KINDS: _read_kinds,
    Part.WHERE: _read_where,
    Part.TIMES: _read_times,
    Part.PRICES: _read_prices,
    Part.LANGUAGES: _read_languages,
    Part.GENDER: _read_gender,
    Part.AGE: _read_age,
    Part.LIMITS: _read_limits,
    Part.WORDS: _read_words,
    Part.PHOTO: _read_photo,
}
_WRITE: Mapping[Part, Callable[[Session, Value, Listing, Provider], None]] = {
    Part.ARRANGEMENT: _write_arrangement,
    Part.NAME: _write_name,
    Part.KINDS: _write_kinds,
    Part.WHERE: _write_where,
    Part.TIMES: _write_times,
    Part.PRICES: _write_prices,
    Part.LANGUAGES: _write_languages,
    Part.GENDER: _write_gender,
    Part.AGE: _write_age,
    Part.LIMITS: _write_limits,
    Part.WORDS: _write_words,
    Part.PHOTO: _write_photo,
}
