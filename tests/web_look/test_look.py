"""The gallery in a real browser: no axe findings, nothing the policy refused, nothing wider than a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web_look.gallery import CHROMIUM, WIDTHS, findings, served, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def gallery_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    folder: Path = tmp_path_factory.mktemp("gallery")
    names = write(folder)
    with served(folder) as address:
        yield address, names


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_gallery_is_without_findings(
    browser: Browser, gallery_address: tuple[str, list[str]], width: int
) -> None:
    address, names = gallery_address
    said = {name: findings(browser, f"{address}/{name}.html", width) for name in names}
    assert {name: found for name, found in said.items() if found} == {}


def test_a_page_works_without_scripts(browser: Browser, gallery_address: tuple[str, list[str]]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{gallery_address[0]}/week.html")
    assert page.get_by_text("press Ctrl and P").is_visible()
    page.locator("summary.who__summary").click()
    assert page.get_by_role("button", name="Sign out").is_visible()
    context.close()


def test_letters_are_never_under_eighteen_pixels(browser: Browser, gallery_address: tuple[str, list[str]]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{gallery_address[0]}/find.html")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 20
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll('body *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.offsetParent)
        .filter(e => !e.closest('[aria-hidden]')).map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    )
    assert smallest >= 17
    page.close()


def test_new_messages_come_by_themselves_and_what_is_being_typed_stays(
    browser: Browser, gallery_address: tuple[str, list[str]]
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.route(
        "**/chat/bubbles",
        lambda route: route.fulfill(body='<ol class="chat__bubbles"><li>Priya is on the way</li></ol>'),
    )
    page.clock.install()
    page.goto(f"{gallery_address[0]}/talk.html")
    page.locator("#text").fill("Is she")
    page.clock.run_for(6_000)
    page.get_by_text("Priya is on the way").wait_for()
    assert page.locator("#text").input_value() == "Is she"
    assert said == []
    page.close()
