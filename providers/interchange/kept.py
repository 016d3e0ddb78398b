"""A row that waits for a person's decision, as JSON and back."""

from dataclasses import asdict
from datetime import date, time
from typing import Any

from matching.offering import Window
from providers.interchange.entry import Entry, SaidPlace, SaidPrice
from providers.interchange.flags import Flag, Flagged
from providers.pricing.rules import Unit


def as_kept(entry: Entry) -> dict[str, Any]:
    """The row as JSON values."""
    kept = asdict(entry)
    kept["windows"] = [[list(one.weekdays), one.start.isoformat(), one.end.isoformat()] for one in entry.windows]
    kept["prices"] = [[one.unit.value, one.pence, one.note] for one in entry.prices]
    kept["flags"] = [[one.flag.value, one.detail] for one in entry.flags]
    for name in ("dated_on", "last_day"):
        kept[name] = kept[name].isoformat() if kept[name] else None
    return kept


def entry_of(kept: dict[str, Any]) -> Entry:
    """The row again, equal to what was kept."""
    place = kept["place"] | {"lines": tuple(kept["place"]["lines"])}
    lists = {name: tuple(kept[name]) for name in ("terms", "ages", "access", "languages")}
    days = {name: date.fromisoformat(kept[name]) if kept[name] else None for name in ("dated_on", "last_day")}
    return Entry(
        **kept
        | lists
        | days
        | {
            "place": SaidPlace(**place),
            "prices": tuple(SaidPrice(Unit(unit), pence, note) for unit, pence, note in kept["prices"]),
            "windows": tuple(
                Window(tuple(on), time.fromisoformat(start), time.fromisoformat(end))
                for on, start, end in kept["windows"]
            ),
            "flags": tuple(Flagged(Flag(name), detail) for name, detail in kept["flags"]),
        }
    )
