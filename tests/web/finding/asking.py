"""What tests of finding do over and over: ask, read cards off a page, sign in as somebody of the demo county."""

import re
from html import unescape

from httpx2 import Response
from sqlmodel import col, select

from market.people.tables import Account, RoleGrant
from tests.web.browser import Browser

ALLOTMENT = "Dad can't get to his allotment since his fall"


def ask(browser: Browser, words: str, place: str = "EX9 6PD", **fields: str) -> Response:
    """Post the question as the box does."""
    return browser.post("/find", {"q": words, "postcode": place, **fields}, seen_on="/find")


def found(browser: Browser, words: str, place: str = "EX9 6PD", **fields: str) -> str:
    """The address of what was found."""
    answer = ask(browser, words, place, **fields)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def text_of(browser: Browser, path: str) -> str:
    """A page as it is read: no tags, spaces tidied."""
    return plain(browser.get(path).text)


def plain(html: str) -> str:
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def titles(browser: Browser, path: str) -> list[str]:
    """The titles of the cards on a page, in order."""
    html = browser.get(path).text
    return [unescape(title) for title in re.findall(r'class="card__title"><a href="[^"]+">([^<]+)</a>', html)]


def cards(browser: Browser, path: str) -> list[str]:
    """Each card on a page as it is read."""
    html = browser.get(path).text
    return [plain(card) for card in re.findall(r"<article.*?</article>", html, re.DOTALL)]


def sign_in_as(browser: Browser, name: str, role: str = "") -> None:
    """Sign in as somebody by name, in one of their roles."""
    with browser.database.read() as session:
        account = session.exec(select(Account).where(Account.name == name)).one()
        held = session.exec(select(RoleGrant).where(col(RoleGrant.account_id) == account.id)).all()
        grant_id = next((grant.id for grant in held if grant.role == role), None)
    browser.sign_in(account, grant_id=grant_id)
