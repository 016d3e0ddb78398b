"""Every SELECT on imports and on where listings came from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.database import count, locked
from market.core.errors import NotFound
from market.core.rows import held, one
from providers.interchange.rules import WAITS_FOR_A_KIND, Known, Outcome
from providers.interchange.tables import ImportedListing, ImportLine, ImportRun
from providers.listings.from_source import STAYS_DOWN
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider

_PORTION = 5_000
"""Ids in one statement: a database takes only so many values."""


def run(session: Session, run_id: str) -> ImportRun:
    """One import. Raises `NotFound`."""
    return one(session, ImportRun, run_id)


def locked_run(session: Session, run_id: str) -> ImportRun:
    """The same as it is now, held until the transaction ends, with every other run of its source that goes on.

    Two runs of one source would both take a row for new. They are held in one order, so that none waits in a ring.
    """
    source = run(session, run_id).source
    going = select(ImportRun).where(ImportRun.source == source, col(ImportRun.ended_at).is_(None))
    session.exec(locked(going.order_by(col(ImportRun.id)))).all()
    return held(session, ImportRun, run_id)


def unfinished(
    session: Session,
    *,
    source: str,
    dialect: str,
    file_hash: str,
    is_trial: bool,
    by: str,
    columns: Mapping[str, str],
    districts: Sequence[str],
) -> ImportRun | None:
    """The newest run of the same content, read in the same way, that was broken off: whatever the file was called then."""
    same = select(ImportRun).where(
        ImportRun.source == source,
        ImportRun.dialect == dialect,
        ImportRun.file_hash == file_hash,
        ImportRun.is_trial == is_trial,
        ImportRun.by == by,
        col(ImportRun.ended_at).is_(None),
    )
    rows = session.exec(same.order_by(col(ImportRun.made_at).desc(), col(ImportRun.id)))
    return next((row for row in rows if row.columns == columns and row.districts == list(districts)), None)


def run_of_authority(session: Session, run_id: str, authority_id: str | None) -> ImportRun:
    """One import of one council. Raises `NotFound` for another's, and for nobody's."""
    row = run(session, run_id)
    if authority_id is None or row.authority_id != authority_id:
        raise NotFound
    return row


def runs_of_authority(session: Session, authority_id: str | None, most: int = 20) -> Sequence[ImportRun]:
    """The last imports of one council, newest first. None for no council."""
    mine = select(ImportRun).where(ImportRun.authority_id == authority_id, col(ImportRun.authority_id).is_not(None))
    return session.exec(mine.order_by(col(ImportRun.made_at).desc(), col(ImportRun.id)).limit(most)).all()


def files_named(session: Session) -> dict[str, datetime]:
    """Every file that some import names, and when it was last begun with."""
    statement = sa.select(col(ImportRun.kept_as), sa.func.max(col(ImportRun.made_at))).where(
        col(ImportRun.kept_as) != ""
    )
    return {row[0]: row[1] for row in session.execute(statement.group_by(col(ImportRun.kept_as)))}


def outcomes(session: Session, run_id: str) -> Mapping[Outcome, int]:
    """How many rows ended how."""
    statement = sa.select(col(ImportLine.outcome), sa.func.count()).where(col(ImportLine.run_id) == run_id)
    found = {Outcome(outcome): many for outcome, many in session.execute(statement.group_by(col(ImportLine.outcome)))}
    return {outcome: found.get(outcome, 0) for outcome in Outcome}


def lines(
    session: Session, run_id: str, *, outcome: Outcome | None = None, after: int = 0, most: int | None = None
) -> Sequence[ImportLine]:
    """Lines of a report, in the order of the file, after a line number."""
    statement = select(ImportLine).where(ImportLine.run_id == run_id, col(ImportLine.number) > after)
    if outcome is not None:
        statement = statement.where(ImportLine.outcome == outcome)
    return session.exec(statement.order_by(col(ImportLine.number)).limit(most)).all()


def lines_with_flags(session: Session, run_id: str) -> Sequence[tuple[list[list[str]], bool, Outcome]]:
    """Of each line its flags, whether it is on show, and how it ended: for counting."""
    statement = sa.select(col(ImportLine.flags), col(ImportLine.shown), col(ImportLine.outcome)).where(
        col(ImportLine.run_id) == run_id
    )
    return [(flags, shown, Outcome(outcome)) for flags, shown, outcome in session.execute(statement)]


def known_rows(session: Session, source: str, source_ids: Collection[str]) -> dict[str, Known]:
    """What we have of these rows of a source, by their ids there."""
    statement = (
        select(ImportedListing, Listing.state)
        .join(Listing, col(Listing.id) == col(ImportedListing.listing_id))
        .where(ImportedListing.source == source, col(ImportedListing.source_id).in_(source_ids))
    )
    return {
        row.source_id: Known(
            row.fingerprint,
            row.listing_id,
            row.merged,
            ListingState(state) if state in STAYS_DOWN else None,
            tuple(row.given_kinds),
        )
        for row, state in session.exec(statement)
    }


def suspended_organisations(session: Session, source: str, keys: Collection[str]) -> frozenset[str]:
    """Those of a source's organisations that the desk has suspended, under whichever law they stand here."""
    statement = (
        sa.select(col(ImportedListing.organisation))
        .join(Listing, col(Listing.id) == col(ImportedListing.listing_id))
        .join(Provider, col(Provider.id) == col(Listing.provider_id))
        .where(col(ImportedListing.source) == source, col(ImportedListing.merged).is_(False))
        .where(col(ImportedListing.organisation).in_(set(keys)), col(Provider.state) == ProviderState.SUSPENDED)
    )
    return frozenset(session.scalars(statement.distinct()))


