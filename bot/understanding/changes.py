"""A change to a visit: which values tell the visit as it stands, and which the new ones."""

import re

from bot.understanding.clock import settle_range
from bot.understanding.days import DayMention
from bot.understanding.found import Reading
from bot.understanding.reading import Slots
from bot.understanding.when import When
from bot.understanding.writing import hhmm, put_days, stated

# "Mum is tired by four, can Wednesday be 1.30 instead": times before the request belong to the reason.
_ASKED_FOR = re.compile(r"(?:[,.!?;] (?:so |and |but )?|(?<= )so )(?:can|could|would|will|please|may)(?!\w)")
_AS_IT_STANDS = re.compile(
    r"(?<!\w)(?:normally|usually|visit|call|booked|down for|(?:the|my|her|his|'s) (?:\d|half|quarter|noon|"
    r"\w+ oclock)|at present|it is|comes)(?!\w)"
)
_REVERSED = re.compile(r"(?:rather than|instead of|not|in place of|than)(?: at| the| between| from)* $")
_NEW_VALUE = re.compile(
    r"(?:(?<!used )to|make it|for|at|until|till|rather (?:have|be)|want it|be|on to|onto|have "
    r"it|do|is|come|comes|can|could)(?: about| around| on| the| at| it| be| nearer| like)* $"
)


def changed(r: Reading, when: When, slots: Slots) -> None:
    """Old values identify the visit, new ones stand at the top."""
    plain = r.message.plain
    visit: Slots = {}
    _old_and_new_people(r, visit, slots)
    days = [d for d in when.days if d.dates]
    _old_and_new_days(plain, days, visit, slots)
    standing: Slots = {}
    put_days(when, standing)
    for name in ("weekdays", "repeat", "until"):
        if name in standing:
            slots[name] = standing[name]
    _old_and_new_times(plain, when, visit, slots)
    slots["duration_minutes"] = when.stated_length()
    part = when.part() if not when.times else None
    parts = when.parts
    of_call = [p for p in parts if re.search(r"(?:call|visit|run|slot)s?$", plain[p.start : p.end])]
    if of_call:
        visit["part_of_day"] = of_call[0].part
        parts = [p for p in parts if p not in of_call]
        part = parts[0].part if len(parts) == 1 and not when.times else None
    if len(parts) == 2 and not when.times and _NEW_VALUE.search(plain[: parts[1].start]):
        visit["part_of_day"], slots["part_of_day"] = parts[0].part, parts[1].part
    elif part:
        target = slots if parts and _to_new(plain, parts[0].start) and visit else visit
        target["part_of_day"] = part
    visit = stated(visit)
    if visit:
        slots["which_visit"] = visit


def _to_new(plain: str, start: int) -> bool:
    if re.search(r"instead(?! of)", plain) and re.search(r"(?:be|in the|to the|for the) $", plain[:start]):
        return True
    return bool(
        re.search(
            r"(?:to|until|till|into|make it|making it|for|onto|prefer|prefers|rather have) (?:the |be |"
            r"in the |about |later in the )?$",
            plain[:start],
        )
    ) and not re.search(r"(?:from|instead of|rather than)", plain[max(0, start - 24) : start])


def _old_and_new_people(r: Reading, visit: Slots, slots: Slots) -> None:
    plain, names = r.message.plain, r.names
    if not names:
        return
    if len(names) == 1:
        before = plain[: names[0].start]
        new = re.search(r"(?:have|with|by|want|get|send|to|like|prefer|could|can) $", before) and re.search(
            r"(?:instead|rather than|swap|different)", plain
        )
        old = re.search(r"(?:instead of|rather than|swap|not|change|other than) $", before)
        (slots if new and not old and not re.match(r" (?:come|'s)", plain[names[0].end :]) else visit)["person"] = (
            names[0].text
        )
        if (
            re.match(r" (?:come|do|instead)", plain[names[0].end :])
            and re.search(
                r"instead(?! of (?:at|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the "
                r"morning))",
                plain,
            )
            and re.search(r"(?:can|could|have|get|let|want) $", before)
            and not old
        ):
            visit.pop("person", None)
            slots["person"] = names[0].text
        return
    first, second = names[0], names[1]
    joint = plain[first.end : second.start]
    if re.search(r"(?:rather |other )?than|instead of|in place of|not|over", joint) or re.search(
        r"prefer\w* (?:to have |having )?$", plain[: first.start]
    ):
        slots["person"], visit["person"] = first.text, second.text
    else:
        visit["person"], slots["person"] = first.text, second.text


