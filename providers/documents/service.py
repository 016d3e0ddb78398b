"""Showing a document to the desk, opening it there, deciding on it, and keeping it no longer than that needs."""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.audit import note_read
from market.core.errors import NotFound
from market.core.events import record
from market.core.files import FileStore, cleaned
from market.core.jobs import put_job
from market.core.retention import keep_months
from market.core.times import wall_day
from providers.accreditation.errors import EvidenceUnknown
from providers.accreditation.schemes import evidence_kinds
from providers.documents import queries
from providers.documents.errors import (
    AlreadyLookedAt,
    FileGone,
    NotForYouToOpen,
    NothingShown,
    TooManyWaiting,
)
from providers.documents.rules import Settled, file_goes_on
from providers.documents.tables import ShownDocument
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_decide

DELETE = "documents.delete"
SHOWN, SETTLED = "document.shown", "document.settled"
RETENTION = "identity_document_image"
MOST_WAITING = 4
LONGEST_WORDS = 500
_UNNAMED_FOR = timedelta(days=1)


def show(
    session: Session, store: FileStore, kind: str, *, content: bytes = b"", words: str = "", by: Actor, now: datetime
) -> ShownDocument:
    """Send one thing to the desk. Raises `EvidenceUnknown`, `NothingShown`, `TooManyWaiting`, and what `cleaned` raises."""
    if kind not in evidence_kinds():
        raise EvidenceUnknown(kind)
    if by.provider_id is None:
        raise NotFound
    said = words.strip()[:LONGEST_WORDS]
    if not content and not said:
        raise NothingShown
    waiting = [row for row in queries.waiting_documents(session, [by.provider_id]) if row.kind == kind]
    if len(waiting) >= MOST_WAITING:
        raise TooManyWaiting(MOST_WAITING)
    row = ShownDocument(provider_id=by.provider_id, kind=kind, words=said, sent_by=by.account_id, sent_at=now)
    if content:
        kept = cleaned(content)
        row.file, row.media_type = store.put(kept.content), kept.kind.media_type
    session.add(row)
    session.flush()
    record(session, SHOWN, at=now, by=by, subject=row.id, provider_id=row.provider_id, kind=kind)
    return row


def take_back(session: Session, document_id: str, *, by: Actor, now: datetime) -> ShownDocument:
    """Its sender wants it back before the desk has decided: it is deleted. Raises `NotFound`, `AlreadyLookedAt`."""
    row = queries.locked_document(session, document_id)
    if row.provider_id != by.provider_id:
        raise NotFound
    return _settle(session, row, Settled.TAKEN_BACK, by=by, now=now)


def open_document(
    session: Session, store: FileStore, document_id: str, *, by: Actor, now: datetime
) -> tuple[bytes, str]:
    """The file and its media type, for the desk alone; every look, and every look refused, is written down.

    Raises `NotFound`, `NotForYouToOpen`, `FileGone`.
    """
    row = queries.document(session, document_id)
    if not may_open(session, row, by):
        note_read(session, by, "evidence:document:refused", row.id, at=now, person_id=None)
        raise NotForYouToOpen
    if not row.file or row.gone_at is not None:
        raise FileGone
    note_read(session, by, "evidence:document:read", row.id, at=now, person_id=None)
    return store.get(row.file), row.media_type


def may_open(session: Session, row: ShownDocument, by: Actor) -> bool:
    """Whether this officer may look at it and decide on it."""
    owner = provider_by_id(session, row.provider_id)
    mine = may_decide(by, provider_id=owner.id, authority_id=owner.authority_id)
    return mine and row.sent_by != by.account_id


def settle(
    session: Session, document_id: str, settled_as: Settled, *, by: Actor, now: datetime, why: str = ""
) -> ShownDocument:
    """The desk's decision on it. Raises `NotFound`, `NotForYouToOpen`, `AlreadyLookedAt`."""
    row = queries.locked_document(session, document_id)
    if not may_open(session, row, by):
        raise NotForYouToOpen
    return _settle(session, row, settled_as, by=by, now=now, why=why)


def let_go_of_waiting(session: Session, provider_id: str, *, by: Actor, now: datetime) -> None:
    """Nobody needs what still waits: the answer to the whole application was no. It is kept a month more, then deleted."""
    for row in queries.waiting_documents(session, [provider_id]):
        _settle(session, row, Settled.NOT_NEEDED, by=by, now=now)


def _settle(
    session: Session, row: ShownDocument, settled_as: Settled, *, by: Actor, now: datetime, why: str = ""
) -> ShownDocument:
    if row.settled_as is not None:
        raise AlreadyLookedAt
    row.settled_as, row.settled_at, row.settled_by, row.settled_why = settled_as, now, by.says, why
    session.add(row)
    record(session, SETTLED, at=now, by=by, subject=row.id, provider_id=row.provider_id, kind=row.kind, how=settled_as)
    if settled_as is Settled.TAKEN_BACK:
        put_job(session, DELETE, {"document_id": row.id}, run_at=now, key=f"{DELETE}:{row.id}")
    return row


def delete_what_is_due(session: Session, now: datetime) -> int:
    """Put a job for every file whose time is over. Returns how many."""
    months, today, due = keep_months(RETENTION), wall_day(now), 0
    for row in queries.decided_and_kept(session):
        day = file_goes_on(row.settled_as, row.settled_at, months)
        if day is not None and day <= today:
            put_job(session, DELETE, {"document_id": row.id}, run_at=now, key=f"{DELETE}:{row.id}")
            due += 1
    return due


def delete(session: Session, store: FileStore, document_id: str, now: datetime) -> None:
    """Delete the file and the words beside it; the row says when. Saying it twice changes nothing."""
    row = queries.locked_document(session, document_id)
    if row.gone_at is not None:
        return
    if row.file:
        store.remove(row.file)
    row.file, row.words, row.gone_at = "", "", now
    session.add(row)
    record(session, "document.deleted", at=now, by=System("retention"), subject=row.id, provider_id=row.provider_id)


def sweep(session: Session, store: FileStore, now: datetime) -> int:
    """Delete files that no row names, a day old or more: their request broke off before it was kept. Returns how many."""
    named = queries.files_named(session)
    stray = [name for name, at in store.kept() if name not in named and now - at > _UNNAMED_FOR]
    for name in stray:
        store.remove(name)
    return len(stray)
