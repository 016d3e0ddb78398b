"""Every SELECT on documents that were shown."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from market.core.rows import held, one
from providers.documents.tables import ShownDocument


def document(session: Session, document_id: str) -> ShownDocument:
    """One document. Raises `NotFound`."""
    return one(session, ShownDocument, document_id)


def locked_document(session: Session, document_id: str) -> ShownDocument:
    """The same, held. Raises `NotFound`."""
    return held(session, ShownDocument, document_id)


def documents_of(session: Session, provider_id: str) -> Sequence[ShownDocument]:
    """All that a provider ever showed, newest first."""
    mine = select(ShownDocument).where(ShownDocument.provider_id == provider_id)
    return session.exec(mine.order_by(col(ShownDocument.sent_at).desc(), col(ShownDocument.id).desc())).all()


def waiting_documents(session: Session, provider_ids: Collection[str]) -> Sequence[ShownDocument]:
    """What these providers showed and nobody has decided on, oldest first."""
    waiting = select(ShownDocument).where(
        col(ShownDocument.provider_id).in_(provider_ids), col(ShownDocument.settled_as).is_(None)
    )
    return session.exec(waiting.order_by(col(ShownDocument.sent_at), col(ShownDocument.id))).all()


def decided_and_kept(session: Session) -> Sequence[ShownDocument]:
    """What was decided on, of which something is still kept."""
    kept = select(ShownDocument).where(col(ShownDocument.settled_as).is_not(None), col(ShownDocument.gone_at).is_(None))
    return session.exec(kept.order_by(col(ShownDocument.id))).all()


def files_named(session: Session) -> frozenset[str]:
    """Every file that some row names."""
    return frozenset(session.exec(select(ShownDocument.file).where(ShownDocument.file != "")))
