"""Paying by bank transfer, straight to the provider, after the visits: one says it was paid, the other that it is right.

Used where card payment is not set up, and by those who would rather. Stripe never sees this money, and neither do we:
the ledger has it as paid and as sent on in one breath.
"""

import secrets
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.errors import NothingToPay
from market.payments.paying import Due, payer_of
from market.payments.rules import Way, payer_account, sent_account, visit_account
from market.payments.settling.reading import money_of
from market.payments.tables import BankPromise, PayPlan
from market.people.access import may_commit_money
from market.people.errors import NotYourPerson
from market.people.rules import Scope

_LETTERS = "ABCDEFGHJKMNPQRTUVWXY3479"


def to_pay_by_bank(session: Session, plan: PayPlan) -> tuple[Due, ...]:
    """Visits that are done, or called off at a charge, and not paid: only these are paid by bank."""
    promised = {visit_id for one in queries.promises_of(session, plan.booking_id) for visit_id in one.lines}
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


def say_paid(session: Session, actor: Actor, promise_id: str, *, now: datetime) -> BankPromise:
    """The payer has paid, or agrees that they have. Raises `NotFound`, `NotYourPerson`."""
    row = queries.promise(session, promise_id)
    person = payer_of(session, actor, row.person_id, now)
    if not may_commit_money(session, actor, person, now):
        raise NotYourPerson(Scope.SPEND)
    if row.paid_at is None:
        row.paid_at, row.paid_by = now, actor.account_id
        session.add(row)
        _said(session, row, "payment.bank_said_paid", actor, now)
    return row


def say_arrived(session: Session, provider: Actor, promise_id: str, *, now: datetime) -> BankPromise:
    """The money is in the provider's account. Raises `NotFound` for another's."""
    row = queries.promise(session, promise_id)
    if provider.provider_id is None or row.provider_id != provider.provider_id:
        raise NotFound
    if row.arrived_at is None:
        row.arrived_at, row.arrived_by = now, provider.account_id
        session.add(row)
        _said(session, row, "payment.bank_said_arrived", provider, now)
    return row


def _said(session: Session, row: BankPromise, name: str, by: Actor, now: datetime) -> None:
    """One side has said it. With both, it is in the books; until then the other is asked."""
    about = {"person_id": row.person_id, "provider_id": row.provider_id}
    if row.paid_at is not None and row.arrived_at is not None and row.settled_at is None:
        row.settled_at = now
        for visit_id, pence in row.lines.items():
            for what, debit, credit in (
                ("in", payer_account(row.pot_id), visit_account(visit_id)),
                ("on", visit_account(visit_id), sent_account(row.provider_id)),
            ):
                why = Money(visit_id, f"bank:{what}:{row.id}:{visit_id}", row.person_id, row.pot_id, now, by)
                ledger.transfer(session, debit, credit, pence, why)
        name = "payment.bank_settled"
    record(session, name, at=now, by=by, subject=row.id, **about, pence=row.pence)
