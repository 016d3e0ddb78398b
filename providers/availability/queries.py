"""Every SELECT on availability."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col, select

from matching.offering import Window
from providers.availability.rules import Away, Dated
from providers.availability.tables import AwayRow, DatedHoursRow, WindowRow

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


def dated_of(session: Session, listing_id: str) -> tuple[Dated, ...]:
    """The hours a listing gives for single dates, soonest first."""
    return all_dated(session, [listing_id]).get(listing_id, ())


def all_dated(session: Session, listing_ids: Collection[str] | None = None) -> Mapping[str, tuple[Dated, ...]]:
    """The same by listing: of those named, or of all."""
    statement = select(DatedHoursRow).order_by(col(DatedHoursRow.day), col(DatedHoursRow.starts))
    if listing_ids is not None:
        statement = statement.where(col(DatedHoursRow.listing_id).in_(listing_ids))
    found: dict[str, tuple[Dated, ...]] = defaultdict(tuple)
    for row in session.exec(statement):
        found[row.listing_id] += (Dated(row.day, row.starts, row.ends),)
    return found


def window_rows(session: Session, listing_id: str) -> list[WindowRow]:
    """The weekly hours of a listing as rows, for changing them."""
    return list(session.exec(select(WindowRow).where(WindowRow.listing_id == listing_id).order_by(col(WindowRow.id))))


def dated_rows(session: Session, listing_id: str) -> list[DatedHoursRow]:
    """The hours of single dates as rows, for changing them."""
    mine = select(DatedHoursRow).where(DatedHoursRow.listing_id == listing_id)
    return list(session.exec(mine.order_by(col(DatedHoursRow.day), col(DatedHoursRow.starts))))


def away_rows(session: Session, provider_id: str) -> list[AwayRow]:
    """The spells away of a provider, soonest first, for changing them."""
    mine = select(AwayRow).where(AwayRow.provider_id == provider_id)
    return list(session.exec(mine.order_by(col(AwayRow.first_day), col(AwayRow.id))))


def away_rows_of(session: Session, provider_ids: Collection[str]) -> Mapping[str, list[AwayRow]]:
    """The spells away of these providers, by provider."""
    found: dict[str, list[AwayRow]] = defaultdict(list)
    for row in session.exec(select(AwayRow).where(col(AwayRow.provider_id).in_(provider_ids))):
        found[row.provider_id].append(row)
    return found


def all_windows(session: Session, listing_ids: Collection[str] | None = None) -> Mapping[str, tuple[Window, ...]]:
    """Windows by listing: of those named, or of all."""
    statement = select(WindowRow).order_by(col(WindowRow.id))
    if listing_ids is not None:
        statement = statement.where(col(WindowRow.listing_id).in_(listing_ids))
    found: dict[str, tuple[Window, ...]] = defaultdict(tuple)
    for row in session.exec(statement):
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
