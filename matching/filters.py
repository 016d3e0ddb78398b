"""Gates: hard limits that an offering passes or does not, each able to say why it refused.

"No restriction" counts as eligible: an offering that says nothing about times, gender or
price is not shut out for it. Decisions only; the numbers come from the offering and the need.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from matching.constraints.found import DAY_NAMES, NOTHING_STATED, PARTS_OF_DAY, Ceiling, Constraints
from matching.need import KnownPerson
from matching.offering import Arrangement, Offering, Point, Window, WorkerGender
from matching.places import miles

GIVE_MINUTES = 15
"""A window that starts or ends within a quarter of an hour of what was asked still covers it."""
WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person narrowed by hand on the page."""

    free_only: bool = False
    kinds: tuple[str, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    days: tuple[int, ...] = ()
    worker_gender: WorkerGender | None = None
    languages: tuple[str, ...] = ()
    ceiling_pence: int | None = None
    """The most an hour may cost, in pence."""
    within_metres: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit in force for one search, worked out once."""

    constraints: Constraints = NOTHING_STATED
    places: tuple[Point, ...] = ()
    known: KnownPerson | None = None
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which gate shut an offering out, and why, in words for people."""

    gate: str
    why: str


Gate = Callable[[Offering, Limits], str | None]


def refusals(offering: Offering, limits: Limits) -> list[Refusal]:
    """Every gate that shuts the offering out; empty when it may be shown."""
    found = ((name, gate(offering, limits)) for name, gate in GATES.items())
    return [Refusal(name, why) for name, why in found if why is not None]


def _distance(offering: Offering, limits: Limits) -> str | None:
    if not offering.reaches(limits.places):
        metres = offering.metres_from(limits.places) or 0
        return f"too far: about {round(miles(metres))} miles, and they come {round(miles(offering.travel_metres or 0))}"
    within = limits.filters.within_metres
    metres_away = offering.metres_from(limits.places)
    if within is not None and metres_away is not None and metres_away > within:
        return f"further than you asked: about {round(miles(metres_away))} miles"
    return None


def days_asked(limits: Limits) -> list[tuple[int, ...]]:
    """Days of each of which somebody must be there on one at least."""
    return [days for days in (limits.constraints.days, limits.filters.days) if days]


def _days(offering: Offering, limits: Limits) -> str | None:
    for days in days_asked(limits):
        if offering.windows and not any(set(days) & set(w.weekdays) for w in offering.windows):
            return f"not there on {_day_words(days)}"
    return None


def _day_words(days: Sequence[int]) -> str:
    return " or ".join(DAY_NAMES[day] for day in days)


def _hours(offering: Offering, limits: Limits) -> str | None:
    asked = limits.constraints
    if not offering.windows:
        return None
    days = _days_judged(offering, limits)
    if asked.start is not None and asked.end is not None:
        wanted = Window(days, asked.start, asked.end)
        covered = covers(offering.windows, wanted, every=bool(asked.days))
        return None if covered else f"not free from {asked.start:%H:%M} to {asked.end:%H:%M}"
    if asked.time_of_day is not None:
        part = PARTS_OF_DAY[asked.time_of_day]
        if not any(set(days) & set(w.weekdays) and lies_in(w, part) for w in offering.windows):
            return f"not there in the {asked.time_of_day}"
    return None


def _days_judged(offering: Offering, limits: Limits) -> tuple[int, ...]:
    """The days on which the hours are looked at: those asked for and ticked. Somebody who is there on none of them has the
    days gate to say so, and is asked about the hours of their own days: else no other day would ever seem to help."""
    wanted = set(limits.constraints.days or range(7)) & set(limits.filters.days or range(7))
    there = {day for window in offering.windows for day in window.weekdays}
    return tuple(sorted(wanted if wanted & there else there))


def covers(windows: Sequence[Window], wanted: Window, *, every: bool = True) -> bool:
    """Whether some window covers `wanted`, within the give, on every (or any) of its weekdays."""
    start, end = wanted.minutes()

    def on(day: int) -> bool:
        return any(
            day in w.weekdays and w.minutes()[0] <= start + GIVE_MINUTES and w.minutes()[1] >= end - GIVE_MINUTES
            for w in windows
        )

    days = [on(day) for day in wanted.weekdays]
    return all(days) if every else any(days)


def lies_in(window: Window, part: tuple[int, int]) -> bool:
    """Whether an hour of the window, or the whole of a shorter one, lies in a part of the day."""
    start, end = window.minutes()
    enough = min(60, end - start)
    shared = (min(end, high) - max(start, low) for low, high in (part, (part[0] - WHOLE_DAY, part[1] - WHOLE_DAY)))
    later = min(end, part[1] + WHOLE_DAY) - max(start, part[0] + WHOLE_DAY)
    return max(*shared, later) >= enough


FOR_NOTHING = Ceiling(0, "free")


def ceilings_of(limits: Limits) -> list[Ceiling]:
    """The most that may be asked, by each who set a limit."""
    hourly = (limits.filters.ceiling_pence, limits.known.ceiling_pence if limits.known else None)
    ceilings = [FOR_NOTHING if limits.filters.free_only else None, limits.constraints.max_price]
    ceilings += [None if pence is None else Ceiling(pence, "hour") for pence in hourly]
    return [ceiling for ceiling in ceilings if ceiling is not None]


def _price(offering: Offering, limits: Limits) -> str | None:
    return next((why for ceiling in ceilings_of(limits) if (why := _above(offering, ceiling))), None)


def _above(offering: Offering, ceiling: Ceiling) -> str | None:
    if ceiling.unit == "free":
        return None if offering.is_free else "not free"
    dear = offering.price_pence is not None and offering.price_pence > ceiling.pence
    if dear and offering.price_unit == ceiling.unit:
        return f"costs more than £{ceiling.pence / 100:.2f} a {ceiling.unit}".replace(".00", "")
    return None


def genders_asked(limits: Limits) -> list[WorkerGender]:
    """What the worker must be, by each who said so."""
    known = limits.known.worker_gender if limits.known else None
    return [one for one in (limits.constraints.worker_gender, limits.filters.worker_gender, known) if one]


def _gender(offering: Offering, limits: Limits) -> str | None:
    for wanted in genders_asked(limits):
        if offering.worker_gender not in (None, "mixed_team", wanted):
            words = {"female": "a woman", "male": "a man", "non_binary": "a non-binary worker"}
            return f"not {words.get(wanted, 'who was asked for')}"
    return None


def languages_asked(limits: Limits) -> list[tuple[tuple[str, ...], bool]]:
    """Languages of each of which one at least must be spoken; with True those who say none of any are let through."""
    asked: list[tuple[tuple[str, ...], bool]] = [
        ((language,), False) for language in (*limits.constraints.languages, *limits.filters.languages)
    ]
    known = limits.known.languages if limits.known else ()
    return [*asked, (tuple(known), True)] if known else asked


def _language(offering: Offering, limits: Limits) -> str | None:
    has = {language.lower() for language in offering.languages}
    for names, silent in languages_asked(limits):
        if not has & {name.lower() for name in names} and not (silent and not has):
            return f"no {' or '.join(names)} said"
    return None


def _accreditation(offering: Offering, limits: Limits) -> str | None:
    missing = [word for word in limits.constraints.accreditation if word not in offering.assurances]
    return f"no {missing[0].replace('_', ' ')} shown" if missing else None


def _choice(offering: Offering, limits: Limits) -> str | None:
    filters = limits.filters
    if filters.kinds and not set(filters.kinds) & set(offering.kinds):
        return "another kind of support"
    if filters.arrangements and offering.arrangement not in filters.arrangements:
        return "another kind of provider"
    return None


def _exclusions(offering: Offering, limits: Limits) -> str | None:
    if limits.known is None:
        return None
    names = {name.casefold() for name in limits.known.exclusions}
    if names & {offering.id.casefold(), offering.provider_name.casefold()}:
        return "the person does not want them again"
    for equipment in limits.known.equipment:
        if any(equipment.casefold() in limit.casefold() for limit in offering.limits):
            return f"cannot use a {equipment}"
    return None


_NOT_FOR: dict[str, re.Pattern[str]] = {
    "hoist": re.compile(r"\bhoist", re.IGNORECASE),
    "step-free": re.compile(
        r"\b(?:steps?|stairs|upstairs|no (?:lift|ramp|wheelchairs?)|not (?:step|wheelchair))", re.IGNORECASE
    ),
    "two workers": re.compile(r"\b(?:one worker only|works? alone|single[- ]handed only|no double)", re.IGNORECASE),
}
"""What an offering says of its limits that shuts out a need for each of these. One that says nothing is not shut out."""


def _access(offering: Offering, limits: Limits) -> str | None:
    for wanted in limits.constraints.also:
        pattern = _NOT_FOR.get(wanted)
        said = next((limit for limit in offering.limits if pattern and pattern.search(limit)), None)
        if said:
            return f"says of itself: {said}"
    return None


GATES: dict[str, Gate] = {
    "distance": _distance,
    "days": _days,
    "hours": _hours,
    "price": _price,
    "worker_gender": _gender,
    "language": _language,
    "accreditation": _accreditation,
    "access": _access,
    "choice": _choice,
    "exclusions": _exclusions,
}


def in_force(limits: Limits) -> Iterator[str]:
    """The gates that these limits can shut at all; each says of the limits what its own first lines say."""
    stated, filters, known = limits.constraints, limits.filters, limits.known
    if limits.places:
        yield "distance"
    if days_asked(limits):
        yield "days"
    if (stated.start is not None and stated.end is not None) or stated.time_of_day is not None:
        yield "hours"
    if ceilings_of(limits):
        yield "price"
    if genders_asked(limits):
        yield "worker_gender"
    if languages_asked(limits):
        yield "language"
    if stated.accreditation:
        yield "accreditation"
    if any(wanted in _NOT_FOR for wanted in stated.also):
        yield "access"
    if filters.kinds or filters.arrangements:
        yield "choice"
    if known is not None and (known.exclusions or known.equipment):
        yield "exclusions"
