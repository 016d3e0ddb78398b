"""What a page says of an entry of somebody's directory: whose it is, of which day, and the source's own words."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from providers.interchange.queries import origin


@dataclass(frozen=True)
class FromDirectory:
    """Where a listing came from. `price`, `times` and `address` are the source's words where they became nothing of ours."""

    name: str
    on: date
    url: str
    price: str
    times: str
    address: str


def from_directory(session: Session, listing_id: str) -> FromDirectory | None:
    """The source of a listing; None for one that its provider wrote."""
    row = origin(session, listing_id)
    if row is None:
        return None
    note = row.note
    return FromDirectory(
        name=row.source,
        on=row.dated_on or row.received_on,
        url=str(note.get("url", "")),
        price=str(note.get("price", "")),
        times=str(note.get("times", "")),
        address=str(note.get("address", "")),
    )
