"""Which changes of a listing go live at once and which the desk looks at first.

What could mislead somebody who chose by the old words waits: a wider area, a higher price, personal care or other work that
needs checks of its own, another arrangement, another name or photograph, a limit taken back. What only mends or promises
less goes live and is written down: a typo, an hour, a nearer circle, a lower price.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from rapidfuzz.distance import Levenshtein

from providers.changes.dearer import dearer
from providers.listings.rules import PERSONAL_CARE_KIND, ListingState, Where, tiers_for
from providers.organisations.rules import AgeBand
from providers.pricing.rules import Rate, Unit, When

Value = Mapping[str, Any]
"""What one part of a listing says, as plain values that can be kept."""

LATELY = timedelta(days=90)
"""For so long a price that was taken away is remembered when another is given in its stead."""
MOST_LETTERS_OF_A_TYPO = 24
LEAST_ALIKE = 0.9
_CHECKED_ABILITIES = frozenset({"hoist", "two carers", "medication", "PEG", "tracheostomy"})
_HIGH_RISK = frozenset({PERSONAL_CARE_KIND, "nights", "live_in", "end_of_life", "money", "shared_lives", "transport"})
_WEIGHTY = re.compile(
    r"\d{4,}|£|@|https?:|www\.|\b(?:wash|bath|dress|toilet|hoist|medic|inject|insur|regist|qualif|nurs|DBS)",
    re.IGNORECASE,
)


class Part(StrEnum):
    """The parts of a listing that are asked for, changed and weighed one at a time."""

    ARRANGEMENT = "arrangement"
    NAME = "name"
    KINDS = "kinds"
    WHERE = "where"
    TIMES = "times"
    PRICES = "prices"
    LANGUAGES = "languages"
    GENDER = "gender"
    AGE = "age"
    LIMITS = "limits"
    WORDS = "words"
    PHOTO = "photo"


OF_ALL_LISTINGS = frozenset({Part.ARRANGEMENT, Part.AGE})
"""The parts on which it turns whether any of a provider's listings is lawful."""
NOT_PUBLIC_YET = (ListingState.DRAFT, ListingState.SUBMITTED)
OF_THE_PROVIDER = frozenset({Part.ARRANGEMENT, Part.NAME, Part.LANGUAGES, Part.GENDER, Part.AGE, Part.PHOTO})
"""The parts that all listings of a provider share."""


@dataclass(frozen=True)
class Weighed:
    """Whether a change waits for the desk, and why, in a sentence that both sides read."""

    waits: bool
    why: str = ""


SMALL = Weighed(False)


def weigh(
    part: Part, before: Value, after: Value, *, where: Where, today: date, lately: Sequence[Value] = ()
) -> Weighed:
    """Weigh one part of a listing as it stands against what it is to become. `where` the listing's support happens now;
    `lately`: what the part said in the last weeks, newest first, which matters for prices."""
    if part is Part.PRICES:
        return _prices(before, after, today, lately)
    return _SCALES[part](before, after, where, today)


def _arrangement(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    same = before["arrangement"] == after["arrangement"] and before["cqc_number"] == after["cqc_number"]
    return (
        SMALL if same else Weighed(True, "How somebody works decides what they may offer, and which checks they need.")
    )


def _name(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    same = before["name"].casefold() == after["name"].casefold()
    return SMALL if same else Weighed(True, "The checks were made in the old name.")


def _kinds(before: Value, after: Value, where: Where, _today: date) -> Weighed:
    if after["includes_personal_care"] and not before["includes_personal_care"]:
        return Weighed(True, "Personal care needs a lawful basis and checks of its own.")
    added = set(after["kinds"]) - set(before["kinds"])
    more_checks = set(_tiers(after, where)) - set(_tiers(before, where))
    return (
        Weighed(True, "The help that is added needs checks of its own.") if more_checks or added & _HIGH_RISK else SMALL
    )


def _tiers(value: Value, where: Where) -> Collection[str]:
    return tiers_for(value["kinds"], where, includes_personal_care=value["includes_personal_care"])


def _area(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    return SMALL if _is_within(after, before) else Weighed(True, "People choose by the area.")


def _is_within(inner: Value, outer: Value) -> bool:
    """Whether an area reaches nobody that the other did not reach: a smaller circle, or fewer districts or towns."""
    if inner["where"] != outer["where"] or inner["everywhere"] != outer["everywhere"]:
        return False
    if inner["postcode"] != outer["postcode"]:
        return False
    if inner["miles"] is not None and outer["miles"] is not None:
        return bool(inner["miles"] <= outer["miles"])
    if inner["miles"] is not None or outer["miles"] is not None:
        return False
    fewer = set(inner["districts"]) <= set(outer["districts"]) and set(inner["towns"]) <= set(outer["towns"])
    return fewer and bool(inner["everywhere"] or inner["districts"] or inner["towns"])


def _prices(before: Value, after: Value, today: date, lately: Sequence[Value]) -> Weighed:
    found = dearer(as_rates(before), as_rates(after), today, [as_rates(value) for value in lately])
    return SMALL if found is None else Weighed(True, f"A price goes up. {found}")


def as_rates(value: Value) -> tuple[Rate, ...]:
    """The rate card that a value of prices holds."""
    return tuple(
        Rate(
            Unit(line["unit"]),
            line["pence"],
            When(line["when"]),
            line["note"],
            date.fromisoformat(line["starts_on"]) if line["starts_on"] else None,
            date.fromisoformat(line["ends_on"]) if line["ends_on"] else None,
        )
        for line in value["rates"]
    )


def _limits(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    if set(before["limits"]) - set(after["limits"]):
        return Weighed(True, "A limit that people relied on is taken back.")
    gained = set(after["skills"]) - set(before["skills"])
    return Weighed(True, "What is added needs training.") if gained & _CHECKED_ABILITIES else SMALL


def _words(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    was, becomes = (f"{value['title']}\n{value['description']}" for value in (before, after))
    letters = Levenshtein.distance(was, becomes)
    alike = Levenshtein.normalized_similarity(was, becomes)
    new_facts = {found.casefold() for found in _WEIGHTY.findall(becomes)} - {
        found.casefold() for found in _WEIGHTY.findall(was)
    }
    if new_facts or letters > MOST_LETTERS_OF_A_TYPO or alike < LEAST_ALIKE:
        return Weighed(True, "It says more than a mended typo does.")
    return SMALL


def _age(before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    """Without evidence of age the wage is that of 21 and over: who says they are younger shows it."""
    younger = after["age_band"] not in ("", AgeBand.FROM_21)
    return Weighed(True, "The minimum wage turns on it, so somebody looks at proof of age.") if younger else SMALL


def _photo(_before: Value, after: Value, _where: Where, _today: date) -> Weighed:
    return Weighed(True, "Somebody looks at each photograph before it is shown.") if after["photo"] else SMALL


def _small(_before: Value, _after: Value, _where: Where, _today: date) -> Weighed:
    return SMALL


_SCALES = {
    Part.ARRANGEMENT: _arrangement,
    Part.NAME: _name,
    Part.KINDS: _kinds,
    Part.WHERE: _area,
    Part.TIMES: _small,
    Part.LANGUAGES: _small,
    Part.GENDER: _small,
    Part.AGE: _age,
    Part.LIMITS: _limits,
    Part.WORDS: _words,
    Part.PHOTO: _photo,
}
