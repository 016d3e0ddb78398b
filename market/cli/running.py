"""Commands that go on until they are stopped: demo, serve, work."""

import shutil
import signal
import socket
from pathlib import Path
from threading import Event, Thread
from typing import Annotated

import typer
import uvicorn
from pydantic import SecretStr

from market.app import create_app
from market.cli.county import sign_in_links
from market.cli.wiring_up import Started, console, fail, start
from market.core.log import start_logging
from market.core.settings import DEMO_SECRET, Settings
from market.migrations.upgrade import newest, standing_at, upgrade
from market.payments.pretend.running import pretend_stripe
from market.payments.pretend.server import KEY, WEBHOOK_SECRET
from market.people.sealing import Seal
from market.people.second_step import seal_all
from market.search.keeping import keep_ready
from market.seeding import load_demo
from market.web.services import Services
from market.worker import work as run_worker

DEMO_FOLDER = Path(".demo")
PRETEND_PORT = 1  # the pretend Stripe listens beside the pages, one port on

Port = Annotated[int, typer.Option(help="Where to listen, on 127.0.0.1.")]


def demo(
    port: Port = 8000,
    fresh: Annotated[bool, typer.Option("--fresh", help="Throw the kept county away and start again.")] = False,
) -> None:
    """The demo county in .demo/, kept between runs: pages, worker and chat in one, with a sign-in link for each role."""
    start_logging(plain=True)
    for wanted in (port, port + PRETEND_PORT):
        if not _is_free(wanted):
            fail(f"Something else is using port {wanted}. Try: ./dev run demo --port {wanted + 10}")
    if fresh and DEMO_FOLDER.exists():
        shutil.rmtree(DEMO_FOLDER)
    DEMO_FOLDER.mkdir(exist_ok=True)
    started = start(demo_settings(port), checked=False)
    upgrade(started.database)
    if load_demo(started.database, started.clock.now(), progress=lambda words: console.print(f"Loading {words}")):
        console.print("The demo county is ready.")
    for role, name, link in sign_in_links(started):
        typer.echo(f"{role:28} {name:28} {link}")
    typer.echo(f"\nAlongside is at {started.settings.public_address}  (Ctrl-C stops it)")
    webhooks_to = f"{started.settings.public_address}/stripe"
    with pretend_stripe(port + PRETEND_PORT, DEMO_FOLDER / "pretend-stripe.json", webhooks_to) as stripe:
        typer.echo(f"Cards are pretend money. Behind the pretend Stripe: {stripe}")
        _serve(started, port, with_worker=True)


def serve(
    port: Port = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    worker: Annotated[bool, typer.Option(help="Run a worker inside this process too.")] = False,
) -> None:
    """Serve pages and chat on the database that DATABASE_URL names. Refuses one at another migration."""
    start_logging()
    started = start()
    if started.settings.secret_key.get_secret_value() == DEMO_SECRET:
        fail(
            "ALONGSIDE_SECRET_KEY is not set. Make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    with started.database.write() as session:
        seal_all(session, Seal.of(started.settings))
    _serve(started, port, with_worker=worker, host=host)


def work() -> None:
    """Run jobs until stopped: messages, reminders, the search for cover."""
    start_logging()
    started = start()
    stop = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    Thread(target=_keep_searching, args=(started, stop), daemon=True).start()
    run_worker(started.services, started.database, started.clock, stop)


def demo_settings(port: int) -> Settings:
    """The demo's own settings: everything in .demo, pretend sending, no secrets."""
    return Settings(
        database_url=f"sqlite:///{DEMO_FOLDER / 'alongside.db'}",
        public_address=f"http://127.0.0.1:{port}",
        data_folder=DEMO_FOLDER / "data",
        demo=True,
        stripe_key=SecretStr(KEY),
        stripe_webhook_secret=SecretStr(WEBHOOK_SECRET),
        stripe_address=f"http://127.0.0.1:{port + PRETEND_PORT}",
    )


def _keep_searching(started: Started, stop: Event) -> None:
    """Read the words and build the index before the first person asks, who would wait a second for each; then keep it ready."""
    services = started.services
    services.understand("hello, help", role="customer", now=started.clock.now(), alarm=services.alarm)
    keep_ready(started.services.search, started.database, started.clock, stop)


def _behind(started: Started) -> str | None:
    """What /readyz says when the database stands at another migration."""
    here = standing_at(started.database)
    return None if here == newest() else f"at {here or 'nothing yet'}, the program at {newest()}"


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _serve(started: Started, port: int, *, with_worker: bool, host: str = "127.0.0.1") -> None:
    stop = Event()
    Thread(target=_keep_searching, args=(started, stop), daemon=True).start()
    shared = Services(
        search=started.services.search, alarm=started.services.alarm, ready={"migrations": lambda: _behind(started)}
    )
    app = create_app(started.settings, started.database, started.clock, services=shared)
    if with_worker:
        parts = (started.services, started.database, started.clock, stop)
        Thread(target=run_worker, args=parts, daemon=True).start()
    try:
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
    finally:
        stop.set()
