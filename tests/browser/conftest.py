"""A real server with the demo county, and a real browser to look at it with."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from bot.understanding import understand
from market.app import create_app
from market.chat.queries import holders
from market.chat.turns import ChatServices
from market.core.actor import Role
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.settings import Settings
from market.migrations.upgrade import upgrade
from market.payments.pretend.running import pretend_stripe
from market.payments.pretend.server import KEY, WEBHOOK_SECRET
from market.people.signing_in import make_link
from market.search.live import LiveIndex
from market.seeding import load_demo
from market.web.services import Services
from market.worker import work

CHROMIUM = Path("/usr/bin/chromium")
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars")  # fmt: skip


@dataclass(frozen=True)
class Site:
    """The demo county, served on loopback with its worker, and a way to sign in."""

    address: str
    database: Database
    clock: SystemClock

    def sign_in_path(self, role: Role) -> str:
        """A one-time link for whoever the demo shows in this role."""
        with self.database.write() as session:
            account, grant = holders(session, role, self.clock.now())[0]
            lasts = timedelta(hours=1)
            return make_link(session, account, self.clock.now(), grant_id=grant.id, lasts=lasts)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """One server for all browser tests: what they change in it, they change for each other, as people do."""
    with TemporaryDirectory() as folder, socket.socket() as probe, ExitStack() as stack:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        url, address = f"sqlite:///{Path(folder) / 'county.db'}", f"http://127.0.0.1:{port}"
        kept, webhooks = Path(folder) / "stripe.json", f"{address}/stripe"
        stripe = stack.enter_context(pretend_stripe(0, kept, webhooks))
        keys = {"stripe_key": KEY, "stripe_webhook_secret": WEBHOOK_SECRET, "stripe_address": stripe}
        settings = Settings(database_url=url, public_address=address, data_folder=Path(folder), demo=True, **keys)  # type: ignore[arg-type]
        database, clock, live = Database(url), SystemClock(), LiveIndex()
        upgrade(database)
        load_demo(database, clock.now())
        app = create_app(settings, database, clock, services=Services(search=live))
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", access_log=False))
        stop = Event()
        services = ChatServices(settings, live, understand)
        threads = [Thread(target=server.run, daemon=True),
                   Thread(target=work, args=(services, database, clock, stop), daemon=True)]  # fmt: skip
        for thread in threads:
            thread.start()
        while not server.started:
            time.sleep(0.05)
        yield Site(address, database, clock)
        stop.set()
        server.should_exit = True
        for thread in threads:
            thread.join(timeout=10)
        database.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium. Where it is absent tests skip with a plain sentence; in CI it must be there.

    For one file of tests at a time: while playwright is open its event loop runs, and no other may be started.
    """
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed, and in CI it must be: .ci/run installs it")
        pytest.skip("chromium is not installed (apt-get install chromium), so nothing can be looked at")
    SCREENSHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield browser
        browser.close()
