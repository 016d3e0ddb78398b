"""Keeping a photograph, and letting those go that nobody will see."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from market.core.actor import Actor
from market.core.files import FileStore
from market.core.rows import one
from providers.changes.queries import photos_that_wait
from providers.organisations.queries import lock_provider, providers
from providers.photographs.rules import safe_photograph
from providers.photographs.tables import Photograph

PHOTOGRAPHS = "photographs"
_UNTIL_IT_IS_USED = timedelta(days=1)


def keep_photograph(
    session: Session, pictures: FileStore, provider_id: str, sent: bytes, *, by: Actor, now: datetime
) -> Photograph:
    """Make a sent picture safe and keep it. It is on show only once it is the provider's. Raises what `safe_photograph` raises."""
    lock_provider(session, provider_id)  # two who both name it and then both want it would wait for one another
    row = Photograph(provider_id=provider_id, file=pictures.put(safe_photograph(sent)), made_at=now, by=by.says)
    session.add(row)
    session.flush()
    return row


def photograph(session: Session, photograph_id: str) -> Photograph:
    """The row of a photograph. Raises `NotFound`."""
    return one(session, Photograph, photograph_id)


def let_unused_go(session: Session, pictures: FileStore, now: datetime) -> int:
    """Delete the pictures that are neither on show nor wait for the desk: replaced, refused, or never used; and the files that
    no row names, since the request that sent them broke off. Nightly. Returns how many."""
    used = {owner.photo for owner in providers(session).values()} | photos_that_wait(session)
    old = select(Photograph).where(col(Photograph.made_at) < now - _UNTIL_IT_IS_USED)
    gone = [row for row in session.exec(old) if row.id not in used]
    for row in gone:
        pictures.remove(row.file)
        session.delete(row)
    named = set(session.exec(select(Photograph.file)))
    stray = [name for name, at in pictures.kept() if name not in named and now - at > _UNTIL_IT_IS_USED]
    for name in stray:
        pictures.remove(name)
    return len(gone) + len(stray)
