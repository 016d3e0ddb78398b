"""What single turns of phrase mean: days resolved from the day they were written.

Rules of reading ("next Tuesday", "a week on Friday", a weekday said on that weekday) are those of the annotation
rules of the understanding set. What could mean two days gives no date and is marked unsure.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.understanding.named_days import named_day, next_bank_holiday

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = str.split("january february march april may june july august september october november december")
DAY = "(?:" + "|".join(DAY_NAMES) + ")"
MONTH = "(?:" + "|".join(MONTHS) + ")"
_COUNT = {"one": 1, "a": 1, "two": 2, "couple of": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6}
SPAN = r"(?:week|fortnight|(?:two|2|three|3|four|4|six|6) weeks)"
COUNT_WORD = r"(?:\d{1,2}|a couple of|couple of|one|a|two|three|four|five|six)"
ORDINALS = {
    word: n
    for n, word in enumerate(
        str.split(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}
ORDINALS |= {f"twenty {word}": 20 + n for word, n in list(ORDINALS.items())[:9]} | {
    "thirtieth": 30,
    "thirty first": 31,
}
ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"


@dataclass(frozen=True)
class DayMention:
    """One stretch of `plain` that names days.

    `dates` are single days; `until` ends a range that begins at the one date; `weekdays` and `repeat` are standing days.
    `names`: the weekdays (Monday is 0), where nothing else was told of the days. `unsure` marks a day that could be two, which
    are `either`. `part` is the part of day that the same words carry.
    """

    start: int
    end: int
    dates: tuple[date, ...] = ()
    until: date | None = None
    weekdays: tuple[str, ...] = ()
    repeat: str = ""
    part: str = ""
    unsure: bool = False
    either: tuple[date, ...] = ()
    weekday_only: int | None = None
    names: tuple[int, ...] = ()
    bare_day: int | None = None


@dataclass(frozen=True)
class Reader:
    """What resolving needs: the moment, and whether days are looked for in the past."""

    now: datetime
    backward: bool

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def small_hours(self) -> bool:
        return self.now.hour < 4

    def coming(self, weekday: int) -> date:
        """The first such weekday after today, or the last before it."""
        if self.backward:
            return self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)


Found = dict[str, object]


def _days(*dates: date, part: str = "") -> Found:
    return {"dates": dates, "part": part}


def relative(m: re.Match[str], r: Reader) -> Found:
    word = m.group()
    if word.startswith("tonight") and r.small_hours:
        return {"unsure": True, "either": (r.today, r.today - timedelta(days=1))}
    if word.startswith("tomorrow") and r.small_hours:
        return {"unsure": True, "either": (r.today, r.today + timedelta(days=1))}
    if word.startswith("day after tomorrow"):
        return _days(r.today + timedelta(days=2))
    if word.startswith("day before"):
        return _days(r.today - timedelta(days=2))
    if word.startswith("tomorrow"):
        return _days(r.today + timedelta(days=1), part="evening" if word.endswith("night") else "")
    if word.startswith(("yesterday", "last night")):
        return _days(r.today - timedelta(days=1), part="night" if word == "last night" else "")
    part = "evening" if word == "tonight" else word.split()[-1].removesuffix("s") if word.startswith("this ") else ""
    return _days(r.today, part=part)


def from_now(m: re.Match[str], r: Reader) -> Found:
    span = 14 if m["span"] == "fortnight" else 7 * _weeks_of(m["span"])
    anchor = m["anchor"]
    if anchor == "today":
        return _days(r.today + timedelta(days=span))
    if anchor == "tomorrow":
        return {"unsure": True} if r.small_hours else _days(r.today + timedelta(days=span + 1))
    return _days(replace(r, backward=False).coming(DAY_NAMES.index(anchor)) + timedelta(days=span))


def _weeks_of(span: str) -> int:
    word = span.split()[0]
    return int(word) if word.isdigit() else _COUNT.get(word, 1)


def in_next_week(m: re.Match[str], r: Reader) -> Found:
    """ "Monday next week" is that day of the Monday-to-Sunday week after this one."""
    monday = r.today + timedelta(days=7 - r.today.weekday())
    return _days(monday + timedelta(days=DAY_NAMES.index(m["of_next"] or m["of_next2"])))


def last_of_the_month(m: re.Match[str], r: Reader) -> Found:
    month = MONTHS.index(m["end_of"]) + 1 if m["end_of"] else r.today.month
    year = r.today.year + (month < r.today.month)
    return _days(date(year, month, calendar.monthrange(year, month)[1]))


def nth_of_the_month(m: re.Match[str], r: Reader) -> Found:
    """ "The first Monday of December", "the last Friday of next month"; of every month names no one day."""
    if not (m["nth_next"] or m["nth_month"]):
        return {}
    month = MONTHS.index(m["nth_month"]) + 1 if m["nth_month"] else r.today.month % 12 + 1
    year = r.today.year + (month < r.today.month)
    days = [date(year, month, n) for n in range(1, calendar.monthrange(year, month)[1] + 1)]
    alike = [day for day in days if day.weekday() == DAY_NAMES.index(m["nth_day"])]
    return _days(alike[-1] if m["nth"] == "last" else alike[ORDINALS[m["nth"]] - 1])


def after_next(m: re.Match[str], r: Reader) -> Found:
    """ "The Wednesday after next": of two Wednesdays, only the person can say which."""
    coming = replace(r, backward=False).coming(DAY_NAMES.index(m["after_next"]))
    return {"unsure": True, "either": (coming + timedelta(days=7), coming + timedelta(days=14))}


def in_days(m: re.Match[str], r: Reader) -> Found:
    count = _COUNT.get(m["count"]) or int(m["count"])
    return _days(r.today + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[m["unit"]]))


def ago(m: re.Match[str], r: Reader) -> Found:
    count = _COUNT.get(m["n"]) or int(m["n"])
    return _days(r.today - timedelta(days=count))


def named(m: re.Match[str], r: Reader) -> Found:
    day = named_day(m.group().removeprefix("this ").removeprefix("next "), r.today, backward=r.backward)
    return _days(day) if day else {"unsure": True}


def bank_holiday(m: re.Match[str], r: Reader) -> Found:
    weekday = m["bank_day"]
    day = next_bank_holiday(r.today, DAY_NAMES.index(weekday) if weekday else None, backward=r.backward)
    return _days(day) if day else {"unsure": True}


def weekday(m: re.Match[str], r: Reader) -> Found:
    name = m["wd"]
    weekday = DAY_NAMES.index(name)
    prefix = (m["pre"] or "").strip()
    if (
        "other" in prefix
        or "second" in prefix
        or prefix.startswith("alternat")
        or (m["plural"] and "alternate" in prefix)
    ):
        return {"weekdays": (WEEKDAYS[weekday],), "repeat": "fortnightly"}
    if prefix in ("every", "each", "on a", "of a") or m["plural"] or m["parts"]:
        return {"weekdays": (WEEKDAYS[weekday],), "repeat": "weekly", "part": (m["parts"] or "").removesuffix("s")}
    if prefix in ("last", "past", "this past"):
        return _days(replace(r, backward=True).coming(weekday))
    if prefix == "next":
        return _next_weekday(weekday, r)
    if not r.backward and r.today.weekday() == weekday and prefix != "from":
        return {
            "unsure": True,
            "weekday_only": weekday,
            "names": (weekday,),
            "either": (r.today, r.today + timedelta(days=7)),
        }
    return {"dates": (r.coming(weekday),), "weekday_only": weekday, "names": (weekday,)}


def _next_weekday(weekday: int, r: Reader) -> Found:
    """Rules (a) to (d) for "next Tuesday"; between (d)'s two readings only the person can choose."""
    coming = replace(r, backward=False).coming(weekday)
    if weekday == r.today.weekday():
        return _days(r.today + timedelta(days=7))
    two = {"unsure": True, "either": (coming, coming + timedelta(days=7))}
    if r.today.weekday() == 6:
        return two
    following_monday = r.today + timedelta(days=7 - r.today.weekday())
    if coming >= following_monday:
        return _days(coming)
    return _days(coming + timedelta(days=7)) if (coming - r.today).days == 1 else two


