"""The chat with scripts: words go without leaving the page, danger stays in sight, news comes by itself."""

import pytest
from playwright.sync_api import Browser, Page, expect

from market.chat.queries import holders
from market.core.actor import Role
from market.messages.service import Message, Recipient, tell
from tests.browser.conftest import SCREENSHOTS, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def open_chat(chromium: Browser, site: Site, width: int) -> Page:
    page = chromium.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(site.address + site.sign_in_path(Role.SUPPORTER))
    page.locator("main button").click()
    page.goto(site.address + "/chat")
    return page


def say(page: Page, words: str) -> None:
    page.fill("#text", words)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_number_to_ring_is_in_sight_and_the_cursor_stays_in_the_box(
    chromium: Browser, site: Site, width: int
) -> None:
    page = open_chat(chromium, site, width)
    say(page, "dad has collapsed and he is not breathing")
    first_line = page.locator(".bubble--urgent p", has_text="999").last
    expect(first_line).to_be_in_viewport()
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("")
    page.screenshot(path=SCREENSHOTS / f"chat-danger-{width}.png")
    page.get_by_role("button", name="It is not an emergency").click()
    expect(page.locator(".bubble").last).not_to_contain_text("999")
    page.context.close()


def test_a_message_comes_by_itself_without_a_reload(chromium: Browser, site: Site) -> None:
    page = open_chat(chromium, site, 390)
    say(page, "what is on this week?")
    expect(page.locator(".bubble").last).to_contain_text("Arthur")
    with site.database.write() as session:
        account, _ = holders(session, Role.SUPPORTER, site.clock.now())[0]
        message = Message("visit.changed", "", "Terry is about 20 minutes late.")
        tell(session, to=Recipient(account.id), message=message, key="late-in-browser", at=site.clock.now())
    expect(page.locator(".bubble").last).to_contain_text("Terry is about 20 minutes late.", timeout=15_000)
    page.context.close()
