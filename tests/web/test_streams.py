"""Event streams hold no thread and no session: a hundred of them open, and a page still comes at once."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator

import anyio
import pytest
import uvicorn
from starlette.responses import Response, StreamingResponse

from market.app import create_app
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.web import guards
from market.web.ask import Ask
from market.web.page import Page
from market.web.routing import PAGES

STREAMS = 100


async def ticking(_ask: Ask) -> Response:
    async def events() -> AsyncIterator[str]:
        while True:
            yield "data: tick\n\n"
            await anyio.sleep(0.5)

    return StreamingResponse(events(), media_type="text/event-stream")


async def only_signed_in(_ask: Ask) -> Response:
    raise AssertionError("the guard lets no visitor through")


PROBES = (
    Page("/probe/ticking", ticking, guards.anyone),
    Page("/probe/guarded", only_signed_in, guards.signed_in),
)


@pytest.fixture
def port(sqlite_database: Database, clock: StandingClock) -> Iterator[int]:
    """The application on a real server of its own."""
    app = create_app(Settings(_env_file=None), sqlite_database, clock, pages=(*PAGES, *PROBES))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)


def ask(port: int, path: str) -> socket.socket:
    """Ask for a page over a plain connection, and leave the answer to be read."""
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    return line


def test_a_page_comes_at_once_while_a_hundred_streams_are_open(port: int) -> None:
    ask(port, "/help-now").recv(100)
    streams = [ask(port, "/probe/ticking") for _ in range(STREAMS)]
    assert all(b"200 OK" in stream.recv(100) for stream in streams)
    began = time.perf_counter()
    with ask(port, "/help-now") as line:
        assert b"200 OK" in line.recv(100)
    took = time.perf_counter() - began
    for stream in streams:
        stream.close()
    assert took < 1


def test_a_stream_has_a_guard_like_any_page(port: int) -> None:
    with ask(port, "/probe/guarded") as line:
        assert b"/sign-in?next=" in line.recv(2000)
