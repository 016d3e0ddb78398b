"""Days, times, money and lists as people say them. Pure; every instant is turned to Europe/London first."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.seen import Price, Slot, Weekday

LONDON = ZoneInfo("Europe/London")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CODES: tuple[Weekday, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def listed(words: Sequence[str], last: str = "and") -> str:
    """ "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def money(pence: int) -> str:
    """Whole pence as pounds: £18, £4.50, £1,240. Below nought: minus £2."""
    pounds, odd = divmod(abs(pence), 100)
    return f"{'minus ' if pence < 0 else ''}£{pounds:,}" + (f".{odd:02d}" if odd else "")


def price(price: Price) -> str:
    """ "£18 an hour", "free", "paid for you" (funded), "ask for the price" where none is known."""
    if price.unit == "free":
        return "free"
    if price.unit == "funded":
        return "paid for you"
    if price.pence is None:
        return "ask for the price"
    return f"{money(price.pence)} {'an' if price.unit == 'hour' else 'a'} {price.unit}"


def miles(miles: float) -> str:
    """ "about 2 miles away"; under three quarters of a mile "less than a mile away"."""
    whole = round(miles)
    if miles < 0.75:
        return "less than a mile away"
    return f"about {whole} {'mile' if whole == 1 else 'miles'} away"


def plain_date(day: date) -> str:
    """ "Thursday 3 December"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def day(day: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", else "Thursday 3 December", with the year when it is another."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    return near or plain_date(day) + (f" {day.year}" if abs((day - today).days) > 180 else "")


def clock(at: time) -> str:
    """ "9am", "9:30am", "noon", "midnight"."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "noon" if at.hour else "midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{'am' if at.hour < 12 else 'pm'}"


def span(start: time, end: time) -> str:
    """ "9am to 10am", "10pm to 7am the next day"."""
    over = " the next day" if end <= start else ""
    return f"{clock(start)} to {clock(end)}{over}"


def slot_words(slot: Slot, today: date) -> str:
    """ "tomorrow, 9am to 10am"."""
    start, end = slot.start.astimezone(LONDON), slot.end.astimezone(LONDON)
    return f"{day(start.date(), today)}, {span(start.time(), end.time())}"


def at_slot(slot: Slot, today: date) -> str:
    """The same within a sentence: "on Thursday 3 December, 9am to 10am", but "tomorrow, 9am to 10am"."""
    said = slot_words(slot, today)
    return said if said.split(",")[0] in ("today", "tomorrow", "yesterday") else f"on {said}"


def when(at: datetime, now: datetime) -> str:
    """An instant: "9:30am" when today, else "9:30am tomorrow" or "9:30am on Friday 4 December"."""
    local, today = at.astimezone(LONDON), now.astimezone(LONDON).date()
    said = day(local.date(), today)
    if said == "today":
        return clock(local.time())
    return f"{clock(local.time())} {said}" if said in ("tomorrow", "yesterday") else f"{clock(local.time())} on {said}"


def weekdays(days: Sequence[str]) -> str:
    """ "Tuesdays and Thursdays"; Monday to Friday "weekdays"; all seven "every day"."""
    at = sorted(CODES.index(code) for code in CODES if code in days)
    if at == list(range(7)):
        return "every day"
    if at == list(range(5)):
        return "Monday to Friday"
    return listed([DAYS[n] + "s" for n in at])


def length(minutes: int) -> str:
    """ "30 minutes", "1 hour", "1 and a half hours", "2 hours"."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return f"{left} minutes"
    whole = "1 hour" if hours == 1 else f"{hours} hours"
    if left == 30:
        return f"{hours} and a half hours"
    return f"{whole} and {left} minutes" if left else whole


def count(number: int, one: str, many: str = "") -> str:
    """ "1 visit", "24 visits"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def next_such_day(code: str, after: date) -> date:
    """The first day after `after` that falls on the weekday `code`."""
    return after + timedelta(days=(CODES.index(code) - after.weekday() - 1) % 7 + 1)
