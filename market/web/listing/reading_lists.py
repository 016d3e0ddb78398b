"""Reading the two pages where a list grows line by line: the hours of a week and the prices of a card."""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Protocol

from market.core.money import read_pounds
from market.web.booking.reading import read_clock, read_date
from providers.pricing.rules import NOTHING_TO_PAY, Unit, When

MOST_LINES = 30
MOST_PENCE = 500_000
Answer = dict[str, Any]


@dataclass(frozen=True)
class Read:
    """What a part then says, what to put right, and whether the page is shown again to go on with its list."""

    value: Answer
    problems: dict[str, str] = field(default_factory=dict)
    stays: bool = False


class Typed(Protocol):
    """A form by field."""

    def one(self, name: str) -> str: ...

    def many(self, name: str) -> list[str]: ...


def line_key(line: Answer) -> str:
    """Which line is meant, by what it says: a place in a list is another line once the list has changed in another window."""
    return sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()[:16]


def read_times(typed: Typed, wished: Answer, today: date) -> Read:
    """A stretch of the week added or taken away; `go` when they are all there."""
    if gone := typed.one("remove"):
        left = [one for one in wished["windows"] if line_key(one) != gone]
        return Read(wished | {"windows": left}, stays=True)
    if not typed.one("add") and not typed.many("days"):
        wrong = {} if wished["windows"] else {"days": "Tick the days, and type from when until when."}
        return Read(wished, wrong)
    window, problems = _window(typed)
    if problems or len(wished["windows"]) >= MOST_LINES:
        return Read(wished, problems or {"days": "That is as many hours as we can keep."})
    windows = wished["windows"] if window in wished["windows"] else [*wished["windows"], window]
    return Read(wished | {"windows": windows}, stays=bool(typed.one("add")))


def _window(typed: Typed) -> tuple[Answer, dict[str, str]]:
    days = sorted(int(day) for day in typed.many("days") if day.isdigit() and int(day) < 7)
    starts, ends = read_clock(typed.one("start")), read_clock(typed.one("end"))
    problems = {}
    if not days:
        problems["days"] = "Tick at least one day."
    if starts is None:
        problems["start"] = "Type from when, such as 09:00."
    if ends is None:
        problems["end"] = "Type until when, such as 17:00."
    if problems or starts is None or ends is None:
        return {}, problems
    return {"days": days, "from": f"{starts:%H:%M}", "to": f"{ends:%H:%M}"}, {}


def read_prices(typed: Typed, wished: Answer, today: date) -> Read:
    """A price added, ended or taken away; `go` when they are all there."""
    rates: list[Answer] = wished["rates"]
    if gone := typed.one("remove"):
        return Read({"rates": without_rate(rates, gone)}, stays=True)
    if not typed.one("add") and not typed.one("amount") and typed.one("unit") not in NOTHING_TO_PAY:
        return Read(
            wished, {} if rates else {"amount": "Give at least one price, or say that there is nothing to pay."}
        )
    rate, problems = _rate(typed, today)
    if problems or len(rates) >= MOST_LINES:
        return Read(wished, problems or {"amount": "That is as many prices as we can keep."})
    return Read({"rates": with_rate(rates, rate, today)}, stays=bool(typed.one("add")))


def _rate(typed: Typed, today: date) -> tuple[Answer, dict[str, str]]:
    problems = {}
    unit, when = typed.one("unit"), typed.one("when") or When.ANY
    if unit not in set(Unit) or when not in set(When):
        return {}, {"unit": "Choose what the price is for."}
    nothing = Unit(unit) in NOTHING_TO_PAY
    pence = 0 if nothing else read_pounds(typed.one("amount"))
    if pence is None or (pence == 0 and not nothing) or pence > MOST_PENCE:
        problems["amount"] = "Type the price in pounds, such as 18.50."
    starts_on = _begins(typed, problems, today)
    note = typed.one("note")[:80]
    starts = starts_on.isoformat() if starts_on and starts_on > today else ""
    return {"unit": unit, "when": when, "pence": pence or 0, "note": note, "starts_on": starts, "ends_on": ""}, problems


def _begins(typed: Typed, problems: dict[str, str], today: date) -> date | None:
    boxes = {part: typed.one(f"from-{part}") for part in ("day", "month", "year")}
    if not any(boxes.values()):
        return None
    read = read_date(boxes)
    if read is None:
        problems["from"] = "We cannot read that date. Type a day, a month and a year, such as 1 4 2027."
    elif read < today:
        problems["from"] = "That day has gone. Leave the date empty for a price that holds from today."
    return read


def with_rate(rates: list[Answer], rate: Answer, today: date) -> list[Answer]:
    """The card with a price more. Of one thing at one time of the week each price ends on the day before the next begins; a
    price that begins on the same day as another takes its place, and one from today on that of what holds today."""
    begins = rate["starts_on"] or today.isoformat()
    later = min((one["starts_on"] for one in rates if _is_alike(one, rate) and one["starts_on"] > begins), default="")
    card: list[Answer] = []
    place = len(rates)
    for one in rates:
        if not _is_alike(one, rate):
            card.append(one)
        elif _replaces(rate, one, begins):
            place = min(place, len(card))
        else:
            card.append(_ended(one, begins))
    card.insert(place, rate | {"ends_on": _day_before(later)})
    return card


def without_rate(rates: list[Answer], gone: str) -> list[Answer]:
    """The card with a price less. The one that ended where it began goes on again: without that, no price would be left from
    that day on, and nobody would have said so."""
    taken = next((one for one in rates if line_key(one) == gone), None)
    if taken is None:
        return rates
    eve = _day_before(taken["starts_on"])
    left = [one for one in rates if one is not taken]
    return [
        one | {"ends_on": taken["ends_on"]} if eve and _is_alike(one, taken) and one["ends_on"] == eve else one
        for one in left
    ]


def _is_alike(one: Answer, other: Answer) -> bool:
    """Whether two prices are for the same thing at the same time of the week."""
    return bool((one["unit"], one["when"]) == (other["unit"], other["when"]))


def _replaces(rate: Answer, one: Answer, begins: str) -> bool:
    if rate["starts_on"]:
        return bool(one["starts_on"] == rate["starts_on"])
    return bool(one["starts_on"] <= begins)


def _ended(one: Answer, begins: str) -> Answer:
    """A price that would go on past the day on which another begins ends on the day before it."""
    goes_on = one["starts_on"] < begins and (not one["ends_on"] or one["ends_on"] >= begins)
    return one | {"ends_on": _day_before(begins)} if goes_on else one


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""
