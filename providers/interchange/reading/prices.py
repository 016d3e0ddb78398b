"""Prices as written. Only what can mean one thing is read; everything else stays as its words, flagged."""

import re
from collections.abc import Sequence

from providers.interchange.entry import SaidPrice
from providers.interchange.flags import Flag, Flagged
from providers.interchange.reading.words import number, text
from providers.pricing.rules import Unit

_ANY_MONEY = re.compile(r"£\s?\d|\b\d+p\b")
_ONE_PRICE = re.compile(r"£\s?(\d{1,5}(?:\.\d{2})?)\s*(?:per|a|an|each|/)\s*(?:1\s*)?([a-z]+)\.?", re.I)
_FREE = re.compile(
    r"(?:it'?s |entirely |completely |always )?free(?: of charge)?(?: (?:entry|to attend|to all|for all|event|sessions?))?[.!]?",
    re.I,
)
_NOT_A_PRICE = re.compile(
    r"\b(?:raised?|award(?:ed)?|grants?|fund(?:ed|ing)?|savings?|worth|lottery|income|budget|turnover|prizes?|park(?:ing)?"
    r"|vouchers?|bursar(?:y|ies)|refund(?:ed)?|donated|stipend|salary)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?\n])\s+|\n+")

UNITS: dict[str, Unit] = {
    "hour": Unit.HOUR,
    "hr": Unit.HOUR,
    "session": Unit.SESSION,
    "class": Unit.SESSION,
    "lesson": Unit.SESSION,
    "workshop": Unit.SESSION,
    "visit": Unit.VISIT,
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "mile": Unit.MILE,
}
"""Words for a unit that can mean one thing. A term, a night (asleep or awake?), a person or a year are not among them."""
_DESCRIBED = re.compile(r"(?:per|a|an|each)\s+(?:1\s+)?(?:1?\s?hour\s+)?([a-z]+)", re.I)


def pence(amount: object) -> int | None:
    """An amount of pounds as pence; None when it is no amount, or has parts of a penny."""
    found = number(amount)
    if found is None or found < 0 or found > 100_000:
        return None
    whole = round(found * 100)
    return whole if abs(found * 100 - whole) < 1e-6 else None


def said_price(words: str) -> SaidPrice | None:
    """The price of words that are one price and nothing more: `£5 per session`. None for all others."""
    found = _ONE_PRICE.fullmatch(words.strip())
    if not found:
        return None
    unit, amount = UNITS.get(found.group(2).casefold()), pence(found.group(1))
    return SaidPrice(unit, amount) if unit and amount else None


def described_price(amount: object, description: str, note: str = "") -> SaidPrice | None:
    """The price of an amount with words for what it is for (`35`, `per 1 hour session`); None where they leave a doubt."""
    found, in_pence = _DESCRIBED.fullmatch(description.strip()), pence(amount)
    unit = UNITS.get(found.group(1).casefold()) if found else None
    return SaidPrice(unit, in_pence, note) if unit and in_pence else None


def is_free_words(words: str) -> bool:
    """Whether the words say free and nothing besides."""
    return bool(_FREE.fullmatch(words.strip()))


def price_in(*texts: str) -> str:
    """The first sentence that names what something costs, cut short; empty where there is none.

    Money that was raised, awarded or saved, and what a car park takes, is no price.
    """
    for words in texts:
        for sentence in _SENTENCE.split(words):
            if _ANY_MONEY.search(sentence) and not _NOT_A_PRICE.search(sentence):
                return sentence.strip()[:200]
    return ""


def read_prices(
    free: bool | None, fee_text: str, description: str = "", said: Sequence[SaidPrice] = ()
) -> tuple[bool | None, tuple[SaidPrice, ...], str, tuple[Flagged, ...]]:
    """Whether it is free, the prices read for certain, the words kept, and what is doubtful.

    "Free" with a price beside it is neither free nor priced here: both stand as words, and a person decides.
    """
    words = text(fee_text)
    named = words if _ANY_MONEY.search(words) else price_in(description)
    if free and (named or said):
        shown = named or words or "a price"
        return None, (), words or named, (Flagged(Flag.FREE_BUT_PRICED, shown[:200]),)
    if free or (free is None and not said and is_free_words(words)):
        return True, (), "" if is_free_words(words) else words, ()
    if said:
        return False, tuple(said), words, ()
    one = said_price(words)
    if one:
        return False, (one,), "", ()
    if words:
        return free, (), words, (Flagged(Flag.PRICE_KEPT_AS_TEXT, words[:200]),)
    return free, (), "", ()
