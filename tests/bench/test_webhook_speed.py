"""How many webhooks a second are taken (signature checked, kept once, job put, 200), beside bare inserts in the same run."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database, insert_once
from market.core.settings import Settings
from market.payments.pretend.server import KEY, WEBHOOK_SECRET, signed
from market.payments.tables import HeardEvent
from market.web.routes import stripe

MANY = 600
AT_ONCE = 4


def _rate(what: Callable[[int], None], first: int) -> float:
    """How often a second, with as many at once as the pages have threads."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(what, range(first, first + MANY)))
    return MANY / (time.perf_counter() - begun)


@pytest.mark.bench
def test_webhooks_taken_a_second_beside_bare_inserts(database: Database, clock: StandingClock) -> None:
    settings = Settings(
        _env_file=None, stripe_key=KEY, stripe_webhook_secret=WEBHOOK_SECRET, stripe_address="http://127.0.0.1:9"
    )
    app, now = create_app(settings, database, clock, pages=stripe.ROUTES), clock.now()
    clients = [TestClient(app) for _ in range(AT_ONCE)]

    def take(number: int) -> None:
        thing = {"id": f"pi_{number}", "object": "payment_intent"}
        event = {"id": f"evt_{number}", "object": "event", "type": "payment_intent.succeeded", "created": 1}
        body = json.dumps({**event, "livemode": False, "data": {"object": thing}}).encode()
        headers = {"stripe-signature": signed(body, now.timestamp())}
        assert clients[number % AT_ONCE].post("/stripe", content=body, headers=headers).status_code == 200

    def insert(number: int) -> None:
        with database.write() as session:
            assert insert_once(
                session,
                HeardEvent,
                id=f"bare_{number}",
                name="x",
                about="",
                account_ref="",
                happened_at=now,
                heard_at=now,
            )

    bare, taken = _rate(insert, 0), _rate(take, 10_000)
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    print(f"\n{kind}: {taken:,.0f} webhooks a second taken, beside {bare:,.0f} bare inserts a second")
    assert taken > 20
