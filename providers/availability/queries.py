"""Every SELECT on availability."""

from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa
from sqlmodel import Session, col, select

from matching.offering import Window
from providers.availability.rules import Away
from providers.availability.tables import AwayRow, WindowRow

# Only the owner of a listing is looked up here; listings themselves stand to the left of availability.
_LISTING = sa.table("listing", sa.column("id", sa.String), sa.column("provider_id", sa.String))


def windows_of(session: Session, listing_id: str) -> tuple[Window, ...]:
    """The weekly windows of a listing, in wall time."""
    statement = select(WindowRow).where(WindowRow.listing_id == listing_id).order_by(col(WindowRow.id))
    return tuple(_window(row) for row in session.exec(statement))


def away_of(session: Session, listing_id: str) -> tuple[Away, ...]:
    """The spells away that touch a listing: its own, and its provider's."""
    owner = sa.select(_LISTING.c.provider_id).where(_LISTING.c.id == listing_id).scalar_subquery()
    mine = (col(AwayRow.listing_id) == listing_id) | col(AwayRow.listing_id).is_(None)
    statement = select(AwayRow).where(col(AwayRow.provider_id) == owner).where(mine).order_by(col(AwayRow.first_day))
    return tuple(Away(row.first_day, row.last_day) for row in session.exec(statement))


def all_windows(session: Session) -> Mapping[str, tuple[Window, ...]]:
    """Windows of every listing, by listing."""
    found: dict[str, tuple[Window, ...]] = defaultdict(tuple)
    for row in session.exec(select(WindowRow).order_by(col(WindowRow.id))):
        found[row.listing_id] += (_window(row),)
    return found


def all_away(session: Session) -> Mapping[tuple[str, str | None], tuple[Away, ...]]:
    """Spells away by provider and listing; those of a whole provider stand under `(provider, None)`."""
    found: dict[tuple[str, str | None], tuple[Away, ...]] = defaultdict(tuple)
    for row in session.exec(select(AwayRow)):
        found[row.provider_id, row.listing_id] += (Away(row.first_day, row.last_day),)
    return found


def _window(row: WindowRow) -> Window:
    return Window(tuple(row.weekdays), row.starts, row.ends)
