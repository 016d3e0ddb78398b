"""Sending a paper as a browser does, and reading what the desk's pages say."""

import io
import re
from pathlib import Path

from PIL import Image

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from tests.journeys.sides import Sides, county_on
from tests.web.browser import Browser

PDF = b"%PDF-1.7\n%%EOF"


def sides_with_a_folder(county: Database, clock: StandingClock, folder: Path) -> Sides:
    """The county with a folder of its own for files."""
    return county_on(county, clock, Settings(demo=True, data_folder=folder, _env_file=None))


def photograph() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "blue").save(out, "JPEG")
    return out.getvalue()


def show(browser: Browser, kind: str, content: bytes = b"", words: str = "", name: str = "paper.pdf") -> int:
    """Send one paper from its page; the status of the answer."""
    page = f"/checks/{kind}"
    files = {"file": (name, content)} if content else {}
    fields = {"csrf_token": browser.token(page), "words": words}
    return browser.client.post(page, data=fields, files=files, follow_redirects=False).status_code


def papers_on(page: str) -> list[str]:
    """The addresses of papers that a provider's page at the desk leads to."""
    return re.findall(r'href="(/accreditation/papers/doc_[^"]+)"', page)


def date_fields(name: str, day: str) -> dict[str, str]:
    """`2026-12-01` as the three boxes of a date."""
    year, month, number = day.split("-")
    return {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}
