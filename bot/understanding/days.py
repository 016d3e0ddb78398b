"""Which days a message names, ranges and lists put together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.understanding.calendar_dates import valid
from bot.understanding.day_meanings import WEEKDAYS, DayMention, Reader
from bot.understanding.day_rules import DAY_RULES

__all__ = ["WEEKDAYS", "DayMention", "find_days"]

_LAST_DAY = r"(?:until|till|til|up to|up until|thru|through to|to|-|–|ending|through|inclusive to|and back)"
_RANGE = re.compile(
    rf"^ ?(?:morning |afternoon |evening |night )?(?:right )?{_LAST_DAY}(?: and including)?(?: "
    r"the)? ?(?:end of )?$"
)
_LIST = re.compile(
    r"^ ?(?:morning |afternoon |evening |night )?(?:,|and|or|\+|&|plus|/|, and|and then|and "
    r"also|and on|, on|nor)(?: on| the)? ?$"
)
_MOVING = re.compile(
    r"(?:chang|mov|swap|switch|shift|rearrang|reschedul|push|put|bring|postpon)\w*(?: "
    r"[a-z']+){0,5} $"
)
_MOVED_TO = re.compile(r"(?:back|forward|forwards|on|over|off) (?:till|until|to) (?:the )?$")
"""Words by which a visit is put off to a day, and does not last until then."""

_FROM = re.compile(r"(?:from|starting|starts|start|commencing|beginning|begin|as of|effective)(?: on| from)? $")
_ENDS = re.compile(
    r"(?:until|till|til|up to|up until|ending|ends|through to|finish(?:ing)? on)(?: and "
    r"including)?(?: the| about| around)? ?$"
)
_BACK = re.compile(
    r"(?:(?<!clocks go )(?<!clock goes )(?<!hour goes )(?<!put )(?<!move )back|(?:coming|come|be back|"
    r"get) home|return(?:ing)?|back (?:in )?(?:work|home|"
    r"working|on shift)|available again|free again)"
    r"(?: again)?(?: on| from| by| the)* ?$"
)


def find_days(plain: str, now: datetime, *, backward: bool = False) -> list[DayMention]:
    """Every mention of days in folded text, in order, ranges and lists put together. `now` is local time."""
    reader = Reader(now, backward)
    atoms = list(_atoms(plain, reader))
    return _joined(plain, atoms, reader)


def _atoms(plain: str, reader: Reader) -> Iterator[DayMention]:
    taken: list[tuple[int, int]] = []
    found: list[DayMention] = []
    for pattern, resolve in DAY_RULES:
        for m in pattern.finditer(plain):
            if any(m.start() < end and start < m.end() for start, end in taken):
                continue
            taken.append(m.span())
            found.append(DayMention(m.start(), m.end(), **resolve(m, reader)))  # type: ignore[arg-type]
    yield from sorted(found, key=lambda mention: mention.start)


def _joined(plain: str, atoms: list[DayMention], reader: Reader) -> list[DayMention]:
    out: list[DayMention] = []
    for atom in atoms:
        before = out[-1] if out else None
        between = plain[before.end : atom.start] if before else ""
        lead = plain[before.end if before else 0 : atom.start]
        if (
            before
            and (_RANGE.match(between) or _is_between(plain, before, between))
            and not _MOVING.search(plain[: before.start])
            and (merged := _range(before, atom, reader))
        ) or (before and _are_listed(before, atom, between) and (merged := _list(before, atom))):
            out[-1] = merged
        elif atom.unsure and atom.weekday_only is not None and _FROM.search(lead):
            out.append(replace(atom, unsure=False, dates=(reader.coming(atom.weekday_only),)))
        elif _BACK.search(lead) and atom.dates:
            out.append(DayMention(atom.start, atom.end, until=atom.dates[0] - timedelta(days=1)))
        elif _ENDS.search(lead) and atom.dates and not _MOVED_TO.search(lead):
            out.append(DayMention(atom.start, atom.end, until=atom.dates[0]))
        else:
            out.append(atom)
    return out


def _is_between(plain: str, first: DayMention, between: str) -> bool:
    """ "Between the 1st and the 4th"."""
    return between.strip() in ("and", "and the") and bool(re.search(r"between (?:the )?$", plain[: first.start]))


def _are_listed(first: DayMention, last: DayMention, between: str) -> bool:
    """Joined by a comma or a word; weekdays also by nothing: "Monday Wednesday Friday"."""
    return bool(_LIST.match(between)) or (between == " " and bool((first.names and last.names) or first.bare_day))


def begins(plain: str, mention: DayMention) -> bool:
    """Whether this day is where something starts: "from the 3rd", "week commencing 7th"."""
    return bool(_FROM.search(plain[: mention.start]) or _FROM.search(plain[: mention.start].removesuffix("the ")))


def _range(first: DayMention, last: DayMention, reader: Reader) -> DayMention | None:
    if last.repeat or not last.dates or last.until:
        return None
    if first.repeat:
        return replace(first, end=last.end, until=last.dates[-1])
    if not first.dates:
        return None
    if len(first.names) > 1:
        codes = tuple(code for at, code in enumerate(WEEKDAYS) if at in first.names)
        return DayMention(first.start, last.end, weekdays=codes, repeat="weekly", until=last.dates[-1])
    begin, end = _same_month(first, last), last.dates[-1]
    while end < begin and last.weekday_only is not None:
        end += timedelta(days=7)
    if end < begin and last.bare_day:
        end = _same_month_after(replace(first, dates=(begin,)), last.bare_day)
    return replace(first, end=last.end, dates=(begin,), until=end, names=()) if end >= begin else None


def _list(first: DayMention, last: DayMention) -> DayMention | None:
    if first.until or last.until or (bool(first.part) != bool(last.part) and not last.weekdays):
        return None
    if first.repeat and last.repeat and first.weekdays and last.weekdays:
        days = tuple(d for d in WEEKDAYS if d in first.weekdays or d in last.weekdays)
        return replace(first, end=last.end, weekdays=days)
    if first.repeat or last.repeat:
        return _plural_meant(first, last)
    if first.names and last.names and (first.unsure or last.unsure):
        # One of them is today's name: whether it is today or in a week must be asked, the others with it.
        return DayMention(first.start, last.end, unsure=True, names=(*first.names, *last.names), part=first.part)
    if first.dates and last.dates:
        if first.bare_day and last.bare_day and first.bare_day < last.bare_day and last.dates[0] < first.dates[-1]:
            last = replace(last, dates=(_same_month_after(first, last.bare_day),))
        dates = {*_in_that_month(first, last), *last.dates}
        return replace(
            first,
            end=last.end,
            dates=tuple(sorted(dates)),
            weekday_only=None,
            names=(*first.names, *last.names) if first.names and last.names else (),
            bare_day=last.bare_day,
        )
    return None


def _in_that_month(first: DayMention, last: DayMention) -> list[date]:
    """ "The 3rd, 5th and 7th of January": the month told last holds for all that were told by a number alone."""
    told = last.dates[-1]
    if first.bare_day is None or last.bare_day is not None:
        return list(first.dates)
    return [told.replace(day=day.day) if day.day < told.day else day for day in first.dates]


def _same_month_after(first: DayMention, day: int) -> date:
    """ "The 24th and the 25th", said on the 25th: the second goes with the first."""
    told = first.dates[-1]
    return valid(told.year, told.month, day) or told


def _same_month(first: DayMention, last: DayMention) -> date:
    """ "The 4th to the 8th of January": the month told last holds for both."""
    told = first.dates[-1]
    if first.bare_day is None or last.bare_day is not None or first.bare_day > last.dates[-1].day:
        return told
    return last.dates[-1].replace(day=first.bare_day)


def _plural_meant(first: DayMention, last: DayMention) -> DayMention | None:
    """ "Every Monday and Thursday", "Monday and Thursdays": the standing reading carries over to the bare day."""
    standing, bare = (first, last) if first.repeat else (last, first)
    if not standing.weekdays or bare.weekday_only is None or not standing.repeat:
        return None
    code = WEEKDAYS[bare.weekday_only]
    days = tuple(d for d in WEEKDAYS if d == code or d in standing.weekdays)
    return DayMention(first.start, last.end, weekdays=days, repeat=standing.repeat, part=standing.part)
