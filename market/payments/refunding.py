"""What officers do: give money back beyond the terms, with a reason, and look after what went wrong."""

from datetime import datetime

from sqlmodel import Session

from market.bookings.tables import Visit
from market.core.actor import Actor
from market.core.events import record
from market.core.money import Pence
from market.core.rows import one
from market.ledger import service as ledger
from market.ledger.errors import AmountNotPositive
from market.ledger.rules import pot_account, provider_account
from market.ledger.service import Money
from market.payments import queries
from market.payments.desk import payment_on_desk, visit_on_desk
from market.payments.disputing import Loss, decide_loss
from market.payments.errors import MoreThanPaid, ReasonMissing, SecondPersonNeeded
from market.payments.rules import Bearer, MoveKind, owed_account, visit_account
from market.payments.settling.reading import money_of, owed_by
from market.payments.settling.waking import wake
from market.payments.tables import MoneyMove, RefundAsked


def most_to_refund(session: Session, visit: Visit) -> Pence:
    """What could go back beyond the terms: what was spent on the visit, paid for it by card, and not had back from a bank."""
    money = money_of(session, visit)
    return max(0, min(money.spent, money.kept - money.borne) - money.by_bank)


def ask_refund(
    session: Session, officer: Actor, visit_id: str, pence: Pence, reason: str, *, limit: Pence, now: datetime
) -> RefundAsked:
    """Give so much of a visit's price back. Within the limit at once; above it when a second officer agrees.

    It comes out of what the provider earned for the visit; what they were sent already is fetched back.
    Raises `NotYourPerson`, `YourOwnMoney`, `ReasonMissing`, `AmountNotPositive`, `MoreThanPaid`.
    """
    visit = visit_on_desk(session, officer, visit_id, now=now)
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
    asked = queries.refunds_asked_of(session, visit.id)
    return sum(row.pence for row in asked if row.refused_at is None)


def _check_most(session: Session, visit: Visit, pence: Pence) -> None:
    waiting = [row for row in queries.refunds_waiting(session, [visit.person_id]) if row.visit_id == visit.id]
    most = most_to_refund(session, visit) - sum(row.pence for row in waiting)
    if pence > most:
        raise MoreThanPaid(max(0, most), pence)


def agree_refund(session: Session, officer: Actor, asked_id: str, *, limit: Pence, now: datetime) -> RefundAsked:
    """A second officer agrees. Said twice it is done once. Raises `NotYourPerson`, `SecondPersonNeeded`, `MoreThanPaid`."""
    row = queries.refund_asked(session, asked_id)
    visit = visit_on_desk(session, officer, row.visit_id, now=now)
    if row.agreed_at is not None or row.refused_at is not None:
        return row
    if row.asked_by == officer.account_id:
        raise SecondPersonNeeded(limit)
    if row.pence > most_to_refund(session, visit):
        raise MoreThanPaid(most_to_refund(session, visit), row.pence)
    _give(session, row, visit, officer, now)
    return row


def refuse_refund(session: Session, officer: Actor, asked_id: str, *, now: datetime) -> RefundAsked:
    """A second officer, or who asked, says no after all. Raises `NotYourPerson`."""
    row = queries.refund_asked(session, asked_id)
    visit_on_desk(session, officer, row.visit_id, now=now)
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
    visit = visit_on_desk(session, officer, visit_id, now=now)
    if visit.disputed_at is not None:
        visit.disputed_at = None
        session.add(visit)
        about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
        record(session, "visit.wrong_settled", at=now, by=officer, subject=visit.id, **about)
        wake(session, visit.id, now)
    return visit


def _owed_no_more(session: Session, row: MoneyMove, provider_id: str, officer: Actor, now: datetime) -> None:
    """What of it was not netted since is fetched from the provider again, so it is not owed meanwhile."""
    queries.locked_account(session, provider_id)
    left = min(row.pence, owed_by(session, provider_id))
    if left:
        why = Money(row.visit_id, f"tried_again:{row.id}", row.person_id, row.pot_id, now, officer)
        ledger.transfer(session, visit_account(row.visit_id), owed_account(provider_id), left, why)


def settle_loss(session: Session, officer: Actor, dispute_id: str, bearer: Bearer, *, now: datetime) -> Loss:
    """An officer says who bears what a payer's bank took back for good. Raises `NotYourPerson`, `YourOwnMoney`."""
    payment_on_desk(session, officer, queries.dispute(session, dispute_id).payment_id, now=now)
    return decide_loss(session, officer, dispute_id, bearer, now=now)


def try_again(session: Session, officer: Actor, move_id: str, *, now: datetime) -> MoneyMove:
    """A move that failed has been looked at: whatever is still owed is tried again. Raises `NotYourPerson`."""
    visit_on_desk(session, officer, one(session, MoneyMove, move_id).visit_id, now=now)
    row = queries.move(session, move_id)  # after the visit: whoever looks at a visit holds them in this order
    if row.looked_past_at is None:
        row.looked_past_at = now
        session.add(row)
        if row.kind is MoveKind.REVERSAL and row.provider_id:
            _owed_no_more(session, row, row.provider_id, officer, now)
        record(session, "payment.tried_again", at=now, by=officer, subject=row.id, person_id=row.person_id)
        wake(session, row.visit_id, now)
    return row
