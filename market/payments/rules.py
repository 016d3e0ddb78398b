"""The states money goes through, and the arithmetic of fees and splits. Values in, values out, whole pence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from market.budgets.rules import PotKind
from market.core.money import Pence, share

CHARGED_AHEAD = timedelta(days=2)
"""How long before a visit a saved card is charged: a day before cancelling begins to cost anything."""

DISPUTE_WINDOW = timedelta(days=2)
"""How long after a visit the person may say that something was wrong, before its money is sent on."""

PAGE_LASTS = timedelta(hours=1)
"""How long a page for a card stays open. Stripe allows half an hour to a day."""

KEY_LASTS = timedelta(hours=23)
"""How long Stripe surely remembers a key (a day). An asking older than this is looked for before it is made again."""

MOST_FEE = 10_000

CARD_WORDS = (
    "I agree that Alongside keeps this card and charges it for each visit of this booking, two days before the visit, "
    "at the price shown here. I can stop this at any time."
)
"""What somebody agrees to who lets a card be kept, word for word as it stands on the page."""


class Way(StrEnum):
    """How somebody pays for a booking: not said yet, all of it by card, a saved card near each visit, or by bank."""

    UNCHOSEN = "unchosen"
    CARD_NOW = "card_now"
    CARD_EACH = "card_each"
    BANK = "bank"


class PaymentState(StrEnum):
    """Where one payment stands, from least to most certain. What is heard can only move it up, in any order."""

    WANTED = "wanted"
    OPEN = "open"
    NEEDS_PAYER = "needs_payer"
    DECLINED = "declined"
    LAPSED = "lapsed"
    PAID = "paid"


PAYMENT_MOVES: Mapping[PaymentState, frozenset[PaymentState]] = {
    PaymentState.WANTED: frozenset(PaymentState) - {PaymentState.WANTED},
    PaymentState.OPEN: frozenset(
        {PaymentState.NEEDS_PAYER, PaymentState.DECLINED, PaymentState.LAPSED, PaymentState.PAID}
    ),
    PaymentState.NEEDS_PAYER: frozenset({PaymentState.DECLINED, PaymentState.LAPSED, PaymentState.PAID}),
    PaymentState.DECLINED: frozenset({PaymentState.LAPSED, PaymentState.PAID}),
    PaymentState.LAPSED: frozenset({PaymentState.PAID}),  # a card may succeed after we had stopped waiting
    PaymentState.PAID: frozenset(),
}
UNDER_WAY = frozenset({PaymentState.WANTED, PaymentState.OPEN})
FAILED_TO_CHARGE = frozenset({PaymentState.NEEDS_PAYER, PaymentState.DECLINED})


class MoveKind(StrEnum):
    """Money on its way from us: back to the payer, on to the provider, or back from the provider."""

    REFUND = "refund"
    TRANSFER = "transfer"
    REVERSAL = "reversal"


class MoveState(StrEnum):
    """Where one move stands. `sent`: taken by Stripe, not yet through. A refund that was done can still fail."""

    WANTED = "wanted"
    SENT = "sent"
    DONE = "done"
    FAILED = "failed"


MOVE_MOVES: Mapping[MoveState, frozenset[MoveState]] = {
    MoveState.WANTED: frozenset({MoveState.SENT, MoveState.DONE, MoveState.FAILED}),
    MoveState.SENT: frozenset({MoveState.DONE, MoveState.FAILED}),
    MoveState.DONE: frozenset({MoveState.FAILED}),
    MoveState.FAILED: frozenset(),
}


class DisputeState(StrEnum):
    """The payer's bank asks for the money back: still open, and how it ended for us."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


DISPUTE_MOVES: Mapping[DisputeState, frozenset[DisputeState]] = {
    DisputeState.OPEN: frozenset({DisputeState.WON, DisputeState.LOST}),
    DisputeState.WON: frozenset(),
    DisputeState.LOST: frozenset(),
}


class AccountState(StrEnum):
    """Whether a provider can be paid: asked for, being filled in, ready, or stopped by Stripe until they tell it more."""

    ASKED = "asked"
    FILLING_IN = "filling_in"
    READY = "ready"
    STOPPED = "stopped"


def after_hearing(state: PaymentState, heard: PaymentState) -> PaymentState:
    """Where a payment stands once this was heard of it. Old news and repeats change nothing."""
    return heard if heard in PAYMENT_MOVES[state] else state


def move_after_hearing(state: MoveState, heard: MoveState) -> MoveState:
    """The same for a move."""
    return heard if heard in MOVE_MOVES[state] else state


def dispute_after_hearing(state: DisputeState, heard: DisputeState) -> DisputeState:
    """The same for a dispute."""
    return heard if heard in DISPUTE_MOVES[state] else state


def is_paid_by_card(kind: PotKind) -> bool:
    """Whether visits from such a pot are paid by a card or bank transfer: one's own money, or a council's pre-paid card."""
    return kind in (PotKind.OWN_MONEY, PotKind.PREPAID_CARD)


def fee_of(pence: Pence, basis_points: int) -> Pence:
    """The platform's part of what a customer pays, in pence: inside the shown price, never on top. 100 points are 1%."""
    if not 0 <= basis_points <= MOST_FEE:
        raise ValueError("a fee lies between nothing and all of the price")
    return share(pence, basis_points, MOST_FEE)


def key_is_old(asked_at: datetime | None, now: datetime) -> bool:
    """Asked so long ago that the key may be forgotten: the nightly comparing finds out first whether it was done."""
    return asked_at is not None and now - asked_at > KEY_LASTS


def netted(pence: Pence, owes: Pence) -> tuple[Pence, Pence]:
    """What a provider has earned, in two: what goes against what they owe, and what is sent to them."""
    against = min(pence, max(0, owes))
    return against, pence - against


@dataclass(frozen=True)
class Part:
    """So much of one payment, or of one visit: `of` is its id."""

    of: str
    pence: Pence


def split(pence: Pence, sources: Iterable[Part]) -> tuple[Part, ...]:
    """An amount taken from these sources in order, each as far as it goes. What they cannot give is left out."""
    parts: list[Part] = []
    for source in sources:
        taken = min(pence, source.pence)
        if taken > 0:
            parts.append(Part(source.of, taken))
            pence -= taken
    return tuple(parts)


def payer_account(pot_id: str) -> str:
    """The card or bank account that stands behind a pot: outside, with somebody's bank."""
    return f"payer:{pot_id}"


def visit_account(visit_id: str) -> str:
    """What we have of a payer's money for one visit, until it is sent on or goes back."""
    return f"visit:{visit_id}"


def sent_account(provider_id: str) -> str:
    """What a provider was sent."""
    return f"sent:{provider_id}"


def owed_account(provider_id: str) -> str:
    """What a provider was sent, should give back, and could not be fetched: below nought until it is made good."""
    return f"owed:{provider_id}"


def disputed_account(dispute_id: str) -> str:
    """What the payer's bank took back while it looks into a payment."""
    return f"disputed:{dispute_id}"


class Bearer(StrEnum):
    """Who bears what a payer's bank took back for good."""

    US = "us"
    PROVIDER = "provider"


FEES_ACCOUNT = "fees:platform"
LOSSES_ACCOUNT = "losses:platform"
"""What we made good of our own, below nought."""
COSTS_ACCOUNT = "costs:platform"
"""What taking cards cost us, below nought."""
STRIPE_FEES_ACCOUNT = "stripe:fees"
