"""Dates by number: the 3rd, 3/12, Thursday 3rd December; placed on the next such day."""

import calendar
import re
from datetime import date, timedelta

from bot.understanding.day_meanings import DAY_NAMES, MONTHS, ORDINALS, Found, Reader


def calendar_date(m: re.Match[str], r: Reader) -> Found:
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
    day = ORDINALS.get(raw) or int(re.sub(r"\D", "", raw) or 0)
    month_name = groups.get("m1") or groups.get("m2")
    month = (
        MONTHS.index(month_name) + 1
        if month_name
        else int(groups["m3"])
        if "m3" in groups
        else int(groups["m4"])
        if "m4" in groups
        else int(groups["m5"])
        if "m5" in groups
        else None
    )
    year = groups.get("y1") or groups.get("y3") or groups.get("y4") or groups.get("y5")
    found = _place_date(day, month, _whole_year(year), r)
    said_day = groups.get("w0") or groups.get("w1") or groups.get("w2") or groups.get("w4")
    if found is None:
        return {"unsure": True}
    if said_day and found.weekday() != DAY_NAMES.index(said_day):
        return {"unsure": True, "either": (found, _that_day_near(DAY_NAMES.index(said_day), found, r))}
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
