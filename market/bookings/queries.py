"""Every SELECT of bookings and visits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import product

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from market.bookings.rules import (
    BookingFacts,
    BookingStatus,
    Coming,
    VisitFacts,
    VisitStatus,
    booking_status,
    shown_as,
    visit_status,
)
from market.bookings.tables import Booking, Visit
from market.core.errors import NotFound
from market.core.rows import held, one
from providers.interchange.calendars.queries import all_busy_times, busy_times_of

Span = tuple[datetime, datetime]


def booking(session: Session, booking_id: str) -> Booking:
    """One booking. Raises `NotFound`."""
    return one(session, Booking, booking_id)


def locked_booking(session: Session, booking_id: str) -> Booking:
    """One booking as it is now, held until the transaction ends. Raises `NotFound`."""
    return held(session, Booking, booking_id)


def booking_by_key(session: Session, key: str) -> Booking | None:
    """The booking made under an idempotency key."""
    return session.exec(select(Booking).where(Booking.key == key)).first()


def status_of(row: Booking, now: datetime) -> BookingStatus:
    """Where a booking stands."""
    moments = (row.asked_at, row.answer_by, row.accepted_at, row.declined_at, row.cancelled_at, row.last_end)
    return booking_status(BookingFacts(*moments), now)


def visit(session: Session, visit_id: str) -> Visit:
    """One visit. Raises `NotFound`."""
    return one(session, Visit, visit_id)


def locked_visit(session: Session, visit_id: str) -> Visit:
    """One visit as it is now, held until the transaction ends. Raises `NotFound`."""
    return held(session, Visit, visit_id)


def state_of(row: Visit) -> VisitStatus:
    """Where a visit stands."""
    facts = VisitFacts(
        started_at=row.started_at,
        completed_at=row.completed_at,
        missed_at=row.missed_at,
        cancelled_at=row.cancelled_at,
        given_up_at=row.given_up_at,
        covered_at=row.covered_at,
        changed_at=row.changed_at,
        disputed_at=row.disputed_at,
    )
    return visit_status(facts)


def shown_state(session: Session, row: Visit, now: datetime) -> str:
    """The word a visit is shown with now (`rules.shown_as`). Cover agreed late is looked for from then on, not before."""
    agreed = visit(session, row.instead_of).covered_at if row.instead_of else None
    expected = max(row.starts_at, agreed) if agreed else row.starts_at
    coming = Coming(expected, row.ends_at, row.instead_of is not None, row.minutes_late)
    return shown_as(state_of(row), status_of(booking(session, row.booking_id), now), coming, now)


def visits_of(session: Session, booking_id: str) -> Sequence[Visit]:
    """The visits of a booking in order, substitutes beside those they stand for."""
    mine = select(Visit).where(Visit.booking_id == booking_id)
    return session.exec(mine.order_by(col(Visit.starts_at), col(Visit.id))).all()


def substitute_of(session: Session, visit_id: str) -> Visit | None:
    """The visit that stands for this one."""
    return session.exec(select(Visit).where(Visit.instead_of == visit_id)).first()


def busy(
    session: Session, provider_id: str, since: datetime, until: datetime, now: datetime, *, but: str = ""
) -> list[Span]:
    """When a provider's time is taken between two instants: by planned visits, by requests not yet lapsed, and by what stands
    in calendars of their own. A visit of two workers takes the time of two. `but` is a visit that would make way."""
    statement = _taking_time(now).where(
        Visit.provider_id == provider_id,
        col(Visit.starts_at) < until,
        col(Visit.ends_at) > since,
        col(Visit.id) != but,
    )
    visits = [(row.starts_at, row.ends_at) for row in session.exec(statement) for _ in range(row.workers)]
    return visits + busy_times_of(session, provider_id, since, until)


def busy_by_provider(
    session: Session, now: datetime, provider_ids: Collection[str] | None = None
) -> Mapping[str, list[Span]]:
    """When each provider's time is taken, from now on: what search shows as free is what this leaves.

    All of them, or only those whose ids are given.
    """
    found: dict[str, list[Span]] = dict(all_busy_times(session, now))
    statement = _taking_time(now).where(col(Visit.ends_at) > now)
    if provider_ids is not None:
        found = {name: spans for name, spans in found.items() if name in provider_ids}
        statement = statement.where(col(Visit.provider_id).in_(provider_ids))
    for row in session.exec(statement):
        if row.provider_id is not None:
            found.setdefault(row.provider_id, []).extend([(row.starts_at, row.ends_at)] * row.workers)
    return found


def busy_of_providers(
    session: Session, provider_ids: Collection[str], since: datetime, until: datetime
) -> Mapping[str, list[Span]]:
    """When the time of each of these providers is taken between two instants, the first of them now."""
    taken = busy_by_provider(session, since, provider_ids)
    return {provider_id: [span for span in spans if span[0] < until] for provider_id, spans in taken.items()}


def _taking_time(now: datetime) -> SelectOfScalar[Visit]:
    answered_or_open = sa.or_(col(Booking.accepted_at).is_not(None), col(Booking.answer_by) > now)
    statement = select(Visit).join(Booking, col(Booking.id) == col(Visit.booking_id))
    # Who gave a visit up is not free then, though the visit no longer stands: they said so.
    still_theirs = sa.or_(col(Visit.let_go_at).is_(None), col(Visit.given_up_at).is_not(None))
    return statement.where(still_theirs, answered_or_open)


def expected(
    session: Session, person_id: str, since: datetime, until: datetime, now: datetime, *, but: str = ""
) -> list[Span]:
    """When somebody is coming to a person already, or has been asked to, between two instants. `but` is a visit that would
    make way."""
    statement = _taking_time(now).where(
        Visit.person_id == person_id,
        col(Visit.starts_at) < until,
        col(Visit.ends_at) > since,
        col(Visit.let_go_at).is_(None),
        col(Visit.id) != but,
    )
    return [(row.starts_at, row.ends_at) for row in session.exec(statement)]


def moved_to(session: Session, visit_id: str) -> Booking | None:
    """The agreement that moved this visit to another time."""
    asked = select(Booking).where(Booking.moves_visit_id == visit_id, col(Booking.accepted_at).is_not(None))
    return session.exec(asked).first()


def held_for(session: Session, visit_id: str) -> int:
    """Pence held in the pot for this visit, without what is paid once, which goes with it wherever it is moved; nought for none."""
    row = session.get(Visit, visit_id) if visit_id else None
    return row.each_pence if row is not None and row.hold_id else 0


def waiting_move_of(session: Session, visit_id: str, now: datetime) -> Booking | None:
    """The asking to move this visit that waits for its provider's answer."""
    asked = session.exec(select(Booking).where(Booking.moves_visit_id == visit_id))
    return next((row for row in asked if status_of(row, now) is BookingStatus.REQUESTED), None)


