"""Writing down what Stripe says of where a provider is paid: whether they can be, and what became of a pay-out."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.core.actor import System
from market.core.events import record
from market.payments import queries
from market.payments.cards import AccountSeen, PayoutSeen
from market.payments.rules import AccountState, MoveState
from market.payments.settling.waking import wake
from market.payments.tables import PaidAccount

BY = System("stripe")


def account_learnt(session: Session, seen: AccountSeen, *, now: datetime) -> bool:
    """A provider's account stands so. False where it is none of ours."""
    row = queries.account_by_ref(session, seen.account_ref)
    if row is None:
        return False
    was, row.state, row.looked_at = row.state, seen.state, now
    session.add(row)
    if seen.state is was:
        return True
    if seen.state is AccountState.READY:
        row.ready_at, row.page_address = row.ready_at or now, ""
        for visit in queries.work_in_plans(session, row.provider_id):
            wake(session, visit.id, now)
    _about_account(session, f"provider.account_{seen.state}", row, now)
    return True


def payout_learnt(session: Session, seen: PayoutSeen, *, now: datetime) -> bool:
    """A pay-out to a provider's own bank failed, or arrived. Only the newest counts, in whatever order they are heard:
    one made later that arrived clears one that failed. False where the account is none of ours.
    """
    row = queries.account_by_ref(session, seen.account_ref)
    if row is None:
        return False
    if seen.state is MoveState.DONE:
        row.payout_paid_at = max(seen.made_at, row.payout_paid_at or seen.made_at)
        if row.payout_failed_at is not None and seen.made_at > row.payout_failed_at:
            row.payout_failed_at, row.payout_failed_why = None, ""
            _about_account(session, "provider.payout_arrived", row, now)
    elif seen.state is MoveState.FAILED and _is_news(row, seen.made_at):
        row.payout_failed_at, row.payout_failed_why = seen.made_at, seen.failed_why
        _about_account(session, "provider.payout_failed", row, now, pence=seen.pence)
    session.add(row)
    return True


def _is_news(row: PaidAccount, made_at: datetime) -> bool:
    """One that seemed to arrive can fail after all: then it is the same, with the same moment."""
    failed, arrived = row.payout_failed_at, row.payout_paid_at
    return (failed is None or made_at > failed) and (arrived is None or made_at >= arrived)


def _about_account(session: Session, name: str, row: PaidAccount, now: datetime, **facts: Any) -> None:
    record(session, name, at=now, by=BY, subject=row.provider_id, provider_id=row.provider_id, **facts)
