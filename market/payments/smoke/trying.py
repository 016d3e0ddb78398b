"""What every step of a run stands on: who takes cards, what was made so far, and how a step says that it went wrong."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from market.core.ids import new_id
from market.payments.cards import Cards, CardSeen, Trouble

PENCE = 100
PATIENCE = 15
"""How many seconds a step waits for what Stripe does a moment after it was asked: a dispute, a refund that fails."""


class TriedCards(Cards, Protocol):
    """Who takes cards, in test mode: a test card can be kept there without anybody at a page."""

    def keep_test_card(self, method: str, key: str) -> CardSeen:
        """Keep one of Stripe's own test cards (`pm_card_visa`) for a customer made for it. Raises `Rejected` with live keys."""
        ...


class How(StrEnum):
    """How one thing went: well, badly, or not at all, because a human has to do it."""

    FINE = "ok"
    FAILED = "FAILED"
    BY_HAND = "by hand"


@dataclass(frozen=True)
class Line:
    """One thing tried, how it went, and what was seen; for what is left to a human, how to do it."""

    what: str
    how: How
    said: str


class Wrong(Exception):
    """Stripe did something else than what we build on."""


class ByHand(Exception):
    """Only a human can do this one, or has to do something before it."""


def must(so: bool, otherwise: str) -> None:
    """Raises `Wrong` with these words where it is not so."""
    if not so:
        raise Wrong(otherwise)


@dataclass
class Trying:
    """One run. `page_ref` and `account_ref` are what a human has done since an earlier one: paid a page, filled in an account."""

    cards: TriedCards
    now: datetime
    webhook_secret: str = ""
    address: str = ""
    page_ref: str = ""
    account_ref: str = ""
    last_heard: datetime | None = None
    pause: Callable[[float], None] = time.sleep
    made: dict[str, str] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    def new_key(self) -> str:
        """A key of our own, kept so that everything made by this run can be looked for at its end."""
        self.keys.append(new_id("smoke"))
        return self.keys[-1]

    def got(self, name: str) -> str:
        """What an earlier step made. Raises `Wrong` where it made nothing."""
        must(name in self.made, f"there is no {name}: an earlier step failed")
        return self.made[name]

    def wait_for(self, seen: Callable[[], bool]) -> bool:
        """Whether it comes to be so within our patience."""
        for second in range(PATIENCE):
            if seen():
                return True
            if second < PATIENCE - 1:
                self.pause(1)
        return False


def refused(asking: Callable[[], object]) -> str:
    """The code with which Stripe refused. Raises `Wrong` where it did it."""
    try:
        asking()
    except Trouble as trouble:
        return f"refused: {trouble.why}"
    raise Wrong("it was done")