def waiting_for_a_kind(session: Session, authority_id: str | None, most: int = 200) -> Sequence[tuple[Listing, str]]:
    """Rows of one council that are kept back because nothing says what kind of support they are, and whose list they are of."""
    statement = (
        select(Listing, ImportedListing.source)
        .join(ImportedListing, col(ImportedListing.listing_id) == col(Listing.id))
        .join(Provider, col(Provider.id) == col(Listing.provider_id))
        .where(col(ImportedListing.merged).is_(False), col(ImportedListing.hidden).contains(WAITS_FOR_A_KIND))
        .where(Provider.authority_id == authority_id, col(Provider.authority_id).is_not(None))
        .where(Listing.state == ListingState.DRAFT)
    )
    rows = session.exec(statement.order_by(col(Listing.title), col(Listing.id)).limit(most))
    return [(row, source) for row, source in rows]


def locked_origin(session: Session, listing_id: str) -> ImportedListing:
    """Where a listing came from, held. Raises `NotFound` for one that its provider wrote."""
    statement = select(ImportedListing).where(
        ImportedListing.listing_id == listing_id, col(ImportedListing.merged).is_(False)
    )
    row = session.exec(locked(statement)).first()
    if row is None:
        raise NotFound
    return row


def origin(session: Session, listing_id: str) -> ImportedListing | None:
    """Where a listing came from; None for one that its provider wrote."""
    statement = select(ImportedListing).where(
        ImportedListing.listing_id == listing_id, col(ImportedListing.merged).is_(False)
    )
    return session.exec(statement).first()


def origins(session: Session, listing_ids: Collection[str]) -> dict[str, ImportedListing]:
    """The same for several, by listing."""
    ids, found = list(listing_ids), {}
    for start in range(0, len(ids), _PORTION):
        some = col(ImportedListing.listing_id).in_(ids[start : start + _PORTION])
        for row in session.exec(select(ImportedListing).where(some, col(ImportedListing.merged).is_(False))):
            found[row.listing_id] = row
    return found


def is_imported(session: Session, listing_id: str) -> bool:
    """Whether a listing is an entry of somebody's directory: a signpost, whose provider has not joined."""
    statement = select(ImportedListing.id).where(
        ImportedListing.listing_id == listing_id, col(ImportedListing.merged).is_(False)
    )
    return count(session, statement) > 0
