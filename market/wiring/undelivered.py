"""Messages that did not arrive, for the desk of the council they are about. A message itself knows no council."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session, select

from market.bookings.cascade.tables import Cascade, CascadeQuestion
from market.bookings.tables import Booking, Visit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.tables import OutboxRow
from market.messages import queries
from market.messages.tables import Envelope
from market.people.tables import Person, RoleGrant
from market.safeguarding.tables import Report
from market.search.tables import Shortlist
from providers.organisations.tables import Provider
from providers.references.tables import Reference


@dataclass(frozen=True)
class Undelivered:
    """Whom to ring, each with the name to ask for, and what may have been sent."""

    to_ring: tuple[tuple[OutboxRow, Envelope], ...]
    unsure: tuple[OutboxRow, ...]


def undelivered_for(session: Session, officer: Actor) -> Undelivered:
    """What waits for this officer's desk: its own council's, and what is nobody's."""
    return Undelivered(
        tuple(pair for pair in queries.call_list(session) if is_for(session, officer, pair[0])),
        tuple(row for row in queries.unsure(session) if is_for(session, officer, row)),
    )


def message_for(session: Session, officer: Actor, message_id: str) -> OutboxRow:
    """A message that waits for this officer's desk. Raises `NotFound` for any other."""
    waiting = undelivered_for(session, officer)
    rows = (*(row for row, _ in waiting.to_ring), *waiting.unsure)
    row = next((row for row in rows if row.id == message_id), None)
    if row is None:
        raise NotFound
    return row


def is_for(session: Session, officer: Actor, row: OutboxRow) -> bool:
    """Whether a message is this desk's to see to."""
    councils = councils_of(session, row)
    return not councils or officer.authority_id in councils


def councils_of(session: Session, row: OutboxRow) -> frozenset[str]:
    """The councils a message belongs to: by whom it is about, else by whom it is to. None: nobody's, so every desk's."""
    if (asked := session.get(Reference, row.about)) is not None:
        return frozenset(filter(None, [session.get_one(Provider, asked.provider_id).authority_id]))
    about = _person_behind(session, row.about)
    if about is not None:
        return frozenset({about.authority_id} if about.authority_id else ())
    return frozenset(_councils_of_reader(session, row.account_id)) if row.account_id else frozenset()


def _councils_of_reader(session: Session, account_id: str) -> Iterator[str]:
    for grant in session.exec(select(RoleGrant).where(RoleGrant.account_id == account_id)):
        person = session.get(Person, grant.person_id) if grant.person_id else None
        provider = session.get(Provider, grant.provider_id) if grant.provider_id else None
        for holder in (grant, person, provider):
            if holder is not None and holder.authority_id:
                yield holder.authority_id


_BEHIND: Mapping[str, Callable[[Session, str], Booking | Visit | Cascade | Report | Shortlist | None]] = {
    "bkg": lambda session, row_id: session.get(Booking, row_id),
    "vis": lambda session, row_id: session.get(Visit, row_id),
    "cas": lambda session, row_id: session.get(Cascade, row_id),
    "ask": lambda session, row_id: _cascade_of(session, row_id),
    "rep": lambda session, row_id: session.get(Report, row_id),
    "sho": lambda session, row_id: session.get(Shortlist, row_id),
}


def _cascade_of(session: Session, question_id: str) -> Cascade | None:
    question = session.get(CascadeQuestion, question_id)
    return session.get(Cascade, question.cascade_id) if question else None


def _person_behind(session: Session, about: str) -> Person | None:
    find = _BEHIND.get(about.split("_", 1)[0])
    row = find(session, about) if find else None
    return session.get(Person, row.person_id) if row is not None and row.person_id else None
