"""The days that single turns of phrase name, resolved from the day they were written.

Rules of reading ("next Tuesday", "a week on Friday", a weekday said on that weekday) are those of the annotation
rules of the understanding set. What could mean two days gives no date and is marked unsure.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.understanding.named_days import NAMED_DAYS, named_day, next_bank_holiday

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = str.split("january february march april may june july august september october november december")
_W = "(?:" + "|".join(_DAY_NAMES) + ")"
_M = "(?:" + "|".join(_MONTHS) + ")"
_COUNT = {"one": 1, "a": 1, "two": 2, "couple of": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_N = r"(?:\d{1,2}|a couple of|couple of|one|a|two|three|four|five|six)"
_ORDINALS = {
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
_ORDINALS |= {f"twenty {word}": 20 + n for word, n in list(_ORDINALS.items())[:9]} | {
    "thirtieth": 30,
    "thirty first": 31,
}
_ORDINAL_WORD = "(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")"


@dataclass(frozen=True)
class DayMention:
    """One stretch of `plain` that names days.

    `dates` are single days; `until` ends a range that begins at the one date; `weekdays` and `repeat` are standing
    days. `unsure` marks a day that could be two, which are `either`. `part` is the part of day that the same words carry.
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


_Found = dict[str, object]


def _days(*dates: date, part: str = "") -> _Found:
    return {"dates": dates, "part": part}


def _relative(m: re.Match[str], r: Reader) -> _Found:
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
    part = "evening" if word == "tonight" else word.split()[-1] if word.startswith("this ") else ""
    return _days(r.today, part=part)


def _from_now(m: re.Match[str], r: Reader) -> _Found:
    span = 14 if m["span"] and m["span"].startswith(("fortnight", "two")) else 7
    anchor = m["anchor"]
    if anchor == "today":
        return _days(r.today + timedelta(days=span))
    if anchor == "tomorrow":
        return {"unsure": True} if r.small_hours else _days(r.today + timedelta(days=span + 1))
    return _days(replace(r, backward=False).coming(_DAY_NAMES.index(anchor)) + timedelta(days=span))


def _in_next_week(m: re.Match[str], r: Reader) -> _Found:
    """ "Monday next week" is that day of the Monday-to-Sunday week after this one."""
    monday = r.today + timedelta(days=7 - r.today.weekday())
    return _days(monday + timedelta(days=_DAY_NAMES.index(m["of_next"] or m["of_next2"])))


def _last_of_the_month(_m: re.Match[str], r: Reader) -> _Found:
    return _days(r.today.replace(day=calendar.monthrange(r.today.year, r.today.month)[1]))


def _in_days(m: re.Match[str], r: Reader) -> _Found:
    count = _COUNT.get(m["count"]) or int(m["count"])
    return _days(r.today + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[m["unit"]]))


def _ago(m: re.Match[str], r: Reader) -> _Found:
    count = _COUNT.get(m["n"]) or int(m["n"])
    return _days(r.today - timedelta(days=count))


def _named(m: re.Match[str], r: Reader) -> _Found:
    day = named_day(m.group().removeprefix("this ").removeprefix("next "), r.today, backward=r.backward)
    return _days(day) if day else {"unsure": True}


def _bank_holiday(m: re.Match[str], r: Reader) -> _Found:
    weekday = m["bank_day"]
    day = next_bank_holiday(r.today, _DAY_NAMES.index(weekday) if weekday else None, backward=r.backward)
    return _days(day) if day else {"unsure": True}


def _calendar_date(m: re.Match[str], r: Reader) -> _Found:
    groups = {k: v for k, v in m.groupdict().items() if v}
    raw = (
        groups.get("d1")
        or groups.get("d2")
        or groups.get("d3")
        or groups.get("d4")
        or groups.get("d0")
        or groups.get("d5")
        or ""
    )
    day = _ORDINALS.get(raw) or int(re.sub(r"\D", "", raw) or 0)
    month_name = groups.get("m1") or groups.get("m2")
    month = (
        _MONTHS.index(month_name) + 1
        if month_name
        else int(groups["m3"])
        if "m3" in groups
        else int(groups["m4"])
        if "m4" in groups
        else None
    )
    year = groups.get("y1") or groups.get("y3") or groups.get("y4")
    found = _place_date(day, month, _whole_year(year), r)
    said_day = groups.get("w1") or groups.get("w2") or groups.get("w4")
    if found is None:
        return {"unsure": True}
    if said_day and found.weekday() != _DAY_NAMES.index(said_day):
        return {"unsure": True, "either": (found, _that_day_near(_DAY_NAMES.index(said_day), found, r))}
    return {"dates": (found,), "bare_day": day if month is None else None}


