"""Every SELECT of the ledger."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.ledger.rules import Balance, HoldState, Kind
from market.ledger.tables import LedgerRow


def balance(session: Session, account: str) -> Balance:
    """How an account stands, from its rows alone."""
    came = _sum(session, LedgerRow.credit == account, LedgerRow.kind == Kind.TRANSFER)
    went = _sum(session, LedgerRow.debit == account, LedgerRow.kind == Kind.TRANSFER)
    spent = _sum(session, LedgerRow.debit == account, LedgerRow.kind == Kind.POST)
    held = _sum(session, LedgerRow.debit == account, LedgerRow.kind == Kind.HOLD)
    let_go = _sum(session, LedgerRow.debit == account, col(LedgerRow.kind).in_((Kind.POST, Kind.VOID)))
    return Balance(allocated=came - went, spent=spent, held=held - let_go)


def balances(session: Session, accounts: Collection[str]) -> dict[str, Balance]:
    """How each of these accounts stands, in two questions however many they are. One with no rows is left out."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for side, name in ((col(LedgerRow.credit), "in"), (col(LedgerRow.debit), "out")):
        rows = select(side, LedgerRow.kind, sa.func.sum(col(LedgerRow.amount_pence))).where(side.in_(accounts))
        for account, kind, pence in session.exec(rows.group_by(side, col(LedgerRow.kind))):
            sums[account][f"{name}:{kind}"] = int(pence)
    return {account: _as_balance(one) for account, one in sums.items()}


def _as_balance(sums: Counter[str]) -> Balance:
    spent = sums["out:post"]
    allocated = sums["in:transfer"] - sums["out:transfer"]
    return Balance(allocated=allocated, spent=spent, held=sums["out:hold"] - spent - sums["out:void"])


def earned(session: Session, account: str, since: datetime | None = None, until: datetime | None = None) -> int:
    """What was posted to an account, in pence: ever, or from one instant up to another."""
    conditions = [col(LedgerRow.credit) == account, col(LedgerRow.kind) == Kind.POST]
    if since is not None:
        conditions.append(col(LedgerRow.at) >= since)
    if until is not None:
        conditions.append(col(LedgerRow.at) < until)
    return _sum(session, *conditions)


def hold_state(session: Session, hold_id: str) -> HoldState | None:
    """What became of a hold; None when there is none."""
    hold = session.get(LedgerRow, hold_id)
    if hold is None or hold.kind is not Kind.HOLD:
        return None
    posted = _sum(session, LedgerRow.hold_id == hold_id, LedgerRow.kind == Kind.POST)
    voided = _sum(session, LedgerRow.hold_id == hold_id, LedgerRow.kind == Kind.VOID)
    return HoldState(hold.amount_pence, posted, voided)


def rows_of(session: Session, account: str) -> Sequence[LedgerRow]:
    """Every row that touches an account, oldest first."""
    touching = sa.or_(col(LedgerRow.debit) == account, col(LedgerRow.credit) == account)
    return session.exec(select(LedgerRow).where(touching).order_by(col(LedgerRow.at), col(LedgerRow.id))).all()


def by_key(session: Session, key: str) -> LedgerRow | None:
    """The row written under an idempotency key."""
    return session.exec(select(LedgerRow).where(LedgerRow.key == key)).first()


def _sum(session: Session, *conditions: sa.ColumnElement[bool] | bool) -> int:
    total = session.exec(select(sa.func.coalesce(sa.func.sum(col(LedgerRow.amount_pence)), 0)).where(*conditions)).one()
    return int(total)
