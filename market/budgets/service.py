"""Opening pots, allocating to them, and setting money aside for visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.budgets import queries
from market.budgets.errors import BudgetExceeded, NoPot, OutsidePotPeriod
from market.budgets.rules import WORDS, PotKind, has_a_limit, in_period
from market.budgets.tables import Pot
from market.core.actor import Actor, System
from market.core.events import record
from market.core.ids import new_id
from market.core.money import Pence
from market.ledger import service as ledger
from market.ledger.rules import Balance, pot_account, provider_account, source_account
from market.ledger.service import Money


@dataclass(frozen=True)
class Charge:
    """Money one visit will take: an id that makes the hold once, the day, the provider and the price."""

    visit_id: str
    day: date
    provider_id: str
    pence: Pence


@dataclass(frozen=True)
class PotView:
    """A pot and how it stands, for a page or a sentence."""

    pot: Pot
    name: str
    about: str
    balance: Balance
    limited: bool


def name_of(pot: Pot) -> str:
    """What a pot is called: its own label, or its kind in plain words."""
    return pot.label or WORDS[pot.kind][0]


def view(session: Session, pot: Pot) -> PotView:
    """A pot ready to be shown."""
    balance = queries.balance_of(session, pot.id)
    return PotView(pot, name_of(pot), WORDS[pot.kind][1], balance, has_a_limit(pot.kind))


def pots_for(session: Session, person_id: str) -> list[PotView]:
    """A person's pots ready to be shown."""
    return [view(session, pot) for pot in queries.pots_of(session, person_id)]


def open_pot(
    session: Session,
    person_id: str,
    kind: PotKind,
    *,
    starts_on: date,
    ends_on: date,
    now: datetime,
    label: str = "",
    holder: str = "",
    holder_provider_id: str | None = None,
    authority_id: str | None = None,
) -> Pot:
    """A new, empty pot. `holder` is who looks after the money, where that is neither the person nor the council."""
    pot = Pot(person_id=person_id, kind=kind, label=label, starts_on=starts_on, ends_on=ends_on, opened_at=now)
    pot.holder, pot.holder_provider_id, pot.authority_id = holder, holder_provider_id, authority_id
    session.add(pot)
    session.flush()
    return pot


def allocate(session: Session, pot: Pot, amount: Pence, *, key: str, now: datetime, by: Actor | System) -> None:
    """Put money into a pot, from the council or from the person's own purse."""
    source = source_account(pot.authority_id, pot.person_id)
    ledger.transfer(session, source, pot_account(pot.id), amount, Money(pot.id, key, pot.person_id, pot.id, now, by))


def check_affordable(pot: Pot, balance: Balance, days: Sequence[date], needed: Pence) -> None:
    """Whether a pot can take visits on these days at this price. Raises `OutsidePotPeriod`, `BudgetExceeded`."""
    if any(not in_period(day, pot.starts_on, pot.ends_on) for day in days):
        raise OutsidePotPeriod(name_of(pot), pot.starts_on, pot.ends_on)
    if has_a_limit(pot.kind) and needed > balance.free:
        raise BudgetExceeded(name_of(pot), balance.free, needed)


def hold_for_visits(
    session: Session, pot_id: str, charges: Sequence[Charge], *, now: datetime, by: Actor | System
) -> dict[str, str]:
    """Set money aside, one hold a visit, all or none. Locks the pot first. Returns the hold of each visit that costs.

    Raises `NoPot`, `OutsidePotPeriod`, `BudgetExceeded`.
    """
    pot = queries.lock_pot(session, pot_id)
    if pot is None or pot.closed_at is not None:
        raise NoPot
    needed = sum(charge.pence for charge in charges)
    check_affordable(pot, queries.balance_of(session, pot.id), [charge.day for charge in charges], needed)
    holds: dict[str, str] = {}
    for charge in charges:
        if charge.pence:
            why = Money(charge.visit_id, f"hold:{charge.visit_id}", pot.person_id, pot.id, now, by)
            accounts = (pot_account(pot.id), provider_account(charge.provider_id))
            holds[charge.visit_id] = ledger.place_hold(session, *accounts, charge.pence, why).id
    if holds:
        record(session, "hold.placed", at=now, by=by, subject=pot.id, person_id=pot.person_id, pence=needed)
    return holds


def hold_again(
    session: Session, pot_id: str, charge: Charge, hold_id: str | None, *, now: datetime, by: Actor | System
) -> str | None:
    """Set another sum aside for a visit instead of what is held for it. Gives the new hold; None where nothing is left to
    hold. What is free of the pot is not asked: the caller moves from one visit to another what was free before."""
    pot = queries.lock_pot(session, pot_id)
    assert pot is not None, "a hold always has its pot"
    if hold_id is not None:
        ledger.void_hold(session, hold_id, Money(charge.visit_id, f"void:{hold_id}", pot.person_id, pot.id, now, by))
    if not charge.pence:
        return None
    why = Money(charge.visit_id, f"hold:{charge.visit_id}:{new_id('hld')}", pot.person_id, pot.id, now, by)
    return ledger.place_hold(session, pot_account(pot.id), provider_account(charge.provider_id), charge.pence, why).id


def release(session: Session, pot_id: str, visit_id: str, hold_id: str, *, now: datetime, by: Actor | System) -> None:
    """Let go of what was set aside for a visit that will not be paid."""
    pot = queries.pot(session, pot_id)
    assert pot is not None, "a hold always has its pot"
    why = Money(visit_id, f"void:{visit_id}", pot.person_id, pot.id, now, by)
    if ledger.void_hold(session, hold_id, why):
        record(session, "hold.released", at=now, by=by, subject=pot.id, person_id=pot.person_id, visit=visit_id)


def spend(
    session: Session, pot_id: str, visit_id: str, hold_id: str, pence: Pence, *, now: datetime, by: Actor | System
) -> None:
    """Spend what was set aside for a visit that took place; anything left of the hold is free again."""
    pot = queries.pot(session, pot_id)
    assert pot is not None, "a hold always has its pot"
    ledger.post_hold(session, hold_id, pence, Money(visit_id, f"post:{visit_id}", pot.person_id, pot.id, now, by))
