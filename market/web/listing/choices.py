"""What each page of a listing lets one choose from, and the words for a rate that is only lawful for the self-employed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from market.core.money import pounds
from market.web.listing import words
from market.web.listing.questions import ARRANGEMENTS, FIRST_KINDS, WHERE, Question
from market.web.listing.reading_lists import line_key
from providers.arrangement.rules import Arrangement
from providers.changes.rules import Part, as_rates
from providers.listings.kinds import support_kinds
from providers.listings.rules import PERSONAL_CARE_KIND
from providers.organisations.tables import Provider
from providers.pricing.rules import NOTHING_TO_PAY
from providers.wages.reference import wages
from providers.wages.rules import CouldNotPayAnEmployee, check_rates


def choices(question: Question, owner: Provider, value: dict[str, Any], today: date) -> dict[str, Any]:
    """What one page needs beside what was answered."""
    if question.name == "how":
        return {"how": [(one.value, said, more) for one, said, more in ARRANGEMENTS]}
    if question.name == "what":
        return {"groups": _kinds()}
    if question.name == "place":
        return {"wheres": [(one.value, said) for one, said in WHERE]}
    if question.name == "times":
        only = [words.part_words(Part.TIMES, value | {"windows": [one], "dated": []})[0] for one in value["windows"]]
        return {"lines": list(zip(map(line_key, value["windows"]), only, strict=True))}
    if question.name == "prices":
        return _prices(owner, value, today)
    if question.name == "languages":
        return {"languages": words.languages()}
    if question.name == "gender":
        return {"genders": words.GENDERS}
    if question.name == "age":
        until = date.fromisoformat(value["until"]) if value["until"] else None
        return {"ages": words.AGES, "until": until}
    return _limits(value) if question.name == "limits" else {}


def _kinds() -> list[list[tuple[str, str, str]]]:
    """The usual kinds of support, then all others."""
    known = support_kinds()
    first = [kind for kind in FIRST_KINDS if kind in known]
    others = [kind for kind in known if kind not in first and kind != PERSONAL_CARE_KIND]
    return [[(kind, known[kind].label, _capital(known[kind].about)) for kind in some] for some in (first, others)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _prices(owner: Provider, value: dict[str, Any], today: date) -> dict[str, Any]:
    rates = as_rates(value)
    flags: tuple[CouldNotPayAnEmployee, ...] = ()
    if owner.arrangement is not Arrangement.EMPLOYED_PA:
        flags = check_rates(owner.arrangement, owner.age_band_on(today), rates, on=today, wages=wages())
    return {
        "lines": [(line_key(line), words.rate_words(rate)) for line, rate in zip(value["rates"], rates, strict=True)],
        "units": [(one.value, said) for one, said in words.UNITS],
        "whens": [(one.value, said) for one, said in words.WHENS],
        "free": [one.value for one in NOTHING_TO_PAY],
        "flag": flag_words(flags),
    }


def _limits(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "choices": {name: [(key, said) for key, said, _, _ in options] for name, options in words.CHOICES.items()},
        "chosen": words.chosen_of(value),
        "others": "\n".join(words.other_limits(value)),
        "skills": "\n".join(words.other_skills(value)),
    }


def flag_words(flags: Sequence[CouldNotPayAnEmployee]) -> str:
    """A rate that would be unlawful if the work were really employment is said, and not refused."""
    if not flags:
        return ""
    least, source = pounds(flags[0].least_pence), flags[0].source.rstrip(".")
    return (
        f"A price is under the minimum wage of {least} an hour. "
        f"That is lawful only for somebody who is truly self-employed. Source: {source}."
    )
