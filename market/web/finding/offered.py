"""One listing as the public may see it: what, when, where, how much, what was checked and how one would work together.

Nobody's address is among it: a town and a district only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from sqlmodel import Session

from market.core.times import at_wall, wall_day
from market.search.narrowing import DAY_NAMES
from market.web.filters import clock
from market.web.finding.directory import FromDirectory, from_directory
from market.web.finding.shown import area_of
from market.web.finding.together import Together, together
from providers.accreditation.badge import Badge
from providers.availability.queries import windows_of
from providers.clearance import badge_of
from providers.listings.kinds import kind_words
from providers.listings.queries import listing
from providers.listings.rules import Where
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.rules import WorkerGender
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import ADDED, Rate, Unit, When
from providers.pricing.words import said_price

METRES_A_MILE = 1609.344
_A_WINTER_DAY = date(2026, 1, 5)
_WHEN = {
    When.WEEKDAY: "Weekdays",
    When.EVENING: "Evenings, 6pm to 6am",
    When.WEEKEND: "Weekends",
    When.BANK_HOLIDAY: "Bank holidays",
}
_ADDED_FOR = {Unit.MILE: "For driving", Unit.SECOND_WORKER: "When two come", Unit.ONE_OFF: "The first time"}
_WHO_COMES = {
    WorkerGender.FEMALE: "A woman",
    WorkerGender.MALE: "A man",
    WorkerGender.NON_BINARY: "A non-binary person",
    WorkerGender.MIXED_TEAM: "Women and men work here",
}
_MAY_RING = frozenset({"registered_agency", "isf_provider", "community", "support_service"})
"""Organisations. The number of somebody who works alone is theirs, and is shared once they have said yes."""


@dataclass(frozen=True)
class Offered:
    """Everything the page says. `prices`, `hours` and `checked` are pairs for a table; `resting` are kinds whose checks ran out."""

    listing_id: str
    title: str
    provider: str
    paragraphs: tuple[str, ...]
    about: str
    area: str
    where: str
    kinds: tuple[tuple[str, str], ...]
    resting: tuple[str, ...]
    skills: tuple[str, ...]
    limits: tuple[str, ...]
    languages: tuple[str, ...]
    who_comes: str
    hours: tuple[tuple[str, str], ...]
    notice: str
    prices: tuple[tuple[str, str], ...]
    badge: Badge
    checked: tuple[tuple[str, str], ...]
    together: Together
    phone: str
    takes_requests: bool
    confirmed_on: date | None
    source: FromDirectory | None = None


def offered(session: Session, listing_id: str, kinds_shown: Sequence[str], now: datetime) -> Offered:
    """The listing in full. `kinds_shown`: those whose checks stand, as search has them. Raises `NotFound`."""
    row = listing(session, listing_id)
    owner = provider(session, row.provider_id)
    today = wall_day(now)
    badge = badge_of(session, row.id, today)
    came_from = from_directory(session, row.id)
    return Offered(
        listing_id=row.id,
        title=row.title,
        provider=owner.name,
        paragraphs=tuple(line.strip() for line in row.description.splitlines() if line.strip()),
        about=owner.about,
        area=area_of(row, owner),
        where=where_words(row, owner),
        kinds=tuple((kind, kind_words(kind)) for kind in kinds_shown),
        resting=tuple(kind_words(kind) for kind in row.kinds if kind not in kinds_shown),
        skills=tuple(row.skills),
        limits=tuple(row.limits),
        languages=tuple("Sign language (BSL)" if one == "BSL" else one for one in owner.languages),
        who_comes=_WHO_COMES[owner.worker_gender] if owner.worker_gender else "",
        hours=hours_words([(tuple(w.weekdays), w.start, w.end) for w in windows_of(session, row.id)]),
        notice=notice_words(row.notice_hours),
        prices=prices_words(rates_of(session, row.id, today)),
        badge=badge,
        checked=tuple((what, when) for what, _, when in (line.partition(". ") for line in badge.checked)),
        together=together(owner.arrangement, owner.cqc_number),
        phone=owner.phone if owner.arrangement.value in _MAY_RING else "",
        takes_requests=row.where is not Where.PHONE_ONLINE and came_from is None,
        confirmed_on=wall_day(row.checked_at) if row.checked_at and came_from is None else None,
        source=came_from,
    )


def where_words(row: Listing, owner: Provider) -> str:
    """Where it happens, and how far they come."""
    area = area_of(row, owner)
    if row.where is Where.PHONE_ONLINE:
        return "By phone, post or online"
    if row.where is Where.OUR_PLACE:
        return f"You go to them, in {area}"
    reach = _reach(row, area)
    return f"They come to you{reach}" if row.where is Where.THEIR_HOME else f"Out and about with you{reach}"


def _reach(row: Listing, area: str) -> str:
    if row.everywhere:
        return ", wherever you live"
    if row.districts:
        return f", in {', '.join(row.districts)}"
    if row.radius_metres is None:
        return f", from {area}"
    far = max(1, round(row.radius_metres / METRES_A_MILE))
    return f", up to {far} mile{'s' if far > 1 else ''} from {area}"


def notice_words(hours: int) -> str:
    """How long before a visit they must be asked; empty for no time at all."""
    if hours <= 0:
        return ""
    if hours % 24 == 0:
        days = hours // 24
        return f"Ask at least {days} day{'s' if days > 1 else ''} before"
    return f"Ask at least {hours} hour{'s' if hours > 1 else ''} before"


def prices_words(rates: Sequence[Rate]) -> tuple[tuple[str, str], ...]:
    """Each price with when it holds: `("Weekends", "£19 an hour")`."""
    several = len({rate.when for rate in rates if rate.unit not in ADDED}) > 1
    return tuple((_when(rate, several=several), _price(rate)) for rate in rates)


def _when(rate: Rate, *, several: bool) -> str:
    if rate.unit in _ADDED_FOR:
        return _ADDED_FOR[rate.unit]
    return _WHEN.get(rate.when, "Most times" if several else "Any time")


def _price(rate: Rate) -> str:
    said = said_price(rate)
    note = f" ({rate.note})" if rate.note else ""
    return said[:1].upper() + said[1:] + note


def hours_words(windows: Sequence[tuple[Sequence[int], time, time]]) -> tuple[tuple[str, str], ...]:
    """Days that share hours together: `("Tuesday and Thursday", "9am to 10am")`, in order of the week."""
    days: dict[tuple[time, time], set[int]] = {}
    for weekdays, start, end in windows:
        days.setdefault((start, end), set()).update(weekdays)
    lines = sorted((min(on), span, on) for span, on in days.items() if on)
    return tuple((days_words(sorted(on)), _span(*span)) for _, span, on in lines)


def days_words(days: Sequence[int]) -> str:
    """`Every day`, `Monday to Friday`, `Tuesday and Thursday`."""
    names = [DAY_NAMES[day] for day in days]
    if len(names) == len(DAY_NAMES):
        return "Every day"
    if len(names) > 2 and all(later - sooner == 1 for sooner, later in pairwise(days)):
        return f"{names[0]} to {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _span(start: time, end: time) -> str:
    if start == end:
        return "day and night"
    first, last = (clock(at_wall(_A_WINTER_DAY, moment)) for moment in (start, end))
    return f"{first} to {last}" + (" the next day" if time(0) < end <= start else "")
