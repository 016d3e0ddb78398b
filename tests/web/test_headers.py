"""What stands on every answer: a strict policy, nothing inline, nothing kept that is private."""

import re
from inspect import iscoroutinefunction

from market.people.tables import Account
from market.web import guards
from market.web.page import GET
from market.web.routing import PAGES
from tests.web.browser import Browser


def test_a_strict_policy_with_a_nonce_of_its_own_stands_on_every_answer(browser: Browser) -> None:
    nonces = set()
    for path in ("/", "/sign-in", "/nowhere", "/static/css/alongside.css", "/healthz"):
        policy = browser.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        nonces.update(re.findall(r"nonce-([^']+)", policy))
    assert len(nonces) == 5
    page = browser.get("/")
    assert (
        f'nonce="{re.findall(r"nonce-([^" + chr(39) + r"]+)", page.headers["content-security-policy"])[0]}"'
        in page.text
    )


def test_no_page_has_anything_inline_that_the_policy_would_block(browser: Browser) -> None:
    for page in PAGES:
        endless = iscoroutinefunction(page.endpoint)  # an event stream: there is no page to read to its end
        if page.methods == GET and page.guard is guards.anyone and "{" not in page.path and not endless:
            html = browser.get(page.path).text
            assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|<style", html), page.path


def test_pages_for_somebody_signed_in_are_not_kept_by_browsers(browser: Browser, joanne: Account) -> None:
    browser.sign_in(joanne)
    assert browser.get("/account").headers["cache-control"] == "no-store"


def test_an_address_that_is_not_there_is_said_kindly(browser: Browser) -> None:
    answer = browser.get("/nowhere/at/all")
    assert answer.status_code == 404
    assert "cannot find that page" in answer.text
    assert browser.client.put("/sign-in").status_code == 404
    assert browser.get("/sign-in/").headers["location"] == "/sign-in"
    assert browser.get("//evil.example/").headers.get("location", "/").startswith("/")
