"""What will soon lapse, or has: the accreditation desk's list. Values in, values out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from providers.accreditation.rules import DbsLevel, Evidence

WARN_DAYS = (7, 30, 60, 90)
LAPSED = 0


@dataclass(frozen=True)
class Lapsing:
    """One kind of check that runs out, or has run out. `within` is one of `WARN_DAYS`, or `LAPSED`."""

    kind: str
    last_day: date
    within: int


def lapsing(evidence: Iterable[Evidence], today: date) -> tuple[Lapsing, ...]:
    """What of one provider's evidence has lapsed or lapses within ninety days, soonest first.

    Of each kind the best that was seen counts: a certificate that a newer one as good replaces is not worth a telephone call.
    """
    found = (_about(one, today) for one in best_of_each(evidence, today).values())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.last_day, one.kind)))


def notice_due(last_day: date, today: date, notice_days: Iterable[int], reminded: int | None) -> int | None:
    """Which notice to give today to whoever holds this evidence, in days before its end; None for none.

    The narrowest that holds the days left, unless it or a narrower one was given already: a round that was missed for a
    week gives one notice, not four.
    """
    left = (last_day - today).days
    within = min((days for days in notice_days if 0 <= left <= days), default=None)
    return within if within is not None and (reminded is None or within < reminded) else None


def best_of_each(evidence: Iterable[Evidence], today: date) -> dict[str, Evidence]:
    """Of each kind the best that was seen by today: the highest level, and of those the one that lasts longest."""
    best: dict[str, Evidence] = {}
    for one in sorted(evidence, key=_how_good):
        if one.issued_on <= today:
            best[one.kind] = one
    return best


def _about(one: Evidence, today: date) -> Lapsing | None:
    if one.last_day is None:
        return None
    left = (one.last_day - today).days
    if left < 0:
        return Lapsing(one.kind, one.last_day, LAPSED)
    within = next((days for days in WARN_DAYS if left <= days), None)
    return Lapsing(one.kind, one.last_day, within) if within is not None else None


def _how_good(one: Evidence) -> tuple[int, bool, date]:
    return list(DbsLevel).index(one.level or DbsLevel.NONE), one.barred_list, one.last_day or date.max
