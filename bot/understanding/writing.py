"""How found days and times are written down as slots."""

from datetime import date, time

from bot.understanding.days import DayMention
from bot.understanding.reading import Slots
from bot.understanding.when import When


def stated(slots: Slots) -> Slots:
    return {name: value for name, value in slots.items() if value not in (None, "", [], {})}


def hhmm(t: time | None) -> str | None:
    return f"{t:%H:%M}" if t else None


def put_days(when: When, slots: Slots) -> None:
    """Days at top level: single, several, standing, or a spell."""
    singles = [d for d in when.days if d.dates]
    standing = [d for d in when.days if d.repeat and d.weekdays]
    repeat = next((d.repeat for d in when.days if d.repeat), "")
    until = next((d.until for d in when.days if d.until), None)
    if standing:
        slots["weekdays"] = [
            w for w in ("MO", "TU", "WE", "TH", "FR", "SA", "SU") if any(w in d.weekdays for d in standing)
        ]
        slots["repeat"] = "fortnightly" if any(d.repeat == "fortnightly" for d in when.days) else standing[0].repeat
    elif repeat in ("daily", "weekdays", "once"):
        slots["repeat"] = repeat
    elif repeat and singles and singles[0].weekday_only is not None:
        slots["weekdays"], slots["repeat"] = _weekly(when), repeat
        singles = [d for d in singles if d.weekday_only is None]
    elif repeat:
        slots["repeat"] = repeat
    _put_single(singles, slots)
    if until:
        slots["until"] = until.isoformat()
    if not when.days and (implied := when.implied_morning()):
        slots["date"] = implied.isoformat()


def _weekly(when: When) -> list[str]:
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    return [codes[d.weekday_only] for d in when.days if d.weekday_only is not None]


def _put_single(singles: list[DayMention], slots: Slots) -> None:
    dates: list[date] = sorted({day for d in singles for day in d.dates})
    if len(dates) == 1:
        slots["date"] = dates[0].isoformat()
    elif len(dates) > 1:
        slots["dates"] = [d.isoformat() for d in dates]
