"""Saying what kind of support a row of a directory is, where neither its source nor its words do.

A person's word counts as the source's own would: it stays when the same file comes again, and gives way when the source
states a kind itself. What asks for a basis in law, such as personal care, is not given here: it would be a claim about that.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, time

from sqlmodel import Session

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.core.times import at_wall
from providers.interchange import queries
from providers.interchange.errors import KindNotGiven, NotWaitingForAKind
from providers.interchange.rules import WAITS_FOR_A_KIND, checked_at, without_waiting_for_a_kind
from providers.listings.from_source import enter, tell
from providers.listings.kinds import support_kinds
from providers.listings.queries import listing, locked_listing
from providers.listings.rules import PERSONAL_CARE_KIND
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.rules import may_decide

_MIDDAY = time(12)
KIND_GIVEN = "listing.kind_given"
MOST_KINDS = 3


def kinds_to_give() -> Sequence[str]:
    """What a person may give, in the order of the list of kinds."""
    return [kind for kind in support_kinds() if kind != PERSONAL_CARE_KIND]


def give_kinds(
    session: Session, listing_id: str, kinds: Collection[str], *, by: Actor, now: datetime
) -> tuple[bool, str]:
    """Say what kind of support it is. Whether it is on show now, and what still keeps it back.

    Raises `NotFound` for another council's, `NotWaitingForAKind`, `KindNotGiven`, and what `enter` raises.
    """
    row = locked_listing(session, listing_id)
    origin = queries.locked_origin(session, listing_id)
    owner = provider(session, row.provider_id)
    if not may_decide(by, provider_id=owner.id, authority_id=owner.authority_id):
        raise NotFound
    if row.kinds or WAITS_FOR_A_KIND not in origin.hidden:
        raise NotWaitingForAKind
    chosen = [kind for kind in kinds_to_give() if kind in kinds]
    if not chosen or len(chosen) > MOST_KINDS:
        raise KindNotGiven(MOST_KINDS)
    row.kinds = origin.given_kinds = chosen
    origin.hidden = without_waiting_for_a_kind(origin.hidden)
    session.add_all([row, origin])
    fresh = checked_at(origin.dated_on, at_wall(origin.received_on, _MIDDAY))
    shown = enter(session, row, owner, hidden=origin.hidden, checked_at=fresh, by=by, now=now)
    record(session, KIND_GIVEN, at=now, by=by, subject=row.id, provider_id=row.provider_id, kinds=chosen)
    tell(session, [row], by=by, now=now)
    return shown, origin.hidden


def to_classify(session: Session, listing_id: str, by: Actor) -> Listing:
    """A row that waits for a kind, to look at. Raises `NotFound`, `NotWaitingForAKind`."""
    waiting = {row.id: row for row, _ in queries.waiting_for_a_kind(session, by.authority_id)}
    if listing_id in waiting:
        return waiting[listing_id]
    row = listing(session, listing_id)
    owner = provider(session, row.provider_id)
    if not may_decide(by, provider_id=owner.id, authority_id=owner.authority_id):
        raise NotFound
    raise NotWaitingForAKind
