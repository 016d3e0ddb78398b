"""Doing what the rule says for one visit: rows of the ledger, rows of what is to be asked, and the jobs that ask."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import System
from market.core.events import record
from market.core.ids import new_id
from market.core.jobs import put_job
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.charging import charge_card
from market.payments.rules import (
    CHARGED_AHEAD,
    DISPUTE_WINDOW,
    FEES_ACCOUNT,
    MoveKind,
    MoveState,
    Part,
    PaymentState,
    owed_account,
    payer_account,
    sent_account,
    split,
    visit_account,
)
from market.payments.settling.carrying import carry_on
from market.payments.settling.reading import around, money_of, owed_by
from market.payments.settling.rules import Around, Hold, Step, StepKind, VisitMoney, hold_of, next_steps
from market.payments.settling.waking import LOOK
from market.payments.tables import MoneyMove, PayPlan

BY = System("payments")
MOVE = "payments.move"


def look(session: Session, visit_id: str, *, fee_points: int, now: datetime) -> tuple[Step, ...]:
    """Do everything that has to happen now with the money of one visit. Holds the booking's plan while it looks.

    `fee_points` is our fee as it is set now, for a booking from before fees were frozen.
    """
    visit = bookings.visit(session, visit_id)
    plan = queries.locked_plan(session, visit.booking_id)
    if plan is None or visit.pot_id is None or visit.provider_id is None:
        return ()
    if plan.fee_points is None:
        plan.fee_points = fee_points
        session.add(plan)
    visit = bookings.locked_visit(session, visit_id)
    carry_on(session, visit, plan, now=now)
    account = queries.locked_account(session, visit.provider_id or "")  # what they owe is netted once
    money, stands = money_of(session, visit), around(session, visit, plan, plan.fee_points)
    steps = next_steps(money, stands, now)
    for step in steps:
        _do(session, visit, plan, step, now)
    if account is not None and any(step.kind is StepKind.NET for step in steps):
        _clear_owed(session, account.provider_id, now)
    _look_again(session, visit, money, stands, now)
    return steps


def _look_again(session: Session, visit: Visit, money: VisitMoney, stands: Around, now: datetime) -> None:
    """The job for the moment at which the rule will say something new."""
    if hold_of(money, stands, now) is Hold.WINDOW and stands.spent_at is not None and money.spent:
        again = stands.spent_at + DISPUTE_WINDOW
        put_job(
            session, LOOK, {"visit_id": visit.id}, run_at=again, key=f"{LOOK}:{visit.id}:window:{again.isoformat()}"
        )
    due = visit.starts_at - CHARGED_AHEAD
    if money.to_pay and now < due:
        put_job(session, LOOK, {"visit_id": visit.id}, run_at=due, key=f"{LOOK}:{visit.id}:due:{due.isoformat()}")


def _do(session: Session, visit: Visit, plan: PayPlan, step: Step, now: datetime) -> None:
    if step.kind is StepKind.CHARGE:
        charge_card(session, visit, plan, step.pence, now=now)
    elif step.kind is StepKind.REFUND:
        for part in split(step.pence, _refundable(session, visit)):
            _move(session, visit, MoveKind.REFUND, part, now)
    elif step.kind is StepKind.SEND:
        for part in split(step.pence, _sendable(session, visit)):
            _move(session, visit, MoveKind.TRANSFER, part, now)
    elif step.kind is StepKind.REVERSE:
        _reverse(session, visit, step.pence, now)
    elif step.kind is StepKind.NET:
        _net(session, visit, step.pence, now)
    else:
        _fee(session, visit, step.pence, now)


def _net(session: Session, visit: Visit, pence: Pence, now: datetime) -> None:
    """So much of what was earned by this visit goes against what its provider owes."""
    assert visit.provider_id is not None, "looked at before"
    why = Money(visit.id, f"netted:{visit.id}:{new_id('net')}", visit.person_id, visit.pot_id, now, BY)
    ledger.transfer(session, visit_account(visit.id), owed_account(visit.provider_id), pence, why)
    left = owed_by(session, visit.provider_id)
    about = {"person_id": visit.person_id, "provider_id": visit.provider_id}
    record(session, "payment.netted", at=now, by=BY, subject=visit.id, **about, pence=pence, left=left)


def _clear_owed(session: Session, provider_id: str, now: datetime) -> None:
    """With nothing owed any more, nobody has to look after what could not be fetched."""
    if not owed_by(session, provider_id):
        for move in queries.reversals_failed(session, provider_id):
            move.looked_past_at = now
            session.add(move)


def _refundable(session: Session, visit: Visit) -> list[Part]:
    """What is left of each payment for this visit, the newest first: a card used last is likeliest still there."""
    gone = _gone(session, visit, MoveKind.REFUND)
    lines = [
        (line, paid) for line, paid in queries.lines_of_visit(session, visit.id) if paid.state is PaymentState.PAID
    ]
    return [Part(paid.id, line.here - gone.get(paid.id, 0)) for line, paid in reversed(lines)]


def _sendable(session: Session, visit: Visit) -> list[Part]:
    """What of each payment for this visit is neither back with the payer nor with the provider, the oldest first."""
    refunded, sent = _gone(session, visit, MoveKind.REFUND), _gone(session, visit, MoveKind.TRANSFER)
    fetched = _gone(session, visit, MoveKind.REVERSAL)
    parts = []
    for line, paid in queries.lines_of_visit(session, visit.id):
        if paid.state is PaymentState.PAID:
            left = line.here - refunded.get(paid.id, 0) - sent.get(paid.id, 0) + fetched.get(paid.id, 0)
            parts.append(Part(paid.id, left))
    return parts


def _gone(session: Session, visit: Visit, kind: MoveKind) -> dict[str, Pence]:
    gone: dict[str, Pence] = {}
    for move in queries.moves_of_visit(session, visit.id):
        if move.kind is kind and move.state is not MoveState.FAILED:
            gone[move.payment_id] = gone.get(move.payment_id, 0) + move.pence
    return gone


def _reverse(session: Session, visit: Visit, pence: Pence, now: datetime) -> None:
    """Fetch money back from the provider, the transfer made last first."""
    moves = queries.moves_of_visit(session, visit.id)
    done = [move for move in moves if move.kind is MoveKind.TRANSFER and move.state is MoveState.DONE]
    for sent in reversed(done):
        back = sum(m.pence for m in moves if m.of_move_id == sent.id and m.state is not MoveState.FAILED)
        taken = min(pence, sent.pence - back)
        if taken > 0:
            _move(session, visit, MoveKind.REVERSAL, Part(sent.payment_id, taken), now, of=sent)
            pence -= taken


def _move(
    session: Session, visit: Visit, kind: MoveKind, part: Part, now: datetime, of: MoneyMove | None = None
) -> None:
    """Write down that money is owed on its way, as a hold, and the job that sends it."""
    assert visit.pot_id is not None
    assert visit.provider_id is not None, "looked at before"
    ours, move_id = visit_account(visit.id), new_id("mov")
    provider_id = of.provider_id if of is not None and of.provider_id else visit.provider_id
    accounts = {
        MoveKind.REFUND: (ours, payer_account(visit.pot_id)),
        MoveKind.TRANSFER: (ours, sent_account(provider_id)),
        MoveKind.REVERSAL: (sent_account(provider_id), ours),
    }[kind]
    why = Money(visit.id, f"{kind}:{move_id}", visit.person_id, visit.pot_id, now, BY)
    hold = ledger.place_hold(session, *accounts, part.pence, why)
    row = MoneyMove(
        id=move_id,
        kind=kind,
        visit_id=visit.id,
        payment_id=part.of,
        of_move_id=of.id if of else None,
        provider_id=None if kind is MoveKind.REFUND else provider_id,
        person_id=visit.person_id,
        pot_id=visit.pot_id,
        pence=part.pence,
        hold_id=hold.id,
        made_at=now,
    )
    session.add(row)
    session.flush()
    put_job(session, MOVE, {"move_id": row.id}, run_at=now, key=f"{MOVE}:{row.id}")


def _fee(session: Session, visit: Visit, pence: Pence, now: datetime) -> None:
    """Our part of a paid visit, or what of it is given back."""
    ours, key = visit_account(visit.id), f"fee:{visit.id}:{new_id('fee')}"
    why = Money(visit.id, key, visit.person_id, visit.pot_id, now, BY)
    if pence > 0:
        ledger.transfer(session, ours, FEES_ACCOUNT, pence, why)
    else:
        ledger.transfer(session, FEES_ACCOUNT, ours, -pence, why)
