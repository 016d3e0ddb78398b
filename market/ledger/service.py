"""The four things that can be done with money. Each is idempotent by its key: said twice, it is done once."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from market.core.actor import Actor, System
from market.core.database import locked
from market.core.money import Pence
from market.ledger import queries
from market.ledger.errors import AmountNotPositive, HoldExceeded, NoSuchHold
from market.ledger.rules import HoldState, Kind
from market.ledger.tables import LedgerRow


@dataclass(frozen=True)
class Money:
    """What stands on every row: why, for whom, from which pot, when, by whom, and the key that makes it once."""

    cause: str
    key: str
    person_id: str
    pot_id: str | None
    at: datetime
    by: Actor | System


def transfer(session: Session, debit: str, credit: str, amount: Pence, why: Money) -> LedgerRow:
    """Move money now. Raises `AmountNotPositive`."""
    return _write(session, debit, credit, amount, Kind.TRANSFER, why)


def place_hold(session: Session, debit: str, credit: str, amount: Pence, why: Money) -> LedgerRow:
    """Set money aside for something agreed. Whether it can be afforded is the caller's question, asked under its lock."""
    return _write(session, debit, credit, amount, Kind.HOLD, why)


def post_hold(session: Session, hold_id: str, amount: Pence, why: Money) -> LedgerRow | None:
    """Spend `amount` of a hold and let the rest go. Nought only lets go. Raises `HoldExceeded`, `NoSuchHold`."""
    if known := queries.by_key(session, why.key):
        return known
    hold, state = _locked_hold(session, hold_id)
    if amount > state.open:
        raise HoldExceeded(state.open, amount)
    posted = _write(session, hold.debit, hold.credit, amount, Kind.POST, why, hold.id) if amount else None
    rest = state.open - amount
    if rest:
        _write(session, hold.debit, hold.credit, rest, Kind.VOID, _beside(why, "rest"), hold.id)
    return posted


def void_hold(session: Session, hold_id: str, why: Money) -> LedgerRow | None:
    """Let go of whatever a hold still has. Nothing left is nothing to do."""
    if known := queries.by_key(session, why.key):
        return known
    hold, state = _locked_hold(session, hold_id)
    return _write(session, hold.debit, hold.credit, state.open, Kind.VOID, why, hold.id) if state.open else None


def _beside(why: Money, part: str) -> Money:
    return Money(why.cause, f"{why.key}:{part}", why.person_id, why.pot_id, why.at, why.by)


def _locked_hold(session: Session, hold_id: str) -> tuple[LedgerRow, HoldState]:
    hold = session.exec(locked(select(LedgerRow).where(LedgerRow.id == hold_id))).first()
    state = queries.hold_state(session, hold_id)
    if hold is None or state is None:
        raise NoSuchHold(hold_id)
    return hold, state


def _write(
    session: Session, debit: str, credit: str, amount: Pence, kind: Kind, why: Money, hold_id: str | None = None
) -> LedgerRow:
    if amount <= 0:
        raise AmountNotPositive(amount)
    if known := queries.by_key(session, why.key):
        return known
    row = LedgerRow(
        debit=debit,
        credit=credit,
        amount_pence=amount,
        kind=kind,
        hold_id=hold_id,
        cause=why.cause,
        key=why.key,
        person_id=why.person_id,
        pot_id=why.pot_id,
        at=why.at,
        by=why.by.says,
    )
    session.add(row)
    session.flush()
    return row
