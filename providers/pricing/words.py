"""Prices as people say them."""

from collections.abc import Mapping

from market.core.money import pounds
from providers.pricing.rules import NOTHING_TO_PAY, QuoteLine, Rate, Unit

_SAID: Mapping[Unit, str] = {
    Unit.HOUR: "an hour",
    Unit.QUARTER_HOUR: "for 15 minutes",
    Unit.HALF_HOUR: "for half an hour",
    Unit.THREE_QUARTER_HOUR: "for 45 minutes",
    Unit.VISIT: "a visit",
    Unit.SESSION: "a session",
    Unit.NIGHT_SLEEP_IN: "a sleep-in night",
    Unit.NIGHT_WAKING: "a waking night",
    Unit.HALF_DAY: "a half day",
    Unit.DAY: "a day",
    Unit.LIVE_IN_DAY: "a live-in day",
    Unit.WEEK: "a week",
    Unit.MILE: "a mile",
    Unit.MONTH: "a month",
    Unit.SECOND_WORKER: "an hour for a second worker",
    Unit.ONE_OFF: "once, to set up",
    Unit.FREE: "free",
    Unit.FUNDED: "paid for by others",
}


def said_minutes(minutes: int | None) -> str:
    """`75` -> "1 hour 15 minutes"."""
    hours, rest = divmod(minutes or 0, 60)
    said = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    return " ".join([*said, f"{rest} minutes"] if rest or not said else said)


def said_price(rate: Rate) -> str:
    """`£18.50 an hour`, `free`, `paid for by others`."""
    return _SAID[rate.unit] if rate.unit in NOTHING_TO_PAY else f"{pounds(rate.pence)} {_SAID[rate.unit]}"


def said_line(line: QuoteLine) -> str:
    """`1 hour 15 minutes at £18.50 an hour`; `2 workers, £12 a visit`; `free`."""
    if line.unit in NOTHING_TO_PAY:
        return _SAID[line.unit]
    each = f"{pounds(line.rate_pence)} {_SAID[line.unit]}"
    times = f"{line.workers} workers, " if line.workers > 1 else ""
    if line.unit is Unit.MILE:
        return f"{line.miles} mile{'' if line.miles == 1 else 's'} at {each}"
    if line.unit is Unit.SECOND_WORKER:
        return f"{times}{said_minutes(line.extra_minutes)} at {each}"
    if line.days > 1:
        return f"{times}{line.days} days at {each}"
    return f"{times}{said_minutes(line.minutes)} at {each}" if line.minutes else f"{times}{each}"
