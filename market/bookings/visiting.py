"""What happens to one visit: it is cancelled, given up, not turned up to, begun, done."""

from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade import service as cascade
from market.bookings.errors import MayNotSubstitute, PriceChanged, TooEarly, TooLate
from market.bookings.freeing import COMING, call_off, is_coming, release_hold
from market.bookings.once.service import own_price, pass_it_on
from market.bookings.rules import VisitStatus, cancelling_charge, terms_from
from market.bookings.standing_down import is_suspended
from market.bookings.tables import Visit
from market.budgets import service as budgets
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.core.money import Pence
from market.people.access import person_for
from market.people.rules import Scope
from providers.arrangement.rules import Arrangement, may_send_substitute
from providers.organisations.queries import provider as provider_by_id

NEAR = timedelta(hours=1)


def visit_of_provider(session: Session, provider: Actor, visit_id: str) -> Visit:
    """A visit of this very provider, held. Raises `NotFound` for anybody else's."""
    visit = queries.locked_visit(session, visit_id)
    if provider.provider_id is None or visit.provider_id != provider.provider_id:
        raise NotFound
    return visit


def visit_of_person(session: Session, actor: Actor, visit_id: str, scope: Scope, now: datetime) -> Visit:
    """A visit to somebody the actor may act for, held. Raises `NotFound`, `NotYourPerson`."""
    visit = queries.locked_visit(session, visit_id)
    person_for(session, actor, visit.person_id, scope, now)
    return visit


def charge_for_cancelling(session: Session, visit: Visit, now: datetime, *, alone: bool = True) -> Pence:
    """What cancelling this visit now would cost the customer, in pence. Nothing for one nobody has said yes to, or whose
    provider was taken down. `alone`: the others of its booking stay, and take on what is paid once."""
    booking = queries.booking(session, visit.booking_id)
    if booking.accepted_at is None or is_suspended(session, visit.listing_id, visit.provider_id):
        return 0
    price = own_price(session, visit, now) if alone else visit.price_pence
    return cancelling_charge(price, visit.starts_at, now, terms_from(booking.cancel_terms))


def cancel_visit(session: Session, actor: Actor, visit_id: str, seen_charge: Pence, *, now: datetime) -> Visit:
    """Cancel one visit for the person; the others of its booking stay.

    The money side is recorded in the same breath. Raises `NotYourPerson`, `TooLate`, `PriceChanged`.
    """
    visit = visit_of_person(session, actor, visit_id, Scope.CANCEL, now)
    if queries.state_of(visit) is VisitStatus.CANCELLED:
        return visit
    if not is_coming(visit) or visit.starts_at <= now:
        raise TooLate("visit", visit.starts_at)
    charge = charge_for_cancelling(session, visit, now)
    if charge != seen_charge:
        raise PriceChanged(seen_charge, charge)
    pass_it_on(session, visit, by=actor, now=now)
    call_off(session, visit, charge, by=actor, now=now)
    record(session, "visit.cancelled", at=now, by=actor, subject=visit.id, charge=charge, **_parties(visit))
    return visit


def report_cannot_come(session: Session, provider: Actor, visit_id: str, why: str, *, now: datetime) -> Visit:
    """A worker gives a visit up ("ill"). Their time is free; the customer's backup contacts are asked. Raises `TooLate`."""
    visit = visit_of_provider(session, provider, visit_id)
    if visit.given_up_at is not None:
        return visit
    if not is_coming(visit) or visit.ends_at <= now:
        raise TooLate("visit", visit.starts_at)
    visit.given_up_at, visit.given_up_why, visit.let_go_at = now, why.strip(), now
    session.add(visit)
    pass_it_on(session, visit, by=provider, now=now)
    record(session, "visit.cancelled", at=now, by=provider, subject=visit.id, by_provider=True, **_parties(visit))
    cascade.start(session, visit, "cannot_come", by=provider, now=now)
    return visit


