"""A row as a listing of ours: what may be said of it, and what stays the source's own words. No database.

A source's word is taken for what it states and for nothing else. What is not said to be an agency is a community listing, or
an advice and support service where that is all it does. A basis for personal care is never made up: the row is kept, and
not shown, until somebody states one.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from market.core.places import district_of
from providers.arrangement.rules import Arrangement, Basis
from providers.interchange.entry import Entry
from providers.interchange.flags import Flag, Flagged
from providers.interchange.looks import Looks, phone_digits, web_key
from providers.interchange.reading import kinds as reading
from providers.interchange.reading.places import Placed, placed
from providers.interchange.rules import age_flags, why_hidden
from providers.listings.rules import Doubt, Where, doubt_about
from providers.pricing.rules import Unit

REACH_METRES = 12_900
"""How far people come to a place that says nothing of it: eight miles, what the county's own groups mostly say."""
_ADVICE = frozenset(
    {
        "advice_info",
        "advocacy",
        "support_planning",
        "payroll_employing",
        "housing",
        "admin_forms",
        "money",
        "employment",
    }
)
GROUP_TIER, NO_CONTACT_TIER = "group", "no_contact"
LONGEST_TITLE = 160


@dataclass(frozen=True)
class Given:
    """What whoever imports says for all rows: the source's name, when it was received, and the districts it serves."""

    source: str
    received: datetime
    districts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shaped:
    """One row, ready to be kept. `listing` and `provider` hold columns of the tables, `note` the source's own words."""

    entry: Entry
    provider: dict[str, Any]
    listing: dict[str, Any]
    rates: tuple[dict[str, Any], ...]
    windows: tuple[dict[str, Any], ...]
    note: dict[str, Any]
    flags: tuple[Flagged, ...]
    hidden: str
    given_kinds: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The same for the same row, whenever it is read. What comes and goes with the days is left out of it, and what a
        person has added to it."""
        lasting = {key: value for key, value in self.note.items() if key != "received_on"}
        listing = self.listing | ({"kinds": []} if self.given_kinds else {})
        stated = [self.provider, listing, self.rates, self.windows, lasting, self.entry.closed]
        return hashlib.sha256(json.dumps(stated, sort_keys=True, default=str).encode()).hexdigest()[:32]


def shape(entry: Entry, given: Given, today: date, given_kinds: Sequence[str] = ()) -> Shaped:
    """Work out everything that may be said of a row. `given_kinds` are a person's word, where the row says no kind itself."""
    where_it_is = placed(entry.place)
    kinds, kind_flags = _kinds(entry)
    arrangement, basis, law_flags = _law(entry, kinds)
    by_a_person = () if kinds else tuple(given_kinds)
    if by_a_person:
        kinds, kind_flags = by_a_person, ()
    area, area_flags = _area(entry, where_it_is, given)
    flags = (
        *entry.flags,
        *where_it_is.flags,
        *area_flags,
        *kind_flags,
        *law_flags,
        *age_flags(entry, given.received.date(), today),
    )
    listing = {
        "title": _title(entry),
        "description": _description(entry),
        "kinds": list(kinds),
        "tiers": [NO_CONTACT_TIER if area["where"] is Where.PHONE_ONLINE else GROUP_TIER],
        "includes_personal_care": reading.PERSONAL_CARE in kinds,
        "basis": basis,
        "expires_on": entry.last_day,
        **area,
    }
    return Shaped(
        entry=entry,
        provider=_provider(entry, arrangement, where_it_is),
        listing=listing,
        rates=_rates(entry),
        windows=tuple({"weekdays": list(one.weekdays), "starts": one.start, "ends": one.end} for one in entry.windows),
        note=_note(entry, given),
        flags=flags,
        hidden=f"The source says it is {entry.closed}" if entry.closed else why_hidden(flags),
        given_kinds=by_a_person,
    )


def looks_of(shaped: Shaped, key: str) -> Looks:
    """What is compared when twins are looked for."""
    listing, provider = shaped.listing, shaped.provider
    spot = None if listing["easting"] is None else (listing["easting"], listing["northing"])
    return Looks(key, listing["title"], provider["name"], phone_digits(shaped.entry.phone), web_key(shaped.entry.url),
                 listing["postcode"], spot, shaped.entry.description[:400])  # fmt: skip


def _title(entry: Entry) -> str:
    return entry.title if len(entry.title) <= LONGEST_TITLE else f"{entry.title[: LONGEST_TITLE - 1]}…"


