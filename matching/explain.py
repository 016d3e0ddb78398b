"""Why an offering is shown, in plain words, from the facts that counted."""

import re
from collections.abc import Sequence
from typing import Final

from matching.asked import Asked
from matching.constraints.found import DAY_NAMES, PARTS_OF_DAY, Constraints
from matching.filters import lies_in
from matching.index import Index
from matching.need import KnownPerson
from matching.offering import Offering, Window
from matching.places import said_distance

LONGEST = 100
"""Characters of an offering's own words that are quoted."""
TELLS = 3.0
"""How much a sentence must have of what was asked to be quoted: about one telling word."""
SPEAKS = 5.0
"""What a sentence counts that means just what was asked, or is about just that, though it shares no word with it."""
_UNITS: Final = {"four_weeks": "for four weeks", "hour": "an hour"}
_CUT: Final = re.compile(r"[:;,–]\s|\s(?:and|but|so|because|for|with|where|who)\s")


def reasons(
    index: Index, slot: int, asked: Asked, *, metres: int | None, known: KnownPerson | None = None
) -> tuple[str, ...]:
    """The facts that counted for the offering in a slot, most telling first, each a few words."""
    offering = index.offering(slot)
    if offering is None:
        return ()
    parts = (
        own_words(index, slot, asked) or help_given(index, slot, asked),
        "someone you know" if known and _is_known(offering, known) else None,
        said_distance(metres) if metres is not None else said_reach(offering),
        said_price(offering),
        said_when(offering, asked.constraints),
        *_asked_for(offering, asked.constraints),
        offering.assurance_note or None,
        *offering.limits,
    )
    return tuple(dict.fromkeys(part for part in parts if part))


def _is_known(offering: Offering, known: KnownPerson) -> bool:
    names = {name.casefold() for name in known.workers_known}
    return bool(names & {offering.id.casefold(), offering.provider_name.casefold()} - {""})


def own_words(index: Index, slot: int, asked: Asked) -> str | None:
    """What of the offering's own words answers the need best; None where nothing stands out."""
    document = index.document(slot)
    if document is None or not document.sentences:
        return None
    layer = index.knowledge.layer
    needed = {fired.help.id: fired.strength for fired in asked.helps[:5]}
    tells = {token: index.rarity(token) * weight for token, weight in asked.terms.items()}

    def worth(number: int) -> float:
        said = set(document.meant[number])
        lexical = sum(told for token, told in tells.items() if token in said)
        return lexical + sum(strength * layer.shared(help_id, said) for help_id, strength in needed.items())

    worths = [worth(number) for number in range(len(document.sentences))]
    if index.hearing is not None and asked.vector is not None:
        speaking = index.hearing.meanings.speaking(slot, asked.vector, asked.about)
        for number, spoken in zip(range(len(worths)), (SPEAKS * speaking).tolist(), strict=False):
            worths[number] += spoken
    best = max(range(len(worths)), key=lambda number: worths[number])
    return shortened(document.sentences[best]) if worths[best] >= TELLS else None


def help_given(index: Index, slot: int, asked: Asked) -> str | None:
    """The label of the help that counted most for the offering; None where none did."""
    given = index.given(slot)
    counted = {fired.help.label: fired.strength * given.get(fired.help.id, 0.0) for fired in asked.helps}
    best = max(counted, key=lambda label: counted[label], default=None)
    return best if best and counted[best] > 0 else None


def shortened(sentence: str) -> str:
    """A sentence cut at a natural place so that it reads in one glance."""
    plain = " ".join(sentence.split()).rstrip(".!?;, ")
    if len(plain) <= LONGEST:
        return plain
    cuts = [found.start() for found in _CUT.finditer(plain) if 40 <= found.start() <= LONGEST]
    short = plain[: cuts[-1]] if cuts else plain[:LONGEST].rsplit(" ", 1)[0] + "…"
    return short if short.count("(") == short.count(")") else short[: short.rindex("(")].rstrip(" ,;:")


def said_reach(offering: Offering) -> str | None:
    """ "by phone, post or online" where there is no travelling."""
    return "by phone, post or online" if offering.travel_metres is None and not offering.points else None


def said_price(offering: Offering) -> str | None:
    """ "free", "£17 an hour", "£4.50 a session"; None where no price is given."""
    if offering.is_free:
        return "paid for by others" if offering.price_unit == "funded" else "free"
    if offering.price_pence is None:
        return None
    pounds = f"£{offering.price_pence / 100:.2f}".removesuffix(".00")
    return f"{pounds} {_UNITS.get(offering.price_unit, 'a ' + offering.price_unit.replace('_', ' '))}"


def said_when(offering: Offering, asked: Constraints) -> str | None:
    """When it is free of what was asked; else when next; else its days."""
    if offering.windows and (asked.days or asked.time_of_day):
        days = _days_met(offering.windows, asked)
        if asked.time_of_day and len(days) == 7:
            return f"there every {asked.time_of_day}"
        if days and asked.time_of_day:
            return f"there on {said_days(days).replace('days', 'day')} {asked.time_of_day}s"
        if days:
            return f"there on {said_days(days)}"
    if offering.next_free is not None:
        return f"next free {offering.next_free.day} {offering.next_free:%B}"
    days = tuple(sorted({day for window in offering.windows for day in window.weekdays}))
    if not days:
        return None
    return "every day" if len(days) == 7 else said_days(days)


def _days_met(windows: Sequence[Window], asked: Constraints) -> tuple[int, ...]:
    wanted = set(asked.days or range(7))
    met = (
        window.weekdays
        for window in windows
        if asked.time_of_day is None or lies_in(window, PARTS_OF_DAY[asked.time_of_day])
    )
    return tuple(sorted(wanted & {day for days in met for day in days}))


def said_days(days: Sequence[int]) -> str:
    """ "Tuesdays and Thursdays"; a run of three or more as "Mondays to Fridays"."""
    names = [DAY_NAMES[day] + "s" for day in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{names[0]} to {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _asked_for(offering: Offering, asked: Constraints) -> list[str]:
    """What was asked of the worker and is so."""
    said = [f"speaks {language}" if language != "BSL" else "signs (BSL)" for language in asked.languages]
    if asked.worker_gender and offering.worker_gender == asked.worker_gender:
        said.append("a woman" if asked.worker_gender == "female" else "a man")
    elif asked.worker_gender and offering.worker_gender == "mixed_team":
        said.append("men and women in the team")
    return said
