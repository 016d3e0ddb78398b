"""The chat with scripts: words go without leaving the page, danger stays in sight, news comes by itself."""

import pytest
from playwright.sync_api import Browser, Page, expect

from market.chat.queries import holders
from market.core.actor import Role
from market.messages.service import Message, Recipient, tell
from tests.browser.conftest import Site
from tests.browser.looking import picture, troubles

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
    picture(page, f"chat-danger-{width}")
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


@pytest.mark.parametrize("width", [1280, 390])
def test_large_and_slow_is_large_few_and_sound(chromium: Browser, site: Site, width: int) -> None:
    page = open_chat(chromium, site, width)
    say(page, "the letters are too small for me to read")
    expect(page.locator(".bubble").last).to_contain_text("What would help")
    slower = page.locator(".bubble").last.get_by_role("button", name="Shorter and slower")
    if slower.count():  # the county is shared: the second width finds it set already
        slower.click()
        page.locator(".bubble").last.get_by_role("button", name="Yes", exact=True).click()
        expect(page.locator(".bubble").last).to_contain_text("Done.")  # already in the new way: few words
    else:
        say(page, "never mind")
    page.reload()
    say(page, "hello")
    expect(page.locator(".bubble").last).to_contain_text("What now?")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
    assert page.locator(".bubble").last.get_by_role("button").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert troubles(page) == []
    picture(page, f"chat-large-{width}")
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_polish_stands_above_the_english_and_is_marked_for_a_screen_reader(
    chromium: Browser, site: Site, width: int
) -> None:
    page = open_chat(chromium, site, width)
    say(page, "Dzień dobry, nie mówię dobrze po angielsku")
    yes = page.get_by_role("button", name="Tak / Yes").last
    yes.click()
    expect(page.locator(".bubble").last).to_contain_text("Zmieniłem to.")
    say(page, "kto przyjdzie?")
    expect(page.locator('.bubble p[lang="pl"]').last).to_be_visible()
    page.reload()
    expect(page.locator("main")).to_contain_text("not yet checked by a speaker")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert troubles(page) == []
    picture(page, f"chat-polish-{width}")
    say(page, "undo")
    page.context.close()


def test_the_whole_chat_goes_by_keyboard_and_only_what_is_new_is_added(chromium: Browser, site: Site) -> None:
    page = open_chat(chromium, site, 1280)
    say(page, "hello")
    expect(page.locator(".bubble").last).to_contain_text("Hello")
    page.evaluate("document.querySelector('.bubble').dataset.seen = 'before'")
    button = page.locator(".bubble").last.get_by_role("button").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bubble").last).to_contain_text("visits")
    assert page.evaluate("document.querySelector('.bubble').dataset.seen") == "before", "old words were put there anew"
    assert page.evaluate("document.activeElement.id") == "newest"
    assert page.locator("[role=log]").count() == 1
    page.context.close()


def test_without_scripts_the_chat_is_a_form(chromium: Browser, site: Site) -> None:
    page = chromium.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False).new_page()
    page.goto(site.address + site.sign_in_path(Role.CUSTOMER_DIRECT_PAYMENT))
    page.locator("main button").click()
    page.goto(site.address + "/chat")
    page.fill("#text", "who is coming today?")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".bubble--mine").last).to_contain_text("who is coming today?")
    page.get_by_role("button", name="Talk to a person").last.click()
    expect(page.locator(".bubble").last).to_contain_text("A person will answer you here")
    page.get_by_role("button", name="Go back to the bot").last.click()
    expect(page.locator(".bubble").last).not_to_contain_text("A person will answer you here")
    picture(page, "chat-no-scripts-390")
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_that_keep_a_phone_safe_are_sound(chromium: Browser, site: Site, width: int) -> None:
    page = open_chat(chromium, site, width)
    for path in ("/you/pin", "/you/pin/off", "/you/chats"):
        page.goto(site.address + path)
        assert troubles(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        picture(page, f"{path.strip('/').replace('/', '-')}-{width}")
    page.goto(site.address + "/you/pin")
    page.fill("#pin", "1234")
    page.fill("#again", "1234")
    page.get_by_role("button", name="Keep this PIN").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Do not use 1234")
    assert troubles(page) == []
    page.context.close()
