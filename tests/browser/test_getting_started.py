"""A whole sitting in a browser, page by page at both widths: it reads well to a machine, fits, and leads to the end."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from tests.browser.looking import WIDTHS, picture, troubles

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TICKS = {
    "what": ["companionship", "gardening"],
    "place": ["their_home"],
    "care": ["yes"],
    "area": ["miles"],
    "times": ["0", "1", "2"],
    "gender": ["female"],
}
TYPES = {
    "name": {"phone": "01632 960123"},
    "area": {"postcode": "EX9 6JN", "miles": "6"},
    "times": {"start": "09:00", "end": "16:00"},
    "prices": {"amount": "18.50"},
    "words": {
        "title": "A hand with getting up",
        "description": "I was a ward sister for thirty years, and I am never late.",
    },
}


def look_at(page: Page, name: str, wrong: list[str]) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [f"{name} at {width}: {one}" for one in troubles(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{name} at {width}: scrolls sideways")
        picture(page, f"sitting-{name}-{width}", whole=True)


def test_a_sitting_from_the_first_question_to_the_last(chromium: Browser, site: Site, tmp_path: Path) -> None:
    wrong: list[str] = []
    page = chromium.new_context(viewport={"width": 390, "height": 900}).new_page()
    page.goto(site.address + "/offer-support")
    page.locator("input[value=sole_self_employed]").check()
    page.fill("#name", "Wendy Ashworth")
    page.fill("#email", "wendy.ashworth@example.org")
    look_at(page, "start", wrong)
    page.get_by_role("button", name="Begin").click()
    page.goto(site.address + "/outbox")
    page.locator("main a").first.click()
    link = re.search(r"/sign-in/with/[\w-]+", page.content())
    assert link is not None
    page.goto(site.address + link.group())
    page.locator("main button").first.click()
    page.get_by_role("link", name="Begin").click()
    Image.new("RGB", (800, 600), (90, 140, 60)).save(tmp_path / "me.jpg")
    seen: list[str] = []
    while "/about/" in page.url and len(seen) < 20:
        question = page.url.split("/about/")[-1].split("?")[0]
        seen.append(question)
        for value in TICKS.get(question, []):
            page.locator(f"main input[value='{value}']").first.check()
        for field, typed in TYPES.get(question, {}).items():
            page.fill(f"#{field}", typed)
        if question == "photo":
            page.set_input_files("#photo", tmp_path / "me.jpg")
        look_at(page, question, wrong)
        page.get_by_role("button", name="Go on").click()
    assert seen[:3] == ["how", "name", "what"]
    assert {"care", "gender", "limits", "photo"} <= set(seen)
    look_at(page, "check", wrong)
    page.get_by_role("button", name="Send it to be checked").click()
    look_at(page, "sent", wrong)
    page.context.close()
    assert not wrong, "\n".join(wrong)
