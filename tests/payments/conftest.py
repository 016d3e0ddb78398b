"""The pretend Stripe, served over HTTP for a whole file of tests and emptied between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.payments.gateway import StripeCards
from market.payments.pretend.bank import Bank
from market.payments.pretend.running import serving
from market.payments.pretend.server import KEY, WEBHOOK_SECRET, PretendStripe
from tests.conftest import MONDAY

if TYPE_CHECKING:
    from tests.payments.town import Town


@dataclass
class Served:
    """A pretend Stripe and where it answers."""

    pretend: PretendStripe
    clock: StandingClock
    address: str = ""

    def settings(self, **more: object) -> Settings:
        """Settings that point at it."""
        ours = {"stripe_key": KEY, "stripe_webhook_secret": WEBHOOK_SECRET, "stripe_address": self.address}
        return Settings(**{"_env_file": None, "demo": True, **ours, **more})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def stripe_server() -> Iterator[Served]:
    """One server for the run: starting one takes longer than most tests here."""
    clock = StandingClock(MONDAY)
    served = Served(PretendStripe(Bank(lambda: clock.now().timestamp())), clock)
    with serving(served.pretend) as address:
        served.address = address
        yield served


def emptied(served: Served, now: datetime) -> Served:
    """The pretend Stripe with nothing in it, behaving well, its clock at this instant."""
    bank, faults = served.pretend.bank, served.pretend.faults
    bank.things.clear()
    bank.answers.clear()
    bank.events.clear()
    bank.waiting.clear()
    faults.none_any_more()
    served.pretend.asked.clear()
    served.clock.set(now)
    return served


@pytest.fixture
def pretend(stripe_server: Served, now: datetime) -> Served:
    """The pretend Stripe with nothing in it, behaving well, its clock at the standing clock's instant."""
    return emptied(stripe_server, now)


@pytest.fixture
def stripe_cards(pretend: Served) -> StripeCards:
    """The real gateway, speaking HTTP to it."""
    return StripeCards(pretend.settings())


@pytest.fixture
def town(database: Database, clock: StandingClock, pretend: Served, stripe_cards: StripeCards) -> "Town":
    """A payer, a provider and the pretend Stripe, on each database."""
    from tests.payments.town import make_town

    return make_town(database, clock, pretend, stripe_cards)
