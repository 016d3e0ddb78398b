"""What was paid for a visit that failed pays for whoever stands in, and what is paid once for the visit that takes it on.

Only the difference is asked for or goes back.
"""

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
from market.payments.settling.reading import goes_on_to, money_of
from market.payments.settling.waking import wake
from market.payments.tables import PaymentLine, PayPlan

BY = System("payments")


def carry_on(session: Session, failed: Visit, plan: PayPlan, *, now: datetime) -> Pence:
    """Carry what is left of a failed visit's money to those it pays for now, as far as that goes. The plan is held."""
    carried = 0
    for after, pence in goes_on_to(session, failed):
        after, taken = bookings.locked_visit(session, after.id), 0
        for part in split(pence, _left_of(session, failed)):
            _carry(session, failed, after, part, now)
            taken += part.pence
        wake(session, after.id, now)
        more = money_of(session, after).to_pay
        if taken and more and after.instead_of == failed.id and plan.card_id is None and plan.way is not Way.BANK:
            about = {"person_id": after.person_id, "provider_id": after.provider_id}
            record(session, "payment.difference", at=now, by=BY, subject=after.id, **about, pence=more)
        carried += taken
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
    what = "carried" if instead.instead_of == failed.id else "carried_once"
    why = Money(instead.id, f"{what}:{part.of}:{new_id('car')}", failed.person_id, failed.pot_id, now, BY)
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
    there.carried_in += part.pence
    session.add_all([source, there])
    session.flush()