def _that_day_near(weekday: int, told: date, r: Reader) -> date:
    """The day of this name nearest to a date that it disagrees with, today at the earliest."""
    near = min(
        (told + timedelta(days=n) for n in range(-3, 4)), key=lambda d: (d.weekday() != weekday, abs((d - told).days))
    )
    return near if near >= r.today or r.backward else near + timedelta(days=7)


def _whole_year(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) + (2000 if len(year) == 2 else 0)


def _place_date(day: int, month: int | None, year: int | None, r: Reader) -> date | None:
    """The next such day, today included (or the last one gone by); None where the calendar has none."""
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    if year is not None:
        return valid(year, month or 1, day)
    step = -1 if r.backward else 1
    months = [(r.today.year * 12 + r.today.month - 1 + step * n) for n in range(0, 49)]
    for index in months:
        at_year, at_month = divmod(index, 12)
        if month is not None and at_month + 1 != month:
            continue
        found = valid(at_year, at_month + 1, day)
        if found and (found <= r.today if r.backward else found >= r.today):
            return found
    return None


def valid(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _weekday(m: re.Match[str], r: Reader) -> _Found:
    name = m["wd"]
    weekday = _DAY_NAMES.index(name)
    prefix = (m["pre"] or "").strip()
    if "other" in prefix or prefix == "alternate" or (m["plural"] and "alternate" in prefix):
        return {"weekdays": (WEEKDAYS[weekday],), "repeat": "fortnightly"}
    if prefix in ("every", "each") or m["plural"] or m["parts"]:
        return {"weekdays": (WEEKDAYS[weekday],), "repeat": "weekly", "part": (m["parts"] or "").removesuffix("s")}
    if prefix in ("last", "past", "this past"):
        return _days(replace(r, backward=True).coming(weekday))
    if prefix == "next":
        return _next_weekday(weekday, r)
    if not r.backward and r.today.weekday() == weekday and prefix != "from":
        return {"unsure": True, "weekday_only": weekday, "either": (r.today, r.today + timedelta(days=7))}
    return {"dates": (r.coming(weekday),), "weekday_only": weekday}


def _next_weekday(weekday: int, r: Reader) -> _Found:
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


def _weekend(m: re.Match[str], r: Reader) -> _Found:
    words = m.group()
    if words.endswith("weekends") or words.startswith(("every", "each")):
        return {"weekdays": ("SA", "SU"), "repeat": "weekly"}
    if words.startswith("next") or re.match(r" ?(?:,|-|on|the|and)? ?(?:saturday|sunday)", m.string[m.end() :]):
        return {}
    if words.startswith("last") or r.backward:
        sunday = r.today - timedelta(days=(r.today.weekday() + 1) % 7 or 7)
        return _days(sunday - timedelta(days=1), sunday)
    saturday = r.today + timedelta(days=(5 - r.today.weekday()) % 7)
    return _days(saturday, saturday + timedelta(days=1))


def _weekdays_but(m: re.Match[str], r: Reader) -> _Found:
    left_out = m["but"]
    if not left_out:
        return {"repeat": "weekdays"}
    days = tuple(code for code, name in zip(WEEKDAYS[:5], _DAY_NAMES, strict=False) if name not in left_out)
    return {"weekdays": days, "repeat": "weekly"}


def _daily(m: re.Match[str], r: Reader) -> _Found:
    words = m.group()
    but = m["except"]
    part = next((p for p in ("morning", "afternoon", "evening", "night", "lunchtime", "teatime") if p in words), "")
    if but:
        days = tuple(code for code, name in zip(WEEKDAYS, _DAY_NAMES, strict=True) if name not in but)
        return {"weekdays": days, "repeat": "weekly", "part": part}
    return {"repeat": "daily", "part": part}


def _plain_repeat(m: re.Match[str], r: Reader) -> _Found:
    words = m.group()
    if "fortnight" in words or "other" in words or "alternate" in words or "two weeks" in words:
        return {"repeat": "fortnightly"}
    return {
        "repeat": "once"
        if words.startswith(
            ("just the once", "one off", "a one", "once only", "just once", "only the once", "only once")
        )
        else "weekly"
    }


_BUT = rf"(?: (?:but|except|apart from|bar|not)(?: (?:for|on))? (?P<%s>{_W}s?(?: (?:and|or) {_W}s?)?))?"
_PREFIX = (
    r"(?P<pre>(?:every other|each other|every second|every|each|alternate|this coming|the "
    r"coming|coming|this past|this|next|last|past) )?"
)
_RULES: tuple[tuple[str, Callable[[re.Match[str], Reader], _Found]], ...] = (
    (
        rf"next week (?:on )?(?P<of_next>{_W})(?!s)|(?P<of_next2>{_W}) (?:of )?next week",
        _in_next_week,
    ),
    (
        r"(?:a |in a )?(?P<span>week|fortnight|two weeks) (?:on |from |this |come "
        rf")?(?P<anchor>today|tomorrow|{_W})(?! (?:to|till|until|-) )",
        _from_now,
    ),
    (
        rf"(?:this |on |next )?(?P<anchor>today|tomorrow|{_W}) (?P<span>week|fortnight)(?!ly)(?! "
        r"(?:beginning|commencing|starting|in|of))",
        _from_now,
    ),
    (
        r"in (?P<count>\d{1,2}|a couple of|one|a|two|three|four|five|six) (?P<unit>day|week|"
        r"fortnight)s?(?: 's)?(?: time)?(?! or)",
        _in_days,
    ),
    (r"(?:the )?(?:last day|end) of (?:the|this) month", _last_of_the_month),
    (rf"(?P<n>{_N}) days? ago", _ago),
    (
        r"day after tomorrow|day before yesterday|tomorrow night|tomorrow|tonight|this (?:morning|"
        r"afternoon|evening|lunchtime|teatime)|today|yesterday|last night|this(?= (?:am|pm)\b)",
        _relative,
    ),
    (rf"(?:this |next )?(?:{NAMED_DAYS})", _named),
    (rf"(?:the |next |this )?bank holiday(?: (?P<bank_day>{_W}))?", _bank_holiday),
    (
        rf"(?:(?P<w1>{_W})(?: ,)? )?(?:the )?(?P<d1>\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL_WORD}) "
        rf"(?:of )?(?P<m1>{_M})(?:(?: ,)? (?P<y1>20\d\d))?",
        _calendar_date,
    ),
    (
        rf"(?<![\d:.])(?P<d0>\d{{1,2}})(?= (?:to|-|–|and|until|till|through to|&) \d{{1,2}}(?:st|nd|"
        rf"rd|th)? (?:of )?{_M})",
        _calendar_date,
    ),
    (
        rf"(?:the )(?P<d5>{_ORDINAL_WORD})(?! (?:floor|time|carer|visit|one|of all|year|thing|lady|"
        r"person|call))",
        _calendar_date,
    ),
    (
        rf"(?:(?P<w2>{_W})(?: ,)? )?(?P<m2>{_M}) (?:the )?(?P<d2>\d{{1,2}}(?:st|nd|rd|th)?|"
        rf"{_ORDINAL_WORD})(?![\d:.])(?! (?:am|pm|oclock))",
        _calendar_date,
    ),
    (
        rf"(?:(?P<w3>{_W}) "
        rf")?(?<![\d£])(?!7/7(?!\d))(?P<d3>\d{{1,2}})(?:/(?P<m3>\d{{1,2}})(?:/(?P<y3>\d{{2,4}}))?|"
        rf"\.(?P<m4>\d{{1,2}})\.(?P<y4>\d{{2,4}}))(?! "
        r"(?:days?|hours?))",
        _calendar_date,
    ),
    (
        rf"(?<!my )(?<!your )(?<!her )(?<!his )(?:(?P<w4>{_W})(?: ,)? )?(?:the )?(?P<d4>\d{{1,2}}(?:st|nd|rd|th))(?! (?:birthday|floor|"
        r"time|carer|visit|one|of all|year|anniversary))",
        _calendar_date,
    ),
    (
        r"(?:every |each |all |the )?(?:weekdays|weekday|week days)(?: (?:mornings?|afternoons?|"
        rf"evenings?))?{_BUT % 'but'}|(?:every |each )?monday (?:to|till|until|-|thru|through|–|"
        r"through to) friday(?! (?:\d|next|the|this|of))",
        _weekdays_but,
    ),
    (r"(?:this coming |this |the |next |last |every |each |at the |on the |over the )?weekends?", _weekend),
    (
        r"(?:every|each) (?:single )?(?:day|morning|afternoon|evening|night|lunchtime|"
        rf"teatime)s?{_BUT % 'except'}|daily|(?:seven|7) days(?: a week| /)?|7/7|7 / 7|24/7|once a "
        r"day|twice a day|\d x (?:a day|daily|per day)|(?:two|three|four) times a day",
        _daily,
    ),
    (
        rf"{_PREFIX}(?P<wd>{_W})(?:(?P<plural>s)(?! (?:visit|call|session|appointment|booking|one|"
        r"carer|lunch call|tea call|job|shift)(?!s))|s(?= ))?(?! (?:roast|best|papers?|school|joint|"
        r"league))(?: (?P<parts>mornings|afternoons|evenings|nights))?",
        _weekday,
    ),
    (
        r"every (?:other|second|two) weeks?|alternate weeks?|every fortnight|fortnightly|once a "
        r"fortnight|each fortnight|every two weeks|(?<!x )(?<!twice )(?<!times )(?<!\d )weekly|"
        r"every week|each week|once a week|just the once|one off|a one off|once only|just once|"
        r"only the once|only once",
        _plain_repeat,
    ),
)
DAY_RULES = tuple((re.compile(rf"(?<![\w£])(?:{p})(?!\w)"), f) for p, f in _RULES)
