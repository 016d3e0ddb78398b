"""Nobody looks after money of their own as staff: not as the payer, nor as the person, nor as the provider."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from market.bookings.tables import Booking, Visit
from market.core.actor import Actor
from market.payments import queries
from market.payments.errors import YourOwnMoney
from market.payments.tables import Payment, RefundAsked
from market.people.tables import Consent, RoleGrant


@dataclass(frozen=True)
class Own:
    """What touches an officer themself: their account, those they are or stand by, those they sign in for."""

    account_id: str
    people: frozenset[str]
    providers: frozenset[str]

    def touches(self, person_id: str, payers: Collection[str | None], providers: Collection[str | None]) -> bool:
        """Whether money of this person, from these payers, for these providers, is in some part the officer's own."""
        return person_id in self.people or self.account_id in payers or not self.providers.isdisjoint(providers)


def own_of(session: Session, officer: Actor) -> Own:
    """What touches this officer."""
    is_one = select(RoleGrant.person_id).where(
        RoleGrant.account_id == officer.account_id, col(RoleGrant.person_id).is_not(None)
    )
    stands_by = select(Consent.person_id).where(
        Consent.account_id == officer.account_id, col(Consent.withdrawn_at).is_(None)
    )
    people = {person_id for person_id in (*session.exec(is_one), *session.exec(stands_by)) if person_id}
    providers = {*officer.own_providers, officer.provider_id} - {None}
    return Own(officer.account_id, frozenset(people), frozenset(one for one in providers if one))


def is_own_visit(session: Session, own: Own, visit: Visit) -> bool:
    """Whether a visit's money is in some part the officer's own."""
    payers = {payment.asked_by for _, payment in queries.lines_of_visit(session, visit.id)}
    booking = session.get_one(Booking, visit.booking_id)
    return own.touches(visit.person_id, {*payers, booking.asked_by}, {visit.provider_id, booking.provider_id})


def is_own_payment(session: Session, own: Own, payment: Payment) -> bool:
    """The same of a payment and every visit it is for."""
    visits = [session.get_one(Visit, line.visit_id) for line in queries.lines_of(session, payment.id)]
    return own.touches(payment.person_id, {payment.asked_by}, ()) or any(
        is_own_visit(session, own, visit) for visit in visits
    )


def is_own_refund(session: Session, own: Own, asked: RefundAsked) -> bool:
    """The same of a refund that was asked for."""
    return is_own_visit(session, own, session.get_one(Visit, asked.visit_id))


def check_visit_not_own(session: Session, officer: Actor, visit: Visit) -> None:
    """Raises `YourOwnMoney`."""
    if is_own_visit(session, own_of(session, officer), visit):
        raise YourOwnMoney


def check_payment_not_own(session: Session, officer: Actor, payment: Payment) -> None:
    """Raises `YourOwnMoney`."""
    if is_own_payment(session, own_of(session, officer), payment):
        raise YourOwnMoney
