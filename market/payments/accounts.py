"""Where a provider is paid: an account at Stripe, filled in on Stripe's own pages. We never see a bank number."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.events import record
from market.core.ids import new_id
from market.core.jobs import Payload, put_job
from market.payments import queries
from market.payments.account_news import account_learnt
from market.payments.cards import AccountOrder, AccountSeen, PageSeen, Rejected
from market.payments.jobs import Asks
from market.payments.tables import PaidAccount
from providers.arrangement.rules import Arrangement
from providers.organisations.queries import provider as provider_by_id

PAGE = "payments.account_page"
ASK = "payments.ask_account"
_ONE_PERSON = (Arrangement.SOLE_SELF_EMPLOYED, Arrangement.EMPLOYED_PA)


def set_up(session: Session, provider: Actor, *, now: datetime) -> PaidAccount:
    """A provider wants to be paid: a job opens their account and Stripe's page for it. Raises `NotFound`."""
    if provider.provider_id is None:
        raise NotFound
    row = queries.account_of(session, provider.provider_id)
    if row is None:
        row = PaidAccount(provider_id=provider.provider_id, asked_at=now)
        record(session, "provider.account_asked", at=now, by=provider, subject=row.provider_id)
    row.page_address, row.page_until, row.page_asked_at = "", None, now
    session.add(row)
    session.flush()
    payload = {"provider_id": row.provider_id, "email_account": provider.account_id, "key": new_id("lnk")}
    put_job(session, PAGE, payload, run_at=now, key=f"{PAGE}:{row.provider_id}:{payload['key']}")
    return row


def ask_again(session: Session, provider_id: str, *, now: datetime) -> None:
    """Ask Stripe how the account stands: somebody has come back from its page."""
    put_job(session, ASK, {"provider_id": provider_id}, run_at=now, key=f"{ASK}:{provider_id}:{new_id('ask')}")


@dataclass(frozen=True)
class _Wanted:
    order: AccountOrder
    account_ref: str
    key: str


@dataclass(frozen=True)
class _Opened:
    seen: AccountSeen
    page: PageSeen


class AccountPage(Asks):
    """Opens the account, where there is none, and a page of Stripe's to fill it in."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> _Wanted | None:
        row = queries.account_of(session, payload["provider_id"])
        if row is None:
            return None
        provider = provider_by_id(session, row.provider_id)
        company = provider.arrangement not in _ONE_PERSON
        order = AccountOrder(f"account:{provider.id}", provider.name, provider.email, company)
        return _Wanted(order, row.account_ref or "", str(payload["key"]))

    def call(self, begun: _Wanted) -> _Opened | Rejected:
        base = self.settings.public_address.rstrip("/")
        try:
            seen = self.cards.account(begun.account_ref) if begun.account_ref else self.cards.open_account(begun.order)
            back, again = f"{base}/work/money/back", f"{base}/work/money"
            return _Opened(seen, self.cards.account_page(seen.account_ref, back=back, again=again, key=begun.key))
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        row = queries.account_of(session, payload["provider_id"])
        if row is None or not isinstance(outcome, _Opened):
            return
        row.account_ref = row.account_ref or outcome.seen.account_ref
        session.add(row)
        session.flush()
        account_learnt(session, outcome.seen, now=now)
        row.page_address, row.page_until = outcome.page.address, outcome.page.until
        session.add(row)


class AskAccount(Asks):
    """Asks how an account stands."""

    def begin(self, session: Session, payload: Payload, now: datetime) -> str | None:
        row = queries.account_of(session, payload["provider_id"])
        return row.account_ref if row else None

    def call(self, begun: str) -> AccountSeen | Rejected:
        try:
            return self.cards.account(begun)
        except Rejected as refused:
            return refused

    def settle(self, session: Session, payload: Payload, begun: Any, outcome: Any, now: datetime) -> None:
        if isinstance(outcome, AccountSeen):
            account_learnt(session, outcome, now=now)
