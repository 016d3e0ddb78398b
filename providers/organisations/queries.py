"""Every SELECT on providers."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from market.core.rows import held, one
from providers.organisations.tables import Provider


def provider(session: Session, provider_id: str) -> Provider:
    """The provider with this id. Raises `NotFound`."""
    return one(session, Provider, provider_id)


def lock_provider(session: Session, provider_id: str) -> Provider:
    """The same, held until the transaction ends: take it once, late, before looking whether a time is free."""
    return held(session, Provider, provider_id)


def providers(session: Session, ids: Collection[str] | None = None) -> dict[str, Provider]:
    """Providers by id: those named, or all."""
    statement = select(Provider)
    if ids is not None:
        statement = statement.where(col(Provider.id).in_(ids))
    return {row.id: row for row in session.exec(statement)}


def providers_of_authority(session: Session, authority_id: str | None) -> list[Provider]:
    """The providers whom one council checks, by name. None for no council: never those of nobody."""
    mine = select(Provider).where(Provider.authority_id == authority_id, col(Provider.authority_id).is_not(None))
    return list(session.exec(mine.order_by(col(Provider.name), col(Provider.id))))
