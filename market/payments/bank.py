"""Paying by bank transfer, straight to the provider, after the visits: one says it was paid, the other that it is right.

Used where card payment is not set up, and by those who would rather. Stripe never sees this money, and neither do we:
the ledger has it as paid and as sent on in one breath, and we take no fee of it. Each side says how much; once both say
the same, that much is settled, and the rest stays to be paid. Until then each side may take its own word back.
"""

import secrets
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.errors import AlreadySettled, NothingToPay, SumsDiffer
from market.payments.paying import Due, payer_of
from market.payments.rules import Part, Way, payer_account, sent_account, split, visit_account
from market.payments.settling.reading import money_of
from market.payments.tables import BankPromise, PayPlan
from market.people.access import may_commit_money
from market.people.errors import NotYourPerson
from market.people.rules import Scope

_LETTERS = "ABCDEFGHJKMNPQRTUVWXY3479"


def to_pay_by_bank(session: Session, plan: PayPlan) -> tuple[Due, ...]:
    """Visits that are done, or called off at a charge, and not paid: only these are paid by bank."""
    waiting = [one for one in queries.promises_of(session, plan.booking_id) if one.settled_at is None]
    promised = {visit_id for one in waiting for visit_id in one.lines}
    visits = [visit for visit in bookings.visits_of(session, plan.booking_id) if visit.id not in promised]
    dues = [Due(visit, money_of(session, visit)) for visit in visits if visit.provider_id]
    return tuple(due for due in dues if due.money.spent and due.to_pay and not due.money.held)


def promise(session: Session, plan: PayPlan, provider_id: str, *, by: Actor, now: datetime) -> BankPromise:
    """The exact sum for a provider's visits of a booking, with a reference of its own. The open one, where there is one.

    Raises `NothingToPay`.
    """
    queries.locked_plan(session, plan.booking_id)
    for known in queries.promises_of(session, plan.booking_id):
        if known.settled_at is None and known.provider_id == provider_id:
            return known
    dues = [due for due in to_pay_by_bank(session, plan) if due.visit.provider_id == provider_id]
    if not dues or plan.way is not Way.BANK:
        raise NothingToPay
    lines = {due.visit.id: due.to_pay for due in dues}
    row = BankPromise(
        reference="AL" + "".join(secrets.choice(_LETTERS) for _ in range(8)),
        booking_id=plan.booking_id,
        person_id=plan.person_id,
        pot_id=plan.pot_id,
        provider_id=provider_id,
        lines=lines,
        pence=sum(lines.values()),
        made_at=now,
        made_by=by.says,
    )
    session.add(row)
    session.flush()
    return row


def say_paid(
    session: Session, actor: Actor, promise_id: str, pence: Pence | None = None, *, now: datetime
) -> BankPromise:
    """The payer has paid so much, or agrees that they have: all of it where they say no sum. Said anew, the last counts.

    Raises `NotFound`, `NotYourPerson`, `SumsDiffer`.
    """
    row = queries.promise(session, promise_id)
    person = payer_of(session, actor, row.person_id, now)
    if not may_commit_money(session, actor, person, now):
        raise NotYourPerson(Scope.SPEND)
    pence = _checked(row, pence)
    if row.settled_at is None and row.paid_pence != pence:
        row.paid_at, row.paid_by, row.paid_pence = now, actor.account_id, pence
        session.add(row)
        _said(session, row, "payment.bank_said_paid", pence, actor, now)
    return row


def say_arrived(
    session: Session, provider: Actor, promise_id: str, pence: Pence | None = None, *, now: datetime
) -> BankPromise:
    """So much is in the provider's account: all of it where they say no sum. Said anew, the last counts.

    Raises `NotFound` for another's, `SumsDiffer`.
    """
    row = queries.promise(session, promise_id)
    if provider.provider_id is None or row.provider_id != provider.provider_id:
        raise NotFound
    pence = _checked(row, pence)
    if row.settled_at is None and row.arrived_pence != pence:
        row.arrived_at, row.arrived_by, row.arrived_pence = now, provider.account_id, pence
        session.add(row)
        _said(session, row, "payment.bank_said_arrived", pence, provider, now)
    return row


def take_back_paid(session: Session, actor: Actor, promise_id: str, *, now: datetime) -> BankPromise:
    """The payer had not paid after all: what they said is unsaid, and the same sum waits again. Said twice it is done once.

    Raises `NotFound`, `NotYourPerson`, `AlreadySettled`.
    """
    row = queries.promise(session, promise_id)
    person = payer_of(session, actor, row.person_id, now)
    if not may_commit_money(session, actor, person, now):
        raise NotYourPerson(Scope.SPEND)
    if (pence := _unsaid(row, row.paid_pence)) is not None:
        row.paid_at = row.paid_by = row.paid_pence = None
        _taken_back(session, row, "payment.bank_paid_taken_back", pence, actor, now)
    return row


def take_back_arrived(session: Session, provider: Actor, promise_id: str, *, now: datetime) -> BankPromise:
    """Nothing had arrived after all: the same for the provider. Raises `NotFound` for another's, `AlreadySettled`."""
    row = queries.promise(session, promise_id)
    if provider.provider_id is None or row.provider_id != provider.provider_id:
        raise NotFound
    if (pence := _unsaid(row, row.arrived_pence)) is not None:
        row.arrived_at = row.arrived_by = row.arrived_pence = None
        _taken_back(session, row, "payment.bank_arrived_taken_back", pence, provider, now)
    return row


def _unsaid(row: BankPromise, said: Pence | None) -> Pence | None:
    """What one side had said and may still take back; None where there is nothing. Raises `AlreadySettled`."""
    if row.settled_at is not None:
        raise AlreadySettled(row.paid_pence or 0)
    return said


def _taken_back(session: Session, row: BankPromise, name: str, pence: Pence, by: Actor, now: datetime) -> None:
    session.add(row)
    about = {"person_id": row.person_id, "provider_id": row.provider_id}
    record(session, name, at=now, by=by, subject=row.id, **about, pence=pence)


def _checked(row: BankPromise, pence: Pence | None) -> Pence:
    if pence is None:
        return row.pence
    if not 0 < pence <= row.pence:
        raise SumsDiffer(row.pence)
    return pence


def _said(session: Session, row: BankPromise, name: str, pence: Pence, by: Actor, now: datetime) -> None:
    """One side has said it. When both say the same, it is in the books; until then the other is asked."""
    about = {"person_id": row.person_id, "provider_id": row.provider_id}
    if row.paid_pence == row.arrived_pence:
        row.settled_at = now
        for part in split(pence, [Part(visit_id, sum_) for visit_id, sum_ in row.lines.items()]):
            _settle(session, row, part.of, part.pence, by, now)
        name = "payment.bank_settled"
    record(session, name, at=now, by=by, subject=row.id, **about, pence=pence)


def _settle(session: Session, row: BankPromise, visit_id: str, pence: Pence, by: Actor, now: datetime) -> None:
    for what, debit, credit in (
        ("in", payer_account(row.pot_id), visit_account(visit_id)),
        ("on", visit_account(visit_id), sent_account(row.provider_id)),
    ):
        why = Money(visit_id, f"bank:{what}:{row.id}:{visit_id}", row.person_id, row.pot_id, now, by)
        ledger.transfer(session, debit, credit, pence, why)
