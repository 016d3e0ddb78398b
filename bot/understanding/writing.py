"""How found days and times are written down as slots."""

import re
from datetime import date, time

from bot.understanding.days import DayMention, begins
from bot.understanding.reading import Slots
from bot.understanding.when import When


def stated(slots: Slots) -> Slots:
    return {name: value for name, value in slots.items() if value not in (None, "", [], {})}


def hhmm(t: time | None) -> str | None:
    return f"{t:%H:%M}" if t else None


def put_days(when: When, slots: Slots) -> None:
    """Days at top level: single, several, standing, or a spell."""
    singles = _without_bare_weekend([d for d in when.days if d.dates], when.plain)
    standing = [d for d in when.days if d.repeat and d.weekdays]
    repeat = next((d.repeat for d in when.days if d.repeat), "")
    until = next((d.until for d in when.days if d.until), None)
    named = [d for d in when.days if d.names and not d.until]
    if standing:
        slots["weekdays"] = [
            w for w in ("MO", "TU", "WE", "TH", "FR", "SA", "SU") if any(w in d.weekdays for d in standing)
        ]
        slots["repeat"] = "fortnightly" if any(d.repeat == "fortnightly" for d in when.days) else standing[0].repeat
    elif repeat in ("daily", "weekdays", "once"):
        slots["repeat"] = repeat
    elif named and (repeat or _keep_on(when, named, until)):
        slots["weekdays"], slots["repeat"] = _codes(named), repeat or "weekly"
        singles = [d for d in singles if not d.names]
    elif repeat:
        slots["repeat"] = repeat
    _put_single(singles, slots)
    if until:
        slots["until"] = until.isoformat()
    if not when.days and (implied := when.implied_morning()):
        slots["date"] = implied.isoformat()


SATURDAY = 5
_TIMES_A_WEEK = re.compile(
    r"(?<!\w)(?:twice|(?:\d|two|three|four|five) (?:times|visits|calls|x)) (?:a|per|each|every) week(?!\w)"
)


def _keep_on(when: When, named: list[DayMention], until: date | None) -> bool:
    """Weekdays told without "every" keep on where they have a first or last day beside them, or so many times a week."""
    if _TIMES_A_WEEK.search(when.plain):
        return True
    several = sum(len(d.names) for d in named) > 1
    starts = any(d.dates and not d.names and begins(when.plain, d) for d in when.days)
    return several and (starts or until is not None)


def _codes(named: list[DayMention]) -> list[str]:
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    told = {at for d in named for at in d.names}
    return [code for at, code in enumerate(codes) if at in told]


def _without_bare_weekend(singles: list[DayMention], plain: str) -> list[DayMention]:
    """ "Weekend cover, Sat 5th and Sun 6th": the days told are the weekend meant."""
    bare = [d for d in singles if "weekend" in plain[d.start : d.end]]
    told = [d for d in singles if d not in bare and any(day.weekday() >= SATURDAY for day in d.dates)]
    return [d for d in singles if d not in bare] if bare and told else singles


def _put_single(singles: list[DayMention], slots: Slots) -> None:
    dates: list[date] = sorted({day for d in singles for day in d.dates})
    if len(dates) == 1:
        slots["date"] = dates[0].isoformat()
    elif len(dates) > 1:
        slots["dates"] = [d.isoformat() for d in dates]


def put_times(when: When, slots: Slots) -> None:
    """Start, end and part of day at top level; a time said with "until" is an end."""
    start, end, _ = when.clock(nearest=False)
    slots["start"], slots["end"] = hhmm(start), hhmm(end)
    if (
        start
        and not end
        and re.search(r"(?:until|till|finish(?:ing)? at|up to|before) (?:about )?$", when.plain[: when.times[0].start])
    ):
        slots["start"], slots["end"] = None, hhmm(start)
    slots["part_of_day"] = None if when.dinner else when.part()
