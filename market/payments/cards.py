"""What we ask of whoever takes cards, as a Protocol, and what they tell us, as values. Stripe itself is in gateway.py.

Every asking carries `key`, our own id of the thing: asked twice, it is done once. None is made inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from market.core.money import Pence
from market.payments.rules import AccountState, DisputeState, MoveKind, MoveState, PaymentState


class Trouble(Exception):
    """They did not do what was asked. `why` is a code, never words about somebody."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TryLater(Trouble):
    """Not now: the network, or too much at once. The same asking with the same key may be made again."""


class KeyRefused(TryLater):
    """Our own key is wrong, or may not do this. Nobody who pays can help it: the asking waits until the key is put right."""


class Rejected(Trouble):
    """They will not do it, however often they are asked."""


@dataclass(frozen=True)
class PageOrder:
    """A page on which somebody pays with a card: the lines they see, and where they go afterwards."""

    key: str
    lines: Sequence[tuple[str, Pence]]
    back: str
    cancelled: str
    expires_at: datetime
    email: str = ""
    customer_ref: str = ""
    save_card: bool = False

    @property
    def pence(self) -> Pence:
        return sum(pence for _, pence in self.lines)


@dataclass(frozen=True)
class CardOrder:
    """Charge a saved card while its owner is not there."""

    key: str
    pence: Pence
    customer_ref: str
    method_ref: str
    words: str


@dataclass(frozen=True)
class CardSeen:
    """What its owner knows a card by, and what Stripe does. `ends` is "08/2030"."""

    customer_ref: str
    method_ref: str
    make: str
    last_four: str
    ends: str


@dataclass(frozen=True)
class PaymentSeen:
    """A payment as it stands at Stripe now. `key` is our id of it, "" where it is none of ours. `cost` is Stripe's fee."""

    key: str
    state: PaymentState
    pence: Pence
    page_ref: str = ""
    page_address: str = ""
    intent_ref: str = ""
    charge_ref: str = ""
    refused_why: str = ""
    card: CardSeen | None = None
    cost: Pence = 0


@dataclass(frozen=True)
class MoveOrder:
    """Send money back to the payer, on to the provider, or fetch it back from the provider.

    `of` is the payment's intent for a refund, its charge for a transfer, and the transfer for a reversal.
    """

    key: str
    kind: MoveKind
    pence: Pence
    of: str
    account_ref: str = ""
    group: str = ""


@dataclass(frozen=True)
class MoveSeen:
    """A move as it stands at Stripe now. `of` as in the order."""

    key: str
    kind: MoveKind
    state: MoveState
    pence: Pence
    outside_ref: str
    of: str = ""
    failed_why: str = ""


@dataclass(frozen=True)
class DisputeSeen:
    """A dispute as it stands at Stripe now. `cost` is what Stripe takes for it."""

    id: str
    charge_ref: str
    pence: Pence
    reason: str
    state: DisputeState
    cost: Pence = 0


@dataclass(frozen=True)
class AccountSeen:
    """A provider's account as it stands at Stripe now."""

    account_ref: str
    state: AccountState


@dataclass(frozen=True)
class PayoutSeen:
    """What Stripe paid out, or tried to, to a provider's own bank. `made_at` tells which of several is the newest."""

    account_ref: str
    state: MoveState
    pence: Pence
    made_at: datetime
    failed_why: str = ""


@dataclass(frozen=True)
class AccountOrder:
    """Somebody who wants to be paid. `company`: a business with people in it, not one person."""

    key: str
    name: str
    email: str
    company: bool


@dataclass(frozen=True)
class PageSeen:
    """A page of Stripe's for one use, and until when it opens."""

    address: str
    until: datetime


@dataclass(frozen=True)
class Heard:
    """A webhook whose signature was right. `about` is Stripe's id of what it is about."""

    id: str
    name: str
    about: str
    account_ref: str
    happened_at: datetime


@dataclass(frozen=True)
class Everything:
    """All that Stripe knows of since a moment, for the nightly comparing."""

    payments: Sequence[PaymentSeen]
    moves: Sequence[MoveSeen]
    disputes: Sequence[DisputeSeen]


class Cards(Protocol):
    """Takes cards, gives money back, sends money on. Raises `TryLater` or `Rejected`; a declined card is an answer."""

    def open_page(self, order: PageOrder) -> PaymentSeen:
        """Make the page for a card. The same key gives the same page."""
        ...

    def close_page(self, page_ref: str) -> None:
        """Let nobody pay on this page any more. Nothing, where it was paid or closed already."""
        ...

    def charge(self, order: CardOrder) -> PaymentSeen:
        """Charge a saved card: paid, declined, or wanting its owner (`NEEDS_PAYER`)."""
        ...

    def payment(self, *, page_ref: str = "", intent_ref: str = "") -> PaymentSeen:
        """How a payment stands now, by its page or, where there was none, by its intent."""
        ...

    def forget_card(self, method_ref: str) -> None:
        """Keep a card no longer. Nothing, where it is not known any more."""
        ...

    def move(self, order: MoveOrder) -> MoveSeen:
        """Refund, transfer or reverse."""
        ...

    def moved(self, kind: MoveKind, outside_ref: str, of: str) -> MoveSeen:
        """How a move stands now; `of` as in the order."""
        ...

    def dispute(self, dispute_ref: str) -> DisputeSeen:
        """How a dispute stands now."""
        ...

    def open_account(self, order: AccountOrder) -> AccountSeen:
        """Make an account that can be paid."""
        ...

    def account(self, account_ref: str) -> AccountSeen:
        """How an account stands now."""
        ...

    def payout(self, account_ref: str, payout_ref: str) -> PayoutSeen:
        """How a pay-out to a provider's own bank stands now."""
        ...

    def account_page(self, account_ref: str, *, back: str, again: str, key: str) -> PageSeen:
        """Stripe's own page on which a provider fills in who they are and where to pay them."""
        ...

    def read_webhook(self, body: bytes, signature: str, now: datetime) -> Heard:
        """What a webhook says. Raises `NotFromStripe` for a wrong or old signature, or another mode than ours."""
        ...

    def everything_since(self, since: datetime) -> Everything:
        """All payments, moves and disputes made since then."""
        ...
