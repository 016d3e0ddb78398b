"""A web server on this machine that answers as it is told, for trying what fetches from others."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, Mapping[str, str], bytes]


@contextmanager
def serving(answers: Mapping[str, Answer], waits: float = 0) -> Iterator[str]:
    """Serve these answers by path, each after so many seconds; gives the address of the server."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(waits)
            status, headers, body = answers.get(self.path, (404, {}, b""))
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def dripping(greeting: bytes, seconds: float = 0.05) -> Iterator[int]:
    """A server that says a greeting and then a byte each so many seconds, for ever; gives its port."""
    stop = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)

    def answer() -> None:
        while not stop.is_set():
            try:
                talking, _ = listening.accept()
            except TimeoutError:
                continue
            with talking:
                try:
                    talking.sendall(greeting)
                    while not stop.wait(seconds):
                        talking.sendall(b"a")
                except OSError:
                    continue

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        stop.set()
        thread.join(5)
        listening.close()
