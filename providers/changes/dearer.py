"""Whether one rate card costs anybody more than another: asked of ordinary visits, since that is what people pay for.

Cards cannot be compared line by line: a new price for bank holidays is a rise if the hour was cheaper, and no rise where
bank holidays had no price at all. No I/O.
"""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from market.core.money import Pence, pounds
from market.core.times import at_wall
from providers.pricing.errors import NoRateForVisit
from providers.pricing.rules import Occurrence, Rate, Unit, is_bank_holiday, quote

_NINE, _EVENING, _NIGHT = time(9), time(18, 30), time(22)
_SORTS = (
    # what people call it, when it begins, how many minutes, what sort of night, how many come, how many miles
    ("an hour", _NINE, 60, None, 1, 0),
    ("15 minutes", _NINE, 15, None, 1, 0),
    ("half an hour", _NINE, 30, None, 1, 0),
    ("45 minutes", _NINE, 45, None, 1, 0),
    ("four hours", _NINE, 240, None, 1, 0),
    ("eight hours", _NINE, 480, None, 1, 0),
    ("an hour in the evening", _EVENING, 60, None, 1, 0),
    ("a sleep-in night", _NIGHT, 540, Unit.NIGHT_SLEEP_IN, 1, 0),
    ("a waking night", _NIGHT, 540, Unit.NIGHT_WAKING, 1, 0),
    ("a day and a night", _NINE, 24 * 60, None, 1, 0),
    ("an hour with two workers", _NINE, 60, None, 2, 0),
    ("an hour with ten miles of driving", _NINE, 60, None, 1, 10),
)


def dearer(
    before: Sequence[Rate], after: Sequence[Rate], today: date, lately: Sequence[Sequence[Rate]] = ()
) -> str | None:
    """The first ordinary visit that would cost more, in words; None when none would.

    Looked at from today on and from each day on which a price of either card begins or has ended. A visit that has no price
    now is held against the newest card of those that stood `lately` (newest first) that had one: taking a price away and
    giving a higher one the next minute is a rise. One that never had a price is none.
    """
    for day, which in _days(before, after, today):
        for words, start, minutes, night, workers, miles in _SORTS:
            begins = at_wall(day, start)
            visit = Occurrence(begins, begins + timedelta(minutes=minutes), night, workers, miles)
            prices = (_price(card, visit) for card in (before, *lately))
            was, becomes = next((price for price in prices if price is not None), None), _price(after, visit)
            if was is not None and becomes is not None and becomes > was:
                return f"{words.capitalize()} {which} was {pounds(was)} and would be {pounds(becomes)}."
    return None


def _price(rates: Sequence[Rate], visit: Occurrence) -> Pence | None:
    try:
        return quote(rates, (visit,)).total_pence
    except NoRateForVisit:
        return None


def _days(before: Sequence[Rate], after: Sequence[Rate], today: date) -> Iterator[tuple[date, str]]:
    """A weekday, a Saturday and a bank holiday after each turn of either card."""
    turns = {today}
    for rate in (*before, *after):
        if rate.starts_on:
            turns.add(rate.starts_on)
        if rate.ends_on:
            turns.add(rate.ends_on + timedelta(days=1))
    for turn in sorted(day for day in turns if day >= today):
        since = "" if turn == today else f" from {turn.day} {turn:%B %Y}"
        days = [turn + timedelta(days=n) for n in range(400)]
        yield next(day for day in days if day.weekday() < 5 and not is_bank_holiday(day)), f"on a weekday{since}"
        yield next(day for day in days if day.weekday() == 5 and not is_bank_holiday(day)), f"at a weekend{since}"
        yield next(day for day in days if is_bank_holiday(day)), f"on a bank holiday{since}"
