"""Hounslow Connect's batch upload: `service.csv` with `organisation.csv`, `location.csv` and `service_location.csv` beside it."""

from collections.abc import Iterator, Mapping

from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.tables import Row, rows
from providers.interchange.entry import Entry, SaidPlace
from providers.interchange.errors import FileUnreadable
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading import prices
from providers.interchange.reading.ages import ages_in
from providers.interchange.reading.words import paragraphs, text, truth, web_address

_OF_THE_DIRECTORY = frozenset({"https://onehounslowconnect.london"})
"""Put where a service has no page of its own: it leads to the council's directory, not to them."""
_SOCIAL = ("Social Medias - Facebook", "Social Medias - Twitter")


def read(files: Bundle, _mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every service. Raises `FileUnreadable` where a file of the four is not there."""
    found = {name: files.find(f"{name}.csv") for name in ("service", "organisation", "location", "service_location")}
    if missing := [f"{name}.csv" for name, there in found.items() if not there]:
        raise FileUnreadable(files.name, f"{', '.join(missing)} must be beside it")
    organisations = {row["ID"]: row for row in rows(files, found["organisation"])}
    locations = {row["ID"]: row for row in rows(files, found["location"])}
    links: dict[str, list[str]] = {}
    for row in rows(files, found["service_location"]):
        links.setdefault(row["Service ID"], []).append(row["Location ID"])
    for row in rows(files, found["service"]):
        yield entry(row, organisations, locations, links.get(row.get("ID", ""), []))


def entry(row: Row, organisations: Mapping[str, Row], locations: Mapping[str, Row], linked: list[str]) -> Entry:
    """One service with its organisation and its first known location."""
    key, title = row.get("ID", ""), text(row.get("Name"))
    owner = organisations.get(row.get("Organisation ID", ""), {})
    intro, description = paragraphs(row.get("Intro")), paragraphs(row.get("Description"))
    whole = description if intro in description else f"{intro}\n{description}"
    free, read_prices, price_text, flags = prices.read_prices(
        truth(row.get("Is Free")), paragraphs(row.get("Fees Text")), whole
    )
    known = [locations[one] for one in linked if one in locations]
    ages = text(row.get("Critera - Age Group", row.get("Criteria - Age Group")))
    return Entry(
        source_id=key,
        title=title,
        organisation=text(owner.get("Name")),
        organisation_id=row.get("Organisation ID", ""),
        description=whole,
        url=_page(row, owner),
        place=place_of(known[0]) if known else SaidPlace(),
        free=free,
        prices=read_prices,
        price_text=price_text,
        who_for="; ".join(filter(None, (ages, *_criteria(row)))),
        ages=ages_in(ages),
        closed="" if row.get("Status", "active").casefold() == "active" else text(row.get("Status")),
        flags=(*flags, *_location_flags(linked, known)),
        problem="" if key and title else f"It has no {'Name' if key else 'ID'}.",
    )


def place_of(row: Row) -> SaidPlace:
    """A row of `location.csv`."""
    lines = tuple(filter(None, (text(row.get(f"Address Line {number}")) for number in (1, 2, 3))))
    return SaidPlace(lines=lines, town=text(row.get("City")), postcode=text(row.get("Postcode")))


def _page(row: Row, owner: Row) -> str:
    for said in (row.get("URL"), owner.get("URL"), *(row.get(name) for name in _SOCIAL)):
        address = web_address(said)
        if address and address.rstrip("/") not in _OF_THE_DIRECTORY:
            return address
    return ""


def _criteria(row: Row) -> Iterator[str]:
    for name, value in row.items():
        if name.startswith(("Criteria", "Critera")) and "Age Group" not in name and text(value):
            yield text(value)


def _location_flags(linked: list[str], known: list[Row]) -> Iterator[Flagged]:
    if len(known) < len(linked):
        yield Flagged(Flag.LOCATION_MISSING)
    if len(known) > 1:
        yield Flagged(Flag.MORE_PLACES, f"{len(known) - 1} more")