def visits_between(session: Session, person_id: str, first: date, last: date) -> Sequence[Visit]:
    """A person's visits from one day to another, both included: those of accepted and of waiting bookings.

    Of a booking that was cancelled as a whole, those that were over by then; of a request that lapsed, none.
    """
    stands = sa.or_(col(Booking.accepted_at).is_not(None), col(Visit.let_go_at).is_(None))
    over_by_then = sa.or_(col(Visit.let_go_at).is_(None), col(Visit.let_go_at) < col(Booking.cancelled_at))
    statement = (
        select(Visit)
        .join(Booking, col(Booking.id) == col(Visit.booking_id))
        .where(Visit.person_id == person_id, col(Visit.day) >= first, col(Visit.day) <= last)
        .where(col(Booking.declined_at).is_(None), stands, sa.or_(col(Booking.cancelled_at).is_(None), over_by_then))
        .order_by(col(Visit.starts_at), col(Visit.id))
    )
    return session.exec(statement).all()


def visits_by_id(session: Session, visit_ids: Collection[str]) -> Mapping[str, Visit]:
    """Visits by id; an id that is no visit's is left out."""
    return {row.id: row for row in session.exec(select(Visit).where(col(Visit.id).in_(visit_ids)))}


def work_between(session: Session, provider_id: str, first: date, last: date) -> Sequence[Visit]:
    """A provider's own visits from one day to another, of bookings they have accepted."""
    statement = (
        select(Visit)
        .join(Booking, col(Booking.id) == col(Visit.booking_id))
        .where(Visit.provider_id == provider_id, col(Visit.day) >= first, col(Visit.day) <= last)
        .where(col(Booking.accepted_at).is_not(None))
        .order_by(col(Visit.starts_at), col(Visit.id))
    )
    return session.exec(statement).all()


def visits_to_come(session: Session, provider_id: str, now: datetime) -> Sequence[Visit]:
    """A provider's agreed visits that have not begun, soonest first."""
    return [row for row in visits_of_provider_after(session, provider_id, now) if row.starts_at > now]


def work_visit(session: Session, provider_id: str | None, visit_id: str) -> Visit:
    """A visit of this very provider, to look at, of a booking they have accepted. Raises `NotFound` for any other."""
    row = visit(session, visit_id)
    theirs = provider_id is not None and row.provider_id == provider_id
    if not theirs or booking(session, row.booking_id).accepted_at is None:
        raise NotFound
    return row


def people_worked_for(session: Session, provider_id: str, since: date) -> Sequence[str]:
    """Ids of the people whom a provider has visited, or is to visit, since a day."""
    visited = (
        select(Visit.person_id)
        .join(Booking, col(Booking.id) == col(Visit.booking_id))
        .where(Visit.provider_id == provider_id, col(Visit.day) >= since, col(Booking.accepted_at).is_not(None))
    )
    return session.exec(visited.distinct().order_by(col(Visit.person_id))).all()


