"""Suffolk's activities: JSON lines, one series of dates each, as `suffolk-events` has them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from matching.offering import Window
from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.open_referral import plain, records
from providers.interchange.entry import Entry, SaidPlace
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading import prices, times
from providers.interchange.reading.ages import ages_in
from providers.interchange.reading.words import day, number, paragraphs, several, text, truth

DATES_SHOWN = 6


def read(files: Bundle, _mapping: Mapping[str, str]) -> Iterator[Entry]:
    """Every series. Raises `FileUnreadable` for what is not JSON lines."""
    name = files.main or next(
        (one for one in files.names() if one.endswith((".jsonl", ".ndjson", ".json"))), files.names()[0]
    )
    with files.opened(name) as lines:
        for record in records(lines, files.name):
            yield entry(record)


def entry(record: Mapping[str, Any]) -> Entry:
    """One series of dates."""
    key, title = text(record.get("series_id")), text(record.get("title"))
    summary, description = paragraphs(record.get("summary")), paragraphs(record.get("description"))
    whole = description if summary and summary in description else "\n".join(filter(None, (summary, description)))
    said_free = truth(record.get("free"))
    free, read, price_text, flags = prices.read_prices(said_free, text(record.get("cost_details")), whole)
    windows, times_text, time_flags, last = _when(record)
    who_for = "; ".join(several(record.get("attendance")))
    slug = text(record.get("organiser"))
    return Entry(
        source_id=key,
        title=title,
        organisation=name_of(slug),
        organisation_id=slug,
        description=whole,
        terms=several(record.get("categories")),
        place=SaidPlace(
            name=text(record.get("venue")),
            lines=several([record.get("address_1"), record.get("address_2")]),
            town=text(record.get("town")),
            postcode=text(record.get("postcode")),
            latitude=number(record.get("lat")),
            longitude=number(record.get("lon")),
        ),
        online=truth(record.get("virtual")) or False,
        free=free,
        prices=read,
        price_text=price_text,
        windows=windows,
        times_text=times_text,
        who_for=who_for,
        ages=ages_in(who_for),
        access=_access(record),
        last_day=last,
        flags=(*flags, *time_flags),
        problem="" if key and title else f"It has no {'title' if key else 'series_id'}.",
    )


def name_of(slug: str) -> str:
    """`suffolk-community-libraries` -> "Suffolk Community Libraries": the same words, as a name is written."""
    return " ".join(part[:1].upper() + part[1:] for part in slug.split("-") if part)


def _access(record: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        line.removeprefix("- ")
        for said in record.get("accessibility") or ()
        for line in paragraphs(said).splitlines()
        if line
    )


def _when(record: Mapping[str, Any]) -> tuple[tuple[Window, ...], str, tuple[Flagged, ...], date | None]:
    """The weekly window of a weekly series; otherwise its dates and times as words. And its last date."""
    days = sorted(found for one in record.get("dates") or () if (found := day(one)))
    last = days[-1] if days else None
    starts, ends, weekday = record.get("starts_at"), record.get("ends_at"), times.weekday(record.get("weekday"))
    window = times.window(() if weekday is None else (weekday,), starts, ends)
    words = " ".join(filter(None, (text(record.get("weekday")), text(starts), "to", text(ends)))) if starts else ""
    if window is not None and times.is_weekly(days):
        return (window,), "", (), last
    if window is not None and days:
        return (), f"{words}, on {_dates(days)}", (), last
    flag = Flagged(Flag.TIMES_KEPT_AS_TEXT, words or text(record.get("dates")))
    return (), f"{words}, on {_dates(days)}" if days else words, (flag,), last


def _dates(days: Sequence[date]) -> str:
    shown = [f"{one.day} {one:%B %Y}" for one in days[-DATES_SHOWN:]]
    more = f" (and {len(days) - DATES_SHOWN} earlier)" if len(days) > DATES_SHOWN else ""
    return ", ".join(plain(shown)) + more
