"""Rows of payments. What money they moved stands in the ledger; these say by which way, and what Stripe called it.

Nothing of a card is kept but what its owner knows it by: its make, its last four figures and when it ends.
"""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from market.payments.rules import AccountState, DisputeState, MoveKind, MoveState, PaymentState, Way


class PayPlan(SQLModel, table=True):
    """How one booking is paid, from the moment its payment is asked for. Held before anything is charged for it.

    `fee_points` is our fee as it stood when the booking was asked for: a later setting changes nothing of it.
    """

    __tablename__: ClassVar[str] = "pay_plan"

    booking_id: str = Field(primary_key=True, foreign_key="booking.id")
    person_id: str = Field(foreign_key="person.id", index=True)
    pot_id: str = Field(foreign_key="pot.id", index=True)
    way: Way = Field(default=Way.UNCHOSEN, sa_type=kept_as_word(Way))
    chosen_by: str | None = Field(default=None, foreign_key="account.id")
    chosen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    card_id: str | None = Field(default=None, foreign_key="saved_card.id")
    fee_points: int | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)


class SavedCard(SQLModel, table=True):
    """A card that somebody agreed may be charged for a person's visits. `words` is what they agreed to, as shown."""

    __tablename__: ClassVar[str] = "saved_card"

    id: str = Field(default_factory=lambda: new_id("crd"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    pot_id: str = Field(foreign_key="pot.id", index=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    customer_ref: str
    method_ref: str
    make: str
    last_four: str
    ends: str
    words: str
    agreed_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_by: str | None = None
    forgotten_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Payment(SQLModel, table=True):
    """One taking of money. Three parties: for whom, asked by whom, from which pot. Its id is the key Stripe is given."""

    __tablename__: ClassVar[str] = "payment"

    id: str = Field(default_factory=lambda: new_id("pay"), primary_key=True)
    key: str = Field(unique=True)
    booking_id: str = Field(foreign_key="booking.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    pot_id: str = Field(foreign_key="pot.id", index=True)
    asked_by: str = Field(foreign_key="account.id", index=True)
    way: Way = Field(sa_type=kept_as_word(Way))
    pence: int
    state: PaymentState = Field(default=PaymentState.WANTED, sa_type=kept_as_word(PaymentState), index=True)
    save_words: str = ""
    card_id: str | None = Field(default=None, foreign_key="saved_card.id")
    page_ref: str | None = Field(default=None, index=True)
    page_address: str = ""
    intent_ref: str | None = Field(default=None, index=True)
    charge_ref: str | None = Field(default=None, index=True)
    refused_why: str = ""
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paid_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PaymentLine(SQLModel, table=True):
    """So much of a payment for one visit. Its hold stands in the ledger from the moment it is asked for.

    Where somebody stands in, what was paid for the visit goes with them: `carried` says how much of this line did, and
    the line of the visit that it went to says how much `carried_in`, and names the visit it came from where it was made by
    that alone. What is paid once goes on in the same way.
    """

    __tablename__: ClassVar[str] = "payment_line"
    __table_args__ = (sa.UniqueConstraint("payment_id", "visit_id"),)

    id: int | None = Field(default=None, primary_key=True)
    payment_id: str = Field(foreign_key="payment.id", index=True)
    visit_id: str = Field(foreign_key="visit.id", index=True)
    pence: int
    carried: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    carried_in: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    carried_from: str | None = Field(default=None, foreign_key="visit.id")
    hold_id: str = Field(foreign_key="ledger_row.id")

    @property
    def paid(self) -> int:
        """What of it was paid for its own visit to begin with."""
        return self.pence - self.carried_in

    @property
    def here(self) -> int:
        """What of it stands for its own visit now."""
        return self.pence - self.carried


class MoneyMove(SQLModel, table=True):
    """Money on its way from us for one visit, from one payment. Its id is the key Stripe is given."""

    __tablename__: ClassVar[str] = "money_move"

    id: str = Field(default_factory=lambda: new_id("mov"), primary_key=True)
    kind: MoveKind = Field(sa_type=kept_as_word(MoveKind))
    state: MoveState = Field(default=MoveState.WANTED, sa_type=kept_as_word(MoveState), index=True)
    visit_id: str = Field(foreign_key="visit.id", index=True)
    payment_id: str = Field(foreign_key="payment.id", index=True)
    of_move_id: str | None = Field(default=None, foreign_key="money_move.id", index=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    pot_id: str = Field(foreign_key="pot.id")
    pence: int
    hold_id: str = Field(foreign_key="ledger_row.id")
    outside_ref: str | None = Field(default=None, index=True)
    failed_why: str = ""
    looked_past_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Dispute(SQLModel, table=True):
    """A payer's bank asks for a payment back. The id is Stripe's own."""

    __tablename__: ClassVar[str] = "dispute"

    id: str = Field(primary_key=True)
    payment_id: str = Field(foreign_key="payment.id", index=True)
    pence: int
    reason: str = ""
    state: DisputeState = Field(default=DisputeState.OPEN, sa_type=kept_as_word(DisputeState))
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PaidAccount(SQLModel, table=True):
    """Where a provider is paid: their account at Stripe, made and filled in on Stripe's own pages."""

    __tablename__: ClassVar[str] = "paid_account"

    provider_id: str = Field(primary_key=True, foreign_key="provider.id")
    state: AccountState = Field(default=AccountState.ASKED, sa_type=kept_as_word(AccountState))
    account_ref: str | None = Field(default=None, unique=True)
    page_address: str = ""
    page_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    page_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    payout_failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    payout_failed_why: str = ""
    payout_paid_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    ready_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    looked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HeardEvent(SQLModel, table=True):
    """One webhook, kept once by Stripe's own id. Only what it was about: its body may speak of somebody."""

    __tablename__: ClassVar[str] = "heard_event"

    id: str = Field(primary_key=True)
    name: str
    about: str = Field(default="", index=True)
    account_ref: str = ""
    happened_at: datetime = Field(sa_type=UtcDateTime)
    heard_at: datetime = Field(sa_type=UtcDateTime, index=True)
    worked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BankPromise(SQLModel, table=True):
    """A bank transfer from the payer straight to the provider for visits that are done. One says it, the other agrees.

    Each says how much; it is settled when both say the same, and what is short of `pence` stays to be paid. Who takes
    their word back has said nothing: the events tell that they had.
    """

    __tablename__: ClassVar[str] = "bank_promise"

    id: str = Field(default_factory=lambda: new_id("bnk"), primary_key=True)
    reference: str = Field(unique=True)
    booking_id: str = Field(foreign_key="booking.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    pot_id: str = Field(foreign_key="pot.id")
    provider_id: str = Field(foreign_key="provider.id", index=True)
    lines: dict[str, int] = Field(default_factory=dict, sa_type=sa.JSON)
    pence: int
    made_at: datetime = Field(sa_type=UtcDateTime)
    made_by: str
    paid_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paid_by: str | None = None
    paid_pence: int | None = None
    arrived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    arrived_by: str | None = None
    arrived_pence: int | None = None
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RefundAsked(SQLModel, table=True):
    """An officer's refund beyond the terms, with its reason. Above the limit a second officer has to agree."""

    __tablename__: ClassVar[str] = "refund_asked"

    id: str = Field(default_factory=lambda: new_id("rfa"), primary_key=True)
    visit_id: str = Field(foreign_key="visit.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    pence: int
    reason: str
    asked_by: str = Field(foreign_key="account.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    needs_second: bool = False
    agreed_by: str | None = Field(default=None, foreign_key="account.id")
    agreed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    refused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    refused_by: str | None = None


class Reconciliation(SQLModel, table=True):
    """One comparing of Stripe with our books: every difference as a sentence. Empty is what we want."""

    __tablename__: ClassVar[str] = "reconciliation"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    looked_at: int = 0
    differences: list[Any] = Field(default_factory=list, sa_type=sa.JSON)


class SmokeRun(SQLModel, table=True):
    """One run of `alongside stripe-smoke` against real test keys: what failed, and what was left to a human."""

    __tablename__: ClassVar[str] = "smoke_run"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    mode: str
    failed: int
    by_hand: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
