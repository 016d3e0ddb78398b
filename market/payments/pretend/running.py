"""Running the pretend Stripe on this machine: its server in a thread, and a thread that sends its webhooks."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import uvicorn

from market.core.log import log
from market.payments.pretend.bank import Bank
from market.payments.pretend.server import PretendStripe, signed

EVERY = 0.2


@contextmanager
def serving(pretend: PretendStripe, port: int = 0) -> Iterator[str]:
    """Serve it on loopback until the block ends. Gives its address; port 0 takes a free one."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    config = uvicorn.Config(pretend.app, log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    pretend.bank.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield pretend.bank.address
    finally:
        server.should_exit = True
        thread.join(timeout=5)
        listening.close()


def send_webhooks(pretend: PretendStripe, to: str, stop: Event) -> None:
    """Send each webhook until it is taken, as Stripe does, though sooner. Runs until `stop` is set."""
    with httpx.Client(timeout=10) as client:
        while not stop.wait(EVERY):
            for body in pretend.letters():
                if not _send(client, to, body):
                    pretend.bank.waiting.append(body)


def _send(client: httpx.Client, to: str, body: bytes) -> bool:
    headers = {"stripe-signature": signed(body, time.time()), "content-type": "application/json"}
    try:
        return client.post(to, content=body, headers=headers).is_success
    except httpx.HTTPError as trouble:
        log.info("pretend.webhook_later", error=type(trouble).__name__)
        return False


@contextmanager
def pretend_stripe(port: int, file: Path, webhooks_to: str) -> Iterator[str]:
    """The demo's own: it keeps what it knows in a file and sends its webhooks by itself."""
    pretend = PretendStripe(Bank(time.time, file))
    stop = Event()
    with serving(pretend, port) as address:
        Thread(target=send_webhooks, args=(pretend, webhooks_to, stop), daemon=True).start()
        try:
            yield address
        finally:
            stop.set()
