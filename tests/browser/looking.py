"""Pictures of pages, to be looked at: left in `screenshots/`, one a name and width."""

from playwright.sync_api import Error, Page

from tests.browser.conftest import SCREENSHOTS

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
