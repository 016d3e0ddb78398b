"""Outpost's bulk CSV, as Buckinghamshire and others send it: a service on one row, and what it has more of on rows below.

Rows with an `import_id_reference` belong to the service with that `import_id`: a second contact, place, price, time or
note. Contacts whose `contact_visible` is not TRUE are private and are not read at all, nor are notes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matching.offering import Window
from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.tables import Row, rows
from providers.interchange.entry import Entry, SaidPlace, SaidPrice
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading import prices, times
from providers.interchange.reading.words import (
    email_address,
    number,
    paragraphs,
    several,
    text,
    truth,
    web_address,
)

_HELD_BACK = "The source marks it as not approved or not visible."


def read(files: Bundle, _mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every service, each with the rows that belong to it, in the order of the file."""
    name = files.main or next((one for one in files.names() if one.endswith(".csv")), files.names()[0])
    whole: dict[str, list[Row]] = {}
    for place, row in enumerate(rows(files, name), start=2):
        own = row.get("import_id", "") or f"line {place}"
        whole.setdefault(row.get("import_id_reference", "") or own, []).append(row)
    for key, found in whole.items():
        yield entry(key, found)


def entry(key: str, found: Sequence[Row]) -> Entry:
    """One service: its own row first, and those that belong to it."""
    main = found[0]
    title = text(main.get("name"))
    contact = next((row for row in found if truth(row.get("contact_visible")) and row.get("contact_name")), {})
    places = [
        place
        for row in found
        if truth(row.get("location_visible")) is not False and not (place := _place(row)).is_empty
    ]
    free, read_prices, price_text, price_flags = _prices(main, found)
    windows, times_text, time_flags = _times(found)
    open_to = several(main.get("suitabilities"), ";")
    return Entry(
        source_id=key,
        title=title,
        organisation=text(main.get("organisation")),
        organisation_id=text(main.get("organisation")).casefold(),
        description=paragraphs(main.get("description")),
        url=web_address(main.get("url")),
        email=email_address(contact.get("contact_email")),
        phone=text(contact.get("contact_phone")),
        terms=(*several(main.get("service_taxonomies")), *open_to),
        place=places[0] if places else SaidPlace(),
        free=free,
        prices=read_prices,
        price_text=price_text,
        windows=windows,
        times_text=times_text,
        who_for="; ".join(open_to),
        ages=(_age(main.get("min_age")), _age(main.get("max_age"))),
        access=tuple(dict.fromkeys(one for row in found for one in several(row.get("location_accessibilities")))),
        closed="temporarily closed" if truth(main.get("temporarily_closed")) else "",
        flags=(*price_flags, *time_flags, *_more(places)),
        problem=_problem(main, title),
    )


def _problem(main: Row, title: str) -> str:
    if main.get("import_id_reference"):
        return "It belongs to a service that is not in the file."
    if not title:
        return "It has no name."
    held = truth(main.get("approved")) is False or truth(main.get("visible")) is False
    return _HELD_BACK if held else ""


def _age(value: Any) -> int | None:
    found = number(value)
    return int(found) if found else None


def _place(row: Row) -> SaidPlace:
    return SaidPlace(
        name=text(row.get("location_name")),
        lines=several([row.get("location_address_1")]),
        town=text(row.get("location_city")),
        postcode=text(row.get("location_postcode")),
        latitude=number(row.get("location_latitude")),
        longitude=number(row.get("location_longitude")),
        masked=truth(row.get("mask_exact_address")) or False,
    )


def _more(places: Sequence[SaidPlace]) -> Iterator[Flagged]:
    if len(places) > 1:
        yield Flagged(Flag.MORE_PLACES, f"{len(places) - 1} more")


def _prices(main: Row, found: Sequence[Row]) -> tuple[bool | None, tuple[SaidPrice, ...], str, tuple[Flagged, ...]]:
    """A price that holds for some alone ("OAP") is words, not the price on the card."""
    options = [row for row in found if row.get("cost_amount") or row.get("cost_option")]
    certain = [
        prices.described_price(row["cost_amount"], row.get("cost_type", ""))
        for row in options
        if not row.get("cost_option")
    ]
    known = tuple(price for price in certain if price is not None)
    if known and len(known) == len(options):
        return prices.read_prices(truth(main.get("free")), "", "", known)
    words = "; ".join(_price_words(row) for row in options)
    return prices.read_prices(truth(main.get("free")), words, paragraphs(main.get("description")))


def _price_words(row: Row) -> str:
    amount = number(row.get("cost_amount"))
    pounds = "" if amount is None else f"£{amount:.2f}".replace(".00", "")
    who = text(row.get("cost_option"))
    return " ".join(filter(None, (pounds, text(row.get("cost_type")), f"({who})" if who else "")))


def _times(found: Sequence[Row]) -> tuple[tuple[Window, ...], str, tuple[Flagged, ...]]:
    windows, unread = [], []
    for row in found:
        said = [row.get(name, "") for name in ("scheduled_weekday", "schedules_opens_at", "schedules_closes_at")]
        if not any(said):
            continue
        day = times.weekday(said[0])
        window = times.window(() if day is None else (day,), said[1], said[2])
        if window is None:
            unread.append(" ".join(filter(None, said)))
        else:
            windows.append(window)
    words = "; ".join(unread)
    return tuple(windows), words, (Flagged(Flag.TIMES_KEPT_AS_TEXT, words),) if words else ()
