"""The events of a calendar file, read within bounds. Pure.

A calendar may bring definitions of time zones with it. They are not read: the library would keep them for every other
calendar in the process, and a definition that changes each second would never be done with. A zone is known by its name.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from icalendar import Calendar
from icalendar.parser import Contentline, Contentlines

from providers.interchange.errors import CalendarUnreadable

MOST_BYTES = 1024 * 1024
MOST_EVENTS = 3_000
MOST_LINES = 60_000
_BEGIN = b"BEGIN:VEVENT"
_DEEPEST = 200
_ZONE = "VTIMEZONE"
_OF_LONDON = ("london", "dublin, edinburgh")


def events_of(content: bytes) -> list[Any]:
    """Every event of a file. Raises `CalendarUnreadable` for what is no calendar, or too large a one."""
    if len(content) > MOST_BYTES:
        raise CalendarUnreadable("It is larger than 1 MB. Share a calendar with fewer old events.")
    if content.count(_BEGIN) > MOST_EVENTS or content.count(b"BEGIN:") - content.count(b"END:") > _DEEPEST:
        raise CalendarUnreadable(f"It has more than {MOST_EVENTS:,} events. Share a calendar with fewer old events.")
    if max(content.count(b"\n"), content.count(b"\r")) > MOST_LINES:
        raise CalendarUnreadable("It is too long for us to read. Share a calendar with fewer old events.")
    try:
        lines = Contentlines.from_ical(content)  # type: ignore[no-untyped-call]
        calendars = Calendar.from_ical(list(_without_zones(lines)), multiple=True)  # type: ignore[call-overload]
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        if not calendars:
            raise ValueError("it has no end")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as trouble:
        raise CalendarUnreadable("It is not a calendar file (.ics).") from trouble
    if len(events) > MOST_EVENTS:
        raise CalendarUnreadable(f"It has more than {MOST_EVENTS:,} events. Share a calendar with fewer old events.")
    return events


def _without_zones(lines: Iterable[Contentline]) -> Iterator[Contentline]:
    inside = 0
    for line in lines:
        mark, name = _mark(line)
        opens_zone = mark == "BEGIN" and name == _ZONE
        if inside or opens_zone:
            inside += {"BEGIN": 1, "END": -1}.get(mark, 0)
        else:
            yield line


def _mark(line: Contentline) -> tuple[str, str]:
    """`BEGIN` or `END` and of what; neither for any other line."""
    if not line[:5].upper().startswith(("BEGIN", "END")):
        return "", ""
    mark, _, name = line.parts()
    return mark.upper(), name.upper()


def has_unknown_zone(event: Any) -> bool:
    """Whether its begin or end names a time zone that nobody knows: then nobody can say when it is."""
    return any(_is_unknown(event.get(name)) for name in ("DTSTART", "DTEND", "RECURRENCE-ID"))


def _is_unknown(said: Any) -> bool:
    zone = str(getattr(said, "params", {}).get("TZID", "")) if said is not None else ""
    if not zone or getattr(said.dt, "tzinfo", None) is not None:
        return False
    return not any(name in zone.casefold() for name in _OF_LONDON)  # a time without a zone is taken as London's
