"""What officers do: give money back beyond the terms, with a reason, and look after what went wrong."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import Actor
from market.core.events import record
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.errors import AmountNotPositive
from market.ledger.rules import pot_account, provider_account
from market.ledger.service import Money
from market.payments import queries
from market.payments.desk import person_on_desk
from market.payments.errors import MoreThanPaid, ReasonMissing, SecondPersonNeeded
from market.payments.settling.reading import money_of
from market.payments.settling.service import wake
from market.payments.tables import MoneyMove, RefundAsked


def most_to_refund(session: Session, visit: Visit) -> Pence:
    """What could go back beyond the terms: what was spent on the visit and paid for it."""
    money = money_of(session, visit)
    return max(0, min(money.spent, money.kept))


def ask_refund(
    session: Session, officer: Actor, visit_id: str, pence: Pence, reason: str, *, limit: Pence, now: datetime
) -> RefundAsked:
    """Give so much of a visit's price back. Within the limit at once; above it when a second officer agrees.

    It comes out of what the provider earned for the visit; what they were sent already is fetched back.
    Raises `NotYourPerson`, `ReasonMissing`, `AmountNotPositive`, `MoreThanPaid`.
    """
    visit = bookings.locked_visit(session, visit_id)
    person_on_desk(session, officer, visit.person_id, now=now)
    if not reason.strip():
        raise ReasonMissing
    if pence <= 0:
        raise AmountNotPositive(pence)
    _check_most(session, visit, pence)
    row = RefundAsked(
        visit_id=visit.id,
        person_id=visit.person_id,
        pence=pence,
        reason=reason.strip(),
        asked_by=officer.account_id,
        asked_at=now,
        needs_second=pence + _asked_before(session, visit) > limit,
    )
    session.add(row)
    session.flush()
    about = {"person_id": row.person_id, "provider_id": visit.provider_id}
    record(session, "payment.refund_asked", at=now, by=officer, subject=row.id, **about, pence=pence, visit=visit.id)
    if not row.needs_second:
        _give(session, row, visit, officer, now)
    return row


def _asked_before(session: Session, visit: Visit) -> Pence:
    """What was asked for this visit already: many small refunds are one large one."""
    return sum(one.pence for one in queries.refunds_asked_of(session, visit.id) if one.refused_at is None)


def _check_most(session: Session, visit: Visit, pence: Pence) -> None:
    waiting = [one for one in queries.refunds_waiting(session, [visit.person_id]) if one.visit_id == visit.id]
    most = most_to_refund(session, visit) - sum(one.pence for one in waiting)
    if pence > most:
        raise MoreThanPaid(max(0, most), pence)


def agree_refund(session: Session, officer: Actor, asked_id: str, *, limit: Pence, now: datetime) -> RefundAsked:
    """A second officer agrees. Said twice it is done once. Raises `NotYourPerson`, `SecondPersonNeeded`, `MoreThanPaid`."""
    row = queries.refund_asked(session, asked_id)
    person_on_desk(session, officer, row.person_id, now=now)
    if row.agreed_at is not None or row.refused_at is not None:
        return row
    if row.asked_by == officer.account_id:
        raise SecondPersonNeeded(limit)
    visit = bookings.locked_visit(session, row.visit_id)
    if row.pence > most_to_refund(session, visit):
        raise MoreThanPaid(most_to_refund(session, visit), row.pence)
    _give(session, row, visit, officer, now)
    return row


def refuse_refund(session: Session, officer: Actor, asked_id: str, *, now: datetime) -> RefundAsked:
    """A second officer, or who asked, says no after all. Raises `NotYourPerson`."""
    row = queries.refund_asked(session, asked_id)
    person_on_desk(session, officer, row.person_id, now=now)
    if row.agreed_at is None and row.refused_at is None:
        row.refused_at, row.refused_by = now, officer.account_id
        session.add(row)
        record(session, "payment.refund_refused", at=now, by=officer, subject=row.id, person_id=row.person_id)
    return row


def _give(session: Session, row: RefundAsked, visit: Visit, officer: Actor, now: datetime) -> None:
    """From what the provider earned, back to the pot; the rule then sends the card its money."""
    assert visit.pot_id is not None
    assert visit.provider_id is not None, "only a paid visit has something to give back"
    row.agreed_at, row.agreed_by = now, officer.account_id
    session.add(row)
    why = Money(visit.id, f"given_back:{row.id}", visit.person_id, visit.pot_id, now, officer)
    ledger.transfer(session, provider_account(visit.provider_id), pot_account(visit.pot_id), row.pence, why)
    record(session, "payment.refund_agreed", at=now, by=officer, subject=row.id, person_id=row.person_id)
    wake(session, visit.id, now)


def send_all_the_same(session: Session, officer: Actor, visit_id: str, *, now: datetime) -> Visit:
    """A visit that was said to be wrong is settled: its money goes on to the provider. Raises `NotYourPerson`."""
    visit = bookings.locked_visit(session, visit_id)
    person_on_desk(session, officer, visit.person_id, now=now)
    if visit.disputed_at is not None:
        visit.disputed_at = None
        session.add(visit)
        about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
        record(session, "visit.wrong_settled", at=now, by=officer, subject=visit.id, **about)
        wake(session, visit.id, now)
    return visit


def try_again(session: Session, officer: Actor, move_id: str, *, now: datetime) -> MoneyMove:
    """A move that failed has been looked at: whatever is still owed is tried again. Raises `NotYourPerson`."""
    row = queries.move(session, move_id)
    person_on_desk(session, officer, row.person_id, now=now)
    if row.looked_past_at is None:
        row.looked_past_at = now
        session.add(row)
        record(session, "payment.tried_again", at=now, by=officer, subject=row.id, person_id=row.person_id)
        wake(session, row.visit_id, now)
    return row
