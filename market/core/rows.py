"""One row by its id, to look at or to hold. Every feature's queries fetch by these."""

from typing import TypeVar

from sqlmodel import Session, SQLModel

from market.core.errors import NotFound

RowT = TypeVar("RowT", bound=SQLModel)


def one(session: Session, table: type[RowT], row_id: str) -> RowT:
    """The row with this id. Raises `NotFound`."""
    row = session.get(table, row_id)
    if row is None:
        raise NotFound
    return row


def held(session: Session, table: type[RowT], row_id: str) -> RowT:
    """The row as it is now, whatever this session read before, held until the transaction ends. Raises `NotFound`."""
    row = session.get(table, row_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound
    return row
