"""One run of the flows against Stripe's own test mode, for somebody who has test keys. Reports line by line.

It takes pretend money from Stripe's test card, and leaves in the test account what it made there. Never with live keys.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from market.core.ids import new_id
from market.payments.cards import AccountOrder, CardOrder, Cards, MoveOrder, PageOrder, PaymentSeen, Trouble
from market.payments.rules import MoveKind, PaymentState

TEST_METHOD = "pm_card_visa"


@dataclass(frozen=True)
class Line:
    """One thing tried, and how it went."""

    what: str
    fine: bool
    said: str


@dataclass
class Smoke:
    """One run. Each step stands alone, so that one that fails does not hide the next."""

    cards: Cards
    now: datetime
    page: PaymentSeen | None = None

    def lines(self) -> Iterator[Line]:
        """Try everything, and say how each went."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("Open a page for a card", self._open_page),
            ("Open it again with the same key", self._same_page),
            ("Ask how it stands", self._ask),
            ("Close it", self._close),
            ("Refuse to refund what was never paid", self._no_refund),
            ("Charge a card that was never kept", self._no_card),
            ("Open an account for a provider", self._account),
            ("List what was made today", self._list),
        )
        for what, step in steps:
            try:
                yield Line(what, True, step())
            except (Trouble, AssertionError) as trouble:
                yield Line(what, False, getattr(trouble, "why", "") or str(trouble) or type(trouble).__name__)

    def _order(self) -> PageOrder:
        expires = self.now + timedelta(hours=1)
        lines = [("Smoke test, one pound", 100)]
        return PageOrder(
            self._key, lines, "https://example.org/back", "https://example.org/no", expires, save_card=True
        )

    def __post_init__(self) -> None:
        self._key = new_id("smoke")

    def _open_page(self) -> str:
        self.page = self.cards.open_page(self._order())
        assert self.page.state is PaymentState.OPEN, f"it is {self.page.state}"
        return self.page.page_ref

    def _same_page(self) -> str:
        again = self.cards.open_page(self._order())
        assert self.page is not None, "there is no page"
        assert again.page_ref == self.page.page_ref, "a second page was made"
        return "the same page"

    def _ask(self) -> str:
        assert self.page is not None, "there is no page"
        seen = self.cards.payment(page_ref=self.page.page_ref)
        assert seen.key == self._key, "it does not carry our key"
        return str(seen.state)

    def _close(self) -> str:
        assert self.page is not None, "there is no page"
        self.cards.close_page(self.page.page_ref)
        seen = self.cards.payment(page_ref=self.page.page_ref)
        assert seen.state is PaymentState.LAPSED, f"it is {seen.state}"
        return "nobody can pay on it any more"

    def _no_refund(self) -> str:
        return self._refused(lambda: self.cards.move(MoveOrder(new_id("smoke"), MoveKind.REFUND, 100, "pi_never_made")))

    def _no_card(self) -> str:
        order = CardOrder(new_id("smoke"), 100, "cus_never_made", TEST_METHOD, "Smoke test")
        return self._refused(lambda: self.cards.charge(order))

    def _refused(self, asking: Callable[[], object]) -> str:
        try:
            asking()
        except Trouble as refused:
            return f"refused: {refused.why}"
        raise AssertionError("it was done")

    def _account(self) -> str:
        order = AccountOrder(new_id("smoke"), "Smoke Test", "smoke@example.org", company=False)
        seen = self.cards.open_account(order)
        page = self.cards.account_page(
            seen.account_ref, back="https://example.org/back", again="https://example.org/again", key=new_id("smoke")
        )
        assert page.address.startswith("http"), "it has no page"
        return f"{seen.account_ref}, {seen.state}"

    def _list(self) -> str:
        whole = self.cards.everything_since(self.now - timedelta(days=1))
        return f"{len(whole.payments)} payments, {len(whole.moves)} moves, {len(whole.disputes)} disputes"
