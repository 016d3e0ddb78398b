"""A provider's visits as a calendar for their own telephone. Pure.

A calendar is copied to servers of others, shown on a locked screen and shared with a family. So it carries no name, no need, no
kind of help, no street and no price: when, in which postcode district, and a link behind which whoever signs in sees the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event

ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class CalendarVisit:
    """One visit: its id, its instants, the district it is in, and whether it still stands."""

    id: str
    starts_at: datetime
    ends_at: datetime
    district: str = ""
    called_off: bool = False


def calendar_of(visits: Iterable[CalendarVisit], *, address: str, now: datetime) -> bytes:
    """The file. `address` is the site's own, for links and for ids that are alike each time."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Visits")
    calendar.add("refresh-interval", ASK_AGAIN, {"VALUE": "DURATION"})
    host = address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    for visit in visits:
        calendar.add_component(_event(visit, address, host, now))
    written: bytes = calendar.to_ical()
    return written


def _event(visit: CalendarVisit, address: str, host: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{visit.id}@{host}")
    event.add("dtstamp", now)
    event.add("dtstart", visit.starts_at)
    event.add("dtend", visit.ends_at)
    event.add("summary", "Visit called off" if visit.called_off else "Visit")
    if visit.district:
        event.add("location", visit.district)
    event.add("url", f"{address}/work/{visit.id}")
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if visit.called_off else "CONFIRMED")
    return event
