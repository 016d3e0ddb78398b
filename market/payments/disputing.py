"""Disputes: a payer's bank asks for a payment back. What it takes, how it ends, and who bears what stays lost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import Actor, System
from market.core.database import insert_once
from market.core.events import record
from market.core.money import Pence
from market.ledger import queries as ledger_queries
from market.ledger import service as ledger
from market.ledger.rules import Kind, pot_account, provider_account
from market.ledger.service import Money
from market.payments import queries
from market.payments.cards import DisputeSeen
from market.payments.costs import note_cost
from market.payments.rules import (
    LOSSES_ACCOUNT,
    Bearer,
    DisputeState,
    MoveKind,
    MoveState,
    Part,
    dispute_after_hearing,
    disputed_account,
    payer_account,
    split,
    visit_account,
)
from market.payments.settling.reading import money_of
from market.payments.settling.waking import wake
from market.payments.tables import Dispute, Payment

BY = System("stripe")


def dispute_learnt(session: Session, seen: DisputeSeen, *, now: datetime) -> bool:
    """A bank's dispute stands so. False where it is about no payment that we know (yet)."""
    payment = queries.payment_by_refs(session, charge_ref=seen.charge_ref)
    if payment is None:
        return False
    queries.payment_with_plan(session, payment.id)
    opened = insert_once(
        session,
        Dispute,
        id=seen.id,
        payment_id=payment.id,
        pence=0,
        reason=seen.reason,
        state=DisputeState.OPEN,
        opened_at=now,
    )
    dispute = session.get_one(Dispute, seen.id, populate_existing=True)
    if opened:
        _record(session, "payment.disputed", payment, now, dispute=dispute.id)
    if seen.pence > dispute.pence and dispute.state is DisputeState.OPEN:
        _withdraw(session, payment, dispute, seen.pence - dispute.pence, now)
    note_cost(session, payment, dispute.id, seen.cost, now=now)
    was, dispute.state = dispute.state, dispute_after_hearing(dispute.state, seen.state)
    session.add(dispute)
    if dispute.state is not was:
        dispute.closed_at = now
        _end(session, payment, dispute, now)
        _record(session, "payment.dispute_ended", payment, now, dispute=dispute.id, state=dispute.state)
    for line in queries.lines_of(session, payment.id):
        wake(session, line.visit_id, now)
    return True


def _withdraw(session: Session, payment: Payment, dispute: Dispute, pence: Pence, now: datetime) -> None:
    """The bank has taken money back from us, for the visits of the payment in their order."""
    for part in split(pence, _by_visit(session, payment, dispute)):
        why = _about(payment, f"withdrawn:{dispute.id}:{dispute.pence}:{part.of}", part.of, now)
        ledger.transfer(session, visit_account(part.of), disputed_account(dispute.id), part.pence, why)
    dispute.pence += pence


def _by_visit(session: Session, payment: Payment, dispute: Dispute) -> list[Part]:
    """What of a payment stands for each visit and is not back with the payer, nor taken by this dispute already."""
    back: dict[str, Pence] = {}
    for move in queries.moves_of_payments(session, [payment.id], MoveKind.REFUND):
        if move.state is not MoveState.FAILED:
            back[move.visit_id] = back.get(move.visit_id, 0) + move.pence
    taken = _taken(session, dispute)
    lines = queries.lines_of(session, payment.id)
    return [Part(one.visit_id, one.here - back.get(one.visit_id, 0) - taken.get(one.visit_id, 0)) for one in lines]


def _taken(session: Session, dispute: Dispute) -> dict[str, Pence]:
    """What a dispute took from each visit."""
    taken: dict[str, Pence] = {}
    for row in ledger_queries.rows_of(session, disputed_account(dispute.id)):
        if row.kind is Kind.TRANSFER and row.debit == visit_account(row.cause):
            taken[row.cause] = taken.get(row.cause, 0) + row.amount_pence
    return taken


def _end(session: Session, payment: Payment, dispute: Dispute, now: datetime) -> None:
    """Won: it comes back to the visits it was taken from. Lost: it is with the payer."""
    for visit_id, pence in _taken(session, dispute).items():
        why = _about(payment, f"{dispute.state}:{dispute.id}:{visit_id}", visit_id, now)
        won = dispute.state is DisputeState.WON
        to = visit_account(visit_id) if won else payer_account(payment.pot_id)
        ledger.transfer(session, disputed_account(dispute.id), to, pence, why)


def _about(payment: Payment, key: str, visit_id: str, now: datetime, by: Actor | System = BY) -> Money:
    return Money(visit_id, key, payment.person_id, payment.pot_id, now, by)


def _record(session: Session, name: str, payment: Payment, now: datetime, **facts: Any) -> None:
    record(session, name, at=now, by=BY, subject=payment.id, person_id=payment.person_id, **facts)


@dataclass(frozen=True)
class Loss:
    """What a bank took back for good for visits that were done: somebody has to say who bears it."""

    dispute: Dispute
    payment: Payment
    visits: tuple[tuple[Visit, Pence], ...]

    @property
    def pence(self) -> Pence:
        return sum(pence for _, pence in self.visits)


def losses_of(session: Session, payment_ids: Collection[str]) -> Sequence[Loss]:
    """Losses about these payments of which nobody has said yet who bears them, the oldest first."""
    lost = [one for one in queries.disputes_of(session, payment_ids) if one.state is DisputeState.LOST]
    return [loss for dispute in lost if (loss := _loss(session, dispute)).visits]


def _loss(session: Session, dispute: Dispute) -> Loss:
    payment, taken = queries.payment(session, dispute.payment_id), _taken(session, dispute)
    visits = [bookings.visit(session, visit_id) for visit_id in taken]
    shares = [(visit, min(taken[visit.id], money_of(session, visit).unborne)) for visit in visits]
    return Loss(dispute, payment, tuple((visit, pence) for visit, pence in shares if pence))


def decide_loss(session: Session, officer: Actor, dispute_id: str, bearer: Bearer, *, now: datetime) -> Loss:
    """An officer says who bears it. We do: the provider is paid all the same. The provider does: the visit is not paid,
    and what they were sent is fetched back. Said twice it is done once. The caller has checked the officer's right.
    """
    dispute = queries.dispute(session, dispute_id)
    queries.locked_plan(session, queries.payment(session, dispute.payment_id).booking_id)
    loss = _loss(session, dispute)
    for visit, pence in loss.visits:
        assert visit.pot_id is not None
        assert visit.provider_id is not None, "only a paid visit has something to lose"
        why = _about(loss.payment, f"borne:{bearer}:{dispute.id}:{visit.id}", visit.id, now, officer)
        if bearer is Bearer.US:
            ledger.transfer(session, LOSSES_ACCOUNT, visit_account(visit.id), pence, why)
        else:
            ledger.transfer(session, provider_account(visit.provider_id), pot_account(visit.pot_id), pence, why)
        about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
        record(
            session, "payment.loss_decided", at=now, by=officer, subject=visit.id, **about, pence=pence, bearer=bearer
        )
        wake(session, visit.id, now)
    return loss
