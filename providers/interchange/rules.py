"""What becomes of a row: the outcomes, and how the present state and the row settle them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from market.core.times import wall_day
from providers.interchange.entry import Entry
from providers.interchange.flags import WORDS, Flag, Flagged
from providers.interchange.reading.ages import is_only_for_children
from providers.listings.rules import FRESH_FOR, ListingState


class Outcome(StrEnum):
    """How a row ended. Every row has exactly one."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class PairDecision(StrEnum):
    """What a person said of two that look alike."""

    MERGED = "merged"
    KEPT_APART = "kept_apart"


@dataclass(frozen=True, slots=True)
class Known:
    """What we have of a row already: the fingerprint it had, and the listing it became or was merged with."""

    fingerprint: str
    listing_id: str
    merged: bool = False
    down: ListingState | None = None
    """`SUSPENDED` or `REMOVED` where the desk took the listing down."""
    given_kinds: tuple[str, ...] = ()


def why_refused(entry: Entry, known: Known | None, *, organisation_is_suspended: bool = False) -> str:
    """Why a row cannot be taken at all, in words; empty when it can."""
    if entry.problem:
        return entry.problem
    if organisation_is_suspended and not (known and known.merged):
        name = f"“{entry.organisation}”" if entry.organisation else "who runs it"
        return f"The desk has suspended {name}. Nothing of theirs is brought in or changed until that ends."
    if entry.closed and known is None:
        return f"The source says it is {entry.closed}."
    if is_only_for_children(entry.ages, entry.who_for):
        ages = f" ({entry.who_for[:60]})" if entry.who_for else f" (up to {entry.ages[1]})"
        return f"It is for children and young people only{ages}; listings here are for adults."
    return ""


def why_down(known: Known | None) -> str:
    """That the desk took a listing down, in words, and that no file brings it back; empty for others."""
    return f"The desk has {known.down.value} this listing, and it stays down." if known and known.down else ""


def organisation_key(entry: Entry) -> str:
    """What a source calls the organisation that runs a row; one of its own for a row that names none."""
    return entry.organisation_id or f"of {entry.source_id}"


def age_flags(entry: Entry, received: date, today: date) -> Iterable[Flagged]:
    """What is to be said of how old a row is. `received`: the day its age counts from where it has none of its own."""
    if entry.dated_on is None:
        yield Flagged(Flag.NO_DATE, f"counted from {received.day} {received:%B %Y}")
    elif today - entry.dated_on > FRESH_FOR:
        yield Flagged(Flag.OLD_DATE, f"{entry.dated_on.day} {entry.dated_on:%B %Y}")
    if entry.last_day is not None and entry.last_day < today:
        yield Flagged(Flag.LAST_DAY_PAST, f"{entry.last_day.day} {entry.last_day:%B %Y}")
    youngest, oldest = entry.ages
    if oldest is not None and oldest >= 18 and youngest is not None and youngest < 16:
        yield Flagged(Flag.MIXED_AGES, entry.who_for[:80])


HIDES: frozenset[Flag] = frozenset(
    {
        Flag.NO_PLACE,
        Flag.NO_KIND,
        Flag.OLD_DATE,
        Flag.LAST_DAY_PAST,
        Flag.NO_LAWFUL_BASIS,
        Flag.NO_CQC_NUMBER,
        Flag.CQC_NUMBER_UNCHECKED,
    }
)
"""Flags with which a row is kept but not shown: the public cannot use it, or may not be shown it."""


def why_hidden(flags: Iterable[Flagged]) -> str:
    """Why a row that was taken is not on show, in words; empty when it is."""
    return ". ".join(one.words() for one in flags if one.flag in HIDES)


WAITS_FOR_A_KIND = WORDS[Flag.NO_KIND]


def without_waiting_for_a_kind(hidden: str) -> str:
    """What still keeps a row back once somebody has said what kind of support it is; empty when nothing does."""
    return ". ".join(why for why in hidden.split(". ") if why != WAITS_FOR_A_KIND)


def outcome_of(known: Known | None, fingerprint: str) -> Outcome:
    """Added, updated or unchanged. What a person merged is theirs to change, and no file's."""
    if known is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if known.merged or known.fingerprint == fingerprint else Outcome.UPDATED


def checked_at(dated_on: date | None, received: datetime) -> datetime:
    """The instant from which a listing's freshness counts: midday of the source's own day, else when it was received."""
    if dated_on is None or dated_on >= wall_day(received):
        return received
    return received - timedelta(days=(wall_day(received) - dated_on).days)
