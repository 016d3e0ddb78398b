"""Asking about likely doubles, and doing what a person decided. What was decided once is not asked again."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor
from market.core.database import insert_once
from market.core.events import record
from providers.interchange import writing
from providers.interchange.entry import Entry
from providers.interchange.errors import PairDecided
from providers.interchange.kept import as_kept, entry_of
from providers.interchange.looks import Looks
from providers.interchange.queries import known_rows
from providers.interchange.rules import PairDecision
from providers.interchange.shaping import Given, shape
from providers.interchange.twins import queries
from providers.interchange.twins.finding import Finder, Twin
from providers.interchange.twins.tables import LikelyPair
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.service import remove
from providers.organisations.queries import provider

DECIDED = "listing.pair_decided"


def looks_from(kept: dict[str, Any]) -> Looks:
    """What was kept of a row for comparing."""
    return Looks(**kept | {"spot": tuple(kept["spot"]) if kept["spot"] else None})


def key_of_row(listing_id: str, source: str, source_id: str) -> str:
    """The name of a pair of a listing and a row of a source."""
    return f"{listing_id}~{writing.listing_id_of(source, source_id)}"


def key_of_listings(one: str, other: str) -> str:
    """The name of a pair of listings, whichever comes first."""
    return "~".join(sorted((one, other)))


def not_kept_apart(session: Session, found: Sequence[Twin], source: str, source_id: str) -> Iterator[Twin]:
    """Those twins of a row that nobody has said are another thing."""
    own = writing.listing_id_of(source, source_id)
    keys = {
        twin.looks.key: (key_of_row(twin.looks.key, source, source_id), key_of_listings(twin.looks.key, own))
        for twin in found
    }
    known = queries.known_pairs(session, [key for pair in keys.values() for key in pair]) if keys else {}
    for twin in found:
        decided = [known[key].decision for key in keys[twin.looks.key] if key in known]
        if PairDecision.KEPT_APART not in decided:
            yield twin


def ask_about_row(
    session: Session, twin: Twin, entry: Entry, given: Given, *, authority: tuple[str | None, str], now: datetime
) -> None:
    """Put a row beside the listing it is likely the same as, for a person to decide. The row waits outside."""
    insert_once(
        session,
        LikelyPair,
        key=key_of_row(twin.looks.key, given.source, entry.source_id),
        listing_id=twin.looks.key,
        source=given.source,
        source_id=entry.source_id,
        waiting=as_kept(entry),
        received_on=given.received.date().isoformat(),
        districts=list(given.districts),
        authority_id=authority[0],
        authority_name=authority[1],
        score=round(twin.likeness.score, 3),
        why=list(twin.likeness.why),
        found_at=now,
        decided_by="",
    )


def look_for_twins(session: Session, listing_id: str, now: datetime) -> int:
    """Ask about every listing that is likely the same as this one: done when a listing is sent for checking. How many."""
    mine = next(iter(queries.every_look(session, [listing_id])), None)
    if mine is None:
        return 0
    own = listing(session, listing_id)
    owner = provider(session, own.provider_id)
    asked = 0
    for twin in Finder(queries.every_look(session)).twins(mine):
        if listing(session, twin.looks.key).provider_id == own.provider_id:
            continue  # one provider may well list two things alike
        asked += insert_once(
            session,
            LikelyPair,
            key=key_of_listings(listing_id, twin.looks.key),
            listing_id=twin.looks.key,
            other_listing_id=listing_id,
            source="",
            source_id="",
            waiting={},
            received_on="",
            districts=[],
            authority_id=owner.authority_id,
            authority_name=owner.authority_name,
            score=round(twin.likeness.score, 3),
            why=list(twin.likeness.why),
            found_at=now,
            decided_by="",
        )
    return asked


def keep_apart(session: Session, pair_id: str, *, by: Actor, now: datetime) -> LikelyPair:
    """They are two. A row that waited becomes a listing now. Raises `PairDecided`, `NotFound`."""
    pair = _decide(session, pair_id, PairDecision.KEPT_APART, by=by, now=now)
    if pair.waiting:
        entry, given = _row_of(pair)
        if not known_rows(session, given.source, [entry.source_id]):
            shaped = shape(entry, given, now.date())
            writing.add(session, [shaped], given, authority=(pair.authority_id, pair.authority_name), by=by, now=now)
    return pair


def merge(session: Session, pair_id: str, *, by: Actor, now: datetime, keep: str = "") -> LikelyPair:
    """They are one. A row that waited is remembered as the listing; of two listings, the one not kept is removed.

    `keep` is the listing that stays, for two of ours. Raises `PairDecided`, `NotFound`, and what `remove` raises.
    """
    pair = _decide(session, pair_id, PairDecision.MERGED, by=by, now=now)
    if pair.waiting:
        _merge_row(session, pair, by=by, now=now)
    elif pair.other_listing_id:
        gone = pair.listing_id if keep == pair.other_listing_id else pair.other_listing_id
        remove(session, gone, by=by, now=now, why="It is the same as another listing.")
    return pair


def _merge_row(session: Session, pair: LikelyPair, *, by: Actor, now: datetime) -> None:
    """A row of a source is a listing of ours. It may have become one meanwhile, or was merged with another: each is settled."""
    entry, given = _row_of(pair)
    known = known_rows(session, given.source, [entry.source_id]).get(entry.source_id)
    if known is not None and known.merged:
        return  # what somebody said first stands
    if known is not None and known.listing_id != pair.listing_id:
        if known.down is not ListingState.REMOVED:
            remove(session, known.listing_id, by=by, now=now, why="It is the same as another listing.")
        writing.forget_origin(session, given, entry)
    if known is None or known.listing_id != pair.listing_id:
        writing.remember_merged(session, shape(entry, given, now.date()), given, pair.listing_id)


def _decide(session: Session, pair_id: str, decision: PairDecision, *, by: Actor, now: datetime) -> LikelyPair:
    pair = queries.locked_pair_of(session, pair_id, by.authority_id)
    if pair.decision is not None:
        raise PairDecided
    pair.decision, pair.decided_at, pair.decided_by = decision, now, by.says
    session.add(pair)
    record(session, DECIDED, at=now, by=by, subject=pair.id, decision=decision.value)
    return pair


def _row_of(pair: LikelyPair) -> tuple[Entry, Given]:
    received = datetime.combine(date.fromisoformat(pair.received_on), time(12), tzinfo=UTC)
    return entry_of(pair.waiting), Given(pair.source, received, tuple(pair.districts))
