"""A web server on this machine that answers as it is told, for trying what fetches from others."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, Mapping[str, str], bytes]
DRIP = "drip"


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[str]:
    """Serve these answers by path; gives the address of the server. A header `drip` sends a byte each so many seconds."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                if name != DRIP:
                    self.send_header(name, value)
            self.end_headers()
            try:
                for piece in [body] if DRIP not in headers else [bytes([one]) for one in body]:
                    self.wfile.write(piece)
                    self.wfile.flush()
                    if DRIP in headers:
                        time.sleep(float(headers[DRIP]))
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
