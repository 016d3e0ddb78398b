"""Somebody who asks for visits page by page, as a browser without scripts does."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from httpx2 import Response

from tests.web.browser import TOKEN, Browser

_STEP = re.compile(r'name="step" value="(\w+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
Fields = dict[str, Any]

TUESDAYS_AND_THURSDAYS: dict[str, Fields] = {
    "often": {"often": "weekly"},
    "days": {"days": ["TU", "TH"]},
    "times": {"start": "09:00", "end": "10:00"},
    "when": {"from-day": "30", "from-month": "11", "from-year": "2026",
             "until-day": "31", "until-month": "12", "until-year": "2026"},
    "note": {"note": "He likes to see the beans first."},
}  # fmt: skip


def words(page: Response) -> str:
    """What a page says, without its markup, in one line."""
    body = page.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@dataclass
class Asker:
    """One person asking for one listing."""

    browser: Browser
    listing_id: str

    @property
    def address(self) -> str:
        return f"/ask/{self.listing_id}"

    def fill_in(self, answers: dict[str, Fields], query: str = "") -> Response:
        """Answer page after page until the check page, or whatever stands in its way."""
        page = self.browser.get(self.address + query)
        for _ in range(12):
            found = _STEP.search(page.text)
            if found is None or found[1] not in answers or page.status_code != 200:
                return page
            page = self.answer(page, found[1], answers[found[1]])
        raise AssertionError("there is no end to the pages")

    def answer(self, page: Response, step: str, fields: Fields) -> Response:
        """Send one page and follow where it leads."""
        return self.follow(self._post(page, self.address, {"step": step} | fields))

    def confirm(self, page: Response, **changed: Any) -> Response:
        """Press the last button of a check page. Says where it leads."""
        form = page.text.partition(f'action="{self.address}/confirm"')[2].partition("</form>")[0]
        fields: Fields = {}
        for name, value in _HIDDEN.findall(form):
            fields.setdefault(name, []).append(unescape(value))
        return self._post(page, f"{self.address}/confirm", fields | changed)

    def follow(self, answer: Response) -> Response:
        """The page an answer leads to, or the answer itself where it is a page."""
        return self.browser.get(answer.headers["location"]) if answer.status_code == 303 else answer

    def _post(self, page: Response, address: str, fields: Fields) -> Response:
        token = TOKEN.search(page.text)
        assert token, "the page has no form"
        return self.browser.client.post(address, data={"csrf_token": token[1]} | fields, follow_redirects=False)
