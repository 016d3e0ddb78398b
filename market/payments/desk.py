"""What officers look at: finding payments of their own council's people, and the story of one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import Actor, Role
from market.core.audit import note_read
from market.core.money import read_pounds
from market.payments import queries
from market.payments.disputing import Loss, losses_of
from market.payments.errors import YourOwnMoney
from market.payments.own import (
    check_payment_not_own,
    check_visit_not_own,
    is_own_payment,
    is_own_refund,
    is_own_visit,
    own_of,
)
from market.payments.tables import BankPromise, MoneyMove, PaidAccount, Payment, PayPlan, RefundAsked
from market.people.access import people_of, person_for
from market.people.rules import Scope
from market.people.tables import Person

MOST_FOUND = 30


def person_on_desk(session: Session, officer: Actor, person_id: str, *, now: datetime) -> Person:
    """Somebody whose payments an officer looks after: of their own council, or of none; audited.

    Who pays for themself may belong to no council. As with messages, what is nobody's is every desk's. Raises
    `NotYourPerson`, `YourOwnMoney`.
    """
    if person_id in own_of(session, officer).people:
        raise YourOwnMoney
    person = session.get(Person, person_id)
    if person is None or person.authority_id is not None or officer.role is not Role.DIRECT_PAYMENTS_OFFICER:
        return person_for(session, officer, person_id, Scope.SEE_MONEY, now)
    note_read(session, officer, "payments:person:read", person_id, at=now, person_id=person_id)
    return person


def visit_on_desk(session: Session, officer: Actor, visit_id: str, *, now: datetime) -> Visit:
    """A visit whose money an officer looks after, held. Raises `NotYourPerson`, `YourOwnMoney`."""
    visit = bookings.locked_visit(session, visit_id)
    person_on_desk(session, officer, visit.person_id, now=now)
    check_visit_not_own(session, officer, visit)
    return visit


def people_on_desk(session: Session, officer: Actor, *, now: datetime) -> Mapping[str, Person]:
    """Everybody whose payments an officer looks after, by id. They themself, and those they stand by, are another's."""
    paying = select(PayPlan.person_id)
    nobodys = select(Person).where(col(Person.authority_id).is_(None), col(Person.id).in_(paying))
    own = own_of(session, officer)
    everybody = (*people_of(session, officer, Scope.SEE_MONEY, now), *session.exec(nobodys))
    return {one.id: one for one in everybody if one.id not in own.people}


def payment_on_desk(session: Session, officer: Actor, payment_id: str, *, now: datetime) -> Payment:
    """A payment for somebody the officer looks after. Raises `NoSuchPayment`, `NotYourPerson`, `YourOwnMoney`."""
    row = queries.payment(session, payment_id)
    person_on_desk(session, officer, row.person_id, now=now)
    check_payment_not_own(session, officer, row)
    return row


def find_payments(session: Session, officer: Actor, typed: str, people: Mapping[str, Person]) -> Sequence[Payment]:
    """Payments by a person's name, an amount, our id or Stripe's; with nothing typed, the newest. Newest first.

    The officer's own are not among them.
    """
    rows = select(Payment).where(col(Payment.person_id).in_(list(people))).order_by(col(Payment.made_at).desc())
    words, pence, own = typed.casefold().split(), read_pounds(typed) if typed else None, own_of(session, officer)
    found: list[Payment] = []
    for row in session.exec(rows):
        meant = row.pence == pence if pence is not None else _is_meant(row, words, typed, people[row.person_id])
        if meant and not is_own_payment(session, own, row):
            found.append(row)
        if len(found) == MOST_FOUND:
            break
    return found


def _is_meant(row: Payment, words: Sequence[str], typed: str, person: Person) -> bool:
    if not typed or typed in (row.id, row.page_ref, row.intent_ref, row.charge_ref, row.booking_id):
        return True
    return all(word in person.name.casefold() for word in words)


def find_promises(session: Session, officer: Actor, typed: str, people: Mapping[str, Person]) -> Sequence[BankPromise]:
    """Bank transfers by the same words, or by their reference. Newest first; the officer's own are not among them."""
    rows = select(BankPromise).where(col(BankPromise.person_id).in_(list(people)))
    words, pence, own = typed.casefold().split(), read_pounds(typed) if typed else None, own_of(session, officer)
    found: list[BankPromise] = []
    for row in session.exec(rows.order_by(col(BankPromise.made_at).desc())):
        name = people[row.person_id].name.casefold()
        named = typed.upper() == row.reference or all(word in name for word in words)
        payers = (row.made_by, row.paid_by)
        if (row.pence == pence if pence is not None else named) and not own.touches(
            row.person_id, payers, {row.provider_id}
        ):
            found.append(row)
        if len(found) == MOST_FOUND:
            break
    return found


@dataclass(frozen=True)
class Waiting:
    """What waits for a person at the desk of one officer, nothing of their own among it."""

    failed: Sequence[MoneyMove]
    refunds: Sequence[RefundAsked]
    wrong: Sequence[tuple[Visit, str]]
    losses: Sequence[Loss]
    payouts: Sequence[PaidAccount]
    key_refused: bool


def waiting_for(session: Session, officer: Actor, people: Mapping[str, Person]) -> Waiting:
    """Everything that waits for this officer."""
    ids, own = list(people), own_of(session, officer)
    failed = queries.failed_moves(session, ids)
    disputed = [one.payment_id for one in queries.disputes_about(session, ids)]
    return Waiting(
        failed=[one for one in failed if not is_own_visit(session, own, session.get_one(Visit, one.visit_id))],
        refunds=[one for one in queries.refunds_waiting(session, ids) if not is_own_refund(session, own, one)],
        wrong=[(visit, paid) for visit, paid in said_wrong(session, ids) if not is_own_visit(session, own, visit)],
        losses=[one for one in losses_of(session, disputed) if not is_own_payment(session, own, one.payment)],
        payouts=[one for one in queries.payouts_failed(session, ids) if one.provider_id not in own.providers],
        key_refused=queries.key_is_refused(session),
    )


def said_wrong(session: Session, person_ids: Collection[str]) -> Sequence[tuple[Visit, str]]:
    """Visits that somebody says were not as agreed, with the payment to look at, oldest first."""
    rows = (
        select(Visit)
        .join(PayPlan, col(PayPlan.booking_id) == col(Visit.booking_id))
        .where(col(Visit.disputed_at).is_not(None), col(Visit.person_id).in_(person_ids))
    )
    visits = session.exec(rows.order_by(col(Visit.disputed_at))).all()
    return [(visit, lines[-1][1].id) for visit in visits if (lines := queries.lines_of_visit(session, visit.id))]
