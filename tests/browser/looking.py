"""Looking at pages: signed in by a link, sound for everybody, and pictures left in `screenshots/`, one a name and width."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from market.core.actor import Role
from tests.browser.conftest import SCREENSHOTS, Site

WIDTHS = (1280, 390)

_TRIES, _PAUSE = 3, 500
"""Tries, and milliseconds between them."""


def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """A picture of what is in sight, or of the whole page.

    A page that is just being exchanged for the next has nothing to paint, and the browser refuses: then it is asked again.
    """
    for left in reversed(range(_TRIES)):
        page.wait_for_load_state()
        try:
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=whole)
            return
        except Error as refused:
            if left == 0 or "Unable to capture screenshot" not in str(refused):
                raise
            page.wait_for_timeout(_PAUSE)


def signed_in(chromium: Browser, site: Site, role: Role) -> Page:
    """A page of whoever the demo shows in this role, on a phone."""
    return opened(chromium, site.address + site.sign_in_path(role))


def opened(chromium: Browser, link: str) -> Page:
    """A page of whoever this sign-in link is for, on a phone."""
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(link)
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    return page


def troubles(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def look_at(page: Page, name: str) -> None:
    """A picture at both widths; no finding of the accessibility check, and nothing scrolls sideways."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert troubles(page) == [], name
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), name
        picture(page, f"{name}-{width}", whole=True)
