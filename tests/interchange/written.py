"""Formats that the schema library leaves unchecked unless it is told how."""

from collections.abc import Callable
from datetime import date, datetime
from urllib.parse import urlsplit


def _uri(value: object) -> bool:
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    return bool(parts.scheme and parts.netloc) and " " not in value


def _instant(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _day(value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(date.fromisoformat(value))
    except ValueError:
        return False


def checks() -> dict[str, Callable[[object], bool]]:
    """What to check for each format."""
    return {"uri": _uri, "date-time": _instant, "date": _day}


def ics(*events: str, zones: str = "") -> bytes:
    """A calendar of these events, each the lines inside it."""
    inside = "".join(
        f"BEGIN:VEVENT\r\nUID:u{number}\r\n{event}\r\nEND:VEVENT\r\n" for number, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{inside}END:VCALENDAR\r\n".encode()
