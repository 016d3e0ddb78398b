"""What was understood of a need, said back in plain words, and what was not. Pure."""

from dataclasses import dataclass

from market.core.money import pounds
from matching.answer import Answer, GateReport
from matching.constraints.found import DAY_NAMES, Ceiling, Constraints, Urgency

_CHECKS = {
    "enhanced_dbs": "an enhanced DBS check",
    "standard_dbs": "a standard DBS check",
    "basic_dbs": "a basic DBS check",
    "adults_barred_list": "a check of the adults’ barred list",
}
MOST_REASONS = 4
_WHY_NOT = {
    "distance": ("is too far away", "are too far away"),
    "days": ("does not work on those days", "do not work on those days"),
    "hours": ("is not free at that time", "are not free at that time"),
    "price": ("costs more than that", "cost more than that"),
    "worker_gender": ("is not the man or woman asked for", "are not the man or woman asked for"),
    "language": ("does not say that they speak the language", "do not say that they speak the language"),
    "accreditation": ("has not shown that check", "have not shown that check"),
    "access": ("says that they cannot manage that", "say that they cannot manage that"),
    "choice": ("is another kind of help or provider", "are another kind of help or provider"),
    "exclusions": ("does not suit what we know of the person", "do not suit what we know of the person"),
}
"""What each gate says of one offering that it refused, and of several."""
_UNITS = {"hour": "an hour", "four_weeks": "for four weeks"}


@dataclass(frozen=True)
class SaidBack:
    """`limits` were applied; `heard` was noticed but not searched by; `unknown` are words nobody here knows."""

    near: str
    limits: tuple[str, ...]
    heard: tuple[str, ...]
    unknown: tuple[str, ...]


def said_back(answer: Answer, near: str) -> SaidBack:
    """What the matcher made of the words. A place named in them goes before the one typed beside them."""
    found = answer.found
    return SaidBack(found.area_name or near, tuple(_limits(found)), found.also, answer.not_understood)


def shut_out(report: GateReport) -> tuple[str, ...]:
    """What cost most of the good ones, the dearest first: `("7 are too far away.", "1 costs more than that.")`."""
    dearest = sorted(report.refused.items(), key=lambda gate: -gate[1])[:MOST_REASONS]
    return tuple(f"{count} {_WHY_NOT[gate][count > 1]}." for gate, count in dearest)


def _limits(found: Constraints) -> list[str]:
    said = [f"on {_list([DAY_NAMES[day] + 's' for day in found.days])}"] if found.days else []
    if found.start is not None and found.end is not None:
        said.append(f"from {found.start:%H:%M} to {found.end:%H:%M}")
    elif found.time_of_day is not None:
        said.append("at night" if found.time_of_day == "night" else f"in the {found.time_of_day}")
    if found.worker_gender is not None:
        said.append("a woman" if found.worker_gender == "female" else "a man")
    if found.languages:
        said.append(f"who speaks {_list(['sign language (BSL)' if one == 'BSL' else one for one in found.languages])}")
    if found.max_price is not None:
        said.append(_price(found.max_price))
    said += [f"with {_CHECKS.get(check, check.replace('_', ' '))}" for check in found.accreditation]
    return [*said, _soon(found.urgency)] if found.urgency is not None else said


def _price(ceiling: Ceiling) -> str:
    if ceiling.unit == "free":
        return "free"
    return f"up to {pounds(ceiling.pence)} {_UNITS.get(ceiling.unit, 'a ' + ceiling.unit.replace('_', ' '))}"


def _soon(urgency: Urgency) -> str:
    if urgency.kind == "by" and urgency.by is not None:
        return f"by {urgency.by.day} {urgency.by:%B}"
    return "as soon as possible" if urgency.kind in ("asap", "by") else urgency.kind


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
