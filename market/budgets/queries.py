"""Every SELECT of pots."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from market.budgets.tables import Pot
from market.core.database import locked
from market.ledger import queries as ledger
from market.ledger.rules import Balance, pot_account


def pots_of(session: Session, person_id: str) -> Sequence[Pot]:
    """A person's open pots, oldest first."""
    mine = select(Pot).where(Pot.person_id == person_id, col(Pot.closed_at).is_(None))
    return session.exec(mine.order_by(col(Pot.starts_on), col(Pot.id))).all()


def pot(session: Session, pot_id: str) -> Pot | None:
    """One pot."""
    return session.get(Pot, pot_id)


def lock_pot(session: Session, pot_id: str) -> Pot | None:
    """One pot, held until the transaction ends: asked for before looking at what is free."""
    return session.exec(locked(select(Pot).where(Pot.id == pot_id))).first()


def balance_of(session: Session, pot_id: str) -> Balance:
    """How a pot stands."""
    return ledger.balance(session, pot_account(pot_id))
