"""Holding everything that people may see of a provider against the law: how somebody works is true of all of it."""

from datetime import datetime

from sqlmodel import Session

from market.core.errors import Refusal
from providers.changes.errors import OfAnotherListing
from providers.changes.rules import NOT_PUBLIC_YET
from providers.listings.lawful import check_lawful
from providers.listings.queries import listings_of
from providers.listings.rules import stands_down
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.wages.rules import CouldNotPayAnEmployee


def check_all_lawful(
    session: Session, row: Listing, owner: Provider, now: datetime
) -> tuple[CouldNotPayAnEmployee, ...]:
    """The law's checks on this listing, then on each other one that is public or comes back by itself.

    Raises what `check_lawful` raises, for another listing inside `OfAnotherListing`, which names it.
    """
    flags = [*check_lawful(session, row, owner, now, whole=True)]
    for other in listings_of(session, owner.id):
        if other.id == row.id or other.state in NOT_PUBLIC_YET or stands_down(other.state):
            continue
        try:
            flags += check_lawful(session, other, owner, now, whole=True)
        except Refusal as because:
            raise OfAnotherListing(other.title, because) from because
    return tuple(dict.fromkeys(flags))
