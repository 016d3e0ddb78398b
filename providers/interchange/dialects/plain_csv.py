"""Plain CSV: any table of services, once somebody has said which column is which."""

from collections.abc import Iterator, Mapping

from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.tables import Row, header, rows
from providers.interchange.entry import Entry, SaidPlace
from providers.interchange.errors import ColumnsNotMapped
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading import prices, times
from providers.interchange.reading.ages import ages_in
from providers.interchange.reading.words import (
    day,
    email_address,
    number,
    paragraphs,
    several,
    text,
    truth,
    web_address,
)

FIELDS: Mapping[str, str] = {
    # field: what it is called on the page where columns are chosen
    "title": "Name of the service",
    "organisation": "Who runs it",
    "description": "What it is",
    "id": "Its number or id in your list",
    "postcode": "Postcode",
    "address": "Address",
    "town": "Town",
    "phone": "Telephone",
    "email": "E-mail",
    "url": "Web address",
    "price": "What it costs, in words",
    "free": "Whether it is free (yes or no)",
    "times": "When it is, in words",
    "categories": "Categories (several, with ; between)",
    "who_for": "Whom it is for",
    "access": "Access",
    "languages": "Languages",
    "checked_on": "The day it was last checked",
    "latitude": "Latitude",
    "longitude": "Longitude",
}
NEEDED = ("title",)
_USUAL: Mapping[str, tuple[str, ...]] = {
    "title": ("name", "service name", "title", "service", "activity", "group"),
    "organisation": ("organisation", "organization", "provider", "organisation name", "run by", "organiser"),
    "description": ("description", "details", "about", "summary", "what"),
    "id": ("id", "ref", "reference", "service id", "no", "number"),
    "postcode": ("postcode", "post code", "postal code", "postal_code"),
    "address": ("address", "address 1", "address line 1", "venue", "street"),
    "town": ("town", "city", "locality"),
    "phone": ("phone", "telephone", "tel", "phone number", "contact number"),
    "email": ("email", "e-mail", "email address"),
    "url": ("website", "url", "web", "web address", "link"),
    "price": ("cost", "price", "fees", "fee", "charges", "costs"),
    "free": ("free", "is free"),
    "times": ("when", "times", "day and time", "opening hours", "schedule", "days"),
    "categories": ("category", "categories", "type", "taxonomy", "tags"),
    "who_for": ("who for", "who is it for", "eligibility", "audience", "ages", "age group"),
    "access": ("access", "accessibility"),
    "languages": ("languages", "language"),
    "checked_on": ("last updated", "updated", "last checked", "date checked", "reviewed"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
}


def guess(columns: tuple[str, ...]) -> dict[str, str]:
    """Which column is probably which field, by the usual names. Offered to a person, never used unseen."""
    by_name = {column.casefold().replace("_", " ").strip(): column for column in columns}
    found = ((name, next((by_name[usual] for usual in _USUAL[name] if usual in by_name), "")) for name in FIELDS)
    return {name: column for name, column in found if column}


def read(files: Bundle, mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every row, by a mapping of field to column. Raises `ColumnsNotMapped`, saying which columns there are."""
    name = files.main or next(
        (one for one in files.names() if one.endswith((".csv", ".tsv", ".txt"))), files.names()[0]
    )
    columns = header(files, name)
    wrong = next((column for column in mapping.values() if column not in columns), "")
    if wrong or any(field not in mapping for field in NEEDED) or any(field not in FIELDS for field in mapping):
        raise ColumnsNotMapped(columns, wrong)
    for place, row in enumerate(rows(files, name), start=2):
        yield entry({field: row.get(column, "") for field, column in mapping.items()}, place)


def entry(row: Row, place: int) -> Entry:
    """One row. Without an id of its own, name, organisation and postcode stand for one."""
    title, organisation = text(row.get("title")), text(row.get("organisation"))
    postcode = text(row.get("postcode"))
    key = text(row.get("id")) or "|".join((title, organisation, postcode)).casefold()
    description = paragraphs(row.get("description"))
    free, read_prices, price_text, flags = prices.read_prices(
        truth(row.get("free")), text(row.get("price")), description
    )
    when = text(row.get("times"))
    window = times.weekly_words(when) if when else None
    if when and window is None:
        flags = (*flags, Flagged(Flag.TIMES_KEPT_AS_TEXT, when[:200]))
    if row.get("url") and not web_address(row.get("url")):
        flags = (*flags, Flagged(Flag.ADDRESS_OF_WEB_UNUSABLE, text(row.get("url"))[:200]))
    if row.get("checked_on") and day(row.get("checked_on")) is None:
        flags = (*flags, Flagged(Flag.FIELD_UNREADABLE, text(row.get("checked_on"))[:80]))
    who_for = text(row.get("who_for"))
    return Entry(
        source_id=key,
        title=title,
        organisation=organisation,
        organisation_id=organisation.casefold(),
        description=description,
        url=web_address(row.get("url")),
        email=email_address(row.get("email")),
        phone=text(row.get("phone")),
        terms=several(row.get("categories"), ";,"),
        place=SaidPlace(
            lines=several([row.get("address")]),
            town=text(row.get("town")),
            postcode=postcode,
            latitude=number(row.get("latitude")),
            longitude=number(row.get("longitude")),
        ),
        free=free,
        prices=read_prices,
        price_text=price_text,
        windows=(window,) if window else (),
        times_text="" if window else when,
        who_for=who_for,
        ages=ages_in(who_for),
        access=several(row.get("access")),
        languages=several(row.get("languages"), ";,"),
        dated_on=day(row.get("checked_on")),
        flags=flags,
        problem="" if title else f"Line {place} has no name.",
    )
