"""A quote as one read-back: who, when, how many, how much, from what, and what cannot be had."""

from bot.flows.whose import you_or
from bot.phrases import saying
from bot.phrases.said import booking as words
from bot.seen import Person, Quote, TakenSlot
from bot.talk import Talk


def read_back(quote: Quote, talk: Talk, person: Person) -> str:
    """The whole of what a Yes agrees to. The price of the run comes before the question."""
    wanted = quote.wanted
    text = words.READ_BACK.format(
        provider=quote.provider, for_name=you_or(talk, person), days=_days(quote, talk),
        time=saying.span(wanted.start, wanted.end), run=_run(quote), visits=saying.count(len(quote.slots), "visit"),
        total=saying.money(quote.total_pence), unit=_unit(quote), pot=_pot(quote), taken=_taken(quote, talk),
        warn="".join(f" {w}" for w in quote.warnings),
        note=words.WITH_NOTE.format(note=wanted.note) if wanted.note else "",
    )  # fmt: skip
    agree = words.AGREE.format(terms=" ".join(quote.agree_to)) if quote.agree_to else ""
    asking = words.SHALL_I_ASK_REST if quote.taken else words.SHALL_I_ASK
    return text + agree + asking.format(provider=quote.provider, count=len(quote.slots))


def _days(quote: Quote, talk: Talk) -> str:
    wanted = quote.wanted
    if not wanted.weekdays:
        said = [saying.day(d, talk.today) for d in wanted.dates]
        return saying.listed([w if w in ("today", "tomorrow") else f"on {w}" for w in said])
    days = saying.weekdays(wanted.weekdays)
    if wanted.every_weeks == 2:
        return words.EVERY_TWO_WEEKS.format(days=days)
    return days if days in ("every day", "Monday to Friday") else f"on {days}"


def _run(quote: Quote) -> str:
    if not quote.wanted.weekdays:
        return ""
    return words.RUN.format(first=saying.plain_date(quote.wanted.first), last=saying.plain_date(quote.until))


def _unit(quote: Quote) -> str:
    return words.UNIT.format(unit=quote.unit_words) if quote.unit_words else ""


def _pot(quote: Quote) -> str:
    if not quote.pot_name:
        return ""
    if quote.left_pence is None:
        return words.POT.format(pot=quote.pot_name)
    return words.POT_LEFT.format(pot=quote.pot_name, left=saying.money(quote.left_pence))


def _taken(quote: Quote, talk: Talk) -> str:
    if not quote.taken:
        return ""
    return words.TAKEN.format(slots=saying.listed([_taken_slot(t, talk) for t in quote.taken[:4]]))


def _taken_slot(taken: TakenSlot, talk: Talk) -> str:
    times = saying.listed([saying.slot_words(s, talk.today) for s in taken.instead[:2]], last="or")
    instead = words.TAKEN_INSTEAD.format(times=times) if times else ""
    return words.TAKEN_SLOT.format(slot=saying.slot_words(taken.wanted, talk.today), why=taken.why, instead=instead)