def _old_and_new_days(plain: str, days: list[DayMention], visit: Slots, slots: Slots) -> None:
    flat = [(d, day) for d in days for day in d.dates]
    if not flat:
        return
    if len(days) == 1 and len(flat) == 1:
        new_only = (
            _to_new(plain, days[0].start)
            and re.search(
                r"(?:move|change|swap|shift|push|put|bring|switch|rearrange|reschedule|postpone)",
                plain[: days[0].start],
            )
            and not re.search(r"(?:for|book\w*) $", plain[: days[0].start])
        )
        (slots if new_only else visit)["date"] = flat[0][1].isoformat()
        return
    if len(days) > 1:
        first, second = days[0], days[1]
        reversed_ = re.search(
            r"(?:rather than|instead of|not|in place of)(?: on| the| my)* $", plain[first.end : second.start]
        )
        old, new = (second, first) if reversed_ else (first, second)
        visit["date"], slots["date"] = old.dates[0].isoformat(), new.dates[0].isoformat()
        if visit["date"] == slots["date"]:
            del slots["date"]
        return
    slots["dates"] = [day.isoformat() for _, day in flat]


def _old_and_new_ranges(plain: str, when: When, visit: Slots, slots: Slots) -> None:
    """ "10-12 rather than 2-4", "from 9-10 to 11-12"."""
    first, second = when.ranges
    old, new = (second, first) if _REVERSED.search(plain[first.last.end : second.first.start]) else (first, second)
    start, end = settle_range(new, when.half)
    visit["start"], slots["start"], slots["end"] = hhmm(settle_range(old, when.half)[0]), hhmm(start), hhmm(end)


def _old_and_new_times(plain: str, when: When, visit: Slots, slots: Slots) -> None:
    times = when.times
    if not times:
        return
    if len(when.ranges) == 2 and len(times) == 4:
        _old_and_new_ranges(plain, when, visit, slots)
        return
    if (
        when.ranges
        and len(times) == 2
        and not re.search(
            r"(?:from|move|change|put|push|shift|switch|swap)(?: [\w']+){0,4} (?:from )?$", plain[: times[0].start]
        )
    ):
        start, end, _ = when.clock(nearest=False)
        slots["start"], slots["end"] = hhmm(start), hhmm(end)
        return
    asked = _ASKED_FOR.search(plain)
    if asked and not _AS_IT_STANDS.search(plain[: asked.start()]):
        times = [t for t in times if t.start > asked.start()] or times
    told = [t.as_time(half=when.half) for t in times]
    if len(times) == 1:
        old = re.search(
            r"(?:instead of|rather than|not|the|my|normally|usually|usual|'s|from|it is|booked for) "
            r"(?:at )?$",
            plain[: times[0].start],
        ) and not re.search(r"make it|(?<!\w)to $", plain[: times[0].start][-8:])
        (visit if old else slots)["start"] = hhmm(told[0])
        return
    reversed_ = re.search(
        r"(?:rather than|instead of|not|in place of|than)(?: at| the)* $", plain[times[0].end : times[1].start + 0]
    )
    old_time, new_time = (told[1], told[0]) if reversed_ else (told[0], told[1])
    visit["start"], slots["start"] = hhmm(old_time), hhmm(new_time)
