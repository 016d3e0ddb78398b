"""A cover question as the contact who was asked sees it: this one visit, and nothing else of the person's life."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.seen import OpenQuestion
from market.bookings import queries
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.rules import Standing, standing
from market.bookings.cascade.tables import CascadeQuestion
from market.bookings.doorstep import Doorstep, doorstep_for_contact
from market.bookings.rules import VisitStatus
from market.bookings.tables import Visit
from market.people.tables import Authority
from market.wiring import seen

_GOES = (VisitStatus.PLANNED, VisitStatus.CHANGED, VisitStatus.STARTED, VisitStatus.COMPLETED)


@dataclass(frozen=True)
class ShownCover:
    """The question, how it stands for this contact, and the door once they are the one who goes.

    `may_offer`: the time to answer is gone, but the desk may still be glad to know that they would.
    """

    id: str
    asked: OpenQuestion
    standing: Standing
    contact_name: str
    offered_late: bool
    may_offer: bool
    waits_for_price: bool
    desk_phone: str
    visit_id: str | None
    door: Doorstep | None


def shown_cover(session: Session, question: CascadeQuestion, now: datetime) -> ShownCover:
    """The question with this id, as it stands now."""
    cascade, contact = cascades.cascade(session, question.cascade_id), cascades.contact(session, question.contact_id)
    failed = queries.visit(session, cascade.visit_id)
    mine = _going(session, failed, contact.id)
    stands = standing(cascade.status, question.answer, goes=mine is not None, over=failed.ends_at <= now)
    person = seen.person(session, cascade.person_id)
    authority = session.get(Authority, person.authority_id) if person.authority_id else None
    return ShownCover(
        id=question.id,
        asked=seen.cover_question(session, question),
        standing=stands,
        contact_name=seen.first_name(contact.name),
        offered_late=question.late_yes_at is not None,
        may_offer=stands is Standing.LATE and question.late_yes_at is None,
        waits_for_price=bool(question.dearer_pence),
        desk_phone=authority.out_of_hours_phone if authority else "",
        visit_id=mine.id if mine and mine.provider_id else None,
        door=doorstep_for_contact(session, contact, mine, now) if mine else None,
    )


def _going(session: Session, failed: Visit, contact_id: str) -> Visit | None:
    """The visit that this contact makes instead, while it is still theirs."""
    instead = queries.substitute_of(session, failed.id)
    if instead is None or instead.contact_id != contact_id or queries.state_of(instead) not in _GOES:
        return None
    return instead
