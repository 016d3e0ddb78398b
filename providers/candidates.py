"""What search may find: live listings as the matcher's offerings. The only place where the two meet.

A kind of support whose checks have lapsed, or whose basis is not lawful, is left out of its listing; a listing with nothing
left is left out of search. Both read the dates, so a check lapses at midnight with nobody doing anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlmodel import Session

from market.core.places import PlaceNames, reach_of_district
from market.core.times import wall_day
from matching.offering import Offering, Point, Window
from providers.accreditation.badge import assurance_note, assurances
from providers.accreditation.queries import all_evidence
from providers.accreditation.rules import Evidence
from providers.accreditation.schemes import evidence_kinds
from providers.arrangement.rules import Arrangement
from providers.availability.queries import all_away, all_dated, all_windows, away_of, dated_of, windows_of
from providers.availability.rules import Away, Dated, Span, gap_between, next_free
from providers.clearance import kinds_that_may_be_shown
from providers.listings.queries import listing, live_listings
from providers.listings.rules import (
    FRESH_FOR,
    ListingState,
    Room,
    Where,
    side_by_side,
    state_now,
)
from providers.listings.tables import Listing
from providers.organisations.queries import provider, providers
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider
from providers.pricing.queries import all_rates, rates_of
from providers.pricing.rules import ADDED, Rate
from providers.wages.reference import wages
from providers.wages.rules import too_low_on

BusyBy = Mapping[str, Sequence[Span]]
NEW_FOR = timedelta(days=90)
"""For so long after joining a provider counts as a newcomer: about the time in which somebody may come to know them."""


@dataclass(frozen=True)
class _Facts:
    """Everything known of one listing, read beforehand."""

    row: Listing
    owner: Provider
    windows: tuple[Window, ...]
    away: tuple[Away, ...]
    rates: tuple[Rate, ...]
    evidence: tuple[Evidence, ...]
    busy: Sequence[Span]
    dated: tuple[Dated, ...] = ()


def candidates(
    session: Session, now: datetime, busy_by_provider: BusyBy, fresh_for: timedelta = FRESH_FOR
) -> list[Offering]:
    """An offering for every listing that may be found now. `busy_by_provider`: the times each has promised, by provider id."""
    owners = providers(session)
    windows, away, rates = all_windows(session), all_away(session), all_rates(session)
    evidence, dated = all_evidence(session), all_dated(session)
    found = (
        _offering(
            _Facts(
                row,
                owners[row.provider_id],
                windows.get(row.id, ()),
                away.get((row.provider_id, None), ()) + away.get((row.provider_id, row.id), ()),
                rates.get(row.id, ()),
                evidence.get(row.provider_id, ()),
                busy_by_provider.get(row.provider_id, ()),
                dated.get(row.id, ()),
            ),
            now,
        )
        for row in live_listings(session, now, fresh_for)
    )
    return [offering for offering in found if offering is not None]


def candidate(
    session: Session, listing_id: str, now: datetime, busy: Sequence[Span] = (), fresh_for: timedelta = FRESH_FOR
) -> Offering | None:
    """The offering of one listing; None when it may not be found now. Raises `NotFound` when there is no such listing."""
    row = listing(session, listing_id)
    owner = provider(session, row.provider_id)
    shown = state_now(row.state, checked_at=row.checked_at, expires_on=row.expires_on, now=now, fresh_for=fresh_for)
    if shown is not ListingState.LIVE or not may_be_found(owner.state):
        return None
    evidence = all_evidence(session, [owner.id]).get(owner.id, ())
    facts = _Facts(
        row,
        owner,
        windows_of(session, row.id),
        away_of(session, row.id),
        rates_of(session, row.id),
        evidence,
        busy,
        dated_of(session, row.id),
    )
    return _offering(facts, now)


def _offering(facts: _Facts, now: datetime) -> Offering | None:
    row, owner, today = facts.row, facts.owner, wall_day(now)
    kinds = kinds_that_may_be_shown(row, owner, facts.evidence, today)
    if not kinds or _pays_too_little(facts, today):
        return None
    rate = _card_price(facts.rates, today)
    return Offering(
        id=row.id,
        title=row.title,
        description=row.description,
        provider_name=owner.name,
        arrangement=owner.arrangement.value,
        kinds=kinds,
        skills=tuple(row.skills),
        languages=tuple(owner.languages),
        worker_gender=owner.worker_gender.value if owner.worker_gender else None,
        points=_points(row),
        travel_metres=_travels(row),
        price_pence=rate.pence if rate else None,
        price_unit=rate.unit.value if rate else "",
        windows=facts.windows,
        assurances=assurances(facts.evidence, today),
        assurance_note=assurance_note(facts.evidence, today, evidence_kinds()),
        limits=tuple(row.limits),
        next_free=_next_free(facts, now),
        is_new=now - owner.made_at < NEW_FOR,
    )


def _pays_too_little(facts: _Facts, today: date) -> bool:
    """Whether somebody employed would be paid under the wage of today by a price of this card."""
    if facts.owner.arrangement is not Arrangement.EMPLOYED_PA:
        return False
    return too_low_on(facts.owner.arrangement, facts.rates, [today], facts.owner.age_band_on, wages()) is not None


def _card_price(rates: Sequence[Rate], today: date) -> Rate | None:
    """The provider's first price in force: the one on the card. What is added to another only where there is nothing else."""
    now = [rate for rate in rates if rate.in_force(today)]
    return next((rate for rate in now if rate.unit not in ADDED), now[0] if now else None)


def _next_free(facts: _Facts, now: datetime) -> date | None:
    row = facts.row
    if row.spaces == 0 or row.room is Room.FULL:
        return None
    return next_free(
        facts.windows,
        facts.away,
        facts.busy,
        now,
        notice=timedelta(hours=row.notice_hours),
        at_once=side_by_side(row.capacity, facts.owner.workers),
        buffer=gap_between(row.buffer_minutes, row.travel_minutes),
        dated=facts.dated,
    )


def _points(row: Listing) -> tuple[Point, ...]:
    if districts := _districts(row):
        return tuple(point for point in map(_middle, districts) if point)
    if row.easting is None or row.northing is None:
        return ()
    return (Point(round(row.easting), round(row.northing)),)


def _travels(row: Listing) -> int | None:
    """How far from its points a listing reaches, in metres; None for anywhere.

    A district is taken as a circle wide enough for nearly all of its postcodes: the nearest thing to an outline that the
    postcode file gives.
    """
    if row.everywhere or row.where is Where.PHONE_ONLINE:
        return None
    if districts := _districts(row):
        return max((_reach(district) for district in districts), default=0)
    return row.radius_metres


def _districts(row: Listing) -> tuple[str, ...]:
    """The postcode districts a listing names, and those of the towns it names."""
    of_towns = (district for town in row.towns for district in PlaceNames().districts_of(town))
    return tuple(dict.fromkeys((*row.districts, *of_towns)))


@lru_cache(maxsize=4096)
def _middle(district: str) -> Point | None:
    spot = PlaceNames().centre_of(district)
    return Point(round(spot.easting), round(spot.northing)) if spot else None


@lru_cache(maxsize=4096)
def _reach(district: str) -> int:
    return round(reach_of_district(district))
