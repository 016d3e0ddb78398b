"""Photographs of every macro: `python -m tests.web_look.gallery FOLDER [NAME…]`, with the number of axe findings of each.

Writes HTML and PNG at 1280 and 390 pixels wide into FOLDER (outside the repository), served on loopback while it runs.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from market.web.static_files import STATIC
from tests.web_look.pages import gallery

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (1280, 390)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class StrictHandler(SimpleHTTPRequestHandler):
    """Static files as the application serves them, under the same strict policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port of loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def write(folder: Path) -> list[str]:
    """Every page of the gallery into `folder`, with the built static files beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    static = folder / "static"
    if not static.exists():
        static.symlink_to(STATIC)
    pages = gallery()
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    return list(pages)


def findings(browser: Browser, address: str, width: int, picture: Path | None = None) -> list[str]:
    """What axe, the policy and the width say against a page: nothing, we hope. Takes its picture on the way."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.evaluate("document.fonts.ready")
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        said.append("wider than the screen")
    if picture:
        page.screenshot(path=str(picture), full_page=True)
    for found in Axe().run(page).response["violations"]:
        said.extend(
            f"{found['id']}: {node['html'][:140]} {node.get('failureSummary', '')[:160]}" for node in found["nodes"]
        )
    page.close()
    return said


def main(folder: Path, wanted: list[str]) -> int:
    names = [name for name in write(folder) if not wanted or name in wanted]
    wrong = 0
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        for name in names:
            for width in WIDTHS:
                said = findings(browser, f"{address}/{name}.html", width, folder / f"{name}-{width}.png")
                wrong += len(said)
                print(f"{name} at {width}: {len(said)} findings", *said, sep="\n    ")
        browser.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
