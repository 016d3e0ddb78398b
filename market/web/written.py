"""Reading what a form must not leave out."""

from datetime import date, timedelta

from market.web.ask import Ask
from market.web.errors import NothingWritten

MOST_WORDS = 4000


def written(ask: Ask, field: str, missing: str) -> str:
    """What was written in a field, cut to a length that a person reads. Raises `NothingWritten`."""
    words = ask.typed(field)[:MOST_WORDS]
    if not words:
        raise NothingWritten(field, missing)
    return words


def date_written(ask: Ask, field: str, missing: str = "") -> date | None:
    """The date typed into the three boxes of a field. With `missing`, one must be there. Raises `NothingWritten`, with words
    for boxes that make no day."""
    parts = [ask.typed(f"{field}-{part}") for part in ("year", "month", "day")]
    if not any(parts):
        if missing:
            raise NothingWritten(field, missing)
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        raise NothingWritten(field, "That is no day of the calendar. Type it like 1 12 2026.") from None


def day_in(text: str) -> date | None:
    """The day in an address, such as 2026-12-03; None where it is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def monday_in(text: str, today: date) -> date:
    """The Monday of the week of a day in an address; of this week where there is none."""
    shown = day_in(text) or today
    try:
        return shown - timedelta(days=shown.weekday())
    except OverflowError:
        return today - timedelta(days=today.weekday())
