"""Reading the e-mails that the application would have sent."""

import re

from httpx2 import Response
from sqlmodel import col, select

from market.core.database import Database
from market.core.tables import OutboxRow
from tests.web.browser import Browser


def letters(database: Database) -> list[OutboxRow]:
    """Every message queued, in order of writing."""
    with database.read() as session:
        return list(session.exec(select(OutboxRow).order_by(col(OutboxRow.made_at))))


def ask_for_link(browser: Browser, email: str, **fields: str) -> Response:
    return browser.post("/sign-in", {"email": email, **fields}, seen_on="/sign-in")


def link_in(letter: OutboxRow) -> str:
    found = re.search(r"/sign-in/with/\S+", letter.text)
    assert found is not None
    return found.group()


def code_in(letter: OutboxRow) -> str:
    found = re.search(r"^\d{3} \d{3}$", letter.text, re.MULTILINE)
    assert found is not None
    return found.group()


def is_in(browser: Browser) -> bool:
    return browser.get("/account").status_code == 200
