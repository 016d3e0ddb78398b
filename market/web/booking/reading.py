"""From what was typed to days and times, and what is wrong with it, page by page. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from market.bookings.rules import LONGEST_RUN, WEEKDAYS, Wish, last_day
from market.web.booking.draft import DATES, FORTNIGHTLY, LONGEST_NOTE, MOST_DATES, WEEKLY, Draft
from market.web.filters import day, full_date

Problems = dict[str, str]

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_NOON = 12
LONGEST_NIGHT = timedelta(hours=16)  # a longer one is a slip: an end typed before its beginning


def read_clock(typed: str) -> time | None:
    """A time of day as people type it: "09:30", "9.30", "9am", "2 pm". None when it is not one."""
    found = _CLOCK.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_date(boxes: Mapping[str, str]) -> date | None:
    """A date from its three boxes. A year of two figures is in this century. None when it is not a date."""
    try:
        year = int(boxes["year"])
        return date(year + 2000 if year < 100 else year, int(boxes["month"]), int(boxes["day"]))
    except (KeyError, ValueError):
        return None


def dates_of(draft: Draft) -> tuple[date, ...]:
    """The single dates that were typed and can be read."""
    found = (read_date(draft.date_boxes(f"on{n}")) for n in range(1, MOST_DATES + 1))
    return tuple(sorted({one for one in found if one is not None}))


def is_weekly(draft: Draft) -> bool:
    """Whether visits come round week by week, rather than on single dates."""
    return draft.one("often") in (WEEKLY, FORTNIGHTLY)


def wish_of(draft: Draft) -> Wish | None:
    """The wish, once every page was answered. None when something is missing."""
    start, end = read_clock(draft.one("start")), read_clock(draft.one("end"))
    if start is None or end is None:
        return None
    if draft.one("often") == DATES:
        dates = dates_of(draft)
        return Wish(dates[0], start, end, dates=dates) if dates else None
    first, until = read_date(draft.date_boxes("from")), read_date(draft.date_boxes("until"))
    weekdays = tuple(one for one in WEEKDAYS if one in draft.many("days"))
    if first is None or not weekdays:
        return None
    return Wish(first, start, end, weekdays, until, 2 if draft.one("often") == FORTNIGHTLY else 1)


def problems(step: str, draft: Draft, today: date) -> Problems:
    """What to put right on one page, by field. Empty when it can be read."""
    return _CHECKS[step](draft, today) if step in _CHECKS else {}


def _who(draft: Draft, _today: date) -> Problems:
    return {} if draft.one("person") else {"person": "Choose who the visits are for."}


def _kind(draft: Draft, _today: date) -> Problems:
    return {} if draft.one("kind") else {"kind": "Choose what the help is for."}


def _workers(draft: Draft, _today: date) -> Problems:
    return {} if draft.one("workers") in ("1", "2") else {"workers": "Choose how many people should come."}


def _often(draft: Draft, _today: date) -> Problems:
    known = draft.one("often") in (WEEKLY, FORTNIGHTLY, DATES)
    return {} if known else {"often": "Choose how often."}


def _days(draft: Draft, _today: date) -> Problems:
    return {} if set(draft.many("days")) & set(WEEKDAYS) else {"days": "Tick at least one day."}


def _dates(draft: Draft, today: date) -> Problems:
    found: Problems = {}
    for n in range(1, MOST_DATES + 1):
        boxes = draft.date_boxes(f"on{n}")
        if any(boxes.values()):
            found |= _a_date(f"on{n}", read_date(boxes), today)
    return found if found or dates_of(draft) else {"on1": "Type a date, such as 1 12 2026."}


def _times(draft: Draft, _today: date) -> Problems:
    found: Problems = {}
    start, end = read_clock(draft.one("start")), read_clock(draft.one("end"))
    if start is None:
        found["start"] = "Type when a visit begins, such as 09:00."
    if end is None:
        found["end"] = "Type when a visit ends, such as 10:00."
    if start is not None and start == end:
        found["end"] = "A visit must end after it begins."
    elif start is not None and end is not None and end < start and _length(start, end) > LONGEST_NIGHT:
        found["end"] = "This is before the visit begins. Look at both times again."
    return found


def _length(start: time, end: time) -> timedelta:
    """How long a night is by the clock on the wall."""
    day_of = date(2026, 1, 5)
    return datetime.combine(day_of + timedelta(days=1), end) - datetime.combine(day_of, start)


def _when(draft: Draft, today: date) -> Problems:
    first, until = read_date(draft.date_boxes("from")), read_date(draft.date_boxes("until"))
    found = _a_date("from", first, today)
    if until is None:
        found["until"] = "Type the last day, such as 26 2 2027."
    elif "from" in found or first is None:
        return found
    elif until < first:
        found["until"] = "The last day comes before the first. Choose a later one."
    elif until > last_day(Wish(first, time(9), time(10))):
        weeks = LONGEST_RUN.days // 7
        latest = full_date(last_day(Wish(first, time(9), time(10))))
        found["until"] = f"We book {weeks} weeks at most, so until {latest}. Before it ends you can ask for more."
    return found


def _a_date(name: str, read: date | None, today: date) -> Problems:
    if read is None:
        return {name: "We cannot read that date. Type a day, a month and a year, such as 1 12 2026."}
    if read >= today:
        return {}
    year = f" {read.year}" if read.year != today.year else ""
    return {name: f"{day(read)}{year} has gone. Choose a day that is still to come."}


def _note(draft: Draft, _today: date) -> Problems:
    over = len(draft.one("note")) - LONGEST_NOTE
    return {"note": f"That is {over} letters too long. Say only what they need to know."} if over > 0 else {}


_CHECKS: Mapping[str, Callable[[Draft, date], Problems]] = {
    "who": _who,
    "kind": _kind,
    "workers": _workers,
    "often": _often,
    "days": _days,
    "dates": _dates,
    "times": _times,
    "when": _when,
    "note": _note,
}
