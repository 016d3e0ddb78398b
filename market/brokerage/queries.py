"""SELECTs over many people at once, so that a caseload of sixty is a handful of questions, not hundreds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from market.bookings.cascade.tables import BackupContact
from market.bookings.tables import Booking, Visit
from market.budgets.tables import Pot
from market.plans.tables import Outcome, Plan
from market.search.tables import Shortlist

People = Collection[str]
Row = TypeVar("Row")
LOOKS_AHEAD = timedelta(weeks=4)


def plans(session: Session, people: People) -> Mapping[str, Plan]:
    """The plan of each person who has one."""
    return {row.person_id: row for row in session.exec(select(Plan).where(col(Plan.person_id).in_(people)))}


def outcomes(session: Session, people: People) -> Mapping[str, Sequence[Outcome]]:
    """The outcomes still wanted, by person."""
    rows = (
        select(Plan.person_id, Outcome)
        .join(Plan, col(Plan.id) == col(Outcome.plan_id))
        .where(col(Plan.person_id).in_(people), col(Outcome.ended_at).is_(None))
        .order_by(col(Outcome.added_at), col(Outcome.id))
    )
    return _grouped(session.exec(rows))


def shortlists(session: Session, people: People) -> Mapping[str, Sequence[Shortlist]]:
    """Shortlists by person, oldest first."""
    rows = select(Shortlist).where(col(Shortlist.person_id).in_(people)).order_by(col(Shortlist.made_at))
    return _grouped((row.person_id, row) for row in session.exec(rows))


def bookings(session: Session, people: People) -> Mapping[str, Sequence[Booking]]:
    """Bookings by person, oldest first, whatever became of them."""
    rows = select(Booking).where(col(Booking.person_id).in_(people)).order_by(col(Booking.asked_at), col(Booking.id))
    return _grouped((row.person_id, row) for row in session.exec(rows))


def visits(session: Session, people: People, first: date, last: date) -> Mapping[str, Sequence[Visit]]:
    """Visits from one day to another, both included, by person; those of accepted bookings."""
    return _grouped(
        (row.person_id, row) for row in session.exec(_visits(people).where(col(Visit.day).between(first, last)))
    )


def next_visits(session: Session, people: People, now: datetime) -> Mapping[str, Visit]:
    """The first visit still to come within four weeks for each person, and that somebody is coming to."""
    ahead = _visits(people).where(
        col(Visit.ends_at) > now,
        col(Visit.cancelled_at).is_(None),
        col(Visit.given_up_at).is_(None),
        col(Visit.completed_at).is_(None),
        col(Visit.missed_at).is_(None),
    )
    found: dict[str, Visit] = {}
    for row in session.exec(ahead.where(col(Visit.starts_at) < now + LOOKS_AHEAD)):
        found.setdefault(row.person_id, row)
    return found


def contacts(session: Session, people: People) -> Mapping[str, int]:
    """How many backup contacts each person has."""
    rows = select(BackupContact.person_id, sa.func.count()).where(col(BackupContact.person_id).in_(people))
    return dict(session.exec(rows.group_by(col(BackupContact.person_id))).all())


def pots(session: Session, people: People) -> Mapping[str, Sequence[Pot]]:
    """Open pots by person, oldest first."""
    rows = select(Pot).where(col(Pot.person_id).in_(people), col(Pot.closed_at).is_(None))
    return _grouped((row.person_id, row) for row in session.exec(rows.order_by(col(Pot.starts_on), col(Pot.id))))


def _visits(people: People) -> SelectOfScalar[Visit]:
    return (
        select(Visit)
        .join(Booking, col(Booking.id) == col(Visit.booking_id))
        .where(col(Visit.person_id).in_(people), col(Booking.accepted_at).is_not(None))
        .where(col(Booking.cancelled_at).is_(None), col(Booking.declined_at).is_(None))
        .order_by(col(Visit.starts_at), col(Visit.id))
    )


def _grouped(rows: Iterable[tuple[str, Row]]) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for person_id, row in rows:
        found[person_id].append(row)
    return found