def send_own_substitute(session: Session, provider: Actor, visit_id: str, name: str, *, now: datetime) -> Visit:
    """A registered agency or ISF provider sends another of its own workers: the visit stands, somebody else comes."""
    visit = visit_of_provider(session, provider, visit_id)
    if not may_send_substitute(Arrangement(provider_by_id(session, visit.provider_id or "").arrangement)):
        raise MayNotSubstitute
    if not is_coming(visit) or visit.ends_at <= now:
        raise TooLate("visit", visit.starts_at)
    visit.who_comes, visit.changed_at = name.strip(), now
    session.add(visit)
    record(session, "visit.changed", at=now, by=provider, subject=visit.id, **_parties(visit))
    return visit


def report_not_arrived(session: Session, actor: Actor, visit_id: str, *, now: datetime) -> Visit:
    """Nobody has come: the desk and the provider are told now, and the backup contacts asked. Raises `TooLate`, `TooEarly`.

    Said when the visit is over, nobody is asked to come any more: the provider is told, and the money is let go.
    """
    visit = visit_of_person(session, actor, visit_id, Scope.SEE_VISITS, now)
    if visit.missed_at is not None:
        return visit
    if visit.starts_at > now:
        raise TooEarly(visit.starts_at)
    if not is_coming(visit):
        raise TooLate("visit", visit.starts_at)
    visit.missed_at, visit.let_go_at = now, now
    session.add(visit)
    pass_it_on(session, visit, by=actor, now=now)
    record(session, "visit.missed", at=now, by=actor, subject=visit.id, **_parties(visit))
    if visit.ends_at <= now:
        release_hold(session, visit, by=actor, now=now)
    else:
        cascade.start(session, visit, "not_arrived", by=actor, now=now)
    return visit


def running_late(session: Session, provider: Actor, visit_id: str, minutes: int, *, now: datetime) -> Visit:
    """A worker says how late they will be; whoever waits is told. Raises `TooLate`."""
    visit = visit_of_provider(session, provider, visit_id)
    if not is_coming(visit) or visit.ends_at <= now:
        raise TooLate("visit", visit.starts_at)
    visit.minutes_late, visit.changed_at = minutes, now
    session.add(visit)
    record(session, "visit.changed", at=now, by=provider, subject=visit.id, late=minutes, **_parties(visit))
    return visit


def start_visit(session: Session, provider: Actor, visit_id: str, *, now: datetime) -> Visit:
    """The worker is there. From an hour before until the end. Raises `TooEarly`, `TooLate`."""
    visit = visit_of_provider(session, provider, visit_id)
    if visit.started_at is not None:
        return visit
    if now < visit.starts_at - NEAR:
        raise TooEarly(visit.starts_at)
    if not is_coming(visit) or visit.ends_at <= now:
        raise TooLate("visit", visit.starts_at)
    visit.started_at = now
    session.add(visit)
    record(session, "visit.started", at=now, by=provider, subject=visit.id, **_parties(visit))
    return visit


def complete_visit(session: Session, provider: Actor, visit_id: str, *, now: datetime) -> Visit:
    """The visit is done: what was held for it is spent. Raises `TooEarly`, `TooLate`."""
    visit = visit_of_provider(session, provider, visit_id)
    if visit.completed_at is not None:
        return visit
    if now < visit.starts_at:
        raise TooEarly(visit.starts_at)
    if queries.state_of(visit) not in (*COMING, VisitStatus.STARTED):
        raise TooLate("visit", visit.starts_at)
    visit.completed_at = now
    session.add(visit)
    if visit.hold_id and visit.pot_id:
        budgets.spend(session, visit.pot_id, visit.id, visit.hold_id, visit.price_pence, now=now, by=provider)
    record(session, "visit.completed", at=now, by=provider, subject=visit.id, **_parties(visit))
    return visit


def _parties(visit: Visit) -> dict[str, str | None]:
    return {"person_id": visit.person_id, "provider_id": visit.provider_id}