def weekend(m: re.Match[str], r: Reader) -> Found:
    words = m.group()
    if words.startswith(("every other", "every second", "alternat")):
        return {"weekdays": ("SA", "SU"), "repeat": "fortnightly"}
    if words.endswith("weekends") or words.startswith(("every", "each")):
        return {"weekdays": ("SA", "SU"), "repeat": "weekly"}
    if words.startswith("next") or re.match(r" ?(?:,|-|on|the|and|of)* ?(?:saturday|sunday|\d)", m.string[m.end() :]):
        return {}
    if words.startswith("last") or r.backward:
        sunday = r.today - timedelta(days=(r.today.weekday() + 1) % 7 or 7)
        return _days(sunday - timedelta(days=1), sunday)
    saturday = r.today + timedelta(days=(5 - r.today.weekday()) % 7)
    return _days(saturday, saturday + timedelta(days=1))


def weekdays_but(m: re.Match[str], r: Reader) -> Found:
    left_out = m["but"] or m["but_of_five"]
    if not left_out:
        return {"repeat": "weekdays"}
    days = tuple(code for code, name in zip(WEEKDAYS[:5], DAY_NAMES, strict=False) if name not in left_out)
    return {"weekdays": days, "repeat": "weekly"}


def daily(m: re.Match[str], r: Reader) -> Found:
    words = m.group()
    but = m["except"]
    part = next((p for p in ("morning", "afternoon", "evening", "night", "lunchtime", "teatime") if p in words), "")
    if but:
        days = tuple(code for code, name in zip(WEEKDAYS, DAY_NAMES, strict=True) if name not in but)
        return {"weekdays": days, "repeat": "weekly", "part": part}
    return {"repeat": "daily", "part": part}


def plain_repeat(m: re.Match[str], r: Reader) -> Found:
    words = m.group()
    if "fortnight" in words or re.search(r"other|second|alternat|(?:two|2) weeks", words):
        return {"repeat": "fortnightly"}
    return {
        "repeat": "once"
        if words.startswith(
            ("just the once", "one off", "a one", "once only", "just once", "only the once", "only once")
        )
        else "weekly"
    }
