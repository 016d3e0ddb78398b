"""Every page that somebody can walk to, in every role, at two widths: it opens, it reads well to a machine that checks
accessibility, it never scrolls sideways, nothing of it is refused by the content policy. Each is kept as a picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from market.core.actor import Role
from market.web.routing import PAGES
from tests.browser.conftest import SCREENSHOTS, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

WIDTHS = (1280, 390)
MOST_PAGES_A_ROLE = 40
SHAPES = [(page.path, re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", page.path) + "$")) for page in PAGES]
LEAVES = ("/sign-out", "/metrics", "/text-size", "/static/", "/checks/record/file")


@dataclass
class Walk:
    """What has been seen so far, by the shape of its address, and what was found wrong."""

    site: Site
    seen: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def test_every_page_opens_reads_well_and_fits(chromium: Browser, site: Site) -> None:
    walk = Walk(site)
    for role in (None, *Role):
        context = chromium.new_context(viewport={"width": WIDTHS[0], "height": 900})
        page = context.new_page()
        page.on(
            "console",
            lambda said: walk.wrong.append(f"console: {said.text}") if _is_trouble(said.type, said.text) else None,
        )
        if role is not None:
            _sign_in(page, site, role)
        for path in _reachable(page, walk):
            _look_at(page, walk, path, role.value if role else "visitor")
        context.close()
    assert len(walk.seen) > 30, "hardly any page was found: this walk would show nothing"
    assert not walk.wrong, "\n".join(walk.wrong)


def _is_trouble(kind: str, text: str) -> bool:
    return kind == "error" and "404" not in text


def _sign_in(page: Page, site: Site, role: Role) -> None:
    page.goto(site.address + site.sign_in_path(role))
    page.locator("main form button, main form input[type=submit]").first.click()
    page.wait_for_load_state()


def _reachable(page: Page, walk: Walk) -> Iterator[str]:
    """Addresses by following links from the start, one for each shape of page that no one has looked at yet."""
    waiting, known = ["/"], {"/"}
    first = True
    for _ in range(MOST_PAGES_A_ROLE):
        if not waiting:
            return
        path = waiting.pop(0)
        page.set_viewport_size(_size(WIDTHS[0]))
        answer = page.goto(walk.site.address + path)
        if answer is None or answer.status >= 400:
            walk.wrong.append(f"{path}: {answer.status if answer else 'no answer'}")
            continue
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            found = urlsplit(link)
            if found.netloc or not found.path.startswith("/") or found.path.startswith(LEAVES) or found.path in known:
                continue
            known.add(found.path)
            if _shape(found.path) not in walk.seen:
                waiting.append(found.path)
        shape = _shape(path)
        if first or shape not in walk.seen:
            first = False
            walk.seen.add(shape)
            yield path


def _shape(path: str) -> str:
    return next((shape for shape, pattern in SHAPES if pattern.match(path)), path)


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 900}


def _look_at(page: Page, walk: Walk, path: str, who: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size(_size(width))
        found = Axe().run(page)
        for violation in found.response["violations"]:
            where = violation["nodes"][0]["html"][:120]
            walk.wrong.append(f"{who} {path} at {width}: {violation['id']}: {where}")
        if page.locator("h1").count() != 1:
            walk.wrong.append(f"{who} {path}: {page.locator('h1').count()} h1")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            walk.wrong.append(f"{who} {path} at {width}: scrolls sideways")
        name = re.sub(r"[^a-z0-9]+", "-", f"{who}-{_shape(path)}".lower()).strip("-")
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
