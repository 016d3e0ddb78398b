"""`Cards` in memory: a hand-written fake for tests whose rule is not about HTTP. Held to the same contract as the gateway."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from market.core.clock import Clock
from market.payments.cards import (
    AccountOrder,
    AccountSeen,
    CardOrder,
    CardSeen,
    DisputeSeen,
    Everything,
    Heard,
    MoveOrder,
    MoveSeen,
    PageOrder,
    PageSeen,
    PaymentSeen,
    PayoutSeen,
    Rejected,
    TryLater,
)
from market.payments.errors import NotFromStripe
from market.payments.pretend.shapes import cost_of
from market.payments.rules import AccountState, DisputeState, MoveKind, MoveState, PaymentState


@dataclass
class MemoryCards:
    """What was asked is kept by its key, so that asking again gives the same. `troubles` are raised first, in order."""

    clock: Clock
    pages: dict[str, PaymentSeen] = field(default_factory=dict)
    orders: dict[str, PageOrder] = field(default_factory=dict)
    payments: dict[str, PaymentSeen] = field(default_factory=dict)
    moves: dict[str, MoveSeen] = field(default_factory=dict)
    disputes: dict[str, DisputeSeen] = field(default_factory=dict)
    accounts: dict[str, AccountSeen] = field(default_factory=dict)
    payouts: dict[str, PayoutSeen] = field(default_factory=dict)
    card_kinds: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, PaymentSeen | MoveSeen | AccountSeen | Exception] = field(default_factory=dict)
    troubles: list[Exception] = field(default_factory=list)
    count: int = 0

    def _new(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}_memory{self.count}"

    def _stumble(self) -> None:
        if self.troubles:
            raise self.troubles.pop(0)

    def open_page(self, order: PageOrder) -> PaymentSeen:
        self._stumble()
        if isinstance(known := self.by_key.get(order.key), PaymentSeen):
            return known
        ref = self._new("cs")
        page = PaymentSeen(
            order.key, PaymentState.OPEN, order.pence, page_ref=ref, page_address=f"https://cards.example/{ref}"
        )
        self.pages[ref], self.orders[ref], self.by_key[order.key] = page, order, page
        return page

    def close_page(self, page_ref: str) -> None:
        self._stumble()
        page = self.pages.get(page_ref)
        if page and page.state is PaymentState.OPEN:
            self.pages[page_ref] = replace(page, state=PaymentState.LAPSED, page_address="")

    def charge(self, order: CardOrder) -> PaymentSeen:
        self._stumble()
        if isinstance(known := self.by_key.get(order.key), PaymentSeen):
            return known
        kind = self.card_kinds.get(order.method_ref)
        if kind is None:
            raise Rejected("payment_method_unexpected_state")
        state = {
            "challenged": PaymentState.NEEDS_PAYER,
            "declined_later": PaymentState.DECLINED,
        }.get(kind, PaymentState.PAID)
        seen = PaymentSeen(order.key, state, order.pence, intent_ref=self._new("pi"))
        if state is PaymentState.PAID:
            seen = replace(seen, charge_ref=self._new("ch"), cost=cost_of(seen.pence))
        else:
            seen = replace(seen, refused_why="authentication_required" if kind == "challenged" else "generic_decline")
        self.payments[seen.intent_ref] = self.by_key[order.key] = seen
        return seen

    def payment(self, *, page_ref: str = "", intent_ref: str = "") -> PaymentSeen:
        self._stumble()
        found = self.pages.get(page_ref) if page_ref else self.payments.get(intent_ref)
        if found is None:
            raise Rejected("resource_missing")
        if page_ref and found.state is PaymentState.OPEN and self.clock.now() >= self.orders[page_ref].expires_at:
            found = self.pages[page_ref] = replace(found, state=PaymentState.LAPSED, page_address="")
        return found

    def forget_card(self, method_ref: str) -> None:
        self._stumble()
        self.card_kinds.pop(method_ref, None)

    def move(self, order: MoveOrder) -> MoveSeen:
        self._stumble()
        known = self.by_key.get(order.key)
        if isinstance(known, Exception):
            raise known
        if isinstance(known, MoveSeen):
            return known
        try:
            self._check_move(order)
        except Rejected as refused:
            self.by_key[order.key] = refused
            raise
        prefix = {MoveKind.REFUND: "re", MoveKind.TRANSFER: "tr", MoveKind.REVERSAL: "trr"}[order.kind]
        seen = MoveSeen(order.key, order.kind, MoveState.DONE, order.pence, self._new(prefix), order.of)
        self.moves[seen.outside_ref] = self.by_key[order.key] = seen
        return seen

    def _check_move(self, order: MoveOrder) -> None:
        done = sum(
            m.pence
            for m in self.moves.values()
            if m.kind is order.kind and m.of == order.of and m.state is not MoveState.FAILED
        )
        if order.kind is MoveKind.REFUND:
            paid = self.payments.get(order.of)
            if paid is None or paid.state is not PaymentState.PAID:
                raise Rejected("charge_not_refundable")
            if any(dispute.charge_ref == paid.charge_ref for dispute in self.disputes.values()):
                raise Rejected("charge_disputed")
            most, code = paid.pence, "charge_already_refunded"
        elif order.kind is MoveKind.TRANSFER:
            account = self.accounts.get(order.account_ref)
            if account is None:
                raise Rejected("resource_missing")
            if account.state is not AccountState.READY:
                raise Rejected("insufficient_capabilities_for_transfer")
            charged = next((p for p in self.payments.values() if p.charge_ref == order.of), None)
            if charged is None:
                raise Rejected("resource_missing")
            most, code = charged.pence, "balance_insufficient"
        else:
            sent = self.moves.get(order.of)
            if sent is None:
                raise Rejected("resource_missing")
            most, code = sent.pence, "transfer_already_reversed"
        if done + order.pence > most:
            raise Rejected(code)

    def moved(self, kind: MoveKind, outside_ref: str, of: str) -> MoveSeen:
        self._stumble()
        if outside_ref not in self.moves:
            raise Rejected("resource_missing")
        return self.moves[outside_ref]

    def dispute(self, dispute_ref: str) -> DisputeSeen:
        self._stumble()
        if dispute_ref not in self.disputes:
            raise Rejected("resource_missing")
        return self.disputes[dispute_ref]

    def open_account(self, order: AccountOrder) -> AccountSeen:
        self._stumble()
        if isinstance(known := self.by_key.get(order.key), AccountSeen):
            return known
        seen = AccountSeen(self._new("acct"), AccountState.FILLING_IN)
        self.accounts[seen.account_ref] = self.by_key[order.key] = seen
        return seen

    def account(self, account_ref: str) -> AccountSeen:
        self._stumble()
        if account_ref not in self.accounts:
            raise Rejected("resource_missing")
        return self.accounts[account_ref]

    def payout(self, account_ref: str, payout_ref: str) -> PayoutSeen:
        self._stumble()
        found = self.payouts.get(payout_ref)
        if found is None or found.account_ref != account_ref:
            raise Rejected("resource_missing")
        return found

    def account_page(self, account_ref: str, *, back: str, again: str, key: str) -> PageSeen:
        self._stumble()
        return PageSeen(f"https://cards.example/{account_ref}", self.clock.now() + timedelta(minutes=5))

    def read_webhook(self, body: bytes, signature: str, now: datetime) -> Heard:
        raise NotFromStripe

    def everything_since(self, since: datetime) -> Everything:
        self._stumble()
        return Everything(tuple(self.payments.values()), tuple(self.moves.values()), tuple(self.disputes.values()))

    # What people and banks do

    def pay(self, page_ref: str, kind: str, *, said_yes: bool | None = None) -> str:
        """Somebody uses a test card on a page."""
        page = self.payment(page_ref=page_ref)
        if page.state is not PaymentState.OPEN:
            return "expired" if page.state is PaymentState.LAPSED else "complete"
        if kind == "challenged" and said_yes is None:
            return "challenge"
        if kind == "declined" or said_yes is False:
            return "declined"
        method = self._new("pm")
        paid = replace(page, state=PaymentState.PAID, intent_ref=self._new("pi"), charge_ref=self._new("ch"))
        paid = replace(paid, cost=cost_of(paid.pence))
        if self.orders[page_ref].save_card:
            self.card_kinds[method] = kind
            paid = replace(paid, card=CardSeen(self._new("cus"), method, "visa", "4242", "08/2030"))
        self.pages[page_ref] = self.payments[paid.intent_ref] = paid
        if kind == "disputed":
            self.begin_dispute(paid.charge_ref)
        return "paid"

    def begin_dispute(self, charge_ref: str) -> str:
        """The payer's bank asks for it back."""
        pence = next(p.pence for p in self.payments.values() if p.charge_ref == charge_ref)
        ref = self._new("dp")
        self.disputes[ref] = DisputeSeen(ref, charge_ref, pence, "fraudulent", DisputeState.OPEN, cost_of(-pence))
        return ref

    def end_dispute(self, dispute_ref: str, *, won: bool) -> None:
        """It ends."""
        state = DisputeState.WON if won else DisputeState.LOST
        self.disputes[dispute_ref] = replace(self.disputes[dispute_ref], state=state)

    def fill_in(self, account_ref: str, *, ready: bool = True) -> None:
        """A provider fills in their page, or is stopped."""
        state = AccountState.READY if ready else AccountState.STOPPED
        self.accounts[account_ref] = AccountSeen(account_ref, state)

    def pay_out(self, account_ref: str, *, arrives: bool = True) -> str:
        """A pay-out to a provider's own bank, which takes it or refuses it."""
        ref, state = self._new("po"), MoveState.DONE if arrives else MoveState.FAILED
        why = "" if arrives else "account_closed"
        self.payouts[ref] = PayoutSeen(account_ref, state, 1700, self.clock.now(), why)
        return ref

    def fail_refund(self, refund_ref: str) -> None:
        """The card's bank sends it back."""
        failed = replace(self.moves[refund_ref], state=MoveState.FAILED, failed_why="expired_or_canceled_card")
        self.moves[refund_ref] = failed

    def stumble(self, *, after: bool = False) -> None:
        """The next asking fails for now."""
        self.troubles.append(TryLater("api_error"))