def _description(entry: Entry) -> str:
    said = [entry.description]
    if entry.who_for and entry.who_for.casefold() not in entry.description.casefold():
        said.append(f"Who it is for: {entry.who_for}.")
    if entry.access:
        said.append(f"Access: {'; '.join(entry.access)}.")
    return "\n\n".join(filter(None, said))


def _kinds(entry: Entry) -> tuple[tuple[str, ...], tuple[Flagged, ...]]:
    stated = reading.kinds_of_terms(entry.terms)
    flags: tuple[Flagged, ...] = ()
    if not stated:
        stated = reading.kinds_in_words(entry.title, entry.description, entry.organisation)
        flags = (Flagged(Flag.KINDS_READ_FROM_WORDS, ", ".join(stated)),) if stated else ()
    if (
        reading.states_personal_care(entry.terms, entry.title, entry.description)
        and reading.PERSONAL_CARE not in stated
    ):
        stated = (reading.PERSONAL_CARE, *stated)
    return stated, flags or (() if stated else (Flagged(Flag.NO_KIND),))


def _law(entry: Entry, kinds: Sequence[str]) -> tuple[Arrangement, Basis | None, tuple[Flagged, ...]]:
    """The arrangement and basis that the source states, and what the law lacks. The table of arrangements decides."""
    number = entry.cqc_number or reading.cqc_number_in(entry.description)
    is_agency = bool(number) or reading.states_agency(entry.terms, entry.title, entry.description)
    arrangement = Arrangement.REGISTERED_AGENCY if is_agency else Arrangement.COMMUNITY
    if not is_agency and kinds and set(kinds) <= _ADVICE:
        arrangement = Arrangement.SUPPORT_SERVICE
    care = reading.PERSONAL_CARE in kinds
    basis = Basis.REGISTERED if care and number else None
    doubt = doubt_about(arrangement, kinds=kinds, includes_personal_care=care, basis=basis, cqc_number=number)
    flags = {Doubt.NO_BASIS: Flag.NO_LAWFUL_BASIS, Doubt.NO_CQC_NUMBER: Flag.NO_CQC_NUMBER}
    if doubt is not None:
        return arrangement, basis, (Flagged(flags[doubt]),)
    return arrangement, basis, (Flagged(Flag.CQC_NUMBER_UNCHECKED, number),) if is_agency else ()


def _area(entry: Entry, at: Placed, given: Given) -> tuple[dict[str, Any], tuple[Flagged, ...]]:
    area: dict[str, Any] = {
        "where": Where.OUR_PLACE,
        "postcode": at.postcode,
        "easting": at.spot.easting if at.spot else None,
        "northing": at.spot.northing if at.spot else None,
        "radius_metres": REACH_METRES if at.spot else None,
        "districts": [],
        "everywhere": False,
    }
    if entry.online and entry.place.is_empty:
        return area | {"where": Where.PHONE_ONLINE, "everywhere": True}, ()
    if at.spot is not None:
        return area, ()
    if given.districts:
        return area | {"where": Where.OUT_AND_ABOUT, "districts": list(given.districts)}, ()
    return area, (Flagged(Flag.NO_PLACE),)


def _provider(entry: Entry, arrangement: Arrangement, at: Placed) -> dict[str, Any]:
    shown = at.postcode and not entry.place.masked
    return {
        "name": entry.organisation or entry.title,
        "arrangement": arrangement,
        "town": entry.place.town,
        "postcode": at.postcode if shown else district_of(at.postcode),
        "easting": at.spot.easting if at.spot else None,
        "northing": at.spot.northing if at.spot else None,
        "council": at.council,
        "email": entry.email,
        "phone": entry.phone,
        "languages": list(entry.languages),
        "cqc_number": entry.cqc_number or reading.cqc_number_in(entry.description),
    }


def _rates(entry: Entry) -> tuple[dict[str, Any], ...]:
    if entry.free:
        return ({"unit": Unit.FREE, "pence": 0, "note": entry.price_text[:200]},)
    return tuple({"unit": one.unit, "pence": one.pence, "note": one.note} for one in entry.prices)


def _note(entry: Entry, given: Given) -> dict[str, Any]:
    masked = entry.place.masked
    return {
        "url": entry.url,
        "price": entry.price_text,
        "times": entry.times_text,
        "area": entry.area,
        "access": list(entry.access),
        "who_for": entry.who_for,
        "address": "" if masked else entry.place.written(),
        "lines": [] if masked else [*filter(None, (entry.place.name, *entry.place.lines))],
        "masked": masked,
        "ages": list(entry.ages),
        "dated_on": entry.dated_on.isoformat() if entry.dated_on else "",
        "received_on": given.received.date().isoformat(),
    }
