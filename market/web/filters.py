"""How money, distance and time are said on a page. Pure; every time is shown as London clocks show it."""

import re
from datetime import date, datetime
from hashlib import sha256

from market.core.money import Pence, pounds
from market.core.times import wall, wall_day

METRES_IN_A_MILE = 1609.344
DISC_COLOURS = 8
UNIT_WORDS = {
    "hour": "an hour",
    "visit": "a visit",
    "session": "a session",
    "night": "a night",
    "half_day": "a half day",
    "day": "a day",
    "live_in_day": "a live-in day",
    "week": "a week",
    "month": "a month",
    "mile": "a mile",
}
WITHOUT_A_PRICE = {
    "free": "Free",
    "funded": "Paid for by the council",
    "donation": "Give what you can",
}


def price(pence: Pence | None, unit: str = "hour") -> str:
    """A price with its unit: "£17 an hour", "Free", "Ask for a price" where none is given."""
    if unit in WITHOUT_A_PRICE:
        return WITHOUT_A_PRICE[unit]
    if pence is None:
        return "Ask for a price"
    if pence == 0:
        return "Free"
    return f"{pounds(pence)} {UNIT_WORDS.get(unit, 'a ' + unit)}"


def miles(metres: float | None) -> str:
    """A straight-line distance as people say it: "about 2 miles". Under half a mile is said as such; None is no distance."""
    if metres is None:
        return "by phone or online"
    whole = metres / METRES_IN_A_MILE
    if whole < 0.5:
        return "less than half a mile"
    halves = round(whole * 2)
    if halves <= 2:
        return "about a mile"
    if halves < 6 and halves % 2:
        return f"about {halves // 2}½ miles"
    return f"about {round(whole)} miles"


def local_day(moment: date | datetime) -> date:
    """The London date of an instant, or the date itself."""
    return wall_day(moment) if isinstance(moment, datetime) else moment


def day(moment: date | datetime) -> str:
    """ "Tuesday 1 December"."""
    shown = local_day(moment)
    return f"{shown:%A} {shown.day} {shown:%B}"


def short_day(moment: date | datetime) -> str:
    """ "Tue 1 Dec"."""
    shown = local_day(moment)
    return f"{shown:%a} {shown.day} {shown:%b}"


def full_date(moment: date | datetime) -> str:
    """ "1 December 2026"."""
    shown = local_day(moment)
    return f"{shown.day} {shown:%B} {shown.year}"


def month(moment: date | datetime) -> str:
    """ "March 2026"."""
    return f"{local_day(moment):%B %Y}"


def clock(moment: datetime) -> str:
    """ "9am", "9:30am", "midday", "midnight"."""
    shown = wall(moment)
    if shown.minute == 0 and shown.hour in (0, 12):
        return "midday" if shown.hour else "midnight"
    minutes = f":{shown.minute:02d}" if shown.minute else ""
    return f"{shown.hour % 12 or 12}{minutes}{'pm' if shown.hour >= 12 else 'am'}"


def hours(start: datetime, end: datetime) -> str:
    """ "9am to 10am"."""
    return f"{clock(start)} to {clock(end)}"


def period(start: datetime, end: datetime) -> str:
    """ "Tuesday 1 December, 9am to 10am". A night names the day it begins on, and where it ends."""
    if local_day(start) == local_day(end) or (clock(end) == "midnight" and (end - start).days < 1):
        return f"{day(start)}, {hours(start, end)}"
    return f"{day(start)}, {clock(start)} to {clock(end)} on {day(end)}"


def moment(instant: datetime) -> str:
    """ "Tuesday 1 December at 9am"."""
    return f"{day(instant)} at {clock(instant)}"


def near_day(shown: date | datetime, today: date) -> str:
    """ "today", "tomorrow", "this Thursday" within the week, else "Tuesday 1 December"."""
    day_shown = local_day(shown)
    ahead = (day_shown - today).days
    if ahead in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[ahead]
    return f"this {day_shown:%A}" if 1 < ahead < 7 else day(day_shown)


def band(moment: datetime) -> str:
    """The part of the day it begins in: morning, afternoon, evening or night (10pm to 6am)."""
    hour = wall(moment).hour
    if hour < 6 or hour >= 22:
        return "night"
    return "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"


def clock_hours(moment: datetime) -> float:
    """Hours since London's midnight, for drawing: 9:30 is 9.5."""
    shown = wall(moment)
    return shown.hour + shown.minute / 60


def initials(name: str) -> str:
    """Up to two letters for a disc: "Priya Nair" -> "PN", "The Shed" -> "TS"."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    letters = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in letters).upper()


def disc(name: str) -> str:
    """The class of somebody's disc: always the same soft colour for the same name."""
    return f"disc--{int(sha256(name.encode()).hexdigest(), 16) % DISC_COLOURS + 1}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 visit", "3 visits"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_GURMUKHI, _POLISH = re.compile(r"[\u0a00-\u0a7f]"), re.compile(r"[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]")


def language_of(line: str) -> str:
    """The language code of a line of a chat, where it is plainly another than English: a screen reader then says it right."""
    if _GURMUKHI.search(line):
        return "pa"
    return "pl" if len(_POLISH.findall(line)) > 1 else ""


FILTERS = {
    "language_of": language_of,
    "pounds": pounds,
    "price": price,
    "miles": miles,
    "day": day,
    "short_day": short_day,
    "full_date": full_date,
    "month": month,
    "clock": clock,
    "hours": hours,
    "period": period,
    "moment": moment,
    "near_day": near_day,
    "band": band,
    "clock_hours": clock_hours,
    "local_day": local_day,
    "initials": initials,
    "disc": disc,
    "counted": counted,
}
