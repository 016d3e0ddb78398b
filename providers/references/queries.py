"""Every SELECT on references."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.rows import held, one
from providers.references.tables import Reference


def reference(session: Session, reference_id: str) -> Reference:
    """One reference. Raises `NotFound`."""
    return one(session, Reference, reference_id)


def locked_reference(session: Session, reference_id: str) -> Reference:
    """The same, held. Raises `NotFound`."""
    return held(session, Reference, reference_id)


def references_of(session: Session, provider_id: str) -> Sequence[Reference]:
    """Everybody asked about a provider, oldest first."""
    mine = select(Reference).where(Reference.provider_id == provider_id)
    return session.exec(mine.order_by(col(Reference.asked_at), col(Reference.id))).all()


def answered_and_waiting(session: Session, provider_ids: Collection[str]) -> Sequence[Reference]:
    """Answers about these providers that the desk has not settled, oldest first."""
    waiting = select(Reference).where(
        col(Reference.provider_id).in_(provider_ids),
        col(Reference.answered_at).is_not(None),
        col(Reference.settled_at).is_(None),
    )
    return session.exec(waiting.order_by(col(Reference.answered_at), col(Reference.id))).all()


def over_since(session: Session, moment: datetime) -> Sequence[Reference]:
    """References settled, or asked for and never settled, before then, whose words are still kept."""
    over = sa.func.coalesce(col(Reference.settled_at), col(Reference.asked_at)) < moment
    old = select(Reference).where(over, col(Reference.words_gone_at).is_(None))
    return session.exec(old.order_by(col(Reference.id))).all()
