"""The transaction of one request, and what must be kept whatever becomes of it.

A GET looks in a session that keeps nothing and takes no lock; a POST writes. Either may note who looked at whose
record. Those notes are kept in a short unit of their own after a GET, and after a POST that was refused and undone:
a page is not shown unless the looking was written down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session, col

from market.core.database import Database
from market.core.tables import AuditRow
from market.people.tables import SignedIn

SEEN_EVERY = timedelta(minutes=5)


class WroteWhileLooking(RuntimeError):
    """A page that changes something is a POST, or says `writes=True`: otherwise what it wrote would be lost unsaid."""


@dataclass
class Notes:
    """What a request leaves to be kept beside its own transaction."""

    looks: list[AuditRow] = field(default_factory=list)
    seen: tuple[str, datetime] | None = None

    def keep(self, database: Database) -> None:
        """Write them down, in a unit of their own."""
        if not self.looks and self.seen is None:
            return
        with database.write() as session:
            for look in self.looks:
                session.add(AuditRow(**look.model_dump(exclude={"id"})))
            if self.seen is not None:
                signed_id, now = self.seen
                session.execute(sa.update(SignedIn).where(col(SignedIn.id) == signed_id).values(seen_at=now))
        self.looks.clear()
        self.seen = None


@contextmanager
def unit(database: Database, notes: Notes, *, writes: bool) -> Iterator[Session]:
    """One transaction, for writing or for looking. Notes kept with a write that succeeds are not kept again."""
    if not writes:
        with database.read() as session:
            session.autoflush = False
            sa.event.listen(session, "before_flush", _refuse_flush)
            sa.event.listen(session, "do_orm_execute", _refuse_change)
            _collect(session, notes)
            yield session
        return
    with database.write() as session:
        _collect(session, notes)
        yield session
    notes.looks.clear()


def undo(session: Session) -> None:
    """Take back what the unit did so far; the notes of who looked stay."""
    session.rollback()


def _collect(session: Session, notes: Notes) -> None:
    def note(_session: Session, row: Any) -> None:
        if isinstance(row, AuditRow):
            notes.looks.append(row)

    sa.event.listen(session, "transient_to_pending", note)


def _refuse_flush(session: Session, _context: Any, _rows: Any) -> None:
    if session.dirty or session.deleted or any(not isinstance(row, AuditRow) for row in session.new):
        raise WroteWhileLooking


def _refuse_change(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise WroteWhileLooking
