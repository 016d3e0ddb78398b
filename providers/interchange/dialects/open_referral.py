"""Open Referral UK 3.0 as pages of JSON, and what older and looser publishers really send.

Taken: a page with its services under `contents`, `content`, `services`, `items`, `data` or `results`; a bare list; one
service; JSON lines. Services of the first UK version, where `service_at_locations` carries `regular_schedules` and a
location `physical_addresses`; names in camel case; nulls; HTML; numbers and truths as words. Records are read one at a
time, so a page may be of any length.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from providers.interchange.dialects.bundle import Bundle
from providers.interchange.entry import Entry, SaidPlace, SaidPrice
from providers.interchange.errors import FileUnreadable
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading import prices, times
from providers.interchange.reading.words import (
    day,
    email_address,
    number,
    paragraphs,
    text,
    truth,
    web_address,
)

PAGE_KEYS = ("contents", "content", "services", "items", "data", "results")
_LISTS = re.compile(rf'"(?:{"|".join(PAGE_KEYS)})"\s*:\s*\[')
_CHUNK = 1 << 16
_LONGEST_RECORD = 8 * 1024 * 1024
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CLOSED = frozenset({"inactive", "defunct"})
Record = Mapping[str, Any]


def read(files: Bundle, _mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every service of every page, in order. Raises `FileUnreadable` for what is not JSON."""
    names = (
        [files.main]
        if files.main
        else [name for name in files.names() if name.endswith((".json", ".jsonl", ".ndjson"))]
    )
    for name in names:
        with files.opened(name) as lines:
            for record in records(lines, files.name):
                yield entry(record)


def records(stream: TextIO, name: str) -> Iterator[Record]:
    """The records of a page, a list or JSON lines, one at a time, in memory that does not grow with their number."""
    decoder, buffer, inside = json.JSONDecoder(), "", False
    bare = False
    while True:
        chunk = stream.read(_CHUNK)
        buffer += chunk
        if not inside:
            start = buffer.lstrip("\ufeff \t\r\n")
            if not start and chunk:
                continue
            if found := _LISTS.search(buffer):
                buffer, inside = buffer[found.end() :], True
            elif start.startswith("["):
                buffer, inside = start[1:], True
            elif not chunk or (start.startswith("{") and "\n" in start and _whole(decoder, start)):
                buffer, inside, bare = start, True, True
            elif len(buffer) > _LONGEST_RECORD:
                raise FileUnreadable(name, "there is no list of services in it")
            else:
                continue
        while True:
            buffer = buffer.lstrip(" \t\r\n,")
            if not buffer or buffer.startswith("]"):
                break
            try:
                found_record, end = decoder.raw_decode(buffer)
            except json.JSONDecodeError as trouble:
                if chunk and len(buffer) < _LONGEST_RECORD:
                    break
                raise FileUnreadable(name, f"it is not whole JSON near “{buffer[:40]}”") from trouble
            buffer = buffer[end:]
            if isinstance(found_record, dict):
                yield plain(found_record)
        if buffer.startswith("]") and not bare:
            return
        if not chunk:
            if not inside and buffer.strip():
                raise FileUnreadable(name, "there is no list of services in it")
            return


def _whole(decoder: json.JSONDecoder, start: str) -> bool:
    try:
        decoder.raw_decode(start)
    except json.JSONDecodeError:
        return False
    return True


def plain(record: Any) -> Any:
    """The same with names in small letters and underlines, and without nulls."""
    if isinstance(record, dict):
        return {
            _CAMEL.sub("_", str(key)).replace("-", "_").casefold(): plain(value)
            for key, value in record.items()
            if value is not None
        }
    return [plain(value) for value in record if value is not None] if isinstance(record, list) else record


def entry(record: Record) -> Entry:
    """One service."""
    said_id, title = text(record.get("id")), text(record.get("name"))
    organisation = _first(record, "organization", "organisation")
    at_locations = _all(record, "service_at_locations")
    places = [place for at in at_locations for place in _places(at)] or _places(record)
    rows, price_words, price_flags = _prices(record)
    fees = text(record.get("fees")) or text(record.get("fees_description"))
    free, read_prices, price_text, flags = prices.read_prices(
        True if rows == () and price_words == "free" else None,
        fees or ("" if price_words == "free" else price_words),
        paragraphs(record.get("description")),
        rows,
    )
    windows, times_text, time_flags = _schedules(record, at_locations)
    eligible = _first(record, "eligibilitys", "eligibility")
    lowest = number(record.get("minimum_age", eligible.get("minimum_age")))
    highest = number(record.get("maximum_age", eligible.get("maximum_age")))
    contact = _first(record, "contacts")
    return Entry(
        source_id=said_id,
        title=title,
        organisation=text(organisation.get("name")),
        organisation_id=text(organisation.get("id")) or text(record.get("organization_id")),
        description=paragraphs(record.get("description")),
        url=web_address(record.get("url")) or web_address(organisation.get("website", organisation.get("url"))),
        email=email_address(record.get("email")) or email_address(organisation.get("email")),
        phone=_phone(record, contact, organisation),
        terms=_terms(record),
        cqc_number=_cqc(organisation),
        place=places[0] if places else SaidPlace(),
        area="; ".join(text(one.get("name", one.get("service_area"))) for one in _all(record, "service_areas")),
        online=any(text(one.get("location_type")) == "virtual" for at in at_locations for one in _all(at, "location")),
        free=free,
        prices=read_prices,
        price_text=price_text,
        windows=windows,
        times_text=times_text,
        who_for=text(eligible.get("eligibility")) or text(record.get("eligibility_description")),
        ages=(_whole_number(lowest), _whole_number(highest)),
        access=tuple(
            filter(None, (text(one.get("description", one.get("accessibility"))) for one in _access(at_locations)))
        ),
        languages=tuple(
            filter(None, (text(one.get("name", one.get("language"))) for one in _all(record, "languages")))
        ),
        dated_on=day(record.get("assured_date")) or day(record.get("last_modified")),
        closed=_closed(record),
        flags=(*flags, *price_flags, *time_flags, *_more(places)),
        problem="" if said_id and title else f"It has no {'id' if not said_id else 'name'}.",
    )


