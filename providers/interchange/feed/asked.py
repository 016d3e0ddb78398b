"""What a reader of the feed asked for: the standard's query parameters, read strictly and applied. Pure.

A parameter that cannot be read is refused with a sentence, never passed over: a harvester that asks for Mondays and is given
everything will not notice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from market.core.places import PlaceUnknown, Spot, find_place, metres_between
from matching.offering import Offering
from providers.interchange.feed.documents import DAY_CODES, taxonomy_id, term_id
from providers.interchange.reading.times import clock, weekday
from providers.listings.kinds import kind_words, support_kinds

PER_PAGE, MOST_PER_PAGE = 50, 200
KNOWN = frozenset(
    {"search", "page", "per_page", "taxonomy_term_id", "taxonomy_id", "minimum_age", "maximum_age", "start_time", "end_time", "day",
     "postcode", "proximity", "organization_id", "full", "format"}
)  # fmt: skip


class NotUnderstood(ValueError):
    """A parameter cannot be read; the message says which and what it should be."""


@dataclass(frozen=True)
class Asked:
    """The question of one request."""

    search: str = ""
    page: int = 1
    per_page: int = PER_PAGE
    term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    minimum_age: float | None = None
    maximum_age: float | None = None
    start_time: time | None = None
    end_time: time | None = None
    day: int | None = None
    near: Spot | None = None
    within_metres: float | None = None
    full: bool = False

    @property
    def asks_for_ages(self) -> bool:
        return self.minimum_age is not None or self.maximum_age is not None


def read(said: Mapping[str, str]) -> Asked:
    """The parameters of a request. Raises `NotUnderstood`."""
    if unknown := sorted(set(said) - KNOWN):
        raise NotUnderstood(f"There is no parameter {unknown[0]}.")
    if said.get("format", "json") != "json":
        raise NotUnderstood("format: only json is offered.")
    near = _near(said.get("postcode", ""))
    within = _number(said, "proximity")
    if within is not None and near is None:
        raise NotUnderstood("proximity: it needs a postcode as well.")
    return Asked(
        search=said.get("search", "").strip()[:200],
        page=_whole(said, "page", 1),
        per_page=min(_whole(said, "per_page", PER_PAGE), MOST_PER_PAGE),
        term_id=said.get("taxonomy_term_id", "").strip(),
        taxonomy_id=said.get("taxonomy_id", "").strip(),
        organization_id=said.get("organization_id", "").strip(),
        minimum_age=_number(said, "minimum_age"),
        maximum_age=_number(said, "maximum_age"),
        start_time=_time(said, "start_time"),
        end_time=_time(said, "end_time"),
        day=_day(said.get("day", "")),
        near=near,
        within_metres=within,
        full=said.get("full", "").strip().casefold() in {"true", "1", "yes"},
    )


def fits(offering: Offering, asked: Asked) -> bool:
    """Whether a listing is what was asked for, as far as the index knows it (ages and organisations stand elsewhere)."""
    return (
        _has_words(offering, asked.search)
        and _has_term(offering, asked)
        and _has_time(offering, asked)
        and _is_near(offering, asked)
    )


def fits_ages(ages: Sequence[int | None], asked: Asked) -> bool:
    """The standard: a minimum age of at least the one asked, a maximum age of at most the one asked. Not said does not fit."""
    least, most = ages
    low = asked.minimum_age is None or (least is not None and least >= asked.minimum_age)
    return low and (asked.maximum_age is None or (most is not None and most <= asked.maximum_age))


def _has_words(offering: Offering, search: str) -> bool:
    if not search:
        return True
    labels = " ".join(kind_words(kind) for kind in offering.kinds)
    text = f"{offering.title} {offering.description} {offering.provider_name} {labels}".casefold()
    return all(word in text for word in search.casefold().split())


def _has_term(offering: Offering, asked: Asked) -> bool:
    if asked.taxonomy_id and asked.taxonomy_id != taxonomy_id():
        return False
    return not asked.term_id or any(
        term_id(kind) == asked.term_id for kind in offering.kinds if kind in support_kinds()
    )


def _has_time(offering: Offering, asked: Asked) -> bool:
    if asked.day is None and asked.start_time is None and asked.end_time is None:
        return True
    return any(
        (asked.day is None or asked.day in window.weekdays)
        and (asked.start_time is None or window.start >= asked.start_time)
        and (asked.end_time is None or window.start < window.end <= asked.end_time)
        for window in offering.windows
    )


def _is_near(offering: Offering, asked: Asked) -> bool:
    """With a proximity: its point lies so near. With a postcode alone: it serves that postcode."""
    if asked.near is None:
        return True
    apart = [metres_between(asked.near, Spot(point.easting, point.northing)) for point in offering.points]
    if asked.within_metres is not None:
        return bool(apart) and min(apart) <= asked.within_metres
    return offering.travel_metres is None or not apart or min(apart) <= offering.travel_metres


def _whole(said: Mapping[str, str], name: str, ordinary: int) -> int:
    found = said.get(name, "").strip()
    if not found:
        return ordinary
    if not (found.isascii() and found.isdigit() and 1 <= len(found) <= 6 and int(found) >= 1):
        raise NotUnderstood(f"{name}: it must be a whole number from 1.")
    return int(found)


def _number(said: Mapping[str, str], name: str) -> float | None:
    found = said.get(name, "").strip()
    if not found:
        return None
    if not found.replace(".", "", 1).isdigit() or not found.isascii() or len(found) > 9:
        raise NotUnderstood(f"{name}: it must be a number.")
    return float(found)


def _time(said: Mapping[str, str], name: str) -> time | None:
    found = said.get(name, "").strip()
    if not found:
        return None
    read = clock(found)
    if read is None:
        raise NotUnderstood(f"{name}: it must be a time such as 09:30.")
    return read


def _day(found: str) -> int | None:
    word = found.strip()
    if not word:
        return None
    if word.upper() in DAY_CODES:
        return DAY_CODES.index(word.upper())
    day = weekday(word)
    if day is None:
        raise NotUnderstood("day: it must be a day such as MO or Monday.")
    return day


def _near(typed: str) -> Spot | None:
    if not typed.strip():
        return None
    try:
        return find_place(typed).spot
    except PlaceUnknown:
        raise NotUnderstood("postcode: we do not know that postcode.") from None
