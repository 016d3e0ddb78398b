"""The caseload: each of a broker's people in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings.queries import state_of, status_of
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit
from market.brokerage import queries
from market.brokerage.rules import (
    Asked,
    Case,
    Listed,
    Outcome,
    Trouble,
    Waiting,
    Week,
    longest_first,
    troubles,
    waits,
)
from market.budgets.rules import has_a_limit
from market.budgets.tables import Pot
from market.core.actor import Actor
from market.core.audit import note_read
from market.core.times import wall_day
from market.ledger.queries import balances
from market.ledger.rules import Balance, pot_account
from market.people.access import caseload_of
from market.people.tables import Person
from market.plans.rules import PlanStatus
from market.plans.service import status_of as plan_status
from market.plans.tables import Outcome as OutcomeRow
from market.plans.tables import Plan
from market.search.tables import Shortlist

_HELPS = frozenset({BookingStatus.REQUESTED, BookingStatus.ACCEPTED, BookingStatus.ENDED})
NOTHING = Balance(0, 0, 0)


@dataclass(frozen=True)
class Line:
    """One person at a glance. `pot` is how their pots with a limit stand together; None where they have none."""

    person: Person
    waiting: tuple[Waiting, ...]
    troubles: tuple[Trouble, ...]
    pot: Balance | None
    next_visit: Visit | None


def caseload(session: Session, broker: Actor, now: datetime) -> list[Line]:
    """A broker's people, whoever waits longest first. Empty for any other role. The look is audited, once for the list."""
    people = caseload_of(session, broker)
    note_read(session, broker, "caseload:list:read", broker.account_id, at=now, person_id=None)
    lines = _lines(session, people, now)
    return sorted(lines, key=lambda line: (*longest_first(line.waiting, now), line.person.name))


def waiting_for(session: Session, person: Person, now: datetime) -> tuple[Waiting, ...]:
    """What waits for one person. Callers have fetched the person through people.access."""
    return _lines(session, [person], now)[0].waiting


def _lines(session: Session, people: Sequence[Person], now: datetime) -> list[Line]:
    ids = [person.id for person in people]
    today = wall_day(now)
    monday = today - timedelta(days=today.weekday())
    plans, outcomes = queries.plans(session, ids), queries.outcomes(session, ids)
    shortlists, bookings = queries.shortlists(session, ids), queries.bookings(session, ids)
    week = queries.visits(session, ids, monday, monday + timedelta(days=6))
    ahead, contacts = queries.next_visits(session, ids, now), queries.contacts(session, ids)
    pots = queries.pots(session, ids)
    stand = balances(session, [pot_account(pot.id) for owned in pots.values() for pot in owned])
    lines = []
    for person in people:
        asked = bookings.get(person.id, ())
        case = _case(
            person, plans.get(person.id), outcomes.get(person.id, ()), shortlists.get(person.id, ()), asked, now
        )
        pot, over = _pot(pots.get(person.id, ()), stand)
        seen = Week(
            tuple(state_of(visit) for visit in week.get(person.id, ())),
            contacts.get(person.id, 0),
            person.id in ahead,
            over,
        )
        lines.append(Line(person, waits(case), troubles(seen), pot, ahead.get(person.id)))
    return lines


def _case(
    person: Person,
    plan: Plan | None,
    outcomes: Sequence[OutcomeRow],
    shortlists: Sequence[Shortlist],
    bookings: Sequence[Booking],
    now: datetime,
) -> Case:
    stands = [(booking, status_of(booking, now)) for booking in bookings]
    helped = {booking.outcome_id for booking, status in stands if status in _HELPS}
    listed = tuple(
        Listed(one.id, one.made_at, one.sent_at, _was_used(one, bookings), one.outcome_id) for one in shortlists
    )
    return Case(
        person.made_at,
        plan_status(plan) if plan else None,
        _plan_since(plan) if plan else None,
        tuple(Outcome(one.id, one.words, one.added_at, one.id in helped) for one in outcomes),
        listed,
        tuple(Asked(one.title, one.asked_at) for one, status in stands if status is BookingStatus.REQUESTED),
    )


def _plan_since(plan: Plan) -> datetime:
    moments = {
        PlanStatus.WAITING: plan.sent_at,
        PlanStatus.SIGNED_OFF: plan.signed_at,
        PlanStatus.RETURNED: plan.returned_at,
    }
    return moments.get(plan_status(plan)) or plan.made_at


def _was_used(shortlist: Shortlist, bookings: Sequence[Booking]) -> bool:
    sent = shortlist.sent_at
    if sent is None:
        return False
    after = [one for one in bookings if one.asked_at >= sent]
    return any(shortlist.outcome_id is None or one.outcome_id in (None, shortlist.outcome_id) for one in after)


def _pot(pots: Sequence[Pot], stand: dict[str, Balance]) -> tuple[Balance | None, int]:
    """The pots with a limit added up, and how much any of them is over."""
    limited = [stand.get(pot_account(pot.id), NOTHING) for pot in pots if has_a_limit(pot.kind)]
    if not limited:
        return None, 0
    whole = Balance(
        sum(one.allocated for one in limited), sum(one.spent for one in limited), sum(one.held for one in limited)
    )
    return whole, sum(-one.free for one in limited if one.free < 0)