def _all(record: Any, name: str) -> list[Record]:
    found = record.get(name) if isinstance(record, dict) else None
    return (
        [found]
        if isinstance(found, dict)
        else [one for one in found or () if isinstance(one, dict)]
        if isinstance(found, list)
        else []
    )


def _first(record: Any, *names: str) -> Record:
    return next((one for name in names for one in _all(record, name)), {})


def _whole_number(value: float | None) -> int | None:
    return int(value) if value is not None and 0 < value < 150 else None


def _closed(record: Record) -> str:
    status = text(record.get("status")).casefold()
    return status if status in _CLOSED or status == "temporarily closed" else ""


def _more(places: Sequence[SaidPlace]) -> tuple[Flagged, ...]:
    others = [place for place in places[1:] if place.postcode != places[0].postcode]
    return (Flagged(Flag.MORE_PLACES, f"{len(others)} more"),) if others else ()


def _places(at: Record) -> list[SaidPlace]:
    found = []
    for location in (*_all(at, "location"), *_all(at, "locations")):
        if text(location.get("location_type")) == "virtual":
            continue
        address = _first(location, "addresses", "physical_addresses", "physical_address", "address")
        place = SaidPlace(
            name=text(location.get("name")),
            lines=tuple(filter(None, (text(address.get("address_1")), text(address.get("address_2"))))),
            town=text(address.get("city")),
            postcode=text(address.get("postal_code", address.get("postcode"))),
            latitude=number(location.get("latitude")),
            longitude=number(location.get("longitude")),
            masked=truth(location.get("mask_exact_address")) or False,
        )
        if not place.is_empty:
            found.append(place)
    return found


def _access(at_locations: Sequence[Record]) -> Iterator[Record]:
    for at in at_locations:
        for location in _all(at, "location"):
            for name in ("accessibility", "accessibility_for_disabilities"):
                yield from _all(location, name)


def _phone(*holders: Record) -> str:
    for holder in holders:
        for one in _all(holder, "phones"):
            if found := text(one.get("number")).strip("\"'"):
                return found
    return ""


def _terms(record: Record) -> tuple[str, ...]:
    names = []
    for name in ("attributes", "service_taxonomys", "service_taxonomies", "taxonomy_terms", "taxonomies"):
        for one in _all(record, name):
            term = _first(one, "taxonomy_term", "taxonomy") or one
            names.append(text(term.get("name", term.get("term"))))
    return tuple(dict.fromkeys(filter(None, names)))


def _cqc(organisation: Record) -> str:
    for one in _all(organisation, "organization_identifiers"):
        scheme = f"{one.get('identifier_scheme', '')} {one.get('identifier_type', '')}"
        if "cqc" in scheme.casefold() or "care quality" in scheme.casefold():
            return text(one.get("identifier"))
    return ""


def _prices(record: Record) -> tuple[tuple[SaidPrice, ...], str, tuple[Flagged, ...]]:
    """Prices read for certain, or the words for all of them, and flags; `free` for one price of nought alone."""
    options = _all(record, "cost_options")
    if not options:
        return (), "", ()
    said = [_price_words(one) for one in options]
    if len(options) == 1 and number(options[0].get("amount")) == 0 and not text(options[0].get("option")):
        return (), "free", ()
    read = [
        prices.described_price(one.get("amount"), text(one.get("amount_description")))
        for one in options
        if not text(one.get("option"))
    ]
    known = tuple(price for price in read if price is not None)
    if known and len(known) == len(options):
        return known, "", ()
    return (), "; ".join(filter(None, said)), ()


def _price_words(option: Record) -> str:
    amount = number(option.get("amount"))
    pounds = "" if amount is None else f"£{amount:.2f}".replace(".00", "")
    return " ".join(filter(None, (pounds, text(option.get("amount_description")), text(option.get("option")))))


def _schedules(record: Record, at_locations: Sequence[Record]) -> tuple[tuple[Any, ...], str, tuple[Flagged, ...]]:
    holders = (record, *at_locations)
    rows = [one for holder in holders for name in ("schedules", "regular_schedules") for one in _all(holder, name)]
    windows, words = [], []
    for one in rows:
        window = _window(one)
        if window is not None:
            windows.append(window)
        elif said := _time_words(one):
            words.append(said)
    unread = "; ".join(dict.fromkeys(words))
    flags = (Flagged(Flag.TIMES_KEPT_AS_TEXT, unread[:200]),) if unread else ()
    return tuple(dict.fromkeys(windows)), unread, flags


def _window(row: Record) -> Any:
    every, how_often = number(row.get("interval")), text(row.get("freq")).upper()
    if how_often not in {"", "WEEKLY"} or every not in (None, 0, 1):
        return None
    days = times.byday(row.get("byday"))
    if days is None and (named := times.weekday(text(row.get("weekday")))) is not None:
        days = (named,)
    return times.window(days or (), row.get("opens_at"), row.get("closes_at"))


def _time_words(row: Record) -> str:
    parts = [
        text(row.get(name)) for name in ("description", "freq", "byday", "weekday", "opens_at", "closes_at", "notes")
    ]
    return " ".join(dict.fromkeys(filter(None, parts)))
