"""Somebody stands in: what was paid for the visit that failed pays for theirs. Only the difference is asked for or goes back."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import System
from market.core.events import record
from market.core.ids import new_id
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments import queries
from market.payments.rules import MoveKind, MoveState, Part, PaymentState, Way, split, visit_account
from market.payments.settling.reading import money_of
from market.payments.settling.waking import wake
from market.payments.tables import PaymentLine, PayPlan

BY = System("payments")


def carry_on(session: Session, failed: Visit, plan: PayPlan, *, now: datetime) -> Pence:
    """Carry what is left of a failed visit's money to the one that stands in for it, as far as that costs. The plan is held."""
    instead = bookings.substitute_of(session, failed.id)
    if instead is None or instead.provider_id is None:
        return 0
    instead = bookings.locked_visit(session, instead.id)
    left, wanted = money_of(session, failed).to_give_back, money_of(session, instead)
    carried = 0
    for part in split(min(left, wanted.to_pay), _left_of(session, failed)):
        _carry(session, failed, instead, part, now)
        carried += part.pence
    wake(session, instead.id, now)
    more = wanted.to_pay - carried
    if carried and more and plan.card_id is None and plan.way is not Way.BANK:
        about = {"person_id": instead.person_id, "provider_id": instead.provider_id}
        record(session, "payment.difference", at=now, by=BY, subject=instead.id, **about, pence=more)
    return carried


def _left_of(session: Session, visit: Visit) -> list[Part]:
    """What is left of each payment for a visit: neither back with the payer, nor with a provider, nor gone on."""
    gone: dict[str, Pence] = {}
    for move in queries.moves_of_visit(session, visit.id):
        if move.state is not MoveState.FAILED:
            away = -move.pence if move.kind is MoveKind.REVERSAL else move.pence
            gone[move.payment_id] = gone.get(move.payment_id, 0) + away
    lines = queries.lines_of_visit(session, visit.id)
    return [Part(paid.id, line.here - gone.get(paid.id, 0)) for line, paid in lines if paid.state is PaymentState.PAID]


def _carry(session: Session, failed: Visit, instead: Visit, part: Part, now: datetime) -> None:
    why = Money(instead.id, f"carried:{part.of}:{new_id('car')}", failed.person_id, failed.pot_id, now, BY)
    ledger.transfer(session, visit_account(failed.id), visit_account(instead.id), part.pence, why)
    lines = {line.visit_id: line for line in queries.lines_of(session, part.of)}
    source, there = lines[failed.id], lines.get(instead.id)
    source.carried += part.pence
    if there is None:
        there = PaymentLine(
            payment_id=part.of,
            visit_id=instead.id,
            pence=0,
            carried_from=failed.id,
            hold_id=source.hold_id,
        )
    there.pence += part.pence
    session.add_all([source, there])
    session.flush()