def week(session: Session, person_id: str, monday: date) -> Sequence[Visit]:
    """A person's visits from a Monday to its Sunday."""
    return visits_between(session, person_id, monday, monday + timedelta(days=6))


def bookings_of(session: Session, person_id: str) -> Sequence[Booking]:
    """A person's bookings, newest first."""
    mine = select(Booking).where(Booking.person_id == person_id)
    return session.exec(mine.order_by(col(Booking.asked_at).desc(), col(Booking.id))).all()


def goes_on(session: Session, booking: Booking, now: datetime) -> bool:
    """Whether the same person has the same listing booked, or asked for, beyond this booking's end."""
    later = select(Booking).where(
        Booking.person_id == booking.person_id,
        Booking.listing_id == booking.listing_id,
        col(Booking.last_end) > booking.last_end,
        col(Booking.moves_visit_id).is_(None),  # one visit at another time is no going on
    )
    standing = (BookingStatus.REQUESTED, BookingStatus.ACCEPTED)
    return any(status_of(other, now) in standing for other in session.exec(later))


def requests_for(session: Session, provider_id: str, now: datetime) -> Sequence[Booking]:
    """Requests waiting for a provider's answer, soonest to lapse first."""
    waiting = select(Booking).where(
        Booking.provider_id == provider_id,
        col(Booking.accepted_at).is_(None),
        col(Booking.declined_at).is_(None),
        col(Booking.cancelled_at).is_(None),
        col(Booking.answer_by) > now,
    )
    return session.exec(waiting.order_by(col(Booking.answer_by), col(Booking.id))).all()


def requests_for_listing(session: Session, listing_id: str, now: datetime) -> Sequence[Booking]:
    """Requests of one listing that wait for an answer."""
    owner = select(Booking).where(Booking.listing_id == listing_id)
    return [row for row in session.exec(owner) if status_of(row, now) is BookingStatus.REQUESTED]


def visits_of_listing_after(session: Session, listing_id: str, now: datetime) -> Sequence[Visit]:
    """Visits of a listing that were agreed, still stand and are not over, soonest first."""
    return session.exec(_agreed_and_not_over(now).where(Visit.listing_id == listing_id)).all()


def visits_of_provider_after(session: Session, provider_id: str, now: datetime) -> Sequence[Visit]:
    """The same of a provider, by whatever listing they came."""
    return session.exec(_agreed_and_not_over(now).where(Visit.provider_id == provider_id)).all()


def _agreed_and_not_over(now: datetime) -> SelectOfScalar[Visit]:
    agreed = select(Visit).join(Booking).where(col(Booking.accepted_at).is_not(None), col(Visit.ends_at) > now)
    stands = agreed.where(col(Visit.let_go_at).is_(None), col(Visit.completed_at).is_(None))
    return stands.order_by(col(Visit.starts_at), col(Visit.id))


def others_asked(session: Session, row: Booking, since: datetime) -> int:
    """How many other providers the same person had asked for the same kind of support since then."""
    mine = select(Booking.provider_id).where(Booking.person_id == row.person_id, Booking.kind == row.kind)
    asked = mine.where(Booking.provider_id != row.provider_id, col(Booking.asked_at) >= since)
    return len(set(session.exec(asked.distinct())))


def asked_for_the_same_time(session: Session, row: Booking, now: datetime) -> Sequence[Booking]:
    """Other requests for the same person that wait, of which a visit falls together with one of this booking's."""
    others = session.exec(select(Booking).where(Booking.person_id == row.person_id, Booking.id != row.id))
    waiting = [one for one in others if status_of(one, now) is BookingStatus.REQUESTED]
    return [one for one in waiting if _fall_together(session, one, row)]


def somebody_else_comes(session: Session, row: Booking) -> bool:
    """Whether another provider has said yes to a visit to the same person that falls together with one of this booking's."""
    others = select(Booking).where(Booking.person_id == row.person_id, Booking.provider_id != row.provider_id)
    agreed = others.where(col(Booking.accepted_at).is_not(None), col(Booking.cancelled_at).is_(None))
    return any(_fall_together(session, one, row) for one in session.exec(agreed))


def _fall_together(session: Session, one: Booking, other: Booking) -> bool:
    pairs = product(visits_of(session, one.id), visits_of(session, other.id))
    return any(mine.starts_at < theirs.ends_at and theirs.starts_at < mine.ends_at for mine, theirs in pairs)


def known_providers(session: Session, person_id: str) -> frozenset[str]:
    """Providers who have completed a visit to this person: workers they know."""
    done = select(Visit.provider_id).where(Visit.person_id == person_id, col(Visit.completed_at).is_not(None))
    return frozenset(filter(None, session.exec(done.distinct())))
