"""Every page that somebody can walk to, in every role, at two widths: it opens, it reads well to a machine that checks
accessibility, it never scrolls sideways, nothing of it is refused by the content policy. Each is kept as a picture.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from importlib.resources import files
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from market.core.actor import Role
from market.web.routing import PAGES
from tests.browser.conftest import Site
from tests.browser.looking import picture

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
WIDTHS = (1280, 390)
MOST_PAGES_A_ROLE = 200
MOST_OF_A_SHAPE = 3
"""How many pages of one shape, such as the pages of three people, are asked for links by one role: each may stand differently."""
FEWEST_SHAPES = 74
"""How many shapes of page are looked at, at least. What can be walked to only grows: raise it when it does."""
SHAPES = [(page.path, re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", page.path) + "$")) for page in PAGES]
LEAVES = ("/sign-out", "/metrics", "/text-size", "/static/", "/checks/record/file")
EVERYBODYS_POST, FORBIDDEN = "/outbox", 403
"""The demo's outbox shows what was sent to everybody: some of its links are for others, and say so."""
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@dataclass
class Walk:
    """What has been seen so far, by the shape of its address, and what was found wrong."""

    site: Site
    seen: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        began = monotonic()
        yield
        self.seconds[what] += monotonic() - began


def test_every_page_opens_reads_well_and_fits(chromium: Browser, site: Site) -> None:
    walk = Walk(site)
    for role in (None, *Role):
        context = chromium.new_context(viewport=_size(WIDTHS[0]))
        page = context.new_page()
        page.on(
            "console",
            lambda said: walk.wrong.append(f"console: {said.text}") if _is_trouble(said.type, said.text) else None,
        )
        if role is not None:
            _sign_in(page, site, role)
        for path in _reachable(context, walk):
            _look_at(page, walk, path, role.value if role else "visitor")
        context.close()
    seconds = ", ".join(f"{what} {many:.0f} s" for what, many in walk.seconds.items())
    print(f"\n{len(walk.seen)} shapes of page looked at: {seconds}")
    assert not walk.wrong, "\n".join(walk.wrong)
    unseen = sorted({page.path for page in PAGES if "GET" in page.methods} - walk.seen)
    assert len(walk.seen) >= FEWEST_SHAPES, (
        f"{len(walk.seen)} shapes of page were found. Not found: {', '.join(unseen)}"
    )


def _is_trouble(kind: str, text: str) -> bool:
    return kind == "error" and "404" not in text


def _sign_in(page: Page, site: Site, role: Role) -> None:
    page.goto(site.address + site.sign_in_path(role))
    page.locator("main form button, main form input[type=submit]").first.click()
    page.wait_for_load_state()


def _reachable(context: BrowserContext, walk: Walk) -> Iterator[str]:
    """Addresses by following links from the start, one for each shape of page that no one has looked at yet, and the start.

    Links are read from the page as the server sends it: a page that is only asked for its links is not laid out.
    """
    waiting, known, asked = ["/"], {"/"}, Counter[str]()
    of_others = set[str]()
    for _ in range(MOST_PAGES_A_ROLE):
        path = next((one for one in _taken(waiting) if asked[_shape(one)] < MOST_OF_A_SHAPE), None)
        if path is None:
            return
        shape = _shape(path)
        asked[shape] += 1
        with walk.timed("asking for links"):
            answer = context.request.get(walk.site.address + path)
        if answer.status == FORBIDDEN and path in of_others:
            continue
        if answer.status >= 400:
            walk.wrong.append(f"{path}: {answer.status}")
            continue
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        for link in LINK.findall(answer.text()) if is_page else ():
            found = urlsplit(unescape(link))
            if found.netloc or not found.path.startswith("/") or found.path.startswith(LEAVES) or found.path in known:
                continue
            known.add(found.path)
            waiting.append(found.path)
            if path.startswith(EVERYBODYS_POST):
                of_others.add(found.path)
        if is_page and (path == "/" or shape not in walk.seen):
            walk.seen.add(shape)
            yield path


def _taken(waiting: list[str]) -> Iterator[str]:
    while waiting:
        yield waiting.pop(0)


def _shape(path: str) -> str:
    return next((shape for shape, pattern in SHAPES if pattern.match(path)), path)


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 900}


def _look_at(page: Page, walk: Walk, path: str, who: str) -> None:
    with walk.timed("opening"):
        page.set_viewport_size(_size(WIDTHS[0]))
        page.goto(walk.site.address + path)
        page.evaluate(AXE)
    for width in WIDTHS:
        page.set_viewport_size(_size(width))
        with walk.timed("accessibility"):
            violations = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        for violation in violations:
            where = violation["nodes"][0]["html"][:120]
            walk.wrong.append(f"{who} {path} at {width}: {violation['id']}: {where}")
        if page.locator("h1").count() != 1:
            walk.wrong.append(f"{who} {path}: {page.locator('h1').count()} h1")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            walk.wrong.append(f"{who} {path} at {width}: scrolls sideways")
        name = re.sub(r"[^a-z0-9]+", "-", f"{who}-{_shape(path)}".lower()).strip("-")
        with walk.timed("pictures"):
            picture(page, f"{name}-{width}", whole=True)
