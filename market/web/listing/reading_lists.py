"""Reading the two pages where a list grows line by line: the hours of a week and the prices of a card."""

from dataclasses import dataclass, field
from datetime import date, timedelta
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


def read_times(typed: Typed, wished: Answer, today: date) -> Read:
    """A stretch of the week added or taken away; `go` when they are all there."""
    if (gone := typed.one("remove")).isdigit():
        left = [one for place, one in enumerate(wished["windows"]) if place != int(gone)]
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
    if (gone := typed.one("remove")).isdigit():
        return Read({"rates": [one for place, one in enumerate(rates) if place != int(gone)]}, stays=True)
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
    """The card with a price more. It takes the place of one for the same thing at the same time; a price that begins later
    ends the one before it on the day before, and both stand."""
    same = [one for one in rates if (one["unit"], one["when"]) == (rate["unit"], rate["when"])]
    if not rate["starts_on"]:
        kept = [one for one in rates if one not in same or one["starts_on"] > today.isoformat()]
        later = min((one["starts_on"] for one in kept if one in same), default="")
        rate = rate | {"ends_on": _day_before(later)} if later else rate
        place = rates.index(same[0]) if same else len(rates)
        return [*kept[:place], rate, *kept[place:]]
    ended = [
        one | {"ends_on": _day_before(rate["starts_on"])}
        if one in same and _goes_on_past(one, rate["starts_on"])
        else one
        for one in rates
        if one not in same or one["starts_on"] != rate["starts_on"]
    ]
    return [*ended, rate]


def _goes_on_past(one: Answer, day: str) -> bool:
    return (not one["starts_on"] or one["starts_on"] < day) and (not one["ends_on"] or one["ends_on"] >= day)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""
